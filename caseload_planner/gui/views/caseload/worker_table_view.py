"""The table of workers: delegates, widths, which columns go first when there is little room, and the keyboard."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from caseload_planner.gui.models.worker_lines import LARGEST_FIRST, Column
from caseload_planner.gui.models.worker_table import WorkerTableModel
from caseload_planner.gui.theme import ROW_HEIGHT, Space, TypeSize, Weight, font_of
from caseload_planner.gui.views.cell_delegates import CellDelegate, ChipsDelegate
from caseload_planner.gui.views.load_bar import LoadBarDelegate
from caseload_planner.gui.views.table_header import ARROW, TableHeader

_WIDTHS = {
    Column.NAME: 168,
    Column.TEAM: 118,
    Column.ROLE: 146,
    Column.CONTRACT: 54,
    Column.DEPLOYABLE: 78,
    Column.MEASURES: 58,
    Column.FAMILIES: 70,
    Column.LOAD: 66,
    Column.ROOM: 68,
    Column.BAR: 164,
    Column.UTILISATION: 68,
    Column.SNS: 50,
    Column.MARKS: 150,
}
"""Least widths in device-independent pixels; the bar and the marks share what is left."""

_GIVES_WAY = (
    Column.FAMILIES,
    Column.CONTRACT,
    Column.ROLE,
    Column.TEAM,
    Column.SNS,
    Column.DEPLOYABLE,
    Column.MEASURES,
)
"""Columns that go when there is little room, the first first."""


class WorkerTableView(QTableView):
    """Shows a `WorkerTableModel`; Enter or a click opens a worker, Escape closes."""

    chosen = Signal(str)
    """With the key of a worker."""
    left = Signal()
    """Escape was pressed."""

    def __init__(self, model: WorkerTableModel) -> None:
        super().__init__()
        self._workers = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setItemDelegateForColumn(Column.BAR, LoadBarDelegate(self))
        self.setItemDelegateForColumn(Column.MARKS, ChipsDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Workers and their caseload"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self._prepare_header()
        self.clicked.connect(self._on_clicked)
        model.shown_changed.connect(self.fit_columns)

    def _prepare_header(self) -> None:
        header = TableHeader(self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(40)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(self._workers.sort_column, self._workers.sort_order)
        header.sectionClicked.connect(self._on_header_clicked)

    def sort_by(self, column: Column, order: Qt.SortOrder | None = None) -> None:
        """Order by a column; a column that is the order already turns round, unless an order is given."""
        if order is None:
            same = self._workers.sort_column is column
            first = Qt.SortOrder.DescendingOrder if column in LARGEST_FIRST else Qt.SortOrder.AscendingOrder
            other = _turned(self._workers.sort_order)
            order = other if same else first
        self._workers.sort(column, order)
        self.horizontalHeader().setSortIndicator(column, order)
        self.scrollToTop()

    def select_worker(self, worker: str | None) -> None:
        """Put the mark on a worker's row, or on none."""
        row = None if worker is None else self._workers.row_of(worker)
        if row is None:
            self.clearSelection()
            return
        index = self._workers.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def fit_columns(self) -> None:
        """Share the width: columns that give way go until the rest fits; the bar and the marks take what is left."""
        room = self.viewport().width()
        widths = {column: max(_WIDTHS[column], self._heading_width(column)) for column in Column}
        shown = dict(widths)
        if self._workers.grouped:
            del shown[Column.TEAM]  # each group begins with its team
        for column in _GIVES_WAY:
            if sum(shown.values()) <= room:
                break
            shown.pop(column, None)
        spare = max(0, room - sum(shown.values()))
        shown[Column.BAR] += spare * 3 // 5
        shown[Column.MARKS] += spare - spare * 3 // 5
        for column in Column:
            self.setColumnHidden(column, column not in shown)
            if column in shown:
                self.setColumnWidth(column, shown[column])

    def _heading_width(self, column: Column) -> int:
        metrics = QFontMetricsF(font_of(TypeSize.SMALL, Weight.MEDIUM))
        return round(metrics.horizontalAdvance(self._workers.column_name(column))) + 2 * Space.S + ARROW

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, close with Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._on_clicked(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _on_header_clicked(self, section: int) -> None:
        self.sort_by(Column(section))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            line = self._workers.line(index.row())
            if not line.total:
                self.chosen.emit(line.worker)


def _turned(order: Qt.SortOrder) -> Qt.SortOrder:
    descending = Qt.SortOrder.DescendingOrder
    return Qt.SortOrder.AscendingOrder if order is descending else descending
