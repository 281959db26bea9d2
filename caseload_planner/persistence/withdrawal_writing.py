"""Taking a decided round back in the database: compensating rows, nothing removed."""

from typing import Any

from sqlalchemy import Connection, insert, select

from caseload_planner.application.meeting_records import Withdrawal
from caseload_planner.application.ports import Decision
from caseload_planner.domain.errors import WithdrawalRefusedError
from caseload_planner.persistence import organisation_rows as rows
from caseload_planner.persistence.column_values import moment_text
from caseload_planner.persistence.decision_reading import find_decision
from caseload_planner.persistence.handovers_waiting import let_wait_again
from caseload_planner.persistence.history import difference_by_key, held_at, value_columns
from caseload_planner.persistence.organisation_writing import ASSIGNMENT_KEY, MoveRevision
from caseload_planner.persistence.tables import (
    assignments,
    decision_assignments,
    decisions,
    pending_assignments,
    withdrawals,
)

RowKey = tuple[Any, ...]


def record_withdrawal(connection: Connection, withdrawal: Withdrawal, move_revision: MoveRevision) -> int:
    """Take a decision back, and give the revision that this made.

    What it began is known no longer, what it ended stands as it stood just before, and handovers that it confirmed
    wait again; see `let_wait_again`.

    Raises
    ------
    UnknownKeyError
        There is no such decision.
    WithdrawalRefusedError
        It was withdrawn before, or something was built on it since.
    """
    decision = find_decision(connection, withdrawal.decision)
    written = {_key(row): row for row in map(rows.assignment_row, (*decision.ended, *decision.begun))}
    _refuse_withdrawn(decision)
    _refuse_built_on(connection, decision)
    # In this order: what a source had and has taken out again was changed, and is not there.
    _refuse_changed(connection, decision, written)
    _refuse_in_source(connection, decision)
    decided_at = select(decisions.c.revision).where(decisions.c.decision == decision.id)
    before = _rows_held(connection, written, connection.execute(decided_at).scalar_one() - 1)
    revision = move_revision()
    connection.execute(
        insert(withdrawals),
        {
            "decision": decision.id,
            "withdrawn_by": withdrawal.withdrawn_by,
            "withdrawn_at": moment_text(withdrawal.withdrawn_at),
            "reason": withdrawal.reason,
            "revision": revision,
        },
    )
    gone = written.keys() - before.keys()
    difference_by_key(connection, assignments, ASSIGNMENT_KEY, before.values(), gone).write(connection, revision)
    begun = [_key(rows.assignment_row(assignment)) for assignment in decision.begun]
    difference_by_key(connection, pending_assignments, ASSIGNMENT_KEY, (), begun).write(connection, revision)
    let_wait_again(connection, decision.id)
    return revision


def _refuse_withdrawn(decision: Decision) -> None:
    if decision.withdrawal is not None:
        raise WithdrawalRefusedError(
            f"Decision {decision.id} was withdrawn already.", decision=decision.id, why="withdrawn"
        )


def _refuse_built_on(connection: Connection, decision: Decision) -> None:
    """Refuse where a later round that stands decided about one of the same measures."""
    measures = {assignment.measure for assignment in (*decision.begun, *decision.ended)}
    sequence = select(decisions.c.sequence).where(decisions.c.decision == decision.id).scalar_subquery()
    query = (
        select(decisions.c.decision, decision_assignments.c.measure)
        .join(decision_assignments, decision_assignments.c.decision == decisions.c.decision)
        .where(decisions.c.sequence > sequence, decisions.c.decision.not_in(select(withdrawals.c.decision)))
        .order_by(decisions.c.sequence.desc(), decision_assignments.c.measure)
    )
    for later, measure in connection.execute(query):
        if measure in measures:
            raise WithdrawalRefusedError(
                f"Decision {later} came later and decides about {measure} as well; withdraw that one first.",
                decision=decision.id,
                later=later,
                measure=measure,
                why="built_on",
            )


def _refuse_in_source(connection: Connection, decision: Decision) -> None:
    """Refuse where a source has shown one of its assignments: it would come back with the next import."""
    waiting = {
        tuple(row)
        for row in connection.execute(
            select(*(pending_assignments.c[name] for name in ASSIGNMENT_KEY)).where(
                held_at(pending_assignments, None), pending_assignments.c.decision == decision.id
            )
        )
    }
    for assignment in decision.begun:
        if _key(rows.assignment_row(assignment)) not in waiting:
            raise WithdrawalRefusedError(
                f"The source system has {assignment.worker} on {assignment.measure} by now; make a new round instead.",
                decision=decision.id,
                measure=assignment.measure,
                worker=assignment.worker,
                why="in_source",
            )


def _refuse_changed(connection: Connection, decision: Decision, written: dict[RowKey, dict[str, Any]]) -> None:
    now = _rows_held(connection, written, None)
    for key, row in written.items():
        if now.get(key) != row:
            measure, worker = key[:2]
            raise WithdrawalRefusedError(
                f"The part of {worker} in {measure} was changed since; make a new round instead.",
                decision=decision.id,
                measure=measure,
                worker=worker,
                why="changed",
            )


def _rows_held(
    connection: Connection, keys: dict[RowKey, dict[str, Any]], revision: int | None
) -> dict[RowKey, dict[str, Any]]:
    """Give the assignments of some keys as they held at a revision; None for now."""
    columns = value_columns(assignments)
    measures = sorted({key[0] for key in keys})
    query = select(*(assignments.c[name] for name in columns)).where(
        held_at(assignments, revision), assignments.c.measure.in_(measures)
    )
    found = {_key(row): dict(row) for row in connection.execute(query).mappings()}
    return {key: row for key, row in found.items() if key in keys}


def _key(row: Any) -> RowKey:
    return tuple(row[name] for name in ASSIGNMENT_KEY)
