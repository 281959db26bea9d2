"""What would help a case that is left over: looked for in the background, each way with its button."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caseload_planner.application.draft_questions import AskedAbout
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_answers import is_left_over
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.viewmodels.distribution_unlocking import UnlockLine, unlock_lines
from caseload_planner.gui.views.labels import frame, label


class UnlockSection(QWidget):
    """The ways to place one case, or that they are being looked for."""

    def __init__(self, model: DistributionPageModel, board: Board, measure: str) -> None:
        super().__init__()
        self._model, self._measure = model, measure
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.XS, 0, 0)
        self._column.setSpacing(Space.S)
        if not is_left_over(board, model.draft, measure):
            return
        self._column.addWidget(label(self.tr("What would help"), "strong"))
        found = model.answers.unlocks_of(measure)
        if found is not None:
            self._add_ways(unlock_lines(board, found))
        elif model.answers.looking_for(AskedAbout(measure)):
            self._add_state(self.tr("Looking for what would help…"), self.tr("Stop"), model.answers.cancel)
        else:
            self._add_state(self.tr("Not looked for yet."), self.tr("Look for it"), model.answers.again)

    def _add_state(self, words: str, button: str, pressed: Callable[[], None]) -> None:
        row = QHBoxLayout()
        row.addWidget(label(words, "muted", wrap=True), 1)
        push = self._push(button)
        push.clicked.connect(pressed)
        row.addWidget(push)
        self._column.addLayout(row)

    def _add_ways(self, lines: tuple[UnlockLine, ...]) -> None:
        if not lines:
            words = self.tr("No single change of yours places this case. Look at the region together.")
            self._column.addWidget(label(words, "muted", wrap=True))
        for place, line in enumerate(lines):
            if place:
                self._column.addWidget(frame("rule"))
            self._add_way(line)

    def _add_way(self, line: UnlockLine) -> None:
        words = label("\n".join(line.changes), "", wrap=True)
        self._column.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(label(line.title, "small", wrap=True), 1)
        if line.action:
            push = self._push(line.action)
            push.setAccessibleName(f"{line.action} {' '.join(line.changes)}")
            push.clicked.connect(partial(self._model.changes.unlock, line.unlock))
            row.addWidget(push, 0, Qt.AlignmentFlag.AlignTop)
        else:
            row.addWidget(label(self.tr("not here"), "chip", Tone.MUTED), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def _push(self, text: str) -> QPushButton:
        push = QPushButton(text)
        push.setAutoDefault(False)
        push.setProperty("role", "small")
        return push
