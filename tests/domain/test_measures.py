"""What a measure asks of a round, and when it runs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from caseload_planner.domain.measures import MeasureType, Wanted
from tests.builders import ON, a_measure

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("duo", "sns", "asks", "may"),
    [
        (Wanted.NONE, Wanted.NONE, False, False),
        (Wanted.NONE, Wanted.PREFERRED, False, True),
        (Wanted.NONE, Wanted.REQUIRED, True, True),
        (Wanted.PREFERRED, Wanted.NONE, False, True),
        (Wanted.PREFERRED, Wanted.PREFERRED, False, True),
        (Wanted.PREFERRED, Wanted.REQUIRED, True, True),
        (Wanted.REQUIRED, Wanted.NONE, True, True),
        (Wanted.REQUIRED, Wanted.REQUIRED, True, True),
    ],
)
def test_that_duo_and_sns_together_say_whether_there_are_two(duo: Wanted, sns: Wanted, asks: bool, may: bool) -> None:
    measure = a_measure("M1", duo=duo, sns=sns)
    assert (measure.asks_duo, measure.may_have_second) == (asks, may)


@pytest.mark.parametrize(
    ("type_", "factors", "urgent"),
    [
        (MeasureType.SUPERVISION_ORDER, (), False),
        (MeasureType.SUPERVISION_ORDER, ("out_of_home", "trafficking"), False),
        (MeasureType.SUPERVISION_ORDER, ("acute_safety",), True),
        (MeasureType.PREVENTIVE, ("closed_placement",), True),
        (MeasureType.PROVISIONAL_SUPERVISION_ORDER, (), True),
        (MeasureType.PROVISIONAL_GUARDIANSHIP, (), True),
        (MeasureType.GUARDIANSHIP, (), False),
    ],
)
def test_that_provisional_orders_and_danger_are_urgent(
    type_: MeasureType, factors: tuple[str, ...], urgent: bool
) -> None:
    assert a_measure("M1", type=type_, factors=frozenset(factors)).urgent is urgent


def test_that_a_measure_runs_from_its_report_through_the_day_it_is_closed() -> None:
    measure = a_measure("M1", reported_on=ON, started_on=ON + 7 * DAY, closed_on=ON + 30 * DAY)
    days = [ON - DAY, ON, ON + 30 * DAY, ON + 31 * DAY]
    assert [measure.runs_on(day) for day in days] == [False, True, True, False]
    assert replace(measure, closed_on=None).runs_on(date(2040, 1, 1))


@pytest.mark.parametrize(("days_ahead", "overdue"), [(-30, True), (-1, True), (0, True), (1, False), (90, False)])
def test_that_an_expected_end_on_or_before_the_date_is_overdue(days_ahead: int, overdue: bool) -> None:
    measure = a_measure("M1", reported_on=date(2024, 1, 1), expected_end=ON + days_ahead * DAY)
    assert measure.overdue_on(ON) is overdue


def test_that_without_an_expected_end_or_after_closing_nothing_is_overdue() -> None:
    measure = a_measure("M1", reported_on=date(2024, 1, 1))
    assert not measure.overdue_on(ON)
    closed = replace(measure, expected_end=ON - 30 * DAY, closed_on=ON - 10 * DAY)
    assert not closed.overdue_on(ON)
    assert closed.overdue_on(ON - 10 * DAY)
