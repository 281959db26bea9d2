"""What queueing theory says without simulating: closed forms that the engine is tested against, and never uses.

Measures come as a Poisson process and nobody waits to run, so their number is that of an M/G/infinity queue; families
with several children make it a queue with batches. Rates are a week; survival functions are on the grid of half days.
"""

from collections.abc import Sequence

import numpy as np

from caseload_planner.staffing.arrays import Floats, Ints
from caseload_planner.staffing.durations import DAYS_A_WEEK, Survival


def by_littles_law(rate_per_week: float, survival: Survival) -> float:
    """Give the mean number running in the long run: rate times mean duration (Little, 1961)."""
    return rate_per_week * survival.mean_days / DAYS_A_WEEK


def arrivals_by_day(families_per_week: Floats, measures_a_family: float = 1.0) -> Floats:
    """Spread families of each week evenly over its days, as measures a day."""
    return np.repeat(np.asarray(families_per_week, dtype=np.float64) * measures_a_family / DAYS_A_WEEK, DAYS_A_WEEK)


def expected_running(arrivals: Floats, survival: Survival, weeks: int) -> Floats:
    """Give the mean number running on the first day of each week of what arrives (by day): no stock.

    ``E[N(t)] = sum over days d of arrivals(d) * S(t - d)``: the transient mean of M/G/infinity, exact on the grid.
    """
    return _seen(arrivals, survival.table, weeks)


def batch_variance(families: Floats, children: Sequence[float], survival: Survival, weeks: int) -> Floats:
    """Give the variance of the same where a family (by day) brings 1, 2, ... measures that last independently.

    Given its day a family adds a binomial number; so each adds ``E[C] S + E[C (C - 1)] S^2`` (compound Poisson). With
    one child that is the Poisson variance.
    """
    chances = np.asarray(children)
    number = np.arange(1, len(chances) + 1)
    mean, pairs = float(chances @ number), float(chances @ (number * (number - 1)))
    return mean * _seen(families, survival.table, weeks) + pairs * _seen(families, survival.table**2, weeks)


def _seen(by_day: Floats, table: Floats, weeks: int) -> Floats:
    result = np.zeros(weeks)
    for week in range(1, weeks):
        days = np.arange(min(week * DAYS_A_WEEK, len(by_day)))
        result[week] = by_day[days] @ table[week * DAYS_A_WEEK - days - 1]
    return result


def survivors(age_days: Ints, survival: Survival, weeks: int) -> tuple[Floats, Floats]:
    """Give mean and variance of how many of today's measures still run each week: a sum of chances."""
    first = survival.remaining_chance(age_days - 1)
    mean, variance = np.zeros(weeks), np.zeros(weeks)
    for week in range(weeks):
        chance = survival.remaining_chance(age_days - 1 + week * DAYS_A_WEEK) / first
        mean[week], variance[week] = chance.sum(), (chance * (1 - chance)).sum()
    return mean, variance


def followers_by_day(arrivals: Floats, survival: Survival, share: float) -> Floats:
    """Give how many measures a day begin because others end: arrivals convolved with durations, times their share."""
    table = np.concatenate([[1.0], survival.table[: len(arrivals)]])
    lasts = np.concatenate([[0.0], -np.diff(table)])[: len(arrivals)]
    return share * np.convolve(arrivals, lasts)[: len(arrivals)]


def expected_fte(start: float, turnover_per_year: float, notice_weeks: int, weeks: int, hired: Floats) -> Floats:
    """Give expected contracted fte by week with a constant chance to leave, nobody replaced, and hires by week.

    Who gives notice leaves so many weeks after, so nobody leaves in the first weeks: ``exp(-h (t - notice))``.
    """
    hazard = turnover_per_year * DAYS_A_WEEK / 365.25
    stays = np.exp(-hazard * np.maximum(0, np.arange(weeks) - notice_weeks))
    return np.asarray(start * stays + np.convolve(hired, stays)[:weeks])


def filled_share(turnover_per_year: float, notice_weeks: float, vacancy_weeks: float) -> float:
    """Give the share of time that a place is filled in the long run, where each leaver is replaced (renewal theory).

    Half a week is added to either, as people come and go when a week begins.
    """
    stays = 365.25 / 7 / turnover_per_year + notice_weeks + 0.5
    return stays / (stays + vacancy_weeks + 0.5)
