"""A step curve to start from: each month a little less, in a straight line to nothing."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from caseload_planner.domain.points import Hundredths
from caseload_planner.winddown.request import Leaver, Step

LAG = timedelta(weeks=5)
"""Before the first month that asks less there is time to agree and to walk along."""
ROUND_UP_TO = 50


def even_steps(leaver: Leaver, on: date, load: Hundredths) -> tuple[Step, ...]:
    """Give the most that a leaver carries from the first of each month, in half points rounded up."""
    days = (leaver.ends_on - on).days
    return tuple(
        Step(leaver.worker, first, _half_points_up(load * max(0, days - max(0, (first - LAG - on).days)), days))
        for first in firsts_of_months(on, leaver.ends_on)
    )


def firsts_of_months(on: date, until: date) -> Iterator[date]:
    """Give the first days of the months after a day, before another."""
    year, month = on.year, on.month
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        first = date(year, month, 1)
        if first >= until:
            return
        yield first


def in_force(steps: Sequence[Step], worker: str, day: date) -> Hundredths | None:
    """Give the step that holds for a leaver on a day, or None before the first."""
    reached = [step for step in sorted(steps) if step.worker == worker and step.from_on <= day]
    return reached[-1].most if reached else None


def _half_points_up(numerator: int, denominator: int) -> Hundredths:
    whole = -(-numerator // max(1, denominator))
    return -(-whole // ROUND_UP_TO) * ROUND_UP_TO
