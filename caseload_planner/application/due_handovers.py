"""Accepted handovers that come up in the weekly round of a date, and whether each can still be confirmed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from caseload_planner.application.plan_records import HandoverState, PlannedHandover
from caseload_planner.application.ports import ReadUnit
from caseload_planner.application.services import Services
from caseload_planner.domain.assignment import NOBODY, Position
from caseload_planner.domain.calendar import monday_of
from caseload_planner.domain.caseload import Caseload, caseload_on
from caseload_planner.domain.errors import StaleProposalError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.rules.hard_rules import PERSON_RULES
from caseload_planner.rules.round import ContactPosition, Round

WEEK = timedelta(weeks=1)
LONGEST_LOOK_AHEAD = 12 * WEEK
"""No plan lets anybody walk along for longer before the switch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueHandover:
    """A planned handover that waits to be confirmed, with names.

    Attributes
    ----------
    handover
        As it is kept; give it to `decide` to confirm it.
    starts_on
        The Monday on which the receiver begins to walk along; on `handover.week` she takes over.
    changed
        What is no longer as it was planned, as codes: ``giver_gone``, ``closed`` or the name of a rule. Nothing where
        it can be confirmed; else the plan asks to be made again.
    """

    handover: PlannedHandover
    family: str
    from_name: str
    to_name: str
    to_team: str
    starts_on: date
    changed: tuple[str, ...]


def due_handovers(services: Services, on: date, teams: Collection[str] = ()) -> tuple[DueHandover, ...]:
    """Give what accepted plans have for the round of a date, from the data as they are now; see `due_rows`."""
    with services.store.read() as unit:
        planned = planned_until(unit, on)
        organisation = unit.snapshot()
    return due_rows(caseload_on(organisation, on), planned, teams) if planned else ()


def planned_until(unit: ReadUnit, on: date) -> tuple[PlannedHandover, ...]:
    """Give the handovers of accepted plans that nobody confirmed yet and whose overlap may have begun on a date."""
    known = unit.wind_downs.accepted_handovers(to_week=monday_of(on) + LONGEST_LOOK_AHEAD)
    return tuple(one for one in known if one.state is HandoverState.PLANNED)


def due_rows(
    caseload: Caseload, planned: Iterable[PlannedHandover], teams: Collection[str] = ()
) -> tuple[DueHandover, ...]:
    """Give who begins to walk along in the week of a caseload, or should have by then, by the day of it.

    With `teams` only measures or people of these teams.
    """
    next_monday = monday_of(caseload.on) + WEEK
    organisation = caseload.organisation
    due = (one for one in planned if one.starts_on < next_monday and _concerns(organisation, one, teams))
    rows = (_due(caseload, one) for one in due)
    return tuple(sorted(rows, key=lambda row: (row.starts_on, row.handover.week, row.handover.measure)))


def _concerns(organisation: Organisation, one: PlannedHandover, teams: Collection[str]) -> bool:
    people = (organisation.workers[key].team for key in (one.from_worker, one.to_worker))
    return not teams or bool({organisation.measures[one.measure].team, *people} & set(teams))


def _due(caseload: Caseload, one: PlannedHandover) -> DueHandover:
    organisation = caseload.organisation
    receiver = organisation.workers[one.to_worker]
    return DueHandover(
        handover=one,
        family=organisation.measures[one.measure].family,
        from_name=organisation.workers[one.from_worker].name,
        to_name=receiver.name,
        to_team=organisation.teams[receiver.team].name,
        starts_on=one.starts_on,
        changed=changes_of(caseload, one),
    )


def refuse_changed(caseload: Caseload, handovers: Iterable[PlannedHandover]) -> None:
    """Refuse handovers that can no longer be confirmed as they were planned.

    Raises
    ------
    StaleProposalError
        The measure is closed, its place is somebody else's by now, or a rule keeps the receiver from it.
    """
    for one in handovers:
        changed = changes_of(caseload, one)
        if changed:
            why = f"the handover no longer holds ({', '.join(changed)})"
            raise StaleProposalError(
                f"{one.measure} cannot go from {one.from_worker} to {one.to_worker}: {why}; leave it out",
                measure=one.measure,
                worker=one.to_worker,
                why=why,
            )


def changes_of(caseload: Caseload, one: PlannedHandover) -> tuple[str, ...]:
    """Say what is no longer as it was planned on the date of a caseload, as codes; see `DueHandover.changed`."""
    if one.measure not in caseload.weights:
        return ("closed",)
    if caseload.holders.get(one.measure, NOBODY).position_of(one.from_worker) is not one.position:
        return ("giver_gone",)
    round_ = Round(caseload=caseload, asked=(), candidates=())
    position: ContactPosition = Position.FIRST if one.position is Position.FIRST else Position.SECOND
    broken = (rule.judge_pair(round_, one.measure, one.to_worker, position) for rule in PERSON_RULES)
    return tuple(breach.rule for breach in broken if breach is not None)
