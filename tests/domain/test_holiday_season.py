"""The holiday season is that of the Dutch calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.domain.holiday_season import in_holiday_season

CHRISTMAS = {
    2022: (date(2022, 12, 24), date(2023, 1, 8)),
    2023: (date(2023, 12, 23), date(2024, 1, 7)),
    2024: (date(2024, 12, 21), date(2025, 1, 5)),
    2025: (date(2025, 12, 20), date(2026, 1, 4)),
    2026: (date(2026, 12, 19), date(2027, 1, 3)),
    2027: (date(2027, 12, 25), date(2028, 1, 9)),
}
"""First and last day of the Christmas holiday as the ministry of education set it, by year."""


@pytest.mark.parametrize("year", CHRISTMAS)
def test_that_christmas_is_the_school_holiday_that_was_set(year: int) -> None:
    first, last = CHRISTMAS[year]
    days = [first - timedelta(days=1) + timedelta(days=n) for n in range((last - first).days + 3)]
    assert [in_holiday_season(day) for day in days] == [False, *[True] * ((last - first).days + 1), False]


def test_that_the_summer_is_july_and_august() -> None:
    assert [in_holiday_season(date(2026, month, 15)) for month in range(1, 13)] == [m in {7, 8} for m in range(1, 13)]
    assert not in_holiday_season(date(2026, 6, 30))
    assert not in_holiday_season(date(2026, 9, 1))


@given(st.integers(1, 9998))
def test_that_christmas_day_and_new_year_are_always_in_it(year: int) -> None:
    assert in_holiday_season(date(year, 12, 25))
    assert in_holiday_season(date(year + 1, 1, 1))
    assert not in_holiday_season(date(year, 10, 1))
