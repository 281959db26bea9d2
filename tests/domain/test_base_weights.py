"""The weight of a measure by its type and the month it is in."""

from datetime import date, timedelta

import pytest

from caseload_planner.domain.measures import Measure, MeasureType
from caseload_planner.domain.weights import Sharing, family_weights
from tests.builders import NORM, ON, a_measure

Type = MeasureType


def weight(measure: Measure, on: date = ON) -> int:
    return family_weights([measure], on, NORM)[measure.key].total


def started(type_: MeasureType, on: date) -> Measure:
    return a_measure("M1", type=type_, reported_on=on - timedelta(days=30), started_on=on)


@pytest.mark.parametrize(
    ("type_", "started_on", "points"),
    [
        (Type.SUPERVISION_ORDER, ON, 150),
        (Type.SUPERVISION_ORDER, date(2026, 8, 24), 150),
        (Type.SUPERVISION_ORDER, date(2026, 8, 23), 108),
        (Type.SUPERVISION_ORDER, date(2025, 11, 24), 108),
        (Type.SUPERVISION_ORDER, date(2025, 11, 23), 100),
        (Type.SUPERVISION_ORDER, date(2016, 2, 29), 100),
        (Type.PROVISIONAL_SUPERVISION_ORDER, date(2026, 11, 2), 150),
        (Type.PROVISIONAL_SUPERVISION_ORDER, date(2024, 11, 2), 150),
        (Type.GUARDIANSHIP, date(2026, 8, 24), 100),
        (Type.GUARDIANSHIP, date(2026, 8, 23), 70),
        (Type.PROVISIONAL_GUARDIANSHIP, date(2026, 11, 2), 85),
        (Type.PROVISIONAL_GUARDIANSHIP, date(2025, 11, 2), 85),
        (Type.PROBATION_MANDATORY, date(2026, 8, 24), 100),
        (Type.PROBATION_MANDATORY, date(2026, 8, 23), 80),
        (Type.PROBATION_VOLUNTARY, date(2026, 1, 1), 60),
        (Type.INTENSIVE_GUIDANCE, date(2026, 1, 1), 200),
        (Type.BEHAVIOUR_ORDER, date(2026, 1, 1), 150),
        (Type.PREVENTIVE, date(2026, 8, 24), 80),
        (Type.PREVENTIVE, date(2026, 8, 23), 60),
        (Type.PMG_KANSRIJK, date(2026, 1, 1), 60),
        (Type.PMG_STRAATKRACHT, date(2026, 1, 1), 95),
        (Type.AFTERCARE, date(2026, 11, 1), 15),
    ],
)
def test_that_a_type_weighs_by_the_month_it_is_in(type_: MeasureType, started_on: date, points: int) -> None:
    assert weight(started(type_, started_on)) == points


def test_that_every_type_has_a_weight_on_its_first_day() -> None:
    assert {type_: weight(started(type_, ON)) > 0 for type_ in MeasureType} == dict.fromkeys(MeasureType, True)


def test_that_a_measure_begun_on_the_31st_is_three_months_old_a_day_after_a_shorter_month() -> None:
    measure = started(Type.SUPERVISION_ORDER, date(2025, 11, 30))
    assert weight(measure, date(2026, 2, 28)) == 150
    assert weight(measure, date(2026, 3, 1)) == 108


def test_that_a_measure_begun_on_29_february_is_a_year_old_on_1_march() -> None:
    measure = started(Type.SUPERVISION_ORDER, date(2024, 2, 29))
    assert weight(measure, date(2024, 5, 28)) == 150
    assert weight(measure, date(2024, 5, 29)) == 108
    assert weight(measure, date(2025, 2, 28)) == 108
    assert weight(measure, date(2025, 3, 1)) == 100


def test_that_months_count_from_the_report_where_the_start_is_unknown() -> None:
    unknown = a_measure("M1", reported_on=date(2026, 8, 23), started_on=None)
    assert unknown.counts_from == date(2026, 8, 23)
    assert weight(unknown) == 108
    assert weight(unknown, date(2026, 11, 22)) == 150


def test_that_months_count_from_the_start_and_not_from_an_earlier_report() -> None:
    assert weight(a_measure("M1", reported_on=date(2025, 1, 6), started_on=date(2026, 11, 2))) == 150


def test_that_a_measure_that_has_yet_to_start_is_in_its_first_phase() -> None:
    measure = a_measure("M1", reported_on=ON, started_on=ON + timedelta(days=70))
    assert weight(measure) == 150


def test_that_a_lone_plain_measure_shows_how_its_weight_arises() -> None:
    found = family_weights([started(Type.SUPERVISION_ORDER, date(2026, 6, 1))], ON, NORM)["M1"]
    assert (found.base, found.months, found.sharing, found.factors, found.factor_sum) == (108, 5, Sharing.NONE, (), 0)
    assert not found.capped


def test_that_only_running_measures_weigh_the_first_and_the_last_day_included() -> None:
    measure = a_measure("M1", reported_on=date(2026, 3, 2), started_on=date(2026, 3, 9), closed_on=date(2026, 9, 30))
    days = [date(2026, 3, 1), date(2026, 3, 2), date(2026, 9, 30), date(2026, 10, 1)]
    assert [bool(family_weights([measure], day, NORM)) for day in days] == [False, True, True, False]
