"""The table of workers: delegates, columns, and the keyboard."""

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from caseload_planner.gui.models.worker_columns import LARGEST_FIRST, Column, column_name
from caseload_planner.gui.models.worker_table import WorkerTableModel
from caseload_planner.gui.theme import ROW_HEIGHT, Space, TypeSize, Weight, font_of
from caseload_planner.gui.views.caseload.column_fit import LEAST_WIDTHS, fitted_widths
from caseload_planner.gui.views.caseload.course_delegate import CourseDelegate
from caseload_planner.gui.views.cell_delegates import CellDelegate, ChipsDelegate
from caseload_planner.gui.views.load_bar import LoadBarDelegate
from caseload_planner.gui.views.table_header import ARROW, TableHeader

NARROWEST, WIDEST = 40, 420
"""Limits to a width that a user gives, in device-independent pixels."""
_MARKING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class WorkerTableView(QTableView):
    """Shows a `WorkerTableModel`; Enter or a click opens a worker, Escape closes, typing goes to a name.

    Several rows can be marked, with Shift or Ctrl, to copy them.
    """

    chosen = Signal(str)
    """With the key of a worker."""
    left = Signal()
    """Escape was pressed."""
    copy_asked = Signal()
    """Ctrl+C was pressed."""
    widths_changed = Signal(object)
    """With the widths that the user gave columns."""

    def __init__(self, model: WorkerTableModel) -> None:
        super().__init__()
        self._workers = model
        self.hidden: frozenset[Column] = frozenset()
        self.own_widths: dict[Column, int] = {}
        self._fitting = False
        self._typed, self._typing = "", QElapsedTimer()
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setItemDelegateForColumn(Column.BAR, LoadBarDelegate(self))
        self.setItemDelegateForColumn(Column.TREND, CourseDelegate(self))
        self.setItemDelegateForColumn(Column.MARKS, ChipsDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # columns give way instead
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Workers and their caseload"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self._prepare_header()
        model.shown_changed.connect(self.fit_columns)

    def _prepare_header(self) -> None:
        header = TableHeader(self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(NARROWEST)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(self._workers.sort_column, self._workers.sort_order)
        header.sectionClicked.connect(self._on_header_clicked)
        header.sectionResized.connect(self._on_resized)

    # order ------------------------------------------------------------------------------------------------------------

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
        """Put the mark on a worker's row; for nobody it stays where it is."""
        row = None if worker is None else self._workers.row_of(worker)
        if row is not None:
            self._go_to(row)

    def begin_at_top(self) -> None:
        """Mark the first worker where nobody is marked, so that the arrow keys and Enter work at once."""
        if not self.currentIndex().isValid():
            rows = range(self._workers.rowCount())
            first = next((row for row in rows if not self._workers.line(row).total), None)
            if first is not None:
                self._go_to(first)

    def _go_to(self, row: int) -> None:
        index = self._workers.index(row, Column.NAME)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    # columns ----------------------------------------------------------------------------------------------------------

    def show_columns(self, hidden: frozenset[Column], own_widths: dict[Column, int]) -> None:
        """Leave columns out, and give some a width of the user's own."""
        self.hidden, self.own_widths = hidden, dict(own_widths)
        self.fit_columns()

    @property
    def gave_way(self) -> frozenset[Column]:
        """The columns that the user wants to see and that find no room now."""
        return frozenset(column for column in self._wanted() if self.isColumnHidden(column))

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """The columns that are seen, from left to right."""
        return tuple(column for column in Column if not self.isColumnHidden(column))

    def _wanted(self) -> frozenset[Column]:
        by_team = {Column.TEAM} if self._workers.grouped else set()  # each group begins with its team
        return frozenset(Column) - self.hidden - by_team

    def fit_columns(self) -> None:
        """Share the width out: columns give way until the rest fits."""
        least = {column: max(LEAST_WIDTHS[column], self._heading_width(column)) for column in Column}
        shown = fitted_widths(self.viewport().width(), self._wanted(), least, self.own_widths)
        self._fitting = True
        for column in Column:
            self.setColumnHidden(column, column not in shown)
            if column in shown:
                self.setColumnWidth(column, shown[column])
        self._fitting = False

    def _heading_width(self, column: Column) -> int:
        metrics = QFontMetricsF(font_of(TypeSize.SMALL, Weight.MEDIUM))
        return round(metrics.horizontalAdvance(column_name(column))) + 2 * Space.S + ARROW

    def _on_resized(self, section: int, _before: int, width: int) -> None:
        if not self._fitting and width > 0:
            self.own_widths[Column(section)] = min(width, WIDEST)
            self.widths_changed.emit(dict(self.own_widths))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.fit_columns()

    # keys and mouse ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, close with Escape, copy with Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() in self._opening_keys():
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, text: str) -> None:
        """Go to the next worker whose first or last name begins with what is typed."""
        self._typed = self._typed + text if self._still_typing() else text
        self._typing.restart()
        fresh = len(self._typed) == 1
        row = self._workers.row_named(self._typed, self.currentIndex().row() - (0 if fresh else 1))
        if row is not None:
            self._go_to(row)

    def _opening_keys(self) -> set[int]:
        """Give the keys that open a worker: a space belongs to a name while one is being typed."""
        always: set[int] = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        return always if self._still_typing() else always | {Qt.Key.Key_Space}

    def _still_typing(self) -> bool:
        pause = QGuiApplication.styleHints().keyboardInputInterval()
        return bool(self._typed) and self._typing.isValid() and not self._typing.hasExpired(pause)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open with a click; with Shift or Ctrl rows are marked only."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not event.modifiers() & _MARKING:
            index = self.indexAt(event.position().toPoint())
            if len(self.selectionModel().selectedRows()) == 1:
                self._open(index)

    def _on_header_clicked(self, section: int) -> None:
        self.sort_by(Column(section))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            line = self._workers.line(index.row())
            if not line.total:
                self.chosen.emit(line.worker)


def _turned(order: Qt.SortOrder) -> Qt.SortOrder:
    descending = Qt.SortOrder.DescendingOrder
    return Qt.SortOrder.AscendingOrder if order is descending else descending
