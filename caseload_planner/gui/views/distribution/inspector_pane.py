"""The right pane: the case, why it stands where it stands, why not with somebody else, and how good the draft is."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from caseload_planner.gui.models.distribution_sentences import Section, Sentence
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_inspector import (
    LevelLine,
    case_header,
    level_lines,
    why_not_section,
    why_section,
)
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.views.labels import chip_row, frame, icon_label, label

ICON = 16


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
        for changed in (model.question_changed, model.draft_changed, model.board_changed):
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
            self._add_case(column, key)
            _add_section(column, why_section(board, draft, key))
            if self._model.worker is not None:
                section = why_not_section(board, draft, key, self._model.worker, self._model.position)
                _add_section(column, section)
            elif draft.placements:
                words = self.tr("Choose somebody in the middle to see why not.")
                column.addWidget(label(words, "small", wrap=True))
        elif board is not None and board.queue:
            column.addWidget(label(self.tr("Choose a case"), "heading"))
            words = self.tr("Then you see here why it goes to whom, and why not to others.")
            column.addWidget(label(words, "muted", wrap=True))
        if board is not None and draft.placements:
            column.addWidget(frame("rule"))
            _add_levels(column, level_lines(board, draft), self.tr("How this distribution stands"))
        column.addStretch(1)
        self._scroll.setWidget(body)

    def _add_case(self, column: QVBoxLayout, key: str) -> None:
        board = self._model.board
        if board is None:
            return
        header = case_header(board, key)
        column.addWidget(label(header.title, "heading", wrap=True))
        column.addWidget(label(header.subtitle, "small", wrap=True))
        column.addWidget(label(header.weight, "", wrap=True))
        for start in range(0, len(header.chips), 3):
            column.addWidget(chip_row(header.chips[start : start + 3]))


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


def _add_levels(column: QVBoxLayout, lines: tuple[LevelLine, ...], title: str) -> None:
    column.addWidget(label(title, "strong"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.S)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(0, 1)
    for row, line in enumerate(lines):
        name = label(line.title)
        name.setToolTip(line.explained)
        figure = label(line.figure)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        difference = label(line.difference, "chip", line.tone)
        difference.setVisible(bool(line.difference))
        grid.addWidget(name, row, 0)
        grid.addWidget(difference, row, 1)
        grid.addWidget(figure, row, 2)
        mark: QWidget = icon_label(line.icon, ICON, line.tone) if line.icon else QLabel()
        mark.setFixedWidth(ICON)
        mark.setToolTip(line.explained)
        grid.addWidget(mark, row, 3)
    column.addLayout(grid)
