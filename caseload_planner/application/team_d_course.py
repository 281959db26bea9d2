"""How team D goes by the accepted plans of its page: the fte of each secondee falls as her cases are handed over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from caseload_planner.application.plan_records import HandoverState, PlanState, StoredWindDown
from caseload_planner.application.ports import ReadUnit
from caseload_planner.domain.assignment import NOBODY
from caseload_planner.domain.capacity import contract_fte
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.organisation import Organisation, Worker
from caseload_planner.staffing.arrays import Floats
from caseload_planner.winddown.plan_documents import plan_from_text, winding_down_in

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SecondeeCourse:
    """A secondee: the days on which what she has goes, and the first day without her, None where none is known.

    What she has goes by a handover, by itself, or with her. Who is in no plan has no such days, and is there whole
    until her last one.
    """

    worker: Worker
    until: date | None
    switches: tuple[date, ...] = ()

    def shares(self, on: date, days: list[date]) -> Floats:
        """Give which part of her is there by day: that of what she still has then, and nothing from `until`."""
        to_come = sum(switch > on for switch in self.switches)
        left = [sum(switch > day for switch in self.switches) / to_come if to_come else 1.0 for day in days]
        there = [self.until is None or day < self.until for day in days]
        return np.array(left, dtype=np.float64) * np.array(there, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class TeamDCourse:
    """The accepted plans together: everybody of team D, by key."""

    secondees: tuple[SecondeeCourse, ...]

    def shares(self, on: date, weeks: int) -> Floats:
        """Give which part of team D's contracted fte of a day is there in each week from then on."""
        days = [on + timedelta(weeks=n) for n in range(weeks)]
        sizes = np.array([float(contract_fte(one.worker, on)) for one in self.secondees])
        if not sizes.any():
            return np.zeros(weeks)
        shares: Floats = np.average([one.shares(on, days) for one in self.secondees], axis=0, weights=sizes)
        return shares


def accepted_course(unit: ReadUnit) -> TeamDCourse | None:
    """Give the course by all plans that stand; None where nobody of team D is in one.

    Of two plans for one person the one made last says her last day; what is confirmed of the earlier one counts.
    """
    plans = unit.wind_downs.all(PlanState.ACCEPTED)
    if not plans:
        return None
    organisation, ends = unit.snapshot(), {}
    for plan in reversed(plans):
        ends.update({key: row.nil_on for key, row in winding_down_in(plan.document).items()})
    switches: dict[str, list[date]] = {}
    for plan in reversed(plans):
        # What finds nobody she has until her last day, and what runs out until it does.
        for key, days in _staying(organisation, plan).items():
            switches[key] = [min(day, ends[key]) for day in days]
    for plan in plans:
        for row in unit.wind_downs.handovers(plan.id):
            if row.state is not HandoverState.WITHDRAWN:
                switches.setdefault(row.from_worker, []).append(row.week)
    secondees = tuple(_secondees(organisation, ends, switches))
    return TeamDCourse(secondees) if any(one.worker.key in ends for one in secondees) else None


def _staying(organisation: Organisation, plan: StoredWindDown) -> dict[str, list[date]]:
    """Give by leaver until when she has what is not handed over; where no end is known without one."""
    request, found = plan_from_text(plan.document)
    staying: dict[str, list[date]] = {one.worker: [] for one in request.leavers}
    for row in found.unplaced:
        staying[row.giver].append(date.max)
    holders = caseload_on(organisation, request.on).holders
    for measure in found.runs_out:
        end = organisation.measures[measure].expected_end or date.max
        held = holders.get(measure, NOBODY)
        for worker in {held.first, held.second} & staying.keys():
            staying[str(worker)].append(end)
    return staying


def _secondees(
    organisation: Organisation, ends: dict[str, date], switches: dict[str, list[date]]
) -> Iterator[SecondeeCourse]:
    for key, worker in organisation.workers.items():
        if not worker.seconded:
            continue
        own = None if worker.ends_on is None else worker.ends_on + ONE_DAY
        planned = ends.get(key)
        until = min((day for day in (own, planned) if day is not None), default=None)
        yield SecondeeCourse(worker, until, tuple(sorted(switches.get(key, ()))) if planned is not None else ())
