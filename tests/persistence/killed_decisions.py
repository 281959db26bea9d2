"""Decides in child processes that are killed at random moments, and looks each time what is left.

Run with a folder, a seed and a number of kills; prints one JSON report. The children are forks of one warmed process,
so that a kill costs a few hundredths of a second. Half of the kills strike just before a random statement, which a seed
repeats exactly; the other half after a random time, which may fall inside a write to the disk.
"""

import json
import os
import random
import select
import signal
import sys
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Engine, event
from sqlalchemy import select as sql_select

from caseload_planner.application.changes import assignment_key
from caseload_planner.application.ports import Decision
from caseload_planner.domain.assignment import Assignment
from caseload_planner.persistence.file_inspection import inspect
from caseload_planner.persistence.opening import create_store, open_store
from caseload_planner.persistence.store import SqliteStore
from caseload_planner.persistence.tables import audit
from tests.persistence.organisation_builders import (
    audit_of,
    changes_of,
    decision_of,
    organisation,
    stored_proposal,
    unassigned,
)

MEASURES = 120
FIRST_DAY = date(2030, 1, 7)
"""Of the decisions; everything before stood in the organisation already."""
DECISIONS_A_LIFE = 3
STATEMENTS_A_LIFE = 60
LONGEST_LIFE_SECONDS = 0.08


@dataclass
class Report:
    """What the kills left behind; `broken` is empty where all is well."""

    kills: int = 0
    acknowledged: int = 0
    decided_unacknowledged: int = 0
    killed_inside_a_decision: int = 0
    unclean: int = 0
    broken: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Moment:
    """When a child dies: before its so-manieth statement, or after so many seconds."""

    statement: int | None
    seconds: float | None


def decide_one(store: SqliteStore, number: int, measures: tuple[str, ...]) -> None:
    stored = stored_proposal(f"P{number}", measures=measures, on=FIRST_DAY + timedelta(days=number))
    with store.write() as unit:
        unit.save_proposal(stored)
        unit.commit()
    with store.write() as unit:
        ended = sorted(
            (a for a in unit.snapshot().assignments if a.from_on >= FIRST_DAY and a.until_on is None), key=str
        )
        decision = decision_of(f"D{number}", stored, ended=tuple(replace(a, until_on=a.from_on) for a in ended))
        unit.record_decision(decision)
        unit.append_audit(audit_of(decision))
        unit.commit()


def live(path: Path, first: int, measures: tuple[str, ...], tell: int, moment: Moment) -> None:
    """Be the child: decide, acknowledging each start and commit through a pipe, until killed."""
    seen = 0

    def strike(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == moment.statement:
            os.kill(os.getpid(), signal.SIGKILL)

    with open_store(path) as store:
        event.listen(Engine, "before_cursor_execute", strike)
        event.listen(Engine, "commit", strike)
        os.write(tell, b"r\n")
        for number in range(first, first + DECISIONS_A_LIFE):
            os.write(tell, f"b{number}\n".encode())
            decide_one(store, number, measures)
            os.write(tell, f"a{number}\n".encode())
    # Whoever lives through it all waits for the end, with the log still beside the file.
    signal.pause()


def one_life(path: Path, first: int, measures: tuple[str, ...], moment: Moment) -> list[str]:
    """Fork a child, kill it at its moment, and give what it told."""
    hear, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        try:
            live(path, first, measures, tell, moment)
        finally:
            os._exit(1)
    os.close(tell)
    told = os.read(hear, 2)
    if moment.seconds is not None:
        # Nothing is awaited here but the moment itself: a pipe to nobody never becomes readable.
        never, nobody = os.pipe()
        select.select([never], [], [], moment.seconds)
        os.close(never)
        os.close(nobody)
        os.kill(child, signal.SIGKILL)
    while part := os.read(hear, 4096):
        told += part
        if moment.seconds is None and f"a{first + DECISIONS_A_LIFE - 1}\n".encode() in told:
            os.kill(child, signal.SIGKILL)
    os.close(hear)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), told
    return told.decode().split()


def wrong_in(store: SqliteStore, acknowledged: set[str]) -> list[str]:
    """Say what of the invariant is broken; a decision is there with all that belongs to it, or not at all."""
    with store.read() as unit:
        found = {decision.id: decision for decision in unit.decisions()}
        proposals = {stored.id: stored.decision for stored in unit.proposals()}
        written = {a for a in unit.snapshot().assignments if a.from_on >= FIRST_DAY}
        pending = unit.decided_assignments()
    with store._engine.connect() as connection:
        audited = sorted(connection.execute(sql_select(audit.c.subject)).scalars())
    begun = {assignment_key(a) for decision in found.values() for a in decision.begun}
    wrong = {
        "an acknowledged decision is lost": not acknowledged <= found.keys(),
        "decisions and audit rows differ": audited != sorted(found),
        "the audit trail is not in order": not store.verify_audit().in_order,
        "decisions and assignments differ": begun != {assignment_key(a) for a in written},
        "decisions and pending assignments differ": begun != pending,
        "an assignment did not end": _still_open(found) != {a for a in written if a.until_on is None},
        "decisions and proposals differ": {d: p for p, d in proposals.items() if d}
        != {decision.id: decision.proposal for decision in found.values()},
    }
    return [what for what, broken in wrong.items() if broken]


def _still_open(found: dict[str, Decision]) -> set[Assignment]:
    if not found:
        return set()
    return set(max(found.values(), key=lambda decision: decision.on).begun)


def run(folder: Path, seed: int, kills: int) -> Report:
    """Kill so many children, one after the other, on one database."""
    rng, report, path = random.Random(seed), Report(), folder / "planner.sqlite"
    known = organisation(measures=MEASURES)
    measures = tuple(unassigned(known))
    with create_store(path) as store, store.write() as unit:
        unit.apply(changes_of(known))
        unit.commit()
    acknowledged: set[str] = set()
    for kill in range(kills):
        by_statement = Moment(rng.randrange(1, STATEMENTS_A_LIFE), None)
        moment = by_statement if kill % 2 else Moment(None, rng.uniform(0, LONGEST_LIFE_SECONDS))
        first = kill * DECISIONS_A_LIFE
        told = one_life(path, first, measures, moment)
        acknowledged |= {f"D{word[1:]}" for word in told if word.startswith("a")}
        report.kills += 1
        report.killed_inside_a_decision += told[-1].startswith("b")
        report.unclean += inspect(path).unclean
        with open_store(path) as store:
            report.broken += [f"kill {kill}: {what}" for what in wrong_in(store, acknowledged)]
            with store.read() as unit:
                report.decided_unacknowledged = len(unit.decisions()) - len(acknowledged)
    report.acknowledged = len(acknowledged)
    return report


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])).__dict__))
