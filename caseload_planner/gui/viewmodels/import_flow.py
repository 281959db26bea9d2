"""The steps of an import: choose, read and look, confirm, write. Reading and writing happen in the database lane."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.import_files import import_files
from caseload_planner.application.import_report import ImportOutcome, ImportReport
from caseload_planner.application.import_source import ImportSource
from caseload_planner.application.services import Doors, Services
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.session import Session


class ImportStep(StrEnum):
    """Where the user is."""

    CHOOSE = "choose"
    READING = "reading"
    PREVIEW = "preview"
    WRITING = "writing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class _Preview:
    source: ImportSource
    report: ImportReport


class ImportFlow(QObject):
    """State of the import dialog.

    Parameters
    ----------
    session
        Into whose file is imported.

    Attributes
    ----------
    report
        What would happen (at `PREVIEW`) or what happened (at `DONE`).
    """

    step_changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, services: Services, doors: Doors, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._services, self._doors = session, services, doors
        self._source: ImportSource | None = None
        self.step = ImportStep.CHOOSE
        self.path: Path | None = None
        self.mapping: Path | None = None
        self.report: ImportReport | None = None

    @property
    def rejected(self) -> bool:
        """Whether the source has problems, so that nothing can be written."""
        return self.report is not None and self.report.outcome is ImportOutcome.REJECTED

    @property
    def needs_confirmation(self) -> bool:
        """Whether so many running measures would close or lose a contact that somebody has to agree."""
        return self.report is not None and self.report.needs_confirmation

    @property
    def nothing_new(self) -> bool:
        """Whether the source holds what is known already."""
        if self.report is None or self.rejected:
            return False
        return not any(
            count
            for counts in self.report.files.values()
            for count in (counts.added, counts.changed, counts.closed, counts.dropped)
        )

    def look_at(self, path: Path, mapping: Path | None = None) -> None:
        """Read a source, by a mapping if there is one, and work out what it would change; nothing is written."""
        doors, services = self._doors, self._services
        self.path, self.mapping = path, mapping

        def read(_: Run) -> _Preview:
            source = doors.read_source(path, mapping)
            report = import_files(
                services.store, source, clock=services.clock, default_norms=services.norms, dry_run=True
            )
            return _Preview(source, report)

        self._go(ImportStep.READING)
        self._session.runner.start(
            Lane.DATABASE, read, topic="import", on_done=self._on_preview, on_failed=self._on_failed
        )

    def write(self) -> None:
        """Write what the preview said; the user has agreed."""
        source, services = self._source, self._services
        if source is None or self.rejected:
            return

        def write(_: Run) -> ImportReport:
            return import_files(
                services.store, source, clock=services.clock, default_norms=services.norms, confirmed=True
            )

        self._go(ImportStep.WRITING)
        self._session.runner.start(
            Lane.DATABASE, write, must_finish=True, topic="import", on_done=self._on_written, on_failed=self._on_failed
        )

    def start_again(self) -> None:
        """Go back to choosing."""
        self._session.runner.drop("import")
        self._source = self.report = None
        self._go(ImportStep.CHOOSE)

    def _go(self, step: ImportStep) -> None:
        self.step = step
        self.step_changed.emit()

    @Slot(object)
    def _on_preview(self, preview: _Preview) -> None:
        self._source, self.report = preview.source, preview.report
        self._go(ImportStep.PREVIEW)

    @Slot(object)
    def _on_written(self, report: ImportReport) -> None:
        self.report = report
        if report.change_set is not None:
            self._session.notifier.publish(report.change_set)
        self._go(ImportStep.PREVIEW if self.rejected else ImportStep.DONE)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._go(ImportStep.CHOOSE)
        self.failed.emit(error)
