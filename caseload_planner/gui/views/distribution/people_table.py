"""The list of people: a case can be dropped on a row, figure keys and Enter give it, Shift asks the second place."""

from PySide6.QtCore import QByteArray, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from caseload_planner.gui.models.distribution_candidates import CandidateColumn, CandidateModel
from caseload_planner.gui.models.distribution_cases import MEASURE_MIME
from caseload_planner.gui.views.distribution.candidate_delegates import (
    PERSON_HEIGHT,
    EffectDelegate,
    KeyDelegate,
    NameDelegate,
    PersonBarDelegate,
)
from caseload_planner.gui.views.distribution.pane_fit import fitted_columns
from caseload_planner.gui.views.distribution.typed_figures import figure_of

AnyIndex = QModelIndex | QPersistentModelIndex


class PeopleTable(QTableView):
    """Shows a `CandidateModel`."""

    chosen = Signal(str)
    """With the worker whose row is current."""
    given = Signal(str, bool)
    """With the worker who gets the case, and whether as second contact."""
    preview_asked = Signal(str)
    """With the worker for whom Space asks what the case would do."""
    dropped = Signal(str, str, bool)
    """With the measure, the worker, and whether as second contact."""
    hovered = Signal(str, str, bool)
    """The same while a case hangs above somebody; with an empty worker when it left."""

    def __init__(self, model: CandidateModel) -> None:
        super().__init__()
        self.people = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(False)
        self.setAccessibleName(self.tr("People"))
        self._lay_out()
        self.doubleClicked.connect(self._on_double_click)

    def _lay_out(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(PERSON_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # Held here: Qt does not keep delegates alive.
        self._delegates = (KeyDelegate(self), NameDelegate(self), PersonBarDelegate(self), EffectDelegate(self))
        for place, delegate in enumerate(self._delegates):
            self.setItemDelegateForColumn(place, delegate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns that there is room for."""
        super().resizeEvent(event)
        widths = fitted_columns(self.viewport().width())
        for column in CandidateColumn:
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                self.setColumnWidth(column, widths[column])

    def worker_at(self, index: AnyIndex) -> str:
        """Give the worker of an index; empty where there is none."""
        return self.people.row(index.row()).worker if index.isValid() else ""

    def select_worker(self, worker: str | None) -> None:
        """Make the row of a worker current, without scrolling away where she is in sight."""
        row = self.people.row_of(worker)
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif self.currentIndex().row() != row or not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.people.index(row, CandidateColumn.NAME))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell who is looked at."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self.worker_at(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the case with Enter to the current row, with a figure to the row that carries it; held keys once."""
        second = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            worker = self.worker_at(self.currentIndex())
            if worker and not event.isAutoRepeat():
                self.given.emit(worker, second)
            return
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.preview_asked.emit(self.worker_at(self.currentIndex()))
            return
        figure = figure_of(event)
        row = None if figure is None else self.people.numbered(figure)
        if row is not None:
            if not event.isAutoRepeat():
                self.given.emit(row.worker, second)
            return
        super().keyPressEvent(event)

    def _on_double_click(self, index: QModelIndex) -> None:
        self.given.emit(self.worker_at(index), False)  # noqa: FBT003 (a signal)

    # a case hangs above ----------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cases only."""
        if event.mimeData().hasFormat(MEASURE_MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show whose row it is above."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or not event.mimeData().hasFormat(MEASURE_MIME):
            self.hovered.emit("", "", False)  # noqa: FBT003 (a signal)
            event.ignore()
            return
        self.selectRow(index.row())
        self.hovered.emit(_measure(event), self.worker_at(index), _second(event))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Say that it went elsewhere."""
        self.hovered.emit("", "", False)  # noqa: FBT003 (a signal)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Give the case to whose row it was dropped on."""
        self.hovered.emit("", "", False)  # noqa: FBT003 (a signal)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.mimeData().hasFormat(MEASURE_MIME):
            event.acceptProposedAction()
            self.dropped.emit(_measure(event), self.worker_at(index), _second(event))
        else:
            event.ignore()


def _measure(event: QDropEvent) -> str:
    data: QByteArray = event.mimeData().data(MEASURE_MIME)
    return bytes(data.data()).decode()


def _second(event: QDropEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
