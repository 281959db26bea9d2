"""How long measures last: families of durations, and drawing from them by inversion on a grid of half days.

A measure begins in the middle of a day and is looked at when a day begins, so it is seen at ages of 1/2, 3/2, 5/2 ...
days. ``survival[k]`` is the chance that it still runs at age k + 1/2; drawing is counting at how many of those ages it
still does. So no duration is rounded: the chance to be seen running is exact on every day that anybody looks.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from caseload_planner.staffing.arrays import Floats, Ints
from caseload_planner.staffing.incomplete_gamma import upper_incomplete_gamma

DAYS_A_WEEK = 7
DAYS_A_YEAR = 365.25
LONGEST_YEARS = 21
"""A measure for a youth ends at 18, some at 21 (probation up to 23 begins late); tables end there."""
GRID_DAYS = round(LONGEST_YEARS * DAYS_A_YEAR)
_BUCKETS = 1 << 15


class DurationFamily(StrEnum):
    """The shapes that durations can have."""

    EXPONENTIAL = "exponential"
    GAMMA = "gamma"
    LOGNORMAL = "lognormal"
    WEIBULL = "weibull"
    BETWEEN = "between"
    COURT_TERMS = "court_terms"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Duration:
    """A family with its figures; which ones it needs is in `NEEDED_FIGURES`."""

    family: DurationFamily
    mean_weeks: float | None = None
    shape: float | None = None
    sigma: float | None = None
    from_weeks: float | None = None
    to_weeks: float | None = None
    ends_at_half_year: float | None = None
    ends_at_year: float | None = None
    ends_each_later_year: float | None = None


NEEDED_FIGURES: Mapping[DurationFamily, tuple[str, ...]] = {
    DurationFamily.EXPONENTIAL: ("mean_weeks",),
    DurationFamily.GAMMA: ("mean_weeks", "shape"),
    DurationFamily.LOGNORMAL: ("mean_weeks", "sigma"),
    DurationFamily.WEIBULL: ("mean_weeks", "shape"),
    DurationFamily.BETWEEN: ("from_weeks", "to_weeks"),
    DurationFamily.COURT_TERMS: ("ends_at_half_year", "ends_at_year", "ends_each_later_year"),
    DurationFamily.HISTORY: (),
}


@dataclass(frozen=True, eq=False)
class Survival:
    """A survival function on the grid, ready to draw from.

    Attributes
    ----------
    table
        Chance to run still at age k + 1/2 days; falls from at most 1.
    tail_days
        Mean of what is left to a measure older than the table knows of: drawn as memoryless.
    """

    table: Floats
    tail_days: float

    @cached_property
    def rising(self) -> Floats:
        """The table from its end to its beginning, to look up where a chance lies."""
        return np.ascontiguousarray(self.table[::-1])

    @cached_property
    def _guide(self) -> tuple[Ints, Ints]:
        """For each bucket of chances the fewest and the most ages at which a measure can still run."""
        edges = np.arange(_BUCKETS + 1) / _BUCKETS
        above = len(self.table) - np.searchsorted(self.rising, edges, side="right")
        return above[1:].astype(np.int64), above[:-1].astype(np.int64)

    def ages_seen(self, chance: Floats) -> Ints:
        """Count the ages of the grid at which a measure with this chance still runs: ``table[k] > chance``."""
        fewest, most = self._guide
        bucket = (chance * _BUCKETS).astype(np.int64)
        ages = fewest[bucket]
        open_ = np.flatnonzero(most[bucket] != ages)
        if open_.size:
            sought = chance.ravel()[open_]
            ages.ravel()[open_] = len(self.table) - np.searchsorted(self.rising, sought, side="right")
        return ages

    def remaining_chance(self, age_index: Ints) -> Floats:
        """Give the chance to have come to an age: 1 for an index below 0, 0 beyond the table."""
        inside = np.clip(age_index, 0, len(self.table) - 1)
        chance = np.where(age_index < 0, 1.0, self.table[inside])
        return np.where(age_index >= len(self.table), 0.0, chance)

    def draw(self, uniform: Floats, age_index: Ints) -> Ints:
        """Draw the number of ages of the grid that are seen in all, given that age `age_index` was reached.

        A measure that is older than the family allows goes on as memoryless: data are never perfect.
        """
        reached = self.remaining_chance(age_index)
        ages = self.ages_seen(uniform * reached)
        overdue = reached <= OVERDUE_BELOW
        if np.any(overdue):
            left = -self.tail_days * np.log(uniform)
            beyond = np.maximum(age_index, 0) + 1 + left.astype(np.int64)
            ages = np.where(np.broadcast_to(overdue, ages.shape), beyond, ages)
        return np.maximum(ages, age_index + 1)

    @property
    def mean_days(self) -> float:
        """Mean duration in days, by the midpoint rule that the grid is."""
        return float(self.table.sum())


OVERDUE_BELOW = 1e-9
"""Chances below this are those of data that do not fit the family."""


def survival_of(duration: Duration, tail_days: float, history: Survival | None = None) -> Survival:
    """Make the survival function of a duration; `history` is what stands for the family of that name."""
    if duration.family is DurationFamily.HISTORY:
        if history is None:
            raise ValueError("a duration from history needs the curve of that history")
        return history
    days = np.arange(GRID_DAYS, dtype=np.float64) + 0.5
    return Survival(np.clip(survival_function(duration)(days), 0.0, 1.0), tail_days)


def survival_function(duration: Duration) -> Callable[[Floats], Floats]:
    """Give the chance to last longer than so many days, as a function of the days."""
    family = duration.family
    if family is DurationFamily.BETWEEN:
        low, high = _days(duration.from_weeks), _days(duration.to_weeks)
        return lambda days: np.asarray(np.clip((high - days) / (high - low), 0.0, 1.0))
    if family is DurationFamily.COURT_TERMS:
        return _court_terms(duration)
    mean = _days(duration.mean_weeks)
    if family is DurationFamily.EXPONENTIAL:
        return lambda days: np.exp(-days / mean)
    if family is DurationFamily.GAMMA:
        shape = _figure(duration.shape)
        return lambda days: upper_incomplete_gamma(shape, days * shape / mean)
    if family is DurationFamily.WEIBULL:
        shape = _figure(duration.shape)
        scale = mean / math.gamma(1 + 1 / shape)
        return lambda days: np.exp(-((days / scale) ** shape))
    return _lognormal(mean, _figure(duration.sigma))


def _lognormal(mean_days: float, sigma: float) -> Callable[[Floats], Floats]:
    middle = math.log(mean_days) - sigma**2 / 2
    erfc = np.vectorize(math.erfc, otypes=[np.float64])
    return lambda days: 0.5 * erfc((np.log(days) - middle) / (sigma * math.sqrt(2)))


def _court_terms(duration: Duration) -> Callable[[Floats], Floats]:
    """Ends at half a year, at a year, and then every year, up to 12 days before the term is over (domain.md)."""
    half, year = _figure(duration.ends_at_half_year), _figure(duration.ends_at_year)
    later = _figure(duration.ends_each_later_year)
    terms = [(0.5, half), (1.0, year)]
    left = 1 - half - year
    for n in range(2, LONGEST_YEARS + 1):
        terms.append((float(n), left * later))
        left *= 1 - later

    def chance(days: Floats) -> Floats:
        ended = np.zeros_like(days)
        for years, share in terms:
            last = years * DAYS_A_YEAR
            ended += share * np.clip((days - (last - TERM_ENDS_EARLY_DAYS)) / TERM_ENDS_EARLY_DAYS, 0.0, 1.0)
        return 1.0 - ended

    return chance


TERM_ENDS_EARLY_DAYS = 12.0


def _figure(value: float | None) -> float:
    if value is None:
        raise ValueError("a duration lacks a figure that its family needs")
    return value


def _days(weeks: float | None) -> float:
    return _figure(weeks) * DAYS_A_WEEK
