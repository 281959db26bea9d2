"""Everybody's load week by week, some back and some ahead, for the sparkline beside a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from caseload_planner.domain.calendar import monday_of
from caseload_planner.domain.forecast import as_expected
from caseload_planner.domain.load_course import load_course
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.points import Hundredths

WEEKS_BACK = 13
WEEKS_AHEAD = 8
ONE_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class LoadWeeks:
    """Loads around a date.

    Attributes
    ----------
    days
        Mondays before, the date itself, and Mondays after it, in order.
    now
        Place of the date in `days`.
    loads
        Hundredths by worker, one a day; absent where she holds nothing on any of them.
    """

    days: tuple[date, ...]
    now: int
    loads: Mapping[str, tuple[Hundredths, ...]]

    def of(self, worker: str) -> tuple[Hundredths, ...]:
        """Give the course of a worker; nought throughout where she holds nothing."""
        return self.loads.get(worker) or (0,) * len(self.days)


def load_weeks(organisation: Organisation, on: date, *, back: int = WEEKS_BACK, ahead: int = WEEKS_AHEAD) -> LoadWeeks:
    """Work out everybody's load on the Mondays before a date, on the date, and on the Mondays after it.

    Up to the date the figures are those of `caseload_on`; ahead those of `forecast`: measures end when they are
    expected to, and no new ones come.
    """
    monday = monday_of(on)
    first = max(back, 0)
    days = (
        *(monday - ONE_WEEK * number for number in range(first, 0, -1)),
        on,
        *(monday + ONE_WEEK * number for number in range(1, ahead + 1)),
    )
    families = [as_expected(members, on) for members in organisation.measures_by_family.values()]
    return LoadWeeks(days, first, load_course(organisation, days, families))
