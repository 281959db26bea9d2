"""Planned handovers that a weekly round confirms: what each begins and ends."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from caseload_planner.application.due_handovers import becomes_first
from caseload_planner.application.plan_records import PlannedHandover
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.errors import HandoverChangedError
from caseload_planner.domain.organisation import Organisation

ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(weeks=1)


def assignments_of_handovers(
    organisation: Organisation, handovers: Iterable[PlannedHandover], on: date
) -> tuple[tuple[Assignment, ...], tuple[Assignment, ...]]:
    """Give the assignments that handovers begin, and the running ones that they end, when confirmed on a date.

    The switch is on the Monday of the planned week, or on the date where that Monday has passed. Until then the
    receiver comes along for the weeks of overlap that are left, one person a measure, unless she has a place on it
    already; that place ends with the switch. A second who joins comes with the switch.

    Raises
    ------
    HandoverChangedError
        Somebody else has the place by now, so that it can no longer be handed over.
    """
    begun: list[Assignment] = []
    ended: list[Assignment] = []
    wanted = tuple(handovers)
    for handover in sorted(wanted, key=lambda one: one.position is not Position.FIRST):
        switch = switch_day(handover, on)
        running = [part for part in organisation.assignments_of[handover.measure] if _runs_at(part, on)]
        joins = _joins(handover, running, wanted)
        ended += (_ended_before(part, switch) for part in _given_up(handover, running, joins=joins))
        along = {part.measure for part in begun if part.position is Position.INCOMING}
        if not joins and handover.measure not in along:
            begun += _coming_along(handover, running, on, switch)
        begun.append(_taken_over(handover, switch))
    # Where a second becomes first and her place goes to another, it ends once.
    return tuple(begun), tuple(dict.fromkeys(ended))


def _joins(handover: PlannedHandover, running: Iterable[Assignment], wanted: Iterable[PlannedHandover]) -> bool:
    """Whether a second comes beside who is, or becomes, first contact."""
    if handover.position is not Position.SECOND:
        return False
    first = any(part.worker == handover.from_worker and part.position is Position.FIRST for part in running)
    return first or becomes_first(handover, wanted)


def switch_day(handover: PlannedHandover, on: date) -> date:
    """Give the day on which a handover that is confirmed on a date switches."""
    return max(handover.week, on)


def _runs_at(part: Assignment, on: date) -> bool:
    return part.until_on is None or part.until_on >= on


def _given_up(handover: PlannedHandover, running: Iterable[Assignment], *, joins: bool) -> list[Assignment]:
    """Give the giver's place, and places of the receiver that make way for it."""
    given = [
        part
        for part in running
        if (part.worker == handover.from_worker and part.position is handover.position)
        or part.worker == handover.to_worker
    ]
    if not joins and not any(part.worker == handover.from_worker for part in given):
        raise HandoverChangedError(
            f"{handover.from_worker} no longer has {handover.measure}, which she was to hand over; plan again",
            measure=handover.measure,
            worker=handover.to_worker,
            why="giver_gone",
        )
    return given


def _ended_before(part: Assignment, switch: date) -> Assignment:
    last = max(switch - ONE_DAY, part.from_on)
    return replace(part, until_on=last if part.until_on is None else min(part.until_on, last))


def _coming_along(
    handover: PlannedHandover, running: Iterable[Assignment], on: date, switch: date
) -> Iterator[Assignment]:
    comes_along = max(on, switch - ONE_WEEK * handover.overlap_weeks)
    if comes_along < switch and all(part.worker != handover.to_worker for part in running):
        yield Assignment(
            measure=handover.measure,
            worker=handover.to_worker,
            position=Position.INCOMING,
            from_on=comes_along,
            until_on=switch - ONE_DAY,
        )


def _taken_over(handover: PlannedHandover, switch: date) -> Assignment:
    return Assignment(measure=handover.measure, worker=handover.to_worker, position=handover.position, from_on=switch)
