"""Planned handovers that a weekly round confirms: what each begins and ends."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from caseload_planner.application.plan_records import PlannedHandover, WindDownReader
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.errors import StaleProposalError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.winddown.plan_documents import plan_from_text

ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(weeks=1)


def assignments_of_handovers(
    organisation: Organisation,
    handovers: Iterable[PlannedHandover],
    on: date,
    joining: Iterable[Assignment] = (),
) -> tuple[tuple[Assignment, ...], tuple[Assignment, ...]]:
    """Give the assignments that handovers begin, and the running ones that they end, when confirmed on a date.

    The switch is on the Monday of the planned week, or on the date where that Monday has passed. Until then the
    receiver comes along for the weeks of overlap that are left, unless she has a place on the measure already; that
    place ends with the switch.

    Parameters
    ----------
    joining
        Second contacts who join measures that are handed over.

    Raises
    ------
    ValueError
        Somebody joins a measure that is not handed over.
    StaleProposalError
        Somebody else has the place by now, so that it can no longer be handed over.
    """
    begun = list(joining)
    ended: list[Assignment] = []
    wanted = tuple(handovers)
    if not {part.measure for part in begun} <= {handover.measure for handover in wanted}:
        raise ValueError("who joins, joins a measure that is handed over")
    for handover in wanted:
        switch = switch_day(handover, on)
        running = [part for part in organisation.assignments_of[handover.measure] if _runs_at(part, on)]
        ended += (_ended_before(part, switch) for part in _given_up(handover, running))
        begun += _taken_over(handover, running, on, switch)
    # Where a second becomes first and her place goes to another, it ends once.
    return tuple(begun), tuple(dict.fromkeys(ended))


def joining_with(
    organisation: Organisation, plans: WindDownReader, handovers: Iterable[PlannedHandover], on: date
) -> tuple[Assignment, ...]:
    """Give the seconds who, by the plans of handovers, join a new first contact on a measure that asks a duo.

    Nobody joins where a second stays or came since the plan was made.
    """
    joining: list[Assignment] = []
    planned: dict[str, dict[tuple[str, str], str]] = {}
    for one in handovers:
        if one.plan not in planned:
            _, plan = plan_from_text(plans.get(one.plan).document)
            planned[one.plan] = {(join.measure, join.giver): join.receiver for join in plan.joining}
        worker = planned[one.plan].get((one.measure, one.from_worker))
        if one.position is Position.FIRST and worker is not None and not _has_second(organisation, one, on):
            since = switch_day(one, on)
            joining.append(Assignment(measure=one.measure, worker=worker, position=Position.SECOND, from_on=since))
    return tuple(joining)


def _has_second(organisation: Organisation, one: PlannedHandover, on: date) -> bool:
    """Whether somebody stands beside the new first contact already."""
    return any(
        part.position is Position.SECOND and part.worker not in {one.from_worker, one.to_worker}
        for part in organisation.assignments_of[one.measure]
        if _runs_at(part, on)
    )


def switch_day(handover: PlannedHandover, on: date) -> date:
    """Give the day on which a handover that is confirmed on a date switches."""
    return max(handover.week, on)


def _runs_at(part: Assignment, on: date) -> bool:
    return part.until_on is None or part.until_on >= on


def _given_up(handover: PlannedHandover, running: Iterable[Assignment]) -> list[Assignment]:
    """Give the giver's place, and places of the receiver that make way for it."""
    given = [
        part
        for part in running
        if (part.worker == handover.from_worker and part.position is handover.position)
        or part.worker == handover.to_worker
    ]
    if not any(part.worker == handover.from_worker for part in given):
        raise StaleProposalError(
            f"{handover.from_worker} no longer has {handover.measure}, which she was to hand over; plan again",
            measure=handover.measure,
            worker=handover.from_worker,
            why="the handover no longer holds",
        )
    return given


def _ended_before(part: Assignment, switch: date) -> Assignment:
    last = max(switch - ONE_DAY, part.from_on)
    return replace(part, until_on=last if part.until_on is None else min(part.until_on, last))


def _taken_over(
    handover: PlannedHandover, running: Iterable[Assignment], on: date, switch: date
) -> Iterator[Assignment]:
    measure, receiver = handover.measure, handover.to_worker
    comes_along = max(on, switch - ONE_WEEK * handover.overlap_weeks)
    if comes_along < switch and all(part.worker != receiver for part in running):
        yield Assignment(
            measure=measure,
            worker=receiver,
            position=Position.INCOMING,
            from_on=comes_along,
            until_on=switch - ONE_DAY,
        )
    yield Assignment(measure=measure, worker=receiver, position=handover.position, from_on=switch)
