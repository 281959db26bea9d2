"""Real files for use cases: an organisation in SQLite, with a clock that stands still."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.application.import_files import found_organisation
from caseload_planner.application.services import Services
from caseload_planner.bootstrap import FileDoors
from caseload_planner.domain.organisation import Organisation
from tests.application.memory_store import FixedClock

TODAY = date(2026, 11, 21)


@contextmanager
def stored(organisation: Organisation, path: Path) -> Iterator[Services]:
    """Give services on a new file that holds an organisation."""
    services = replace(FileDoors().create_file(path), clock=FixedClock(TODAY))
    try:
        found_organisation(services.store, organisation)
        yield services
    finally:
        services.close()


def change(services: Services, changes: OrganisationChanges) -> None:
    """Write changes, as an import would."""
    with services.store.write() as unit:
        unit.apply(changes)
        unit.commit()


def organisation_in(services: Services) -> Organisation:
    """Read everything back."""
    with services.store.read() as unit:
        return unit.snapshot()


def audit_rows(services: Services) -> list[tuple[str, str, str]]:
    """Read the audit trail: action, subject and figures, oldest first."""
    with closing(sqlite3.connect(services.path)) as plain:
        return plain.execute("SELECT action, subject, figures FROM audit ORDER BY sequence").fetchall()
