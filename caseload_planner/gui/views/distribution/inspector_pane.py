"""The right pane: the case, why it stands where it stands, why not with somebody else, and how good the draft is."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.distribution_sentences import Section, Sentence
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.distribution_answers import AskedAbout, is_left_over
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_inspector import (
    LevelLine,
    case_header,
    level_lines,
    why_not_section,
    why_section,
)
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.views.distribution.unlock_section import UnlockSection
from caseload_planner.gui.views.labels import chip_row, frame, icon_label, label

ICON = 16
CHIPS_A_ROW = 3


class InspectorPane(QFrame):
    """Built anew a moment after something changed, once for many changes."""

    def __init__(self, model: DistributionPageModel) -> None:
        super().__init__()
        self._model = model
        self.setProperty("role", "card")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Explanation"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._scroll)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        for changed in (model.question_changed, model.draft_changed, model.board_changed, model.answers.changed):
            changed.connect(self._later.start)
        self.refresh()

    def refresh(self) -> None:
        """Say everything anew."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        board, draft, key = self._model.board, self._model.draft, self._model.measure
        if board is not None and key is not None:
            self._add_case(column, board, key)
            _add_section(column, why_section(board, draft, key))
            if is_left_over(board, draft, key):
                column.addWidget(UnlockSection(self._model, board, key))
            self._add_person(column, board, key)
        elif board is not None and board.queue:
            column.addWidget(label(self.tr("Choose a case"), "heading"))
            words = self.tr("Then you see here why it goes to whom, and why not to others.")
            column.addWidget(label(words, "muted", wrap=True))
        if board is not None and draft.placements:
            column.addWidget(frame("rule"))
            self._add_levels(column, level_lines(board, draft))
        column.addStretch(1)
        self._scroll.setWidget(body)

    def _add_case(self, column: QVBoxLayout, board: Board, key: str) -> None:
        header = case_header(board, key)
        column.addWidget(label(header.title, "heading", wrap=True))
        column.addWidget(label(header.subtitle, "small", wrap=True))
        column.addWidget(label(header.weight, "", wrap=True))
        for start in range(0, len(header.chips), CHIPS_A_ROW):
            column.addWidget(chip_row(header.chips[start : start + CHIPS_A_ROW]))
        if key in self._model.draft.placements:
            pinned = key in self._model.draft.pinned
            pin = self.tr("Let go (P)") if pinned else self.tr("Pin (P)")
            buttons = (
                self._button("pin", pin, self._model.changes.toggle_pin),
                self._button("close", self.tr("Take off (U)"), self._model.changes.take_off),
            )
            column.addLayout(_button_row(buttons))

    def _add_person(self, column: QVBoxLayout, board: Board, key: str) -> None:
        """Say why not the person looked at, with what can be done about it; who has the case already is told above."""
        worker, draft = self._model.worker, self._model.draft
        placement = draft.placements.get(key)
        if worker is None or (placement is not None and worker in {one for _, one in placement.contacts}):
            words = self.tr("Choose somebody in the middle to see why not.")
            column.addWidget(label(words, "small", wrap=True))
            return
        position, answers = self._model.position, self._model.answers
        exact = answers.exactly(key, worker, position)
        _add_section(column, why_not_section(board, draft, key, worker, position, exact))
        if answers.looking_for(AskedAbout(key, worker, position)):
            column.addWidget(label(self.tr("Estimate; being worked out exactly…"), "small", wrap=True))
        excluded = (key, worker) in draft.exclusions
        text = self.tr("Allow again (X)") if excluded else self.tr("Exclude (X)")
        buttons = (
            self._button("swap", self.tr("Give the case"), self._give),
            self._button("blocked", text, self._model.changes.toggle_exclusion),
        )
        column.addLayout(_button_row(buttons))

    def _give(self) -> None:
        if self._model.worker is not None:
            self._model.changes.place(self._model.worker)

    def _button(self, name: str, text: str, pressed: Callable[[], None]) -> QToolButton:
        """Make a button for the mouse; the keyboard has its own key, so it takes no focus."""
        button = QToolButton()
        button.setText(text)
        button.setIcon(icon(name, colours_for(self.palette()).muted, ICON))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(pressed)
        return button

    def _add_levels(self, column: QVBoxLayout, lines: tuple[LevelLine, ...]) -> None:
        column.addWidget(label(self.tr("How this distribution stands"), "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(0, 1)
        for row, line in enumerate(lines):
            _add_level(grid, row, line)
        column.addLayout(grid)
        if lines and all(line.icon == "check" for line in lines):
            words = self.tr("Each goal is proven as good as it can be, in this order.")
            column.addWidget(label(words, "small", wrap=True))


def _button_row(buttons: tuple[QToolButton, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def _add_section(column: QVBoxLayout, section: Section) -> None:
    column.addSpacing(Space.XS)
    column.addWidget(label(section.title, "strong"))
    for sentence in section.sentences:
        column.addLayout(_sentence_row(sentence))


def _sentence_row(sentence: Sentence) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    mark: QWidget = icon_label(sentence.icon, ICON, sentence.tone) if sentence.icon else QLabel()
    mark.setFixedWidth(ICON)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(sentence.text, "", wrap=True))
    if sentence.source:
        words.addWidget(label(sentence.source, "small", wrap=True))
    row.addLayout(words, 1)
    return row


def _add_level(grid: QGridLayout, row: int, line: LevelLine) -> None:
    name = label(line.title, wrap=True)
    name.setToolTip(line.explained)
    figure = label(line.figure)
    figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    difference = label(line.difference, "chip", line.tone)
    difference.setVisible(bool(line.difference))
    mark: QWidget = icon_label(line.icon, ICON, line.tone) if line.icon else QLabel()
    mark.setFixedWidth(ICON)
    mark.setToolTip(line.explained)
    for place, widget in enumerate((name, difference, figure, mark)):
        grid.addWidget(widget, row, place)
