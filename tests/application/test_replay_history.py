"""What was decided in a week is read from history alone, and the organisation before it knows nothing of later."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from caseload_planner.application.decided_weeks import decided_week, last_mondays
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.measures import Wanted
from caseload_planner.rules.round import Placement
from tests.application.history_builders import MONDAY, a_history, reported
from tests.builders import ON, a_worker, an_organisation, holds

DAY = timedelta(days=1)


def test_that_the_last_weeks_are_over_and_come_oldest_first() -> None:
    expected = (date(2026, 11, 9), date(2026, 11, 16))
    assert last_mondays(date(2026, 11, 23), 2) == expected
    assert last_mondays(date(2026, 11, 29), 2) == expected


@pytest.mark.parametrize("on", [date.min, date(1, 1, 20)])
def test_that_there_are_no_weeks_before_the_calendar(on: date) -> None:
    assert len(last_mondays(on, 50)) <= 1


def test_that_a_new_measure_is_decided_with_its_duo_on_the_last_day_of_the_decision() -> None:
    organisation = a_history(
        holds("M1", "ANN", since=MONDAY),
        holds("M2", "BEA", since=MONDAY + DAY),
        holds("M2", "ANN", "second", since=MONDAY + 2 * DAY),
        measures=(reported("M1"), reported("M2", duo=Wanted.PREFERRED)),
    )
    week = decided_week(organisation, MONDAY)
    assert week.on == MONDAY + 2 * DAY
    assert week.placements == (Placement("M1", "ANN"), Placement("M2", "BEA", "ANN"))
    assert caseload_on(week.before, week.on).to_distribute == ("M1", "M2")
    assert caseload_on(week.before, week.on).load("ANN") == 0


def test_that_a_handover_is_not_decided_and_stays_where_it_is() -> None:
    organisation = a_history(
        holds("M1", "ANN", since=MONDAY - 30 * DAY, until=MONDAY + DAY),
        holds("M1", "BEA", since=MONDAY + 2 * DAY),
        measures=(reported("M1", MONDAY - 30 * DAY),),
    )
    week = decided_week(organisation, MONDAY)
    assert week.placements == ()
    assert week.on == MONDAY
    assert caseload_on(week.before, week.on).holders["M1"].first == "ANN"


def test_that_the_measure_of_somebody_who_had_left_is_decided() -> None:
    gone = a_worker("GONE", ends_on=MONDAY - DAY)
    since = MONDAY - 30 * DAY
    organisation = an_organisation(
        [gone, a_worker("ANN")],
        [reported("M1", since)],
        [holds("M1", "GONE", since=since), holds("M1", "ANN", since=MONDAY + DAY)],
    )
    assert decided_week(organisation, MONDAY).placements == (Placement("M1", "ANN"),)


def test_that_what_came_later_is_not_known() -> None:
    organisation = a_history(
        holds("M1", "ANN", since=MONDAY),
        holds("M2", "ANN", since=ON),
        holds("M3", "ANN", since=MONDAY + 8 * DAY),
        measures=(reported("M1"), reported("M2", MONDAY - DAY), reported("M3", MONDAY + DAY)),
    )
    week = decided_week(organisation, MONDAY)
    assert week.on == MONDAY
    assert "M3" not in week.before.measures
    assert {part.worker for part in week.before.assignments} == {"FULL"}
    assert caseload_on(week.before, week.on).to_distribute == ("M1", "M2")


def test_that_decisions_of_other_teams_are_history_when_one_team_is_asked() -> None:
    organisation = a_history(
        holds("M1", "ANN", since=MONDAY),
        holds("M2", "BEA", since=MONDAY),
        measures=(reported("M1"), reported("M2", team="T2")),
    )
    week = decided_week(organisation, MONDAY, ("T1",))
    assert week.placements == (Placement("M1", "ANN"),)
    assert caseload_on(week.before, week.on).holders["M2"].first == "BEA"


def test_that_a_measure_that_ended_before_the_last_decision_is_told_and_in_no_plan() -> None:
    short = replace(reported("M1"), closed_on=MONDAY + DAY)
    organisation = a_history(
        holds("M1", "ANN", since=MONDAY, until=MONDAY + DAY),
        holds("M2", "BEA", since=MONDAY + 3 * DAY),
        measures=(short, reported("M2")),
    )
    week = decided_week(organisation, MONDAY)
    assert week.ended == ("M1",)
    assert week.placements == (Placement("M2", "BEA"),)
