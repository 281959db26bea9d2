"""Reads the besluitenlijst of a stored proposal, as `decision_rows` has it."""

from collections.abc import Iterable, Mapping
from datetime import date

from caseload_planner.application.ask_other_teams import agreements_for, asked_of_others
from caseload_planner.application.check_proposal import before_its_decision
from caseload_planner.application.decide_proposal import assignments_of_round
from caseload_planner.application.decision_rows import (
    Case,
    Contact,
    DecisionDocument,
    LeftOverRow,
    LoadRow,
    OverrideRow,
    PlacedRow,
    TeamPart,
)
from caseload_planner.application.meeting_records import Agreement
from caseload_planner.application.meeting_rows import handover_rows, handovers_of_round, minutes_rows
from caseload_planner.application.ports import Decision, StoredProposal
from caseload_planner.application.services import Services
from caseload_planner.distribution.proposal import LoadChange
from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.caseload import Caseload, caseload_on
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.waiting_time import days_waiting
from caseload_planner.rules.round import Placement


def decision_document(services: Services, proposal: str) -> DecisionDocument:
    """Read what the besluitenlijst of a stored proposal shows, on the data that it was made for.

    Raises
    ------
    UnknownKeyError
        There is no such proposal.
    """
    with services.store.read() as unit:
        stored = unit.proposal(proposal)
        decision = None if stored.decision is None else unit.decision(stored.decision)
        organisation = before_its_decision(unit, stored)
        handovers = handovers_of_round(unit, stored.request.on, decision)
        agreements = unit.agreements.of_round(stored.request.on) if decision is None else decision.agreements
    begun, _ = assignments_of_round(organisation, stored.proposal.placements, stored.request.on)
    asked = {
        (part.measure, part.worker): _agreed_with(part, agreements) for part in asked_of_others(organisation, begun)
    }
    caseload = caseload_on(organisation, stored.request.on)
    loads = {row.worker: row for row in stored.proposal.loads}
    return DecisionDocument(
        proposal=stored.id,
        on=stored.request.on,
        made_at=stored.made_at,
        status=stored.proposal.status,
        profile=stored.request.profile,
        norm=caseload.norm,
        decision=decision,
        demo=services.demo,
        teams=_team_parts(stored, caseload, loads, asked),
        left_over=tuple(_left_over(stored, caseload)),
        overrides=_overrides(stored, decision, organisation),
        loads=tuple(
            sorted(
                (LoadRow(*_named(organisation, row.worker), row) for row in loads.values()),
                key=lambda row: (row.team, row.name, row.load.worker),
            )
        ),
        minutes=minutes_rows(organisation, decision),
        handovers=handover_rows(organisation, handovers, stored.request.teams),
    )


def latest_proposal(services: Services, on: date | None = None) -> str:
    """Give the proposal of the newest decided round, else the newest draft; with `on` only those of that date.

    Raises
    ------
    UnknownKeyError
        Nothing was proposed yet.
    """
    with services.store.read() as unit:
        standing = (decision for decision in unit.decisions() if decision.withdrawal is None)
        decided = [decision.proposal for decision in standing if on in {None, decision.on}]
        found = decided or [stored.id for stored in unit.proposals(on)]
    if not found:
        when = "" if on is None else f" for {on}"
        raise UnknownKeyError(f"nothing was proposed{when} yet; make a proposal first", kind="proposal", key="")
    return found[0]


def _named(organisation: Organisation, worker: str) -> tuple[str, str]:
    person = organisation.workers[worker]
    return person.name, person.team


def _case(caseload: Caseload, key: str) -> Case:
    measure, weight = caseload.organisation.measures[key], caseload.weights.get(key)
    return Case(
        measure=key,
        family=measure.family,
        type=measure.type,
        urgent=measure.urgent,
        waiting_days=days_waiting(caseload.organisation, measure.key, caseload.on),
        weight=None if weight is None else weight.total,
    )


def _agreed_with(part: Assignment, agreements: Iterable[Agreement]) -> str | None:
    found, _ = agreements_for([part], agreements)
    return found[0].agreed_with if found else None


def _team_parts(
    stored: StoredProposal,
    caseload: Caseload,
    loads: Mapping[str, LoadChange],
    asked: Mapping[tuple[str, str], str | None],
) -> tuple[TeamPart, ...]:
    """Give the placements by team; `asked` has who agreed by (measure, worker) of other teams."""
    organisation = caseload.organisation
    by_team: dict[str, list[Placement]] = {}
    for placement in stored.proposal.placements:
        by_team.setdefault(organisation.measures[placement.measure].team, []).append(placement)

    def contact(measure: str, worker: str) -> Contact:
        key = (measure, worker)
        return Contact(
            worker,
            *_named(organisation, worker),
            loads[worker],
            asked_elsewhere=key in asked,
            agreed_with=asked.get(key),
        )

    def row(placement: Placement) -> PlacedRow:
        measure = placement.measure
        second = None if placement.second is None else contact(measure, placement.second)
        reasons = stored.proposal.reasons.get(measure, ())
        return PlacedRow(_case(caseload, measure), contact(measure, placement.first), second, reasons)

    return tuple(
        TeamPart(organisation.teams[team], tuple(row(placement) for placement in sorted(by_team[team])))
        for team in sorted(by_team)
    )


def _left_over(stored: StoredProposal, caseload: Caseload) -> Iterable[LeftOverRow]:
    organisation = caseload.organisation
    for row in stored.proposal.unplaced:
        team = organisation.teams[organisation.measures[row.measure].team]
        counts = [(rule, row.figures.get(f"blocked_by_{rule}")) for rule in row.rules]
        kept_away = tuple((rule, count if isinstance(count, int) else None) for rule, count in counts)
        yield LeftOverRow(_case(caseload, row.measure), team, row.reason, kept_away)


def _overrides(
    stored: StoredProposal, decision: Decision | None, organisation: Organisation
) -> tuple[OverrideRow, ...]:
    if decision is not None:
        rows = [(row.measure, row.worker, row.rule, row.reason) for row in decision.overrides]
        return tuple(
            OverrideRow(measure, worker, _named(organisation, worker)[0], rule, reason)
            for measure, worker, rule, reason in rows
        )
    return tuple(
        OverrideRow(breach.measure or "", worker, _named(organisation, worker)[0], breach.rule, None)
        for breach in stored.proposal.needs_override
        if (worker := breach.worker) is not None
    )
