"""People of the meeting, large enough for a beamer where that fits: the key that gives the case, and what it does."""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_others import OtherLine
from caseload_planner.gui.views.labels import ElidedLabel, icon_label, label

ICON, SMALL_ICON = 22, 16


class Size(Enum):
    """How large a case and its people are told, the largest first."""

    BEAMER = "beamer"
    """Letters for a beamer, and under each person what speaks against her."""
    LINES = "lines"
    """The same letters, a line a person."""
    SMALL = "small"
    """Usual letters, a line a person."""

    @property
    def on_lines(self) -> bool:
        """Whether a person has one line."""
        return self is not Size.BEAMER

    def role(self, usual: str) -> str:
        """Give the role of the style sheet for what has another one in usual letters."""
        if self is Size.SMALL:
            return usual
        return {"strong": "beamer-strong", "chip": "beamer-chip", "muted": "beamer-small", "small": "heading"}[usual]


class CandidateCard(QFrame):
    """Somebody who could have the case; a click or her figure gives it to her."""

    pressed = Signal(int)
    """With the figure."""

    def __init__(self, number: int, line: OtherLine, size: Size = Size.BEAMER) -> None:
        super().__init__()
        self._number = number
        self.setProperty("role", "candidate")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{number}: {line.name}, {line.team}, {line.effect}, {line.words}")
        chip = size.role("chip")
        row = _row(self, size)
        row.addWidget(label(str(number), chip, Tone.ACCENT), 0, Qt.AlignmentFlag.AlignVCenter)
        _add_words(row, f"{line.name} · {line.team}", line.words, size)
        self.effect = label(line.effect, chip, line.effect_tone)
        row.addWidget(self.effect, 0, Qt.AlignmentFlag.AlignVCenter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Give the case."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self._number)
        super().mouseReleaseEvent(event)


def holder_card(words: str, why: str, *, pinned: bool, size: Size = Size.BEAMER) -> QFrame:
    """Say who has the case now and why, and by its icon whether that was agreed."""
    card = QFrame()
    card.setProperty("role", "holder")
    row = _row(card, size)
    row.addWidget(icon_label("pin" if pinned else "person", SMALL_ICON if size is Size.SMALL else ICON, Tone.ACCENT))
    _add_words(row, words, why, size)
    return card


def _row(card: QFrame, size: Size) -> QHBoxLayout:
    high = Space.XS if size.on_lines else Space.S
    row = QHBoxLayout(card)
    row.setContentsMargins(Space.M, high, Space.M, high)
    row.setSpacing(Space.S if size is Size.SMALL else Space.M)
    return row


def _add_words(row: QHBoxLayout, who: str, why: str, size: Size) -> None:
    """Say who and why: under each other, or on one line with dots for what does not fit."""
    if not size.on_lines:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(who, "beamer-strong", wrap=True))
        words.addWidget(label(why, "beamer-small", wrap=True))
        row.addLayout(words, 1)
        return
    row.addWidget(_elided(who, size.role("strong")))
    row.addWidget(_elided(why, size.role("muted")), 1)


def _elided(text: str, role: str) -> QLabel:
    made = ElidedLabel(role)
    made.setText(text)
    return made
