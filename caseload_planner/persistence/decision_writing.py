"""Decisions into the database, with what they begin and end."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from caseload_planner.application.ports import Decision
from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.errors import StaleProposalError, UnknownKeyError
from caseload_planner.persistence import organisation_rows as rows
from caseload_planner.persistence.column_values import day_text, moment_text
from caseload_planner.persistence.decision_reading import BEGUN, ENDED
from caseload_planner.persistence.history import difference_by_key
from caseload_planner.persistence.organisation_writing import ASSIGNMENT_KEY, MoveRevision, key_columns
from caseload_planner.persistence.proposal_records import last_version, refuse_decided
from caseload_planner.persistence.tables import (
    assignments,
    decision_agreements,
    decision_assignments,
    decision_minutes,
    decision_overrides,
    decisions,
    measures,
    pending_assignments,
    workers,
)


def record_decision(connection: Connection, decision: Decision, move_revision: MoveRevision) -> int:
    """Write a decision with what it begins and ends, and give the revision that it made.

    Raises
    ------
    UnknownKeyError
        Where its proposal, or a measure or worker that it names, does not exist.
    StaleProposalError
        Where the proposal was decided already, or something that the decision ends is no longer there.
    """
    refuse_decided(connection, decision.proposal)
    version = last_version(connection, decision.proposal)
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
    agreed = [{"decision": decision.id, "agreement": agreement.id} for agreement in decision.agreements]
    minutes = [{"decision": decision.id, "measure": key, "minutes": text} for key, text in decision.minutes.items()]
    for table, members in (
        (decision_overrides, overrides),
        (decision_assignments, parts),
        (decision_agreements, agreed),
        (decision_minutes, minutes),
    ):
        if members:
            connection.execute(insert(table), members)


def _refuse_unknown(connection: Connection, decision: Decision) -> None:
    named = {(part.measure, part.worker) for part in (*decision.begun, *decision.ended)}
    named |= {(override.measure, override.worker) for override in decision.overrides}
    for kind, column, asked in (
        ("measure", measures.c.measure, {measure for measure, _ in named} | decision.minutes.keys()),
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
