"""How long measures last, how many run and come in: the figures of domain.md, and ages that go with them."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from caseload_planner.demo.dice import Dice, on_working_day
from caseload_planner.domain.measures import MeasureType

RUNNING: Mapping[MeasureType, int] = {
    MeasureType.SUPERVISION_ORDER: 880,
    MeasureType.PROVISIONAL_SUPERVISION_ORDER: 18,
    MeasureType.GUARDIANSHIP: 365,
    MeasureType.PROVISIONAL_GUARDIANSHIP: 12,
    MeasureType.PROBATION_MANDATORY: 175,
    MeasureType.PROBATION_VOLUNTARY: 15,
    MeasureType.INTENSIVE_GUIDANCE: 7,
    MeasureType.PREVENTIVE: 46,
    MeasureType.PMG_KANSRIJK: 5,
    MeasureType.PMG_STRAATKRACHT: 7,
}
"""Running measures at the normal size."""

INFLOW_A_WEEK: Mapping[MeasureType, float] = {
    MeasureType.SUPERVISION_ORDER: 7.2,
    MeasureType.PROVISIONAL_SUPERVISION_ORDER: 1.4,
    MeasureType.GUARDIANSHIP: 1.0,
    MeasureType.PROVISIONAL_GUARDIANSHIP: 0.3,
    MeasureType.PROBATION_MANDATORY: 2.6,
    MeasureType.PROBATION_VOLUNTARY: 1.1,
    MeasureType.INTENSIVE_GUIDANCE: 0.3,
    MeasureType.PREVENTIVE: 1.8,
    MeasureType.PMG_STRAATKRACHT: 0.3,
}
"""New measures a week at the normal size."""

SUMMER, AUTUMN = (7, 8), (9, 10, 11)
SEASON = {month: 0.7 if month in SUMMER else 1.15 if month in AUTUMN else 1.0 for month in range(1, 13)}
"""Inflow of a month against the average."""

_YEAR = 365.25
_ENDS_AT_SIX_MONTHS, _ENDS_AT_A_YEAR, _EXTENDED = 0.08, 0.27, 0.55
_GUARDIANSHIP_MEAN, _GUARDIANSHIP_LONGEST = 7 * _YEAR, 17.5 * _YEAR
_WEEKS: Mapping[MeasureType, tuple[float, float]] = {
    MeasureType.PROVISIONAL_SUPERVISION_ORDER: (8, 13),
    MeasureType.PROVISIONAL_GUARDIANSHIP: (16, 64),
    MeasureType.PROBATION_VOLUNTARY: (9, 19),
    MeasureType.INTENSIVE_GUIDANCE: (20, 32),
    MeasureType.PREVENTIVE: (13, 39),
    MeasureType.PMG_KANSRIJK: (26, 52),
    MeasureType.PMG_STRAATKRACHT: (26, 52),
}
_POOL = 1500


def days_it_lasts(type_: MeasureType, dice: Dice) -> int:
    """Draw how many days a measure lasts from its start."""
    if type_ is MeasureType.SUPERVISION_ORDER:
        return _supervision_days(dice)
    if type_ is MeasureType.GUARDIANSHIP:
        return round(min(60 + dice.exponential(_GUARDIANSHIP_MEAN), _GUARDIANSHIP_LONGEST))
    if type_ is MeasureType.PROBATION_MANDATORY:
        return round(7 * max(8.0, dice.lognormal(67, 0.6)))
    low, high = _WEEKS[type_]
    return round(7 * dice.between(low, high))


def _supervision_days(dice: Dice) -> int:
    """Ends at half a year, at a year, or after one of the yearly extensions by the court."""
    draw = dice.between(0, 1)
    if draw < _ENDS_AT_SIX_MONTHS:
        years = 0.5
    elif draw < _ENDS_AT_SIX_MONTHS + _ENDS_AT_A_YEAR:
        years = 1.0
    else:
        years = 2.0
        while dice.chance(_EXTENDED) and years < 17:
            years += 1.0
    return round(years * _YEAR) - dice.whole(0, 12)


class Ages:
    """Draws how old running measures are and how long they still last.

    Of what runs on a date long measures are over-represented, and the date falls anywhere in them (the inspection
    paradox): durations are drawn by length, the age evenly within.
    """

    def __init__(self, dice: Dice, on: date, youngest_days: int) -> None:
        self._dice = dice
        self._on = on
        self._youngest = youngest_days
        self._pool = cache(self._make_pool)

    def _make_pool(self, type_: MeasureType) -> tuple[list[int], list[float]]:
        durations = [days_it_lasts(type_, self._dice) for _ in range(_POOL)]
        longer = [max(0.0, days - self._youngest) for days in durations]
        return durations, longer

    def start_and_end(self, type_: MeasureType) -> tuple[date, date]:
        """Draw the start of a running measure, more often in a busy month, and the day it will end."""
        while True:
            days = self._dice.weighted(*self._pool(type_))
            age = self._dice.whole(self._youngest, days)
            started = on_working_day(self._on - timedelta(days=age))
            if self._dice.chance(SEASON[started.month] / max(SEASON.values())):
                return started, max(started + timedelta(days=days), self._on + timedelta(days=3))
