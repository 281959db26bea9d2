"""Takes the caseload table along as it is seen: onto the clipboard, or into a file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from caseload_planner.gui.viewmodels.caseload_page import CaseloadPageModel
from caseload_planner.gui.viewmodels.status import StatusModel
from caseload_planner.gui.views.caseload.copying import put_on_clipboard
from caseload_planner.gui.views.caseload.worker_table_view import WorkerTableView


class TableKeeper(QObject):
    """Copies and saves exactly the rows and columns that a table shows, and says so in the status line.

    Parameters
    ----------
    table
        The view: its columns are what is seen, its marked rows what Ctrl+C copies.
    """

    def __init__(self, model: CaseloadPageModel, table: WorkerTableView, status: StatusModel) -> None:
        super().__init__(table)
        self._model, self._table, self._status = model, table, status
        model.saved.connect(self._on_saved)

    @Slot()
    def copy_marked(self) -> None:
        """Copy the marked rows, or everything where none is marked."""
        rows = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        self._copy(rows or range(self._model.table.rowCount()))

    @Slot()
    def copy_all(self) -> None:
        """Copy every row that is seen."""
        self._copy(range(self._model.table.rowCount()))

    def _copy(self, rows: Sequence[int]) -> None:
        put_on_clipboard(self._model.sheet(rows, self._table.shown_columns))
        self._status.say(self.tr("Copied: %Ln rows.", "", len(rows)))

    @Slot(str)
    def ask_where(self, ending: str) -> None:
        """Ask for a place and save there, as ``.csv`` or ``.xlsx``."""
        services = self._model.session.services
        if services is None:
            return
        name = f"caseload-{self._model.session.scope.on.isoformat()}{ending}"
        kinds = {".csv": self.tr("CSV (*.csv)"), ".xlsx": self.tr("Excel (*.xlsx)")}
        proposed = str(services.path.parent / name)
        title = self.tr("Save what you see")
        chosen, _ = QFileDialog.getSaveFileName(self._table.window(), title, proposed, kinds[ending])
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(ending))

    def save_to(self, path: Path) -> None:
        """Save what is seen: CSV where the name ends in ``.csv``, else Excel."""
        rows = range(self._model.table.rowCount())
        self._model.save(self._model.sheet(rows, self._table.shown_columns), path)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._status.say(self.tr("Saved: %1").replace("%1", path.name))
