"""Writes the database that `tests/databases` keeps of this schema: run it before a step makes the next one.

.venv/bin/python -m tests.persistence.make_old_database
"""

import gzip
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.domain.organisation import Team
from caseload_planner.persistence.audit import Witness
from caseload_planner.persistence.opening import create_store
from caseload_planner.persistence.schema import SCHEMA_VERSION
from caseload_planner.persistence.store import SqliteStore
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


def main() -> None:
    """Write the file, never over one that is there."""
    target = FOLDER / f"schema-{SCHEMA_VERSION}.sqlite.gz"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "planner.sqlite"
        with create_store(path, witness=Witness(now=_noon, os_user=_somebody, app_version="0.1.0")) as store:
            fill(store)
        with target.open("xb") as file:
            file.write(gzip.compress(path.read_bytes(), mtime=0))


if __name__ == "__main__":
    main()
