"""The stream of assistants to registered caseworkers: 17 of 37 in a year at one organisation (S4)."""

import math
from dataclasses import dataclass

from caseload_planner.domain.capacity import ONBOARDING_STEPS
from caseload_planner.domain.organisation import Onboarding

SEEN_REGISTERED, SEEN_ASSISTANTS = 17, 37
_NORMAL_95 = 1.959963984540054
_WEEKS_A_YEAR = 365.25 / 7


@dataclass(frozen=True, slots=True)
class Stream:
    """What so many assistants become, so many weeks from now.

    Attributes
    ----------
    registered
        Expected number who are registered by then.
    interval
        The same at either end of the 95 % interval of the yearly chance.
    carrying_fte
        Fte that they carry as first contact then, onboarded as starters.
    """

    week: int
    registered: float
    interval: tuple[float, float]
    carrying_fte: float


def wilson_interval(seen: int, of: int) -> tuple[float, float]:
    """Give the 95 % interval of a chance (Wilson, 1927)."""
    if of == 0:
        return 0.0, 1.0
    share, squared = seen / of, _NORMAL_95**2
    middle = (share + squared / (2 * of)) / (1 + squared / of)
    half = _NORMAL_95 * math.sqrt(share * (1 - share) / of + squared / (4 * of * of)) / (1 + squared / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def registered_by(chance_in_a_year: float, week: float) -> float:
    """Give the chance to be registered by a week, at a constant rate."""
    if chance_in_a_year >= 1:
        return 1.0 if week > 0 else 0.0
    return 1.0 - math.pow(1.0 - chance_in_a_year, week / _WEEKS_A_YEAR)


def stream_of(assistants: int, fte_each: float, chance_in_a_year: float, weeks: int) -> list[Stream]:
    """Follow assistants for some weeks."""
    low, high = wilson_interval(SEEN_REGISTERED, SEEN_ASSISTANTS)
    ramp = _starter_shares(weeks)
    new = [registered_by(chance_in_a_year, n + 1) - registered_by(chance_in_a_year, n) for n in range(weeks)]
    rows = []
    for week in range(weeks + 1):
        carrying = sum(new[n] * ramp[week - n - 1] for n in range(week))
        rows.append(
            Stream(
                week,
                assistants * registered_by(chance_in_a_year, week),
                (assistants * registered_by(low, week), assistants * registered_by(high, week)),
                assistants * fte_each * carrying,
            )
        )
    return rows


def _starter_shares(weeks: int) -> list[float]:
    steps = ONBOARDING_STEPS[Onboarding.STARTER]
    return [next((float(share) for until, share in steps if week < until), 1.0) for week in range(weeks + 1)]
