"""Puts a backup back: which one, what it holds, and what of now does not come along."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.application.file_copies import CopyKind, FoundCopy
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.text_table import TextRow, TextTableModel
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.file_copies import CopiesOf, FileCopies
from caseload_planner.gui.views.dialog_size import fit_above
from caseload_planner.gui.views.labels import label, set_tone
from caseload_planner.gui.views.table_header import TableHeader

SIZE = (880, 420)
MEGABYTE = 1_000_000


class RestoreDialog(QDialog):
    """Lists the copies beside a file; another file can be chosen as well.

    Parameters
    ----------
    path
        The file in whose place a copy comes.
    revision
        How often it was changed by now; None where it is not open.
    """

    chosen = Signal(object)
    """With the path of the copy to put back."""

    def __init__(self, copies: FileCopies, path: Path, revision: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._path, self._revision = path, revision
        self._found: tuple[FoundCopy, ...] = ()
        self.setWindowTitle(self.tr("Restore a backup"))
        fit_above(self, SIZE, parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        heading = with_values(self.tr("What comes in the place of %1?"), path.name)
        layout.addWidget(label(heading, "heading", wrap=True))
        words = self.tr("What is in it now is kept beside it, and stands in this list afterwards.")
        layout.addWidget(label(words, wrap=True))
        self.empty = label("", "notice", wrap=True)
        self.empty.hide()
        layout.addWidget(self.empty)
        self.model = TextTableModel(self)
        self.table = self._make_table(heading)
        layout.addWidget(self.table, 1)
        self.lost = label("", "notice", Tone.WARN, wrap=True)
        layout.addWidget(self.lost)
        layout.addLayout(self._make_buttons())
        copies.found.connect(self._on_found)
        self._tell()
        copies.look(path)

    def _make_table(self, name: str) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setHorizontalHeader(TableHeader(table))
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setAccessibleName(name)
        table.selectionModel().selectionChanged.connect(self._tell)
        table.doubleClicked.connect(self._on_restore)
        return table

    def _make_buttons(self) -> QHBoxLayout:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.other = QPushButton(self.tr("Another file…"))
        self.other.setAutoDefault(False)
        self.restore = buttons.addButton(self.tr("Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.restore.setProperty("role", "primary")
        self.restore.setDefault(True)
        self.other.clicked.connect(self._on_other)
        buttons.accepted.connect(self._on_restore)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(buttons)
        return row

    @property
    def selected(self) -> FoundCopy | None:
        """The copy that is selected."""
        rows = self.table.selectionModel().selectedRows()
        return self._found[rows[0].row()] if rows else None

    @Slot(object)
    def _on_found(self, of: CopiesOf) -> None:
        if of.path != self._path:
            return
        self._found = of.copies
        headings = (self.tr("Made"), self.tr("What it is"), self.tr("Holds"), self.tr("Size"), self.tr("File"))
        self.model.set_rows(headings, tuple(self._row(copy) for copy in of.copies), right=frozenset({3}))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(headings) - 1, QHeaderView.ResizeMode.Stretch)
        self.table.setVisible(bool(of.copies))
        self.empty.setVisible(not of.copies)
        words = self.tr("There is no backup beside %1. Choose one in another place, such as a stick.")
        self.empty.setText(with_values(words, self._path.name))
        if of.copies:
            self.table.selectRow(0)
            self.table.setFocus()
        else:
            self.other.setFocus()

    def _row(self, copy: FoundCopy) -> TextRow:
        kinds = {
            CopyKind.BACKUP: self.tr("backup"),
            CopyKind.REPLACED: self.tr("what was there before"),
        }
        holds = "" if copy.verdict is None else self._holds(copy.verdict.workers, copy.verdict.measures)
        size = with_values(self.tr("%1 MB"), formatting.number(copy.file_bytes / MEGABYTE, 1))
        cells = (formatting.moment(copy.made_at), kinds[copy.kind], holds, size, copy.path.name)
        return TextRow(cells, ", ".join(cell for cell in cells if cell), explained=str(copy.path))

    def _holds(self, workers: int, measures: int) -> str:
        words = self.tr("%1 people, %2 cases")
        return with_values(words, formatting.count(workers), formatting.count(measures))

    def _tell(self) -> None:
        """Say how much of now does not come along."""
        copy = self.selected
        self.restore.setEnabled(copy is not None)
        self.restore.setToolTip("" if copy is not None else self.tr("Choose what comes back first."))
        since = None
        if copy is not None and copy.verdict is not None and self._revision is not None:
            since = self._revision - copy.verdict.revision
        words = ""
        if since == 0:
            words = self.tr("Nothing was changed since this backup.")
        elif since is not None and since > 0:
            words = self.tr("Changed %Ln times since this backup. That does not come along.", "", since)
        elif copy is not None:
            words = self.tr("What was decided after this moment does not come along.")
        set_tone(self.lost, Tone.PLAIN if since == 0 else Tone.WARN)
        self.lost.setText(words)
        self.lost.setVisible(bool(words))

    @Slot()
    def _on_restore(self) -> None:
        copy = self.selected
        if copy is not None:
            self.accept()
            self.chosen.emit(copy.path)

    @Slot()
    def _on_other(self) -> None:
        dialog = QFileDialog(self, self.tr("Which backup?"), str(self._path.parent))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Caseload Planner files (*.sqlite *.db)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, chosen: str) -> None:
        self.accept()
        self.chosen.emit(Path(chosen))
