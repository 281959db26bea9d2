"""Accepted handovers that come up in the weekly round of a date, and whether each can still be confirmed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from caseload_planner.application.plan_records import HandoverState, PlannedHandover
from caseload_planner.application.ports import ReadUnit
from caseload_planner.application.services import Services
from caseload_planner.domain.assignment import NOBODY, Holders, Position
from caseload_planner.domain.calendar import monday_of
from caseload_planner.domain.caseload import Caseload, caseload_on
from caseload_planner.domain.errors import HandoverChangedError
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
        As it is kept.
    joined
        Other places of the same measure that change with it, such as a second who comes beside the new first contact.
    starts_on
        The Monday on which the receiver begins to walk along; on `handover.week` she takes over.
    changed
        What is no longer as it was planned, as codes: ``giver_gone``, ``closed`` or the name of a rule. Nothing where
        it can be confirmed; else the plan asks to be made again.
    comes_beside
        Whether it is only a second who comes beside the first contact of now.
    """

    handover: PlannedHandover
    joined: tuple[PlannedHandover, ...]
    joined_names: tuple[str, ...]
    family: str
    from_name: str
    to_name: str
    to_team: str
    starts_on: date
    changed: tuple[str, ...]
    comes_beside: bool

    @property
    def second_joins(self) -> bool:
        """Whether a second comes along with the new first contact."""
        return any(becomes_first(one, (self.handover,)) for one in self.joined)

    @property
    def whole(self) -> tuple[PlannedHandover, ...]:
        """Everything that changes hands with it; give it to `decide` to confirm it."""
        return (self.handover, *self.joined)


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
    together: dict[tuple[str, str], list[PlannedHandover]] = {}
    for one in sorted(planned, key=lambda row: (row.position is not Position.FIRST, row.week, row.from_worker)):
        together.setdefault((one.plan, one.measure), []).append(one)
    wanted = (still_needed(caseload, some) for some in together.values())
    due = (some for some in wanted if some and some[0].starts_on < next_monday)
    rows = (_due(caseload, some) for some in due if any(_concerns(organisation, one, teams) for one in some))
    return tuple(sorted(rows, key=lambda row: (row.starts_on, row.handover.week, row.handover.measure)))


def _concerns(organisation: Organisation, one: PlannedHandover, teams: Collection[str]) -> bool:
    people = (organisation.workers[key].team for key in (one.from_worker, one.to_worker))
    return not teams or bool({organisation.measures[one.measure].team, *people} & set(teams))


def _due(caseload: Caseload, some: Sequence[PlannedHandover]) -> DueHandover:
    organisation, (one, *joined) = caseload.organisation, some
    receiver = organisation.workers[one.to_worker]
    changed = (code for each in some for code in changes_of(caseload, each, some))
    return DueHandover(
        handover=one,
        joined=tuple(joined),
        joined_names=tuple(organisation.workers[each.to_worker].name for each in joined),
        family=organisation.measures[one.measure].family,
        from_name=organisation.workers[one.from_worker].name,
        to_name=receiver.name,
        to_team=organisation.teams[receiver.team].name,
        starts_on=one.starts_on,
        changed=tuple(dict.fromkeys(changed)),
        comes_beside=_joins(caseload.holders.get(one.measure, NOBODY), one, ()),
    )


def still_needed(caseload: Caseload, handovers: Iterable[PlannedHandover]) -> tuple[PlannedHandover, ...]:
    """Leave seconds out who were to join a measure that has got a second since."""
    some = tuple(handovers)
    return tuple(one for one in some if not _needless(caseload.holders.get(one.measure, NOBODY), one, some))


def refuse_changed(caseload: Caseload, handovers: Iterable[PlannedHandover]) -> None:
    """Refuse handovers that can no longer be confirmed as they were planned.

    Raises
    ------
    HandoverChangedError
        The measure is closed, its place is somebody else's by now, or a rule keeps the receiver from it.
    """
    some = tuple(handovers)
    for one in some:
        changed = changes_of(caseload, one, some)
        if changed:
            why = ", ".join(changed)
            raise HandoverChangedError(
                f"{one.measure} can no longer go from {one.from_worker} to {one.to_worker} ({why}); leave it out",
                measure=one.measure,
                worker=one.to_worker,
                why=why,
            )


def changes_of(caseload: Caseload, one: PlannedHandover, beside: Collection[PlannedHandover] = ()) -> tuple[str, ...]:
    """Say what is no longer as it was planned on the date of a caseload, as codes; see `DueHandover.changed`.

    Parameters
    ----------
    beside
        Handovers that are confirmed with it: a second may join who becomes first by one of them.
    """
    if one.measure not in caseload.weights:
        return ("closed",)
    holders = caseload.holders.get(one.measure, NOBODY)
    joins = holders.second is None and _joins(holders, one, beside)
    if holders.position_of(one.from_worker) is not one.position and not joins:
        return ("giver_gone",)
    round_ = Round(caseload=caseload, asked=(), candidates=())
    position: ContactPosition = Position.FIRST if one.position is Position.FIRST else Position.SECOND
    broken = (rule.judge_pair(round_, one.measure, one.to_worker, position) for rule in PERSON_RULES)
    return tuple(breach.rule for breach in broken if breach is not None)


def _needless(holders: Holders, one: PlannedHandover, beside: Collection[PlannedHandover]) -> bool:
    return holders.second not in {None, one.from_worker} and _joins(holders, one, beside)


def _joins(holders: Holders, one: PlannedHandover, beside: Collection[PlannedHandover]) -> bool:
    """Whether a second comes beside somebody who is first contact, comes along to be so, or becomes so with it."""
    there = one.from_worker in {holders.first, holders.incoming}
    return one.position is Position.SECOND and (there or becomes_first(one, beside))


def becomes_first(one: PlannedHandover, beside: Iterable[PlannedHandover]) -> bool:
    """Whether the giver becomes first contact of the same measure by another handover."""
    return any(
        other.position is Position.FIRST and (other.measure, other.to_worker) == (one.measure, one.from_worker)
        for other in beside
    )
