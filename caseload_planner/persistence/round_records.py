"""Proposals and decisions in the database: what was proposed, what was decided of it, and by whom."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, exists, func, insert, select

from caseload_planner.application.ports import Decision, RecordedOverride, StoredProposal
from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.errors import StaleProposalError, UnknownKeyError
from caseload_planner.persistence import organisation_rows as rows
from caseload_planner.persistence.column_values import day_of, day_text, moment_text
from caseload_planner.persistence.history import difference_by_key
from caseload_planner.persistence.organisation_writing import ASSIGNMENT_KEY, MoveRevision, key_columns
from caseload_planner.persistence.proposal_documents import ProposalDocument, document_of, document_text
from caseload_planner.persistence.tables import (
    assignments,
    decision_assignments,
    decision_overrides,
    decisions,
    measures,
    pending_assignments,
    proposals,
    workers,
)

BEGUN, ENDED = "begun", "ended"


def save_proposal(connection: Connection, stored: StoredProposal) -> None:
    """Keep a draft; saved again under its id it becomes the next version of it.

    Raises
    ------
    StaleProposalError
        Where it was decided already: what was decided does not change.
    """
    _refuse_decided(connection, stored.id)
    versions = select(func.coalesce(func.max(proposals.c.version), 0)).where(proposals.c.proposal == stored.id)
    document = ProposalDocument(asked=stored.asked, request=stored.request, proposal=stored.proposal)
    connection.execute(
        insert(proposals),
        {
            "proposal": stored.id,
            "version": connection.execute(versions).scalar_one() + 1,
            "made_at": moment_text(stored.made_at),
            "on_date": day_text(stored.request.on),
            "revision": stored.revision,
            "digest": stored.digest,
            "document": document_text(document),
        },
    )


def find_proposal(connection: Connection, key: str) -> StoredProposal:
    """Give the last version of a proposal; `UnknownKeyError` where there is none."""
    row = connection.execute(_last_versions().where(proposals.c.proposal == key)).first()
    if row is None:
        raise UnknownKeyError(f"There is no proposal {key}.", kind="proposal", key=key)
    return _proposal_of(row)


def list_proposals(connection: Connection, on: date | None) -> tuple[StoredProposal, ...]:
    """Give the last version of each proposal (for a date), newest first."""
    query = _last_versions().order_by(proposals.c.sequence.desc())
    if on is not None:
        query = query.where(proposals.c.on_date == day_text(on))
    return tuple(map(_proposal_of, connection.execute(query)))


def find_decision(connection: Connection, key: str) -> Decision:
    """Give a decision; `UnknownKeyError` where there is none."""
    found = _decisions_of(connection, select(decisions).where(decisions.c.decision == key))
    if not found:
        raise UnknownKeyError(f"There is no decision {key}.", kind="decision", key=key)
    return found[0]


def list_decisions(connection: Connection) -> tuple[Decision, ...]:
    """Give the decisions, newest first."""
    return _decisions_of(connection, select(decisions).order_by(decisions.c.sequence.desc()))


def pending_keys(connection: Connection) -> frozenset[tuple[str, str, str, date]]:
    """Give the keys of assignments decided here that no source has shown since."""
    columns = [pending_assignments.c[name] for name in ASSIGNMENT_KEY]
    found = connection.execute(select(*columns).where(pending_assignments.c.until_revision.is_(None)))
    return frozenset((measure, worker, position, day_of(from_on)) for measure, worker, position, from_on in found)


def record_decision(connection: Connection, decision: Decision, move_revision: MoveRevision) -> int:
    """Write a decision with what it begins and ends, and give the revision that it made.

    Raises
    ------
    UnknownKeyError
        Where its proposal, or a measure or worker that it names, does not exist.
    StaleProposalError
        Where the proposal was decided already, or something that the decision ends is no longer there.
    """
    _refuse_decided(connection, decision.proposal)
    version = _last_version(connection, decision.proposal)
    _refuse_unknown(connection, decision)
    _refuse_gone(connection, decision.ended)
    revision = move_revision()
    connection.execute(
        insert(decisions),
        {
            "decision": decision.id,
            "proposal": decision.proposal,
            "proposal_version": version,
            "on_date": day_text(decision.on),
            "decided_by": decision.decided_by,
            "decided_at": moment_text(decision.decided_at),
            "remarks": decision.remarks,
            "revision": revision,
        },
    )
    _insert_parts(connection, decision)
    _assign(connection, decision, revision)
    return revision


def _assign(connection: Connection, decision: Decision, revision: int) -> None:
    written = [rows.assignment_row(assignment) for assignment in (*decision.ended, *decision.begun)]
    if written:
        difference_by_key(connection, assignments, ASSIGNMENT_KEY, written).write(connection, revision)
    pending = [
        {**{name: row[name] for name in ASSIGNMENT_KEY}, "decision": decision.id}
        for row in map(rows.assignment_row, decision.begun)
    ]
    if pending:
        difference_by_key(connection, pending_assignments, ASSIGNMENT_KEY, pending).write(connection, revision)


def _insert_parts(connection: Connection, decision: Decision) -> None:
    overrides = [
        {
            "decision": decision.id,
            "ordinal": ordinal,
            "measure": override.measure,
            "worker": override.worker,
            "rule": override.rule,
            "reason": override.reason,
        }
        for ordinal, override in enumerate(decision.overrides)
    ]
    parts = [
        {"decision": decision.id, "part": part, "ordinal": ordinal, **rows.assignment_row(assignment)}
        for part, members in ((BEGUN, decision.begun), (ENDED, decision.ended))
        for ordinal, assignment in enumerate(members)
    ]
    if overrides:
        connection.execute(insert(decision_overrides), overrides)
    if parts:
        connection.execute(insert(decision_assignments), parts)


def _refuse_decided(connection: Connection, proposal: str) -> None:
    decided = connection.execute(select(decisions.c.decision).where(decisions.c.proposal == proposal)).scalar()
    if decided is not None:
        raise StaleProposalError(
            f"Proposal {proposal} was decided already, as {decided}; make a new proposal.",
            proposal=proposal,
            decision=decided,
        )


def _last_version(connection: Connection, proposal: str) -> int:
    found = connection.execute(select(func.max(proposals.c.version)).where(proposals.c.proposal == proposal)).scalar()
    if found is None:
        raise UnknownKeyError(f"There is no proposal {proposal}.", kind="proposal", key=proposal)
    return int(found)


def _refuse_unknown(connection: Connection, decision: Decision) -> None:
    named = {(part.measure, part.worker) for part in (*decision.begun, *decision.ended)}
    named |= {(override.measure, override.worker) for override in decision.overrides}
    for kind, column, asked in (
        ("measure", measures.c.measure, {measure for measure, _ in named}),
        ("worker", workers.c.worker, {worker for _, worker in named}),
    ):
        missing = asked - set(connection.execute(select(column)).scalars())
        if missing:
            raise UnknownKeyError(f"There is no {kind} {min(missing)}.", kind=kind, key=min(missing))


def _refuse_gone(connection: Connection, ended: Sequence[Assignment]) -> None:
    if not ended:
        return
    columns = [assignments.c[name] for name in ASSIGNMENT_KEY]
    current = {tuple(row) for row in connection.execute(select(*columns).where(assignments.c.until_revision.is_(None)))}
    for a in ended:
        if key_columns((a.measure, a.worker, a.position.value, a.from_on)) not in current:
            raise StaleProposalError(
                f"{a.worker} no longer has the part in {a.measure} that would end; make a new proposal.",
                measure=a.measure,
                worker=a.worker,
            )


def _last_versions() -> Select[Any]:
    newer = proposals.alias("newer")
    has_newer = exists().where(newer.c.proposal == proposals.c.proposal, newer.c.version > proposals.c.version)
    return (
        select(
            proposals.c.proposal,
            proposals.c.made_at,
            proposals.c.revision,
            proposals.c.digest,
            proposals.c.document,
            decisions.c.decision,
        )
        .select_from(proposals.outerjoin(decisions, decisions.c.proposal == proposals.c.proposal))
        .where(~has_newer)
    )


def _proposal_of(row: Any) -> StoredProposal:
    document = document_of(row.document)
    return StoredProposal(
        id=row.proposal,
        made_at=datetime.fromisoformat(row.made_at),
        revision=row.revision,
        digest=row.digest,
        asked=document.asked,
        request=document.request,
        proposal=document.proposal,
        decision=row.decision,
    )


def _decisions_of(connection: Connection, query: Select[Any]) -> tuple[Decision, ...]:
    """Give the decisions that a query on `decisions` selects, with their parts read in one go."""
    found = connection.execute(query).mappings().all()
    keys = query.with_only_columns(decisions.c.decision).order_by(None)
    of_these = decision_assignments.c.decision.in_(keys)
    parts: dict[tuple[str, str], list[Assignment]] = defaultdict(list)
    for decision, part, *columns in connection.execute(
        _parts(decision_assignments, "part", "measure", "worker", "position", "from_on", "until_on").where(of_these)
    ):
        parts[decision, part].append(rows.assignment_of(columns))
    overrides: dict[str, list[RecordedOverride]] = defaultdict(list)
    for decision, measure, worker, rule, reason in connection.execute(
        _parts(decision_overrides, "measure", "worker", "rule", "reason").where(decision_overrides.c.decision.in_(keys))
    ):
        overrides[decision].append(RecordedOverride(measure=measure, worker=worker, rule=rule, reason=reason))
    return tuple(
        Decision(
            id=row["decision"],
            proposal=row["proposal"],
            on=day_of(row["on_date"]),
            decided_by=row["decided_by"],
            decided_at=datetime.fromisoformat(row["decided_at"]),
            remarks=row["remarks"],
            overrides=tuple(overrides[row["decision"]]),
            begun=tuple(parts[row["decision"], BEGUN]),
            ended=tuple(parts[row["decision"], ENDED]),
        )
        for row in found
    )


def _parts(table: Table, *columns: str) -> Select[Any]:
    return select(table.c.decision, *(table.c[name] for name in columns)).order_by(table.c.ordinal)
