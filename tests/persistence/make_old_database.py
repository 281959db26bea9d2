"""Writes the database that `tests/databases` keeps of this schema: run it before a step makes the next one.

.venv/bin/python -m tests.persistence.make_old_database
"""

import gzip
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.application.meeting_records import Withdrawal
from caseload_planner.application.plan_records import PlanState
from caseload_planner.application.ports import AuditEntry
from caseload_planner.domain.organisation import Team
from caseload_planner.persistence.audit import Witness
from caseload_planner.persistence.opening import create_store
from caseload_planner.persistence.schema import SCHEMA_VERSION
from caseload_planner.persistence.store import SqliteStore
from tests.persistence.example_records import AGREEMENT, DISPUTE, DRAFT, HANDOVERS, PLAN, RESULT, SCENARIO
from tests.persistence.old_databases import FOLDER
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


def _noon() -> datetime:
    return NOON


def _somebody() -> str:
    return "somebody"


def fill(store: SqliteStore) -> None:
    """Write an organisation of 40 measures, two proposals, one decision, and a change after it."""
    known = organisation(measures=40)
    with store.write() as unit:
        unit.apply(changes_of(known))
        unit.commit()
    free = unassigned(known)
    decided = stored_proposal("P-1", measures=tuple(free[:2]))
    with store.write() as unit:
        unit.save_proposal(decided)
        unit.save_proposal(stored_proposal("P-2", measures=tuple(free[2:3]), on=MONDAY + timedelta(days=7)))
        running = next(part for part in unit.snapshot().assignments if part.until_on is None)
        decision = decision_of("B-1", decided, ended=(replace(running, until_on=MONDAY - timedelta(days=1)),))
        unit.record_decision(decision)
        unit.append_audit(audit_of(decision))
        unit.commit()
    with store.write() as unit:
        unit.apply(OrganisationChanges(teams=(Team("T99", "Team 99", "region 9", "Heerlen"),)))
        unit.commit()


def fill_records(store: SqliteStore) -> None:
    """Write what schema 2 added, one of each, and take the decision back."""
    with store.write() as unit:
        unit.disputes.record(DISPUTE)
        unit.disputes.answer(DISPUTE.id, answer="aangepast", answered_by="Bea", answered_at=NOON)
        unit.agreements.record(AGREEMENT)
        unit.open_drafts.keep(DRAFT)
        unit.wind_downs.record(PLAN, HANDOVERS)
        unit.wind_downs.settle(PLAN.id, PlanState.ACCEPTED, settled_by="Bea", settled_at=NOON)
        unit.scenarios.keep(SCENARIO)
        unit.scenarios.keep_result(RESULT)
        unit.record_withdrawal(
            Withdrawal(decision="B-1", withdrawn_by="Leider", withdrawn_at=NOON, reason="vergissing")
        )
        unit.append_audit(AuditEntry(action="withdraw", subject="B-1"))
        unit.commit()


def main() -> None:
    """Write the file, never over one that is there."""
    target = FOLDER / f"schema-{SCHEMA_VERSION}.sqlite.gz"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "planner.sqlite"
        with create_store(path, witness=Witness(now=_noon, os_user=_somebody, app_version="0.1.0")) as store:
            fill(store)
            fill_records(store)
        with target.open("xb") as file:
            file.write(gzip.compress(path.read_bytes(), mtime=0))


if __name__ == "__main__":
    main()
