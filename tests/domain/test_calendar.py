"""Weeks, months and working days by the civil calendar."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.domain.calendar import (
    iso_week,
    monday_of,
    months_reached_on,
    weeks_from,
    whole_months,
    working_days_between,
)

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
NO_FREE_DAYS: frozenset[date] = frozenset()
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 11, 23), "2026-W48"),
        (date(2026, 11, 29), "2026-W48"),
        (date(2026, 12, 28), "2026-W53"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2024, 12, 30), "2025-W01"),
        (date(2021, 1, 1), "2020-W53"),
    ],
)
def test_that_a_week_belongs_to_the_year_of_its_thursday(day: date, week: str) -> None:
    assert iso_week(day) == week


@given(DAYS)
def test_that_the_monday_opens_the_week_of_each_of_its_days(day: date) -> None:
    monday = monday_of(day)
    assert monday.weekday() == 0
    assert 0 <= (day - monday).days <= 6
    assert iso_week(monday) == iso_week(day)


@given(DAYS, st.integers(0, 60))
def test_that_weeks_from_a_day_are_mondays_in_a_row_without_a_gap(day: date, count: int) -> None:
    mondays = list(weeks_from(day, count))
    assert mondays == [monday_of(day) + timedelta(weeks=number) for number in range(count)]


def months_counted_day_by_day(since: date, on: date) -> int:
    """Count the days on which a month is full: those of the same number, or the first where a month lacks it."""
    months, day = 0, since
    while day < on:
        day += timedelta(days=1)
        eve = day - timedelta(days=1)
        lacked = day.day == 1 and monthrange(eve.year, eve.month)[1] < since.day
        months += day.day == since.day or lacked
    return months


@given(DAYS, st.integers(0, 900))
def test_that_whole_months_are_those_that_counting_days_finds(since: date, days: int) -> None:
    on = since + timedelta(days=days)
    assert whole_months(since, on) == months_counted_day_by_day(since, on)


@pytest.mark.parametrize(
    ("since", "on", "months"),
    [
        (date(2026, 8, 23), date(2026, 11, 22), 2),
        (date(2026, 8, 23), date(2026, 11, 23), 3),
        (date(2025, 11, 24), date(2026, 11, 23), 11),
        (date(2025, 11, 23), date(2026, 11, 23), 12),
        (date(2026, 1, 31), date(2026, 2, 28), 0),
        (date(2026, 1, 31), date(2026, 3, 1), 1),
        (date(2026, 1, 31), date(2026, 3, 31), 2),
        (date(2024, 2, 29), date(2025, 2, 28), 11),
        (date(2024, 2, 29), date(2025, 3, 1), 12),
        (date(2024, 2, 29), date(2024, 3, 29), 1),
        (date(2023, 2, 28), date(2024, 2, 29), 12),
        (date(2026, 11, 23), date(2026, 11, 23), 0),
    ],
)
def test_that_a_month_is_full_on_the_day_of_the_month_it_began(since: date, on: date, months: int) -> None:
    assert whole_months(since, on) == months


@given(DAYS, st.integers(0, 40))
def test_that_months_are_reached_on_the_first_day_that_counts_them(since: date, months: int) -> None:
    reached = months_reached_on(since, months)
    assert whole_months(since, reached) >= months
    assert whole_months(since, reached - timedelta(days=1)) < months


def test_that_months_beyond_the_calendar_are_never_reached() -> None:
    assert months_reached_on(date(9999, 12, 31), 1) == date.max


@given(DAYS, st.integers(1, 900))
def test_that_months_before_the_start_are_negative(since: date, days: int) -> None:
    assert whole_months(since, since - timedelta(days=days)) < 0


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (MONDAY, MONDAY, 0),
        (MONDAY, date(2026, 11, 24), 1),
        (MONDAY, date(2026, 11, 27), 4),
        (MONDAY, date(2026, 11, 29), 4),
        (MONDAY, date(2026, 11, 30), 5),
        (date(2026, 11, 27), date(2026, 11, 30), 1),
        (date(2026, 11, 28), date(2026, 11, 29), 0),
        (date(2026, 11, 24), MONDAY, 0),
    ],
)
def test_that_weekends_are_no_working_days(start: date, end: date, days: int) -> None:
    assert working_days_between(start, end, NO_FREE_DAYS) == days


def test_that_a_free_day_counts_once_and_only_in_the_week() -> None:
    christmas = frozenset({date(2026, 12, 25), date(2026, 12, 26)})
    assert working_days_between(date(2026, 12, 24), date(2026, 12, 28), christmas) == 1
    assert working_days_between(date(2026, 12, 24), date(2026, 12, 28), NO_FREE_DAYS) == 2


@given(DAYS, st.integers(0, 120), st.frozensets(DAYS, max_size=5))
def test_that_working_days_are_those_that_going_through_them_finds(
    start: date, days: int, free: frozenset[date]
) -> None:
    after = [start + timedelta(days=number) for number in range(1, days + 1)]
    expected = sum(day.isoweekday() <= 5 and day not in free for day in after)
    assert working_days_between(start, start + timedelta(days=days), free) == expected
