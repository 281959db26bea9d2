"""Withdraws a decision in child processes that die at each statement, and looks what is left.

Run with a folder; prints one JSON report.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Engine, event

from caseload_planner.application.meeting_records import Withdrawal
from caseload_planner.application.ports import AuditEntry
from caseload_planner.persistence.opening import create_store, open_store
from tests.persistence.killed_upgrades import in_child
from tests.persistence.organisation_builders import (
    MONDAY,
    NOON,
    audit_of,
    changes_of,
    decision_of,
    organisation,
    stored_proposal,
    unassigned,
)

DECISION = "B-1"
Left = tuple[object, ...]


def make(path: Path) -> None:
    """Make a database in which a decision ended something and began something."""
    known = organisation(measures=40)
    stored = stored_proposal("P-1", measures=tuple(unassigned(known)[:2]))
    with create_store(path) as store:
        with store.write() as unit:
            unit.apply(changes_of(known))
            unit.commit()
        with store.write() as unit:
            unit.save_proposal(stored)
            running = next(part for part in unit.snapshot().assignments if part.until_on is None)
            decision = decision_of(DECISION, stored, ended=(replace(running, until_on=MONDAY - timedelta(days=1)),))
            unit.record_decision(decision)
            unit.append_audit(audit_of(decision))
            unit.commit()


def withdraw(path: Path) -> None:
    withdrawal = Withdrawal(decision=DECISION, withdrawn_by="Leider", withdrawn_at=NOON, reason="vergissing")
    with open_store(path) as store, store.write() as unit:
        unit.record_withdrawal(withdrawal)
        unit.append_audit(AuditEntry(action="withdraw", subject=DECISION))
        unit.commit()


def left_in(path: Path) -> Left:
    """Give everything that a withdrawal touches."""
    with open_store(path) as store, store.read() as unit:
        snapshot = unit.snapshot()
        verdict = store.verify_audit()
        withdrawn = unit.decision(DECISION).withdrawal is not None
        pending = frozenset(unit.decided_assignments())
        return (snapshot.assignments, snapshot.revision, pending, withdrawn, verdict.rows, verdict.in_order)


def dying_at(path: Path, statement: int) -> Callable[[], None]:
    def act() -> None:
        seen = 0

        def strike(*_: object) -> None:
            nonlocal seen
            seen += 1
            if seen == statement:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "before_cursor_execute", strike)
        event.listen(Engine, "commit", strike)
        withdraw(path)

    return act


def run(folder: Path) -> dict[str, object]:
    make(folder / "planner.sqlite")
    content = (folder / "planner.sqlite").read_bytes()
    before = left_in(folder / "planner.sqlite")
    withdraw(folder / "planner.sqlite")
    after = left_in(folder / "planner.sqlite")
    killed, broken = 0, []
    while True:
        path = folder / f"{killed}.sqlite"
        path.write_bytes(content)
        if not os.WIFSIGNALED(in_child(dying_at(path, killed + 1))):
            break
        killed += 1
        if left_in(path) not in {before, after}:
            broken.append(killed)
    return {"killed": killed, "broken": broken, "differ": before != after, "lived": left_in(path) == after}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]))))
