"""Backups of a file: making one, finding those beside it, and what is told of them."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.file_copies import CopyKind, FoundCopy, KeptCopy
from caseload_planner.application.services import Doors
from caseload_planner.gui import formatting
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.gui.viewmodels.status import StatusModel


@dataclass(frozen=True, slots=True)
class CopiesOf:
    """A file and the copies that stand beside it, the newest first."""

    path: Path
    copies: tuple[FoundCopy, ...]

    @property
    def last_backup(self) -> str:
        """The day of the last backup in words; empty where there is none."""
        backups = (copy for copy in self.copies if copy.kind is CopyKind.BACKUP)
        newest = next(backups, None)
        return "" if newest is None else formatting.day(newest.made_at.date())


class FileCopies(QObject):
    """Makes and finds copies; the status line says of which day the last backup of the open file is."""

    backed_up = Signal(object)
    """With the `KeptCopy` that was made, or was there already."""
    found = Signal(object)
    """With the `CopiesOf` a file that was asked about."""
    failed = Signal(object)

    def __init__(self, doors: Doors, session: Session, status: StatusModel, parent: QObject) -> None:
        super().__init__(parent)
        self._doors, self._session, self._status = doors, session, status
        session.opened.connect(self._on_opened)
        self.found.connect(self._on_found)

    def back_up(self, folder: Path | None = None) -> None:
        """Copy the open file as it is, beside it or to a folder, and read the copy back."""
        services, doors = self._session.file, self._doors
        if services is None:
            return

        def copy(_: Run) -> KeptCopy:
            return doors.back_up(services.path, folder)

        self._session.runner.start(
            Lane.DATABASE,
            copy,
            must_finish=True,
            topic="backup",
            on_done=self._on_backed_up,
            on_failed=self._on_failed,
        )

    def look(self, path: Path) -> None:
        """Look which copies of a file stand beside it."""
        doors = self._doors

        def look(_: Run) -> CopiesOf:
            return CopiesOf(path, doors.copies_of(path))

        self._session.runner.start(Lane.DATABASE, look, topic="copies", on_done=self._on_looked)

    @Slot()
    def _on_opened(self) -> None:
        if self._session.file is not None:
            self.look(self._session.file.path)

    @Slot(object)
    def _on_looked(self, of: CopiesOf) -> None:
        self.found.emit(of)

    @Slot(object)
    def _on_found(self, of: CopiesOf) -> None:
        file = self._session.file
        if file is not None and file.path == of.path:
            self._status.set_backup(of.last_backup)

    @Slot(object)
    def _on_backed_up(self, copy: KeptCopy) -> None:
        self._on_opened()
        self.backed_up.emit(copy)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.failed.emit(error)
