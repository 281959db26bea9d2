"""What a worker will carry: cases end, grow older and leave their siblings whole; contracts and leave change."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.forecast import REMAINING_WEEKS, WeekAhead, expected_last_day, forecast
from caseload_planner.domain.measures import Measure, MeasureType
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Absence, Contract, Onboarding, Organisation
from tests.builders import FULL_TIME, LONG_AGO, NORM, ON, a_measure, a_worker, an_organisation, busy, holds, running

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


def ahead(organisation: Organisation, on: date = ON, weeks: int = 26) -> tuple[WeekAhead, ...]:
    return forecast(organisation, "W1", on, weeks)


def loads(*measures: Measure, on: date = ON, weeks: int = 26) -> list[int]:
    organisation = an_organisation([a_worker("W1")], measures, [holds(measure.key, "W1") for measure in measures])
    return [week.load for week in ahead(organisation, on, weeks)]


def test_that_a_forecast_is_today_and_then_each_monday() -> None:
    measures, parts = busy("W1", 2)
    organisation = an_organisation([a_worker("W1")], measures, parts)
    assert [week.on for week in ahead(organisation)] == [ON + number * WEEK for number in range(26)]
    wednesday = ON + 2 * DAY
    assert [week.on for week in ahead(organisation, wednesday, 3)] == [wednesday, ON + WEEK, ON + 2 * WEEK]


def test_that_without_changes_load_and_lines_stay_as_they_are() -> None:
    measures, parts = busy("W1", 7)
    organisation = an_organisation([a_worker("W1")], measures, parts)
    assert {(week.load, week.working, week.ceiling) for week in ahead(organisation)} == {(700, 1430, 1600)}


def test_that_the_first_day_is_the_caseload_of_today() -> None:
    measures, parts = busy("W1", 3)
    measures.append(running("M9", points=125))
    parts += [holds("M9", "W1"), holds("M9", "W2", "second")]
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], measures, parts)
    assert ahead(organisation)[0].load == caseload_on(organisation, ON).load("W1") == 375


def test_that_a_case_counts_through_its_expected_end() -> None:
    assert loads(running("M1", expected_end=ON + 2 * WEEK), weeks=5) == [100, 100, 100, 0, 0]
    assert loads(running("M1", expected_end=ON + 2 * WEEK - DAY), weeks=5) == [100, 100, 0, 0, 0]


def test_that_a_recorded_closing_is_believed() -> None:
    assert loads(running("M1", closed_on=ON + 8 * DAY), weeks=4) == [100, 100, 0, 0]


@pytest.mark.parametrize("overdue_days", [0, 1, 300])
def test_that_an_overdue_end_is_never_counted_as_ending(overdue_days: int) -> None:
    overdue = running("M1", expected_end=ON - overdue_days * DAY)
    assert loads(overdue) == [100] * 26
    assert expected_last_day(overdue, ON) == expected_last_day(running("M1"), ON)


def test_that_an_end_still_to_come_goes_before_the_types_duration() -> None:
    far = running("M1", expected_end=date(2031, 1, 1))
    assert expected_last_day(far, ON) == date(2031, 1, 1)
    near = running("M1", expected_end=ON + DAY)
    assert expected_last_day(near, ON) == ON + DAY


@pytest.mark.parametrize("type_", list(MeasureType))
def test_that_without_an_end_to_come_a_type_lasts_its_remaining_weeks(type_: MeasureType) -> None:
    measure = running("M1", type=type_)
    assert expected_last_day(measure, ON) == ON + REMAINING_WEEKS[type_] * WEEK


def test_that_a_provisional_order_without_a_known_end_runs_out_within_the_forecast() -> None:
    found = loads(running("M1", type=MeasureType.PROVISIONAL_SUPERVISION_ORDER))
    assert found[0] == 150
    assert found[-1] == 0
    assert found == sorted(found, reverse=True)


def test_that_phases_step_down() -> None:
    recent = a_measure("M1", reported_on=date(2026, 9, 7), started_on=date(2026, 9, 7))
    # Three months old on Monday 7 December.
    assert loads(recent, weeks=4) == [150, 150, 108, 108]
    first_year = a_measure("M1", reported_on=date(2025, 12, 10), started_on=date(2025, 12, 10))
    # A year old on Thursday 10 December.
    assert loads(first_year, weeks=5) == [108, 108, 108, 100, 100]


def test_that_a_sibling_weighs_whole_once_the_older_case_has_ended() -> None:
    older = running("M1", family="F", youth="a", expected_end=ON + WEEK)
    younger = running("M2", family="F", youth="b")
    assert loads(older, younger, weeks=4) == [175, 175, 100, 100]


def test_that_a_siblings_end_counts_where_another_carries_it() -> None:
    older = running("M1", family="F", youth="a", expected_end=ON + WEEK)
    younger = running("M2", family="F", youth="b")
    organisation = an_organisation(
        [a_worker("W1"), a_worker("W2")], [older, younger], [holds("M1", "W2"), holds("M2", "W1")]
    )
    assert [week.load for week in ahead(organisation, weeks=4)] == [75, 75, 100, 100]


def test_that_a_planned_handover_moves_the_load() -> None:
    switch = ON + 2 * WEEK
    parts = [
        holds("M1", "W2", until=switch - DAY),
        holds("M1", "W1", "incoming", since=ON + WEEK, until=switch - DAY),
        holds("M1", "W1", since=switch),
    ]
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], [running("M1")], parts)
    assert [week.load for week in ahead(organisation, weeks=4)] == [0, 25, 100, 100]


def test_that_a_second_who_leaves_gives_the_whole_case_back() -> None:
    organisation = an_organisation(
        [a_worker("W1"), a_worker("W2", ends_on=ON + WEEK)],
        [running("M1")],
        [holds("M1", "W1"), holds("M1", "W2", "second")],
    )
    assert [week.load for week in ahead(organisation, weeks=4)] == [60, 60, 100, 100]


def test_that_a_change_of_contract_moves_the_lines() -> None:
    contracts = (Contract(LONG_AGO, ON + 13 * DAY, FULL_TIME), Contract(ON + 14 * DAY, None, Decimal("0.67")))
    found = ahead(an_organisation([a_worker("W1", contracts=contracts)]), weeks=4)
    assert [(week.working, week.ceiling) for week in found] == [(1430, 1600), (1430, 1600), (958, 1072), (958, 1072)]


def test_that_lines_come_back_when_leave_has_less_than_six_weeks_to_go() -> None:
    leave = Absence(ON, ON + 8 * WEEK, Decimal("0.50"))
    found = ahead(an_organisation([a_worker("W1", absences=(leave,))]), weeks=4)
    # 56 and 49 days to come are more than 42; 42 and 35 are not.
    assert [week.working for week in found] == [715, 715, 1430, 1430]


def test_that_leave_to_come_takes_lines_down_when_it_begins() -> None:
    leave = Absence(ON + 10 * DAY, ON + 200 * DAY, Decimal(1))
    found = ahead(an_organisation([a_worker("W1", absences=(leave,))]), weeks=4)
    assert [week.working for week in found] == [1430, 1430, 0, 0]


def test_that_onboarding_raises_the_lines() -> None:
    starter = a_worker("W1", started_on=ON - 2 * WEEK, onboarding=Onboarding.STARTER)
    assert [week.working for week in ahead(an_organisation([starter]), weeks=4)] == [0, 0, 358, 358]


def test_that_who_leaves_carries_nothing_and_has_no_lines_after_her_last_day() -> None:
    measures, parts = busy("W1", 2)
    organisation = an_organisation([a_worker("W1", ends_on=ON + WEEK)], measures, parts)
    found = ahead(organisation, weeks=4)
    assert [(week.load, week.working) for week in found] == [(200, 1430), (200, 1430), (0, 0), (0, 0)]


def test_that_a_coming_norm_is_used_from_its_date() -> None:
    coming = replace(NORM, valid_from=ON + WEEK, working=1500)
    organisation = an_organisation([a_worker("W1")], norms=NormSet((NORM, coming)))
    assert [week.working for week in ahead(organisation, weeks=3)] == [1430, 1500, 1500]


def test_that_cases_reported_later_and_cases_of_others_are_no_load() -> None:
    measures = [running("M1"), a_measure("M2", reported_on=ON - DAY), running("M3")]
    parts = [holds("M1", "W1"), holds("M3", "W2")]
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], measures, parts)
    assert [week.load for week in ahead(organisation, weeks=3)] == [100, 100, 100]
