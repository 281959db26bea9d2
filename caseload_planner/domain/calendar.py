"""ISO weeks, ages in months and working days: civil dates only."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Protocol


class FreeDays(Protocol):
    """Days on which nobody works besides weekends; handed in from above."""

    def __contains__(self, day: object, /) -> bool:
        """Whether `day` is free."""
        ...


def monday_of(day: date) -> date:
    """Give the Monday of the ISO week that holds `day`."""
    return day - timedelta(days=day.weekday())


def iso_week(day: date) -> str:
    """Write the ISO week of `day` as ``2026-W48``."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def weeks_from(day: date, count: int) -> Iterator[date]:
    """Give `count` Mondays, the first that of the week of `day`."""
    first = monday_of(day)
    return (first + timedelta(weeks=n) for n in range(count))


def whole_months(since: date, on: date) -> int:
    """Count whole months from `since` to `on`; negative before `since`.

    The difference of year and month, less one while the day of the month is before the start day (domain.md).
    """
    return (on.year - since.year) * 12 + on.month - since.month - (on.day < since.day)


def months_reached_on(since: date, months: int) -> date:
    """Give the first day on which so many whole months have passed since a day; the last day there is where later.

    A month too short for the start day passes it on the first of the next one.
    """
    year, month = divmod(since.year * 12 + since.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max
    try:
        return date(year, month + 1, since.day)
    except ValueError:
        # December has 31 days, so the next month is of the same year.
        return date(year, month + 2, 1)


def working_days_between(start: date, end: date, free: FreeDays) -> int:
    """Count working days after `start` up to and including `end`; 0 when `end` is not later."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(1 for day in days if day.weekday() < 5 and day not in free)
