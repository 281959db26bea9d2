"""Decisions from the database: what was decided of a proposal, by whom, and whether it was taken back."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, select, union

from caseload_planner.application.meeting_records import Agreement, RecordedOverride, Withdrawal
from caseload_planner.application.ports import Decision
from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.persistence import organisation_rows as rows
from caseload_planner.persistence.column_values import day_of
from caseload_planner.persistence.meeting_tables import read_agreements
from caseload_planner.persistence.organisation_writing import ASSIGNMENT_KEY
from caseload_planner.persistence.tables import (
    agreements,
    decision_agreements,
    decision_assignments,
    decision_minutes,
    decision_overrides,
    decisions,
    pending_assignments,
    withdrawals,
)

BEGUN, ENDED = "begun", "ended"


def find_decision(connection: Connection, key: str) -> Decision:
    """Give a decision; `UnknownKeyError` where there is none."""
    found = _decisions_of(connection, select(decisions).where(decisions.c.decision == key))
    if not found:
        raise UnknownKeyError(f"There is no decision {key}.", kind="decision", key=key)
    return found[0]


def list_decisions(connection: Connection, measure: str | None = None) -> tuple[Decision, ...]:
    """Give the decisions (that begin, end, set aside or note something about a measure), newest first."""
    query = select(decisions).order_by(decisions.c.sequence.desc())
    if measure is not None:
        tables = (decision_assignments, decision_overrides, decision_minutes)
        about = union(*(select(table.c.decision).where(table.c.measure == measure) for table in tables))
        query = query.where(decisions.c.decision.in_(about))
    return _decisions_of(connection, query)


def pending_keys(connection: Connection) -> frozenset[tuple[str, str, str, date]]:
    """Give the keys of assignments decided here that no source has shown since."""
    columns = [pending_assignments.c[name] for name in ASSIGNMENT_KEY]
    found = connection.execute(select(*columns).where(pending_assignments.c.until_revision.is_(None)))
    return frozenset((measure, worker, position, day_of(from_on)) for measure, worker, position, from_on in found)


def _decisions_of(connection: Connection, query: Select[Any]) -> tuple[Decision, ...]:
    """Give the decisions that a query on `decisions` selects, with their parts read in one go."""
    found = connection.execute(query).mappings().all()
    keys = query.with_only_columns(decisions.c.decision).order_by(None)
    parts = _assignments_by_decision(connection, keys)
    overrides = _overrides_by_decision(connection, keys)
    agreed = _agreements_by_decision(connection, keys)
    minutes = _minutes_by_decision(connection, keys)
    withdrawn = _withdrawals_by_decision(connection, keys)
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
            agreements=tuple(agreed[row["decision"]]),
            minutes=minutes[row["decision"]],
            withdrawal=withdrawn.get(row["decision"]),
        )
        for row in found
    )


def _assignments_by_decision(connection: Connection, keys: Select[Any]) -> dict[tuple[str, str], list[Assignment]]:
    query = _parts(decision_assignments, "part", "measure", "worker", "position", "from_on", "until_on")
    found: dict[tuple[str, str], list[Assignment]] = defaultdict(list)
    for decision, part, *columns in connection.execute(query.where(decision_assignments.c.decision.in_(keys))):
        found[decision, part].append(rows.assignment_of(columns))
    return found


def _overrides_by_decision(connection: Connection, keys: Select[Any]) -> dict[str, list[RecordedOverride]]:
    query = _parts(decision_overrides, "measure", "worker", "rule", "reason")
    found: dict[str, list[RecordedOverride]] = defaultdict(list)
    for decision, measure, worker, rule, reason in connection.execute(
        query.where(decision_overrides.c.decision.in_(keys))
    ):
        found[decision].append(RecordedOverride(measure=measure, worker=worker, rule=rule, reason=reason))
    return found


def _agreements_by_decision(connection: Connection, keys: Select[Any]) -> dict[str, list[Agreement]]:
    links = connection.execute(select(decision_agreements).where(decision_agreements.c.decision.in_(keys))).all()
    linked = select(decision_agreements.c.agreement).where(decision_agreements.c.decision.in_(keys))
    query = select(agreements).where(agreements.c.agreement.in_(linked))
    by_key = {agreement.id: agreement for agreement in read_agreements(connection, query)}
    found: dict[str, list[Agreement]] = defaultdict(list)
    for decision, agreement in links:
        found[decision].append(by_key[agreement])
    for members in found.values():
        members.sort(key=lambda agreement: (agreement.measure, agreement.position, agreement.worker))
    return found


def _minutes_by_decision(connection: Connection, keys: Select[Any]) -> dict[str, dict[str, str]]:
    query = select(decision_minutes).where(decision_minutes.c.decision.in_(keys)).order_by(decision_minutes.c.measure)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for decision, measure, text in connection.execute(query):
        found[decision][measure] = text
    return found


def _withdrawals_by_decision(connection: Connection, keys: Select[Any]) -> dict[str, Withdrawal]:
    query = select(withdrawals).where(withdrawals.c.decision.in_(keys))
    return {
        row["decision"]: Withdrawal(
            decision=row["decision"],
            withdrawn_by=row["withdrawn_by"],
            withdrawn_at=datetime.fromisoformat(row["withdrawn_at"]),
            reason=row["reason"],
        )
        for row in connection.execute(query).mappings()
    }


def _parts(table: Table, *columns: str) -> Select[Any]:
    return select(table.c.decision, *(table.c[name] for name in columns)).order_by(table.c.ordinal)
