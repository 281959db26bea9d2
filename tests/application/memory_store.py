"""A store in memory with the promises of the real one: a unit that is not committed leaves nothing behind."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

from caseload_planner.application.changes import AssignmentKey, ChangeSet, OrganisationChanges, assignment_key
from caseload_planner.application.ports import AuditEntry, Decision, StoredProposal
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Organisation


class FixedClock:
    """A clock that stands still."""

    def __init__(self, today: date) -> None:
        self._today = today

    def now(self) -> datetime:
        return datetime(self._today.year, self._today.month, self._today.day, 9, tzinfo=UTC)

    def today(self) -> date:
        return self._today


class MemoryUnit:
    """Both a read and a write unit."""

    def __init__(self, store: "MemoryStore") -> None:
        self._store = store
        self._organisation = store.organisation
        self._pending = store.pending
        self._entries: list[AuditEntry] = []

    def snapshot(self) -> Organisation:
        return self._organisation

    def decided_assignments(self) -> frozenset[AssignmentKey]:
        return self._pending

    def proposal(self, key: str) -> StoredProposal:
        raise UnknownKeyError(f"no proposal {key}")

    def proposals(self, on: date | None = None) -> Sequence[StoredProposal]:
        return () if on is None else (self.proposal(str(on)),)

    def decision(self, key: str) -> Decision:
        return next(decision for decision in self._store.decided if decision.id == key)

    def decisions(self, measure: str | None = None) -> Sequence[Decision]:
        measures = [{part.measure for part in (*one.begun, *one.ended)} for one in self._store.decided]
        pairs = zip(self._store.decided, measures, strict=True)
        return tuple(decision for decision, about in pairs if measure is None or measure in about)

    def apply(self, changes: OrganisationChanges) -> ChangeSet:
        self._organisation = applied(self._organisation, changes)
        self._pending -= {*changes.confirmed_assignments, *changes.withdrawn_assignments}
        return ChangeSet(self._organisation.revision, measures=True)

    def save_proposal(self, stored: StoredProposal) -> None:
        raise NotImplementedError

    def record_decision(self, decision: Decision) -> ChangeSet:
        raise NotImplementedError

    def append_audit(self, entry: AuditEntry) -> None:
        self._entries.append(entry)

    def commit(self) -> None:
        self._store.organisation = self._organisation
        self._store.pending = self._pending
        self._store.audit += self._entries


class MemoryStore:
    """An organisation in memory; `pending` and `decided` are set by the test."""

    def __init__(self, norms: NormSet) -> None:
        self.organisation = Organisation({}, {}, {}, (), norms)
        self.pending: frozenset[AssignmentKey] = frozenset()
        self.decided: list[Decision] = []
        self.audit: list[AuditEntry] = []

    @contextmanager
    def read(self) -> Iterator[MemoryUnit]:
        yield MemoryUnit(self)

    @contextmanager
    def write(self) -> Iterator[MemoryUnit]:
        yield MemoryUnit(self)

    def gather(self) -> None:
        """Do nothing: there is no file."""


def applied(known: Organisation, changes: OrganisationChanges) -> Organisation:
    """Give the organisation after the changes, one revision on."""
    workers = dict(known.workers)
    for worker in changes.workers:
        before = workers.get(worker.key, worker)
        workers[worker.key] = replace(worker, contracts=before.contracts, absences=before.absences)
    for key, contracts in changes.contracts.items():
        workers[key] = replace(workers[key], contracts=contracts)
    for key, absences in changes.absences.items():
        workers[key] = replace(workers[key], absences=absences)
    assignments = {assignment_key(part): part for part in known.assignments}
    assignments |= {assignment_key(part): part for part in changes.assignments}
    for withdrawn in changes.withdrawn_assignments:
        del assignments[withdrawn]
    norms = {} if known.revision == 0 and changes.norms else {norm.valid_from: norm for norm in known.norms.norms}
    norms |= {norm.valid_from: norm for norm in changes.norms}
    return Organisation(
        teams=dict(sorted({**known.teams, **{team.key: team for team in changes.teams}}.items())),
        workers=dict(sorted(workers.items())),
        measures=dict(sorted({**known.measures, **{m.key: m for m in changes.measures}}.items())),
        assignments=tuple(assignments[key] for key in sorted(assignments)),
        norms=NormSet(tuple(norms[day] for day in sorted(norms)), changes.policy or known.norms.policy),
        conflicts=known.conflicts if changes.conflicts is None else changes.conflicts,
        supporters=known.supporters if changes.supporters is None else changes.supporters,
        revision=known.revision + 1,
    )
