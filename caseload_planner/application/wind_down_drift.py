"""What moved since a wind-down plan was made: handovers that can no longer be, and cases that stand in no plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from caseload_planner.application.due_handovers import changes_of, still_needed
from caseload_planner.application.plan_records import HandoverState, PlannedHandover, PlanState
from caseload_planner.application.plan_wind_down import WindDownDraft
from caseload_planner.domain.caseload import Caseload, caseload_on


@dataclass(frozen=True, slots=True)
class WindDownDrift:
    """How the data of now differ from a plan.

    Attributes
    ----------
    moved
        Whether anything at all was changed in the file since; of an accepted plan every round that confirms some of it
        does that.
    fallen
        Measures of handovers that wait and can no longer be as they were planned, sorted.
    unplanned
        Measures that leavers hold and of which the plan says nothing, or that were to run out and no longer do, sorted.
    """

    moved: bool
    fallen: tuple[str, ...]
    unplanned: tuple[str, ...]

    @property
    def asks_again(self) -> bool:
        """Whether the plan should be made again, as it no longer says what happens to every case."""
        return bool(self.fallen or self.unplanned)


def drift_of(draft: WindDownDraft, on: date) -> WindDownDrift:
    """Hold a plan against the data that it is looked at with; nothing of a withdrawn one is waited for any more."""
    moved = draft.organisation.revision != draft.revision
    if draft.state is PlanState.WITHDRAWN or not (moved or on > draft.request.on):
        return WindDownDrift(moved, (), ())
    now = caseload_on(draft.organisation, on)
    return WindDownDrift(moved, _fallen(draft, now), tuple(sorted(_unplanned(draft, now))))


def _fallen(draft: WindDownDraft, now: Caseload) -> tuple[str, ...]:
    """Ask of each handover whether it could be confirmed: who has it today, and the rules on the day of the switch."""
    days: dict[date, Caseload] = {now.on: now}
    found: set[str] = set()
    waiting = (one for one in draft.handovers if one.state is HandoverState.PLANNED)
    for one in still_needed(now, waiting):
        day = max(now.on, one.week)
        if day not in days:
            days[day] = caseload_on(now.organisation, day)
        rules = _of_rules(changes_of(days[day], one, draft.handovers))
        if rules or _of_holders(changes_of(now, one, draft.handovers)):
            found.add(one.measure)
    return tuple(sorted(found))


_HOLDING = frozenset({"closed", "giver_gone"})


def _of_holders(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in codes if code in _HOLDING)


def _of_rules(codes: tuple[str, ...]) -> tuple[str, ...]:
    # A measure that ends before its switch, or whose giver has gone by then, is no change of today's data.
    return tuple(code for code in codes if code not in _HOLDING)


def _unplanned(draft: WindDownDraft, now: Caseload) -> Iterator[str]:
    # Whoever a later plan took over is that plan's matter.
    others = {one.from_worker for one in draft.handovers if one.state is HandoverState.WITHDRAWN}
    ends = {one.worker: one.ends_on for one in draft.request.leavers if one.worker not in others}
    waiting = {(one.measure, one.from_worker) for one in draft.handovers if _to_come(one, now.on)}
    told = {row.measure for row in draft.plan.unplaced}
    for measure, holders in now.holders.items():
        for worker in (holders.first, holders.second):
            if worker not in ends or measure in told or (measure, worker) in waiting:
                continue
            if measure not in draft.plan.runs_out or _outlasts(now, measure, ends[worker]):
                yield measure
                break


def _to_come(one: PlannedHandover, on: date) -> bool:
    """Whether a handover waits for its round, or was confirmed by one and has its switch ahead."""
    return one.state is HandoverState.PLANNED or (one.state is HandoverState.CONFIRMED and one.week > on)


def _outlasts(now: Caseload, measure: str, ends_on: date) -> bool:
    """Whether a measure that was to run out is now expected to end after its leaver does, or should have ended."""
    end = now.organisation.measures[measure].expected_end
    return end is not None and (end >= ends_on or end <= now.on)
