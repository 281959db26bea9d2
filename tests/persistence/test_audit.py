"""The audit trail only grows, and whoever changes it behind our back is found at the first row."""

from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import ColumnElement, Executable, delete, select, update
from sqlcipher3 import dbapi2

from caseload_planner.application.ports import AuditEntry
from caseload_planner.persistence.audit import BEFORE_THE_FIRST, AuditVerdict, seal, user_of_this_process
from caseload_planner.persistence.engine import connect
from caseload_planner.persistence.store import SqliteStore
from caseload_planner.persistence.tables import audit
from tests.persistence.organisation_builders import NOON, audit_of, decision_of, stored_proposal

ROWS = 5


@pytest.fixture
def audited(filled: SqliteStore) -> SqliteStore:
    for number in range(ROWS):
        with filled.write() as unit:
            unit.append_audit(AuditEntry(action="import", subject=f"S{number}", figures={"rows": number, "kind": "x"}))
            unit.commit()
    return filled


def tamper(store: SqliteStore, statement: Executable) -> None:
    """Change the trail as somebody with the file in hand could."""
    with store._engine.begin() as connection:
        for name in ("audit_never_updated", "audit_never_deleted", "audit_in_sequence"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.execute(statement)


def row(sequence: int) -> ColumnElement[bool]:
    return audit.c.sequence == sequence


def test_that_an_empty_trail_is_in_order(store: SqliteStore) -> None:
    assert store.verify_audit() == AuditVerdict(rows=0, head=BEFORE_THE_FIRST)


def test_that_rows_say_who_when_and_what(audited: SqliteStore) -> None:
    with closing(connect(audited.path)) as connection:
        found = connection.execute("SELECT at, os_user, app_version, action, subject, figures FROM audit").fetchall()
    assert found[2] == (NOON.isoformat(), "somebody", "0.0-test", "import", "S2", '{"kind": "x", "rows": 2}')
    verdict = audited.verify_audit()
    assert verdict.in_order
    assert verdict.rows == ROWS


def test_that_a_row_is_gone_with_the_unit_that_was_not_committed(audited: SqliteStore) -> None:
    with audited.write() as unit:
        unit.append_audit(AuditEntry(action="import", subject="undone"))
    assert audited.verify_audit().rows == ROWS


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET reason = 'x' WHERE sequence = 2",
        "DELETE FROM audit WHERE sequence = 5",
        "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE sequence = 2",
        "INSERT INTO audit SELECT 9, at, os_user, app_version, action, '', '', figures, '', hash FROM audit LIMIT 1",
    ],
)
def test_that_the_database_itself_refuses_to_change_a_row(audited: SqliteStore, statement: str) -> None:
    with (
        closing(connect(audited.path)) as connection,
        pytest.raises(dbapi2.IntegrityError, match="append-only"),
    ):
        connection.execute(statement)
    assert audited.verify_audit().in_order


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    sequence=st.integers(1, ROWS),
    column=st.sampled_from(["at", "os_user", "app_version", "action", "subject", "reason", "figures", "hash"]),
    text=st.text(alphabet="abc", min_size=1, max_size=3),
)
def test_that_any_altered_row_is_named(audited: SqliteStore, sequence: int, column: str, text: str) -> None:
    with audited._engine.connect() as connection:
        before = connection.execute(select(audit.c[column]).where(row(sequence))).scalar_one()
    tamper(audited, update(audit).where(row(sequence)).values({column: before + text}))
    verdict = audited.verify_audit()
    assert (verdict.first_bad, verdict.problem, verdict.rows) == (sequence, "altered", sequence - 1)
    tamper(audited, update(audit).where(row(sequence)).values({column: before}))
    assert audited.verify_audit().in_order


@pytest.mark.parametrize("sequence", [1, 3])
def test_that_a_removed_row_is_missed(audited: SqliteStore, sequence: int) -> None:
    tamper(audited, delete(audit).where(row(sequence)))
    verdict = audited.verify_audit()
    assert (verdict.first_bad, verdict.problem) == (sequence, "missing")


def test_that_a_row_taken_from_another_place_does_not_follow(audited: SqliteStore) -> None:
    with audited._engine.connect() as connection:
        first = connection.execute(select(audit).where(row(1))).mappings().one()
    moved = {**first, "sequence": 3}
    moved["hash"] = seal([value for name, value in moved.items() if name != "hash"])
    tamper(audited, update(audit).where(row(3)).values(moved))
    verdict = audited.verify_audit()
    assert (verdict.first_bad, verdict.problem) == (3, "unlinked")


def test_that_a_cut_tail_shows_in_the_head(audited: SqliteStore) -> None:
    head = audited.verify_audit().head
    tamper(audited, delete(audit).where(row(ROWS)))
    verdict = audited.verify_audit()
    assert verdict.in_order
    assert verdict.head != head


def test_that_a_decision_without_an_audit_row_cannot_be_committed(filled: SqliteStore) -> None:
    stored = stored_proposal("P1")
    with filled.write() as unit:
        unit.save_proposal(stored)
        unit.record_decision(decision_of("D1", stored))
        with pytest.raises(RuntimeError, match="audit"):
            unit.commit()
    with filled.read() as unit:
        assert list(unit.decisions()) == []


def test_that_nothing_more_is_written_in_a_unit_that_was_committed(filled: SqliteStore) -> None:
    stored = stored_proposal("P1")
    made = decision_of("D1", stored)
    with filled.write() as unit:
        unit.save_proposal(stored)
        unit.commit()
        with pytest.raises(RuntimeError, match="committed"):
            unit.append_audit(audit_of(made))
    assert filled.verify_audit().rows == 0


def test_that_a_user_without_a_name_is_still_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    assert user_of_this_process() != ""
