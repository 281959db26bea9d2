"""Organisations to store, made from a seed: no sense in their sizes or dates, but every column is used."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.application.meeting_records import RecordedOverride
from caseload_planner.application.ports import AuditEntry, Decision, StoredProposal
from caseload_planner.distribution.proposal import LevelValue, Proposal, ProposalRequest, Reason, Status
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.measures import Measure, MeasureType, Method, Wanted
from caseload_planner.domain.norm import Norm, NormSet, Phase, Policy
from caseload_planner.domain.organisation import (
    Absence,
    Contract,
    Employment,
    Onboarding,
    Organisation,
    Role,
    Supporter,
    Team,
    Worker,
)
from caseload_planner.rules.round import Placement

MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
FACTORS = ("complex_divorce", "out_of_home", "no_suitable_help", "age_17")


def norm_from(valid_from: date, *, working: int = 1430) -> Norm:
    return Norm(
        valid_from=valid_from,
        funded=1280,
        working=working,
        ceiling=1600,
        duo_first_share=Decimal("0.6"),
        sibling_factor=Decimal("0.75"),
        concurrency_factor=Decimal("0.5"),
        factor_cap=60,
        weights={type_: (Phase(0, 150), Phase(3, 108), Phase(12, 100)) for type_ in MeasureType},
        factors={**dict.fromkeys(FACTORS, 10), "takeover": 25},
    )


def organisation(*, measures: int = 30, seed: int = 1) -> Organisation:
    """Make an organisation with about thirteen measures a worker; the last tenth has nobody yet."""
    rng = random.Random(seed)
    team_keys = [f"T{n:02d}" for n in range(max(2, measures // 200))]
    teams = {key: Team(key, f"Team {key}", f"region {key[-1]}", "Venlo") for key in team_keys}
    workers = {w.key: w for w in (_worker(rng, n, team_keys) for n in range(max(4, measures // 13)))}
    held = {m.key: m for m in (_measure(rng, n, team_keys) for n in range(measures))}
    return Organisation(
        teams=teams,
        workers=workers,
        measures=held,
        assignments=tuple(_assignments(rng, list(held.values())[: measures * 9 // 10], sorted(workers))),
        norms=NormSet(
            (norm_from(date(2025, 1, 1)), norm_from(date(2026, 1, 1), working=1450)), Policy(leaving_days=90)
        ),
        conflicts=frozenset({("W0001", "F00001"), ("W0002", "F00003")}),
        supporters=(Supporter("W0000", team_keys[0], Decimal("18.5")), Supporter("W0003", team_keys[1], Decimal(36))),
    )


def _worker(rng: random.Random, number: int, team_keys: list[str]) -> Worker:
    started = MONDAY - timedelta(days=rng.randrange(400, 4000))
    until = started + timedelta(days=365)
    return Worker(
        key=f"W{number:04d}",
        name=f"Naam {number} é",
        team=rng.choice(team_keys),
        role=rng.choice(list(Role)),
        employment=rng.choice(list(Employment)),
        started_on=started,
        ends_on=MONDAY + timedelta(days=rng.randrange(400)) if rng.random() < 0.2 else None,
        skj_until=date(2028, 1, 1) if rng.random() < 0.9 else None,
        skills=frozenset(rng.sample(["jr", "pmg", "sns", "schotten"], rng.randrange(4))),
        task_share=Decimal(rng.choice(["0", "0.1", "0.15"])),
        personal_ceiling=rng.choice([None, 1234]),
        onboarding=rng.choice(list(Onboarding)),
        wishes=frozenset(rng.sample(["guardianship", "pmg_kansrijk"], rng.randrange(3))),
        contracts=(
            Contract(started, until, Decimal("0.67")),
            Contract(until + timedelta(days=1), None, Decimal(rng.choice(["0.89", "1"]))),
        ),
        absences=(Absence(date(2026, 10, 1), rng.choice([None, date(2026, 12, 1)]), Decimal("0.5")),)
        if rng.random() < 0.3
        else (),
    )


def _measure(rng: random.Random, number: int, team_keys: list[str]) -> Measure:
    reported = MONDAY - timedelta(days=rng.randrange(900))
    started = reported + timedelta(days=3) if rng.random() < 0.8 else None
    return Measure(
        key=f"M{number:05d}",
        family=f"F{number * 2 // 3:05d}",
        youth=f"Y{number:05d}",
        type=rng.choice(list(MeasureType)),
        reported_on=reported,
        started_on=started,
        expected_end=rng.choice([None, date(2027, 5, 1)]),
        closed_on=MONDAY if rng.random() < 0.1 else None,
        team=rng.choice(team_keys),
        factors=frozenset(rng.sample(FACTORS, rng.randrange(3))),
        duo=rng.choice(list(Wanted)),
        sns=rng.choice(list(Wanted)),
        method=rng.choice(list(Method)),
        first_contact_on=started,
        plan_on=rng.choice([None, date(2026, 9, 1)]),
    )


def _assignments(rng: random.Random, measures: list[Measure], workers: list[str]) -> Iterator[Assignment]:
    for measure in measures:
        first, second = rng.sample(workers, 2)
        from_on = measure.reported_on + timedelta(days=5)
        until_on = rng.choice([None, MONDAY + timedelta(days=30)])
        yield Assignment(measure=measure.key, worker=first, position=Position.FIRST, from_on=from_on, until_on=until_on)
        if rng.random() < 0.3:
            yield Assignment(measure=measure.key, worker=second, position=Position.SECOND, from_on=from_on)


def changes_of(organisation: Organisation) -> OrganisationChanges:
    """Give the changes that write a whole organisation."""
    workers = organisation.workers
    return OrganisationChanges(
        teams=tuple(organisation.teams.values()),
        workers=tuple(workers.values()),
        contracts={key: worker.contracts for key, worker in workers.items() if worker.contracts},
        absences={key: worker.absences for key, worker in workers.items() if worker.absences},
        measures=tuple(organisation.measures.values()),
        assignments=organisation.assignments,
        conflicts=organisation.conflicts,
        supporters=organisation.supporters,
        norms=organisation.norms.norms,
        policy=organisation.norms.policy,
    )


def unassigned(organisation: Organisation) -> list[str]:
    """Give the measures that never had anybody, by key."""
    return sorted(set(organisation.measures) - {a.measure for a in organisation.assignments})


def stored_proposal(key: str, *, measures: tuple[str, ...] = ("M00027",), on: date = MONDAY) -> StoredProposal:
    """Make a proposal that gives measures to the first worker."""
    return StoredProposal(
        id=key,
        made_at=NOON,
        revision=1,
        digest=f"digest of {key}",
        asked=measures,
        request=ProposalRequest(on=on, measures=measures),
        proposal=Proposal(
            status=Status.OPTIMAL,
            placements=tuple(Placement(measure, "W0001") for measure in measures),
            unplaced=(),
            levels=(LevelValue("waiting", 0, 0), LevelValue("evenness", 12345, None, 10_000)),
            loads=(),
            reasons={measure: (Reason("room", "W0001", {"room": Decimal("1.50")}),) for measure in measures},
        ),
    )


def decision_of(key: str, stored: StoredProposal, *, ended: tuple[Assignment, ...] = ()) -> Decision:
    """Make the decision that follows a proposal, with an override for its first measure."""
    placements = stored.proposal.placements
    return Decision(
        id=key,
        proposal=stored.id,
        on=stored.request.on,
        decided_by="Teamleider",
        decided_at=NOON,
        remarks="zoals besproken",
        overrides=(RecordedOverride(measure=placements[0].measure, worker="W0001", rule="H8", reason="tijdelijk"),),
        begun=tuple(
            Assignment(measure=p.measure, worker=p.first, position=Position.FIRST, from_on=stored.request.on)
            for p in placements
        ),
        ended=ended,
    )


def audit_of(decision: Decision) -> AuditEntry:
    """Make the audit line of a decision."""
    return AuditEntry(action="decide", subject=decision.id, figures={"begun": len(decision.begun)})
