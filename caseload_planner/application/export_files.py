"""The use case of an export: the whole organisation into files, with its line in the audit trail."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from caseload_planner.application.import_source import SourceFile
from caseload_planner.application.ports import AuditEntry, Store
from caseload_planner.domain.organisation import Organisation


class OrganisationWriter(Protocol):
    """Writes an organisation to a place: all of it, or nothing."""

    def __call__(self, organisation: Organisation, target: Path) -> Mapping[SourceFile, int]:
        """Write and give the rows by file; `TargetUnwritableError` where that cannot be."""
        ...


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was exported: the revision, and rows by file."""

    revision: int
    rows: Mapping[SourceFile, int]


def export_files(store: Store, write: OrganisationWriter, target: Path) -> ExportReport:
    """Export everything that is known to `target`.

    The audit line is written in the same transaction and becomes true only when the files are there; with no place to
    note it, nothing is exported. The path is not noted: it may hold a name.

    Raises
    ------
    TargetUnwritableError
        The files could not be written; nothing changed.
    """
    with store.write() as unit:
        organisation = unit.snapshot()
        figures = {"measures": len(organisation.measures), "workers": len(organisation.workers)}
        entry = AuditEntry(action="export", subject="organisation", figures=figures)
        unit.append_audit(entry)
        rows = write(organisation, target)
        unit.commit()
    return ExportReport(organisation.revision, rows)
