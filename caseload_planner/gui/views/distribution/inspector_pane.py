"""The right pane: the case, and in four tabs why, why not, who else, and what came before."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_inspector import case_header
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.views.distribution.history_tab import fill_history
from caseload_planner.gui.views.distribution.inspector_parts import button_row, chip_flow, key_button
from caseload_planner.gui.views.distribution.inspector_tabs import fill_others, fill_why, fill_why_not
from caseload_planner.gui.views.distribution.tab_line import TabLine
from caseload_planner.gui.views.labels import frame, label

LEAST_HEIGHT_FOR_HEAD = 380
"""Height in device-independent pixels below which the case scrolls along with what is said of it."""


class InspectorTab(IntEnum):
    """The tabs, in their order."""

    WHY = 0
    WHY_NOT = 1
    OTHERS = 2
    HISTORY = 3


_FILLED: dict[InspectorTab, Callable[[QVBoxLayout, DistributionPageModel, Board, str], None]] = {
    InspectorTab.WHY: fill_why,
    InspectorTab.WHY_NOT: fill_why_not,
    InspectorTab.OTHERS: fill_others,
    InspectorTab.HISTORY: fill_history,
}


class InspectorPane(QFrame):
    """Built anew a moment after something changed, once for many changes; only the tab in front is filled."""

    def __init__(self, model: DistributionPageModel) -> None:
        super().__init__()
        self._model = model
        self._shown: tuple[str | None, str | None] = (None, None)
        self.setProperty("role", "card")
        self._head = QWidget()
        self.tab_line = self._make_tabs()
        self.tabs = self.tab_line.tabs
        self._scroll = QScrollArea()
        self._head_scrolls = False
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        for changed in (model.question_changed, model.draft_changed, model.board_changed, model.answers.changed):
            changed.connect(self._later.start)
        for changed in (model.history.changed, model.conflicts.changed):
            changed.connect(self._later.start)
        model.question_changed.connect(self._on_question)
        self.tabs.currentChanged.connect(self._on_tab)
        self.refresh()

    def _make_tabs(self) -> TabLine:
        tabs = (
            (self.tr("Why"), "W"),
            (self.tr("Why not"), "N"),
            (self.tr("Others"), "A"),
            (self.tr("History"), "G"),
        )
        return TabLine(tabs, self.tr("What to explain about the case"))

    def _lay_out(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Explanation"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._head)
        self._layout.addWidget(self.tab_line)
        self._layout.addWidget(frame("rule"))
        self._layout.addWidget(self._scroll, 1)

    # following --------------------------------------------------------------------------------------------------------

    def show_tab(self, tab: InspectorTab) -> None:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(tab)

    @Slot()
    def _on_question(self) -> None:
        """Go along with what is looked at: with a person to why not her, with a case to why."""
        model, before = self._model, self._shown
        self._shown = (model.measure, model.worker)
        placement = None if model.measure is None else model.draft.placements.get(model.measure)
        has_it = placement is not None and model.worker in {worker for _, worker in placement.contacts}
        if self.tabs.currentIndex() == InspectorTab.WHY and model.worker is not None and not has_it:
            if self._shown[1] != before[1]:
                self.show_tab(InspectorTab.WHY_NOT)
        elif self.tabs.currentIndex() == InspectorTab.WHY_NOT and (model.worker is None or has_it):
            self.show_tab(InspectorTab.WHY)

    @Slot(int)
    def _on_tab(self, place: int) -> None:
        self._model.history.wanted = place == InspectorTab.HISTORY
        self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the case scroll along with what is said of it where both would have too little height."""
        super().resizeEvent(event)
        if self._head_scrolls != self._is_low:
            self._later.start()

    @property
    def _is_low(self) -> bool:
        return self.height() < LEAST_HEIGHT_FOR_HEAD

    def refresh(self) -> None:
        """Say everything anew."""
        board, key = self._model.board, self._model.measure
        asked = board is not None and key is not None
        self.tab_line.setVisible(asked)
        head = self._make_head(board, key)
        self._head_scrolls = self._is_low and asked
        self._replace_head(QWidget() if self._head_scrolls else head)
        body = QWidget()
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if self._head_scrolls:
            outer.addWidget(head)
        column = QVBoxLayout()
        outer.addLayout(column, 1)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        if board is not None and key is not None:
            _FILLED[InspectorTab(self.tabs.currentIndex())](column, self._model, board, key)
        column.addStretch(1)
        self._scroll.setWidget(body)

    def _replace_head(self, head: QWidget) -> None:
        self._layout.replaceWidget(self._head, head)
        self._head.deleteLater()
        self._head = head

    def _make_head(self, board: Board | None, key: str | None) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        column.setSpacing(Space.XS)
        if board is not None and key is not None:
            self._add_case(column, board, key)
        elif board is not None and board.queue:
            column.addWidget(label(self.tr("Choose a case"), "heading"))
            words = self.tr("Then you see here why it goes to whom, and why not to others.")
            column.addWidget(label(words, "muted", wrap=True))
        return head

    def _add_case(self, column: QVBoxLayout, board: Board, key: str) -> None:
        header, draft = case_header(board, key), self._model.draft
        column.addWidget(label(header.title, "heading", wrap=True))
        column.addWidget(label(header.subtitle, "small", wrap=True))
        column.addWidget(label(header.weight, "", wrap=True))
        column.addLayout(chip_flow(header.chips))
        if key in draft.placements:
            pin = self.tr("Let go (P)") if key in draft.pinned else self.tr("Pin (P)")
            buttons = (
                key_button("pin", pin, self._model.changes.toggle_pin),
                key_button("close", self.tr("Take off (U)"), self._model.changes.take_off),
            )
            column.addLayout(button_row(buttons))
