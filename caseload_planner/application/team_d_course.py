"""How team D goes by the accepted plan of its page: its fte falls as its cases are handed over."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from caseload_planner.application.plan_records import HandoverState, PlanState
from caseload_planner.application.ports import ReadUnit
from caseload_planner.staffing.arrays import Floats


@dataclass(frozen=True, slots=True)
class TeamDCourse:
    """An accepted plan: the Mondays on which its handovers switch, and the day on which team D is to be at nil."""

    until: date
    switches: tuple[date, ...]

    def shares(self, on: date, weeks: int) -> Floats:
        """Give which part of team D is there by week: that of the handovers still to come, and nothing from `until`."""
        days = [on + timedelta(weeks=n) for n in range(weeks)]
        to_come = sum(switch > on for switch in self.switches)
        left = [sum(switch > day for switch in self.switches) / to_come if to_come else 1.0 for day in days]
        return np.array([share if day < self.until else 0.0 for share, day in zip(left, days, strict=True)])


def accepted_course(unit: ReadUnit) -> TeamDCourse | None:
    """Give the course of the newest accepted plan; None where there is none."""
    accepted = unit.wind_downs.all(PlanState.ACCEPTED)
    if not accepted:
        return None
    handovers = unit.wind_downs.handovers(accepted[0].id)
    switches = tuple(row.week for row in handovers if row.state is not HandoverState.WITHDRAWN)
    return TeamDCourse(accepted[0].until, switches)
