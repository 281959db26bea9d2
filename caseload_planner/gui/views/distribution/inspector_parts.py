"""The parts that the tabs of the inspector are made of: sentences with their icons, goals, rows of buttons."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.chips import Chip
from caseload_planner.gui.models.distribution_sentences import Section, Sentence
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.distribution_levels import LevelLine
from caseload_planner.gui.views.flow_layout import FlowLayout
from caseload_planner.gui.views.labels import icon_label, label

ICON = 16


def key_button(name: str, text: str, pressed: Callable[[], None]) -> QToolButton:
    """Make a button for the mouse; the keyboard has its own key, so it takes no focus."""
    button = QToolButton()
    button.setText(text)
    button.setIcon(icon(name, colours_for(button.palette()).muted, ICON))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(pressed)
    return button


def small_button(text: str, pressed: Callable[[], None]) -> QPushButton:
    """Make a small button that the keyboard reaches with Tab."""
    push = QPushButton(text)
    push.setAutoDefault(False)
    push.setProperty("role", "small")
    push.clicked.connect(pressed)
    return push


def button_row(buttons: Iterable[QWidget]) -> FlowLayout:
    """Put buttons beside each other, from the left; under each other where they do not fit."""
    row = FlowLayout()
    for button in buttons:
        row.addWidget(button)
    return row


def chip_flow(chips: Iterable[Chip]) -> FlowLayout:
    """Put chips beside each other, in as many rows as they need."""
    row = FlowLayout(spacing=Space.XS)
    for chip in chips:
        made = label(chip.text, "chip", chip.tone)
        made.setToolTip(chip.explained)
        row.addWidget(made)
    return row


def add_section(column: QVBoxLayout, section: Section) -> None:
    """Add a heading with its sentences."""
    column.addWidget(label(section.title, "strong", wrap=True))
    for sentence in section.sentences:
        column.addLayout(sentence_row(sentence))


def sentence_row(sentence: Sentence) -> QHBoxLayout:
    """Make a sentence with its icon, and who decided the rule under it."""
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


def level_grid(lines: Iterable[LevelLine]) -> QGridLayout:
    """Make the goals with their figures."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.S)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(0, 1)
    for row, line in enumerate(lines):
        _add_level(grid, row, line)
    return grid


def _add_level(grid: QGridLayout, row: int, line: LevelLine) -> None:
    name = label(line.title, wrap=True)
    name.setToolTip(line.explained)
    figure = label(line.figure)
    figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    difference = label(line.difference, "chip", line.tone)
    if not line.difference:  # showing it here would make it a window of its own for a moment: it has no parent yet
        difference.hide()
    mark: QWidget = icon_label(line.icon, ICON, line.tone) if line.icon else QLabel()
    mark.setFixedWidth(ICON)
    mark.setToolTip(line.explained)
    for place, widget in enumerate((name, difference, figure, mark)):
        grid.addWidget(widget, row, place)
