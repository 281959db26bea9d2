"""Deadlines of new measures: what is late, nearly due, unknown, and how the last 13 weeks went."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.application.deadline_rows import (
    LOOK_BACK_DAYS,
    TERMS,
    UNKNOWN,
    Deadline,
    State,
    deadline_reports,
)
from caseload_planner.domain.caseload import caseload_on
from tests.builders import ON, a_measure, a_worker, an_organisation, holds

NO_FREE_DAYS: frozenset[date] = frozenset()


def ago(days: int) -> date:
    """Give the day that many days before the date of reference."""
    return ON - timedelta(days=days)


def reported(key: str, days: int, **facts: object):
    """Make a measure that was reported that many days ago."""
    return a_measure(key, reported_on=ago(days), started_on=ago(days), **facts)


RECORDING = reported("M0", 80, first_contact_on=ago(78), plan_on=ago(50))
"""A measure that shows that the source holds the dates."""


def reports(*measures, assigned: bool = True, teams=(), free_days=NO_FREE_DAYS, recording: bool = True):
    """Give the reports by deadline; everything is with W1 from its report, unless it is not assigned."""
    known = [RECORDING, *measures] if recording else list(measures)
    rows = [holds(m.key, "W1", since=m.reported_on) for m in known if assigned or m is RECORDING]
    organisation = an_organisation([a_worker("W1")], known, rows)
    return {report.deadline: report for report in deadline_reports(caseload_on(organisation, ON), free_days, teams)}


def state_of(deadline: Deadline, days: int, *, assigned: bool = True, **facts: object) -> State:
    """Give the state of a measure that many days after its report."""
    (row,) = reports(reported("M1", days, **facts), assigned=assigned)[deadline].rows
    return row.state


@pytest.mark.parametrize(
    ("days", "state"),
    [(0, State.OPEN), (4, State.OPEN), (5, State.NEAR), (6, State.NEAR), (7, State.FIFTH_WORKING_DAY), (8, State.LATE)],
)
def test_that_a_measure_without_first_contact_is_late_after_seven_days(days, state):
    assert state_of(Deadline.ASSIGNMENT, days, assigned=False) is state


def test_that_the_fifth_working_day_is_told_as_the_inspection_counts_them():
    saturday = a_measure("M1", reported_on=date(2026, 11, 14))
    organisation = an_organisation([a_worker("W1")], [saturday])
    friday = deadline_reports(caseload_on(organisation, date(2026, 11, 20)), NO_FREE_DAYS)[0]
    thursday = deadline_reports(caseload_on(organisation, date(2026, 11, 19)), NO_FREE_DAYS)[0]
    assert (friday.rows[0].days, friday.rows[0].working_days) == (6, 5)
    assert (thursday.rows[0].state, friday.rows[0].state) == (State.NEAR, State.FIFTH_WORKING_DAY)


def test_that_free_days_are_no_working_days():
    free = frozenset({ago(1), ago(2), ago(3)})
    assert reports(reported("M1", 7), assigned=False)[Deadline.ASSIGNMENT].rows[0].working_days == 5
    assert reports(reported("M1", 7), assigned=False, free_days=free)[Deadline.ASSIGNMENT].rows[0].working_days == 4


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (4, State.OPEN),
        (5, State.NEAR),
        (7, State.NEAR),
        (8, State.NOT_RECORDED),
        (14, State.NOT_RECORDED),
        (15, State.LONG_NOT_RECORDED),
    ],
)
def test_that_a_talk_without_a_date_is_unknown_after_its_term_and_never_late(days, state):
    assert state_of(Deadline.FIRST_TALK, days) is state


@pytest.mark.parametrize(
    ("days", "state"),
    [(34, State.OPEN), (35, State.NEAR), (42, State.NEAR), (43, State.NOT_RECORDED), (57, State.LONG_NOT_RECORDED)],
)
def test_that_a_plan_has_forty_two_days_and_is_watched_for_fifty_six(days, state):
    assert state_of(Deadline.PLAN, days, first_contact_on=ago(days - 1)) is state


@given(st.integers(0, 400), st.sampled_from([Deadline.FIRST_TALK, Deadline.PLAN]))
def test_that_nothing_without_a_date_is_ever_called_late(days, deadline):
    assert all(row.state is not State.LATE for row in reports(reported("M1", days))[deadline].rows)


def test_that_a_source_without_these_dates_is_said_to_have_none_instead_of_rows():
    found = reports(reported("M1", 3), reported("M2", 60), recording=False)
    for deadline in (Deadline.FIRST_TALK, Deadline.PLAN):
        assert (found[deadline].recorded, found[deadline].rows, found[deadline].share) == (False, (), None)
    assert found[Deadline.ASSIGNMENT].recorded


def test_that_a_date_to_come_is_not_known_yet():
    report = reports(reported("M1", 3, first_contact_on=ON + timedelta(days=1)))[Deadline.FIRST_TALK]
    assert [row.measure for row in report.rows] == ["M1"]


def test_that_the_share_in_time_counts_what_is_known_of_the_last_thirteen_weeks():
    in_time = reported("M1", 20, first_contact_on=ago(13))
    watched = reported("M2", 20, first_contact_on=ago(6))
    too_late = reported("M3", 20, first_contact_on=ago(5))
    unknown = reported("M4", 20)
    long_ago = reported("M5", LOOK_BACK_DAYS + 1, first_contact_on=ago(1))
    report = reports(in_time, watched, too_late, unknown, long_ago)[Deadline.FIRST_TALK]
    assert (report.in_time, report.within_watch, report.known, report.unknown) == (2, 3, 4, 1)
    assert report.share == 50


def test_that_what_waits_too_long_counts_as_not_in_time():
    report = reports(reported("M1", 8), assigned=False)[Deadline.ASSIGNMENT]
    assert (report.in_time, report.known) == (1, 2)


def test_that_a_measure_of_long_ago_without_first_contact_is_listed_all_the_same():
    assert [row.measure for row in reports(reported("M1", 300), assigned=False)[Deadline.ASSIGNMENT].rows] == ["M1"]


def test_that_only_measures_of_the_chosen_teams_are_listed():
    report = reports(reported("M1", 3), reported("M2", 3, team="Z1"), teams=("Z1",))[Deadline.FIRST_TALK]
    assert [row.measure for row in report.rows] == ["M2"]


def test_that_waiting_begins_again_when_the_first_contact_is_gone():
    worker = a_worker("W1", ends_on=ago(3))
    organisation = an_organisation([worker], [reported("M1", 40)], [holds("M1", "W1", since=ago(40))])
    (row,) = deadline_reports(caseload_on(organisation, ON), NO_FREE_DAYS)[0].rows
    assert (row.since, row.days) == (ago(2), 2)


@given(st.lists(st.integers(0, 120), min_size=1, max_size=12), st.booleans())
def test_that_every_row_is_counted_once_and_the_most_pressing_stand_first(days, assigned):
    measures = [reported(f"M{place + 1}", count) for place, count in enumerate(days)]
    for deadline, report in reports(*measures, assigned=assigned).items():
        order = [list(State).index(row.state) for row in report.rows]
        assert order == sorted(order)
        assert report.count(*State) == len(report.rows)
        assert report.unknown == report.count(*UNKNOWN)
        assert report.in_time <= report.within_watch <= report.known
        assert all((row.due_on - row.since).days == TERMS[deadline].due_days for row in report.rows)


def test_that_a_case_whose_holder_left_waits_but_does_not_count_as_new_and_late():
    gone = a_worker("GONE", ends_on=ago(20))
    recent, old = reported("RECENT", 60), reported("OLD", 400)
    held = [holds(m.key, "GONE", since=m.reported_on) for m in (recent, old)]
    organisation = an_organisation([gone], [recent, old], held)
    assignment = deadline_reports(caseload_on(organisation, ON), NO_FREE_DAYS)[0]
    assert [(row.measure, row.state) for row in assignment.rows] == [("OLD", State.LATE), ("RECENT", State.LATE)]
    assert (assignment.known, assignment.share) == (0, None)
