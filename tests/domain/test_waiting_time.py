"""How long a measure has had no first contact: one rule for lists, tiles, documents and shortages."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.waiting_time import days_waiting, waits_since
from tests.builders import ON, a_measure, a_worker, an_organisation, holds

REPORTED = ON - timedelta(days=60)


def days(*held: Assignment, ends_on: date | None = None, reported_on: date = REPORTED) -> int:
    workers = [replace(a_worker("W1"), ends_on=ends_on), a_worker("W2")]
    organisation = an_organisation(workers, [a_measure("M1", reported_on=reported_on)], held)
    return days_waiting(organisation, "M1", ON)


def test_that_a_new_measure_waits_since_its_report() -> None:
    assert days() == 60
    assert days(reported_on=ON) == 0


def test_that_a_measure_waits_since_the_day_after_the_last_one_was_gone() -> None:
    first = holds("M1", "W1", since=REPORTED, until=ON - timedelta(days=30))
    then = holds("M1", "W2", since=ON - timedelta(days=29), until=ON - timedelta(days=4))
    assert days(first) == 29
    assert days(first, then) == 3


def test_that_who_left_is_gone_though_nobody_ended_the_assignment() -> None:
    assert days(holds("M1", "W1", since=REPORTED), ends_on=ON - timedelta(days=8)) == 7


def test_that_a_second_contact_does_not_end_the_waiting() -> None:
    assert days(holds("M1", "W1", "second", since=REPORTED, until=ON - timedelta(days=2))) == 60


def test_that_who_still_holds_it_is_left_out_of_account() -> None:
    assert days(holds("M1", "W1", since=ON)) == 60
    assert days(holds("M1", "W1", since=REPORTED, until=ON)) == 60


@given(st.lists(st.tuples(st.integers(1, 59), st.integers(0, 20)), max_size=4), st.integers(0, 60))
def test_that_it_is_never_longer_than_since_the_report_and_never_below_zero(
    spans: list[tuple[int, int]], back: int
) -> None:
    held = [
        holds("M1", "W1", since=ON - timedelta(days=ago), until=ON - timedelta(days=max(0, ago - length)))
        for ago, length in spans
    ]
    organisation = an_organisation([a_worker("W1")], [a_measure("M1", reported_on=REPORTED)], held)
    on = ON - timedelta(days=back)

    assert 0 <= days_waiting(organisation, "M1", on) <= (on - REPORTED).days
    assert waits_since(organisation, "M1", on) <= on
