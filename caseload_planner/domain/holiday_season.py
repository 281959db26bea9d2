"""When half of everybody is away: the summer and the two weeks around Christmas."""

from datetime import date, timedelta

SUMMER_MONTHS = frozenset({7, 8})
"""The months in which inflow and staffing are at their lowest; the school holidays of all three regions lie in them but
for a few days. An assumption, like the season of the inflow."""
CHRISTMAS_DAYS = 16
SATURDAY = 5


def in_holiday_season(day: date) -> bool:
    """Whether a date lies in July, August or the Dutch Christmas school holiday."""
    if day.month in SUMMER_MONTHS:
        return True
    return any(_is_within(day, _christmas_from(year)) for year in (day.year - 1, day.year) if year >= date.min.year)


def _christmas_from(year: int) -> date:
    """Give the first day: the Saturday on or before Christmas Day, so that 25 December and 1 January lie within."""
    christmas = date(year, 12, 25)
    return christmas - timedelta(days=(christmas.weekday() - SATURDAY) % 7)


def _is_within(day: date, first: date) -> bool:
    return 0 <= (day - first).days < CHRISTMAS_DAYS
