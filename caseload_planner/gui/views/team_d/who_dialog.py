"""Who hands over: all of team D, or people chosen by name, each with her own last day."""

from datetime import date

from PySide6.QtCore import (
    QDate,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.leaver_rows import BY, CASES, NAME, TEAM, WHY, LeaverRowsModel
from caseload_planner.gui.theme import ROW_HEIGHT, Space
from caseload_planner.gui.views.dialog_size import fit_above
from caseload_planner.gui.views.labels import label
from caseload_planner.gui.views.table_header import TableHeader

SIZE = (820, 520)
WIDTHS = {NAME: 210, TEAM: 160, CASES: 64, WHY: 200}


class DayDelegate(QStyledItemDelegate):
    """Lets a day be chosen from a first one on."""

    def __init__(self, first: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._first = QDate(first.year, first.month, first.day)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Give a field of a date with its calendar."""
        edit = QDateEdit(parent)
        edit.setLocale(QLocale())
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("d MMM yyyy")
        edit.setMinimumDate(self._first)
        return edit


class WhoDialog(QDialog):
    """A list of everybody who carries cases, who is likely to hand over on top."""

    chosen = Signal(object)
    """With the leavers, nobody for all of team D."""

    def __init__(self, rows: LeaverRowsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who hands over"))
        fit_above(self, SIZE, parent)
        self.rows = rows
        rows.setParent(self)
        self.finder, self.table = QLineEdit(), QTableView()
        self.finder.setPlaceholderText(self.tr("Find a name"))
        self.finder.setClearButtonEnabled(True)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(rows)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._found.setFilterKeyColumn(NAME)
        self.finder.textChanged.connect(self._found.setFilterFixedString)
        self.finder.installEventFilter(self)
        self._dress()
        self._lay_out()
        rows.ticked_changed.connect(self._on_ticked)
        self._on_ticked()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter in the finder go to who was found, and not to a button."""
        key = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if watched is self.finder and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.table.setFocus()
            self.table.setCurrentIndex(self._found.index(0, NAME))
            return True
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        table = self.table
        table.setModel(self._found)
        table.setHorizontalHeader(TableHeader(table))
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableView.EditTrigger.AllEditTriggers)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.windowTitle())
        for column, width in WIDTHS.items():
            table.horizontalHeader().resizeSection(column, width)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setSectionResizeMode(WHY, QHeaderView.ResizeMode.Interactive)
        self._days = DayDelegate(self.rows.first_day, self)
        table.setItemDelegateForColumn(BY, self._days)

    def _lay_out(self) -> None:
        words = self.tr("Tick who leaves or is away for long. What she has is handed over or runs out by her own day.")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.team_d = buttons.addButton(self.tr("All of team D"), QDialogButtonBox.ButtonRole.ResetRole)
        self.take = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setProperty("role", "primary")
        for push in buttons.buttons():
            # Enter is for the chosen people alone; a default button that is off gives its place to the next one.
            push.setAutoDefault(False)  # type: ignore[attr-defined]  # a QPushButton
        self.team_d.clicked.connect(self._on_team_d)
        buttons.accepted.connect(self._on_take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(label(words, "muted", wrap=True))
        layout.addWidget(self.finder)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)

    def _on_ticked(self) -> None:
        count = len(self.rows.leavers())
        self.take.setText(with_values(self.tr("These people (%1)"), formatting.count(count)))
        self.take.setEnabled(count > 0)
        self.take.setDefault(count > 0)
        self.take.setToolTip("" if count else self.tr("First tick somebody."))

    def _on_team_d(self) -> None:
        self.chosen.emit(())
        self.accept()

    def _on_take(self) -> None:
        self.chosen.emit(self.rows.leavers())
        self.accept()
