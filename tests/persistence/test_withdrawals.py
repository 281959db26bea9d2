"""Whatever rounds were decided, withdrawing takes exactly one of them back, or is refused and changes nothing."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from caseload_planner.application.meeting_records import Withdrawal
from caseload_planner.application.ports import AuditEntry
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.errors import WithdrawalRefusedError
from caseload_planner.persistence.opening import create_store
from caseload_planner.persistence.store import SqliteStore
from tests.persistence.organisation_builders import (
    MONDAY,
    NOON,
    audit_of,
    changes_of,
    decision_of,
    organisation,
    stored_proposal,
)

KNOWN = organisation(measures=12)
MEASURES = sorted(KNOWN.measures)
ROUNDS = st.lists(
    st.tuples(st.frozensets(st.sampled_from(MEASURES), min_size=1, max_size=3), st.sampled_from(sorted(KNOWN.workers))),
    min_size=1,
    max_size=5,
)
State = frozenset[Assignment]


@contextmanager
def a_store() -> Iterator[SqliteStore]:
    with tempfile.TemporaryDirectory() as folder, create_store(Path(folder) / "planner.sqlite") as store:
        with store.write() as unit:
            unit.apply(changes_of(KNOWN))
            unit.commit()
        yield store


def state(store: SqliteStore) -> State:
    with store.read() as unit:
        return frozenset(unit.snapshot().assignments)


def decide(store: SqliteStore, number: int, measures: frozenset[str], worker: str) -> str:
    """End whatever runs on the measures, and give them all to a worker."""
    on = MONDAY + timedelta(weeks=number)
    stored = stored_proposal(f"P-{number}", measures=tuple(sorted(measures)), on=on)
    with store.write() as unit:
        unit.save_proposal(stored)
        running = [a for a in unit.snapshot().assignments if a.measure in measures and a.until_on is None]
        ended = tuple(replace(a, until_on=max(a.from_on, on - timedelta(days=1))) for a in running)
        begun = tuple(
            Assignment(measure=measure, worker=worker, position=Position.FIRST, from_on=on)
            for measure in sorted(measures)
        )
        decision = replace(decision_of(f"B-{number}", stored, ended=ended), begun=begun, overrides=())
        unit.record_decision(decision)
        unit.append_audit(audit_of(decision))
        unit.commit()
    return decision.id


def withdraw(store: SqliteStore, decision: str) -> str | None:
    """Give why it was refused, None where it was not."""
    withdrawal = Withdrawal(decision=decision, withdrawn_by="Leider", withdrawn_at=NOON, reason="vergissing")
    try:
        with store.write() as unit:
            unit.record_withdrawal(withdrawal)
            unit.append_audit(AuditEntry(action="withdraw", subject=decision))
            unit.commit()
    except WithdrawalRefusedError as refusal:
        return str(refusal.figures["why"])
    return None


@settings(max_examples=12)
@given(ROUNDS)
def test_that_withdrawing_backwards_goes_through_every_state_before(rounds: list[tuple[frozenset[str], str]]) -> None:
    with a_store() as store:
        states, keys = [state(store)], []
        for number, (measures, worker) in enumerate(rounds, start=1):
            keys.append(decide(store, number, measures, worker))
            states.append(state(store))
        for key in reversed(keys):
            states.pop()
            assert withdraw(store, key) is None
            assert state(store) == states[-1]
        with store.read() as unit:
            assert all(decision.withdrawal is not None for decision in unit.decisions())
            assert unit.decided_assignments() == frozenset()
        assert store.verify_audit().in_order


@settings(max_examples=12)
@given(ROUNDS, st.randoms(use_true_random=False))
def test_that_a_round_goes_only_while_no_later_one_that_stands_shares_a_measure(
    rounds: list[tuple[frozenset[str], str]], order
) -> None:
    with a_store() as store:
        standing = {
            decide(store, number, measures, worker): (number, measures)
            for number, (measures, worker) in enumerate(rounds, start=1)
        }
        tries = [key for key in standing for _ in range(2)]
        order.shuffle(tries)
        for key in tries:
            before = state(store)
            if key not in standing:
                expected = "withdrawn"
            else:
                number, measures = standing[key]
                later = [held for place, held in standing.values() if place > number]
                expected = "built_on" if any(held & measures for held in later) else None
            assert withdraw(store, key) == expected
            if expected is None:
                _, measures = standing.pop(key)
                changed = {part.measure for part in before ^ state(store)}
                assert changed <= measures
            else:
                assert state(store) == before


def test_that_a_kill_at_any_statement_leaves_a_round_decided_or_withdrawn(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", Path(__file__).with_name("killed_withdrawals.py"), tmp_path],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    report = json.loads(done.stdout)
    assert report["broken"] == []
    assert report["killed"] > 10
    assert (report["differ"], report["lived"]) == (True, True)
