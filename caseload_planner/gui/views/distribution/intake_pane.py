"""The left pane: cases to distribute, most urgent first."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QPushButton, QVBoxLayout

from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.distribution_cases import CaseListModel
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.viewmodels.distribution_shortage import left_over_count
from caseload_planner.gui.views.distribution.case_delegate import CaseDelegate
from caseload_planner.gui.views.distribution.handover_section import HandoverSection
from caseload_planner.gui.views.distribution.typed_figures import figure_of
from caseload_planner.gui.views.labels import ElidedLabel, frame, label

AnyIndex = QModelIndex | QPersistentModelIndex
LEAST_HEIGHT_FOR_KEYS = 330
"""Height in device-independent pixels below which the keys are not named under the cases."""


class CaseList(QListView):
    """Shows a `CaseListModel`; a case can be dragged from it."""

    chosen = Signal(str)
    """With the measure whose row is current."""
    finder_asked = Signal(bool)
    """Enter on a case: choose somebody for it; with Shift as second contact."""
    number_typed = Signal(int, bool)
    """A figure on a case: give it to whoever carries that figure; with Shift as second contact."""

    preview_asked = Signal()
    """Space on a case: what would giving it to the person in the middle do."""

    def __init__(self, model: CaseListModel) -> None:
        super().__init__()
        self.cases = model
        self.setModel(model)
        self._measure: str | None = None
        model.modelReset.connect(self._on_reset)
        self.setItemDelegate(CaseDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAccessibleName(self.tr("Cases to distribute"))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which case is looked at."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._measure = self.cases.line(current.row()).measure
            self.chosen.emit(self._measure)

    def _on_reset(self) -> None:
        """Stay with the case that is looked at when the order changes."""
        self.select_case(self._measure)

    def select_case(self, measure: str | None) -> None:
        """Make the row of a case current."""
        row = self.cases.row_of(measure)
        if row is not None and not self.selectionModel().isSelected(self.cases.index(row)):
            # Taking the focus makes a row current without selecting it.
            self.setCurrentIndex(self.cases.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go and choose somebody with Enter, or give the case away with a figure; a key that is held does it once."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        figure = figure_of(event)
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not control
        space = event.key() == Qt.Key.Key_Space
        if event.isAutoRepeat() and (enter or space or figure is not None):
            return
        if enter:
            self.finder_asked.emit(shift)
        elif space:
            self.preview_asked.emit()
        elif figure is not None:
            self.number_typed.emit(figure, shift)
        else:
            super().keyPressEvent(event)


class IntakePane(QFrame):
    """A heading with the count, and the list."""

    def __init__(self, model: DistributionPageModel) -> None:
        super().__init__()
        self._model = model
        self.setProperty("role", "card")
        self.list = CaseList(model.cases)
        self._count = ElidedLabel("small")
        self.left_over = QPushButton()
        self.left_over.setProperty("role", "alarm")
        self.left_over.setAutoDefault(False)
        self.left_over.setIcon(icon("warning", colours_for(self.palette()).danger))
        self.left_over.setToolTip(self.tr("What waits, what it would take, and where the room is"))
        head = QHBoxLayout()
        head.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        head.addWidget(label(self.tr("To distribute"), "strong"))
        head.addStretch(1)
        head.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(frame("rule"))
        layout.addWidget(self.left_over)
        self.handovers = HandoverSection(model.handovers)
        layout.addWidget(self.handovers)
        layout.addWidget(self.list, 1)
        layout.addWidget(frame("rule"))
        words = self.tr("Enter choose · 1-9 give · Shift second · P pin · U take off · X exclude")
        self._keys = label(words, "small", wrap=True)
        self._keys.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        layout.addWidget(self._keys)
        model.board_changed.connect(self.refresh)
        model.draft_changed.connect(self.refresh)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the height to the cases where there is little; F1 and Ctrl+K know the keys too."""
        super().resizeEvent(event)
        self._keys.setVisible(self.height() >= LEAST_HEIGHT_FOR_KEYS)

    def refresh(self) -> None:
        """Count what is placed."""
        board = self._model.board
        if board is not None:
            text = with_values(
                self.tr("%1 of %2 placed"),
                formatting.count(len(self._model.draft.placements)),
                formatting.count(len(board.queue)),
            )
            self._count.setText(text)
            self._show_left_over(left_over_count(board, self._model.draft))

    def _show_left_over(self, count: int) -> None:
        words = self.tr("1 case not safe to distribute") if count == 1 else self.tr("%1 cases not safe to distribute")
        self.left_over.setText(with_values(words, formatting.count(count)))
        self.left_over.setVisible(count > 0)
