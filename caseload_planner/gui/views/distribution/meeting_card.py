"""A candidate of the meeting, large enough for a beamer: the key that gives the case, the name, and what it does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_others import OtherLine
from caseload_planner.gui.views.labels import icon_label, label

ICON = 22


class CandidateCard(QFrame):
    """Somebody who could have the case; a click or her figure gives it to her."""

    pressed = Signal(int)
    """With the figure."""

    def __init__(self, number: int, line: OtherLine) -> None:
        super().__init__()
        self._number = number
        self.setProperty("role", "candidate")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{number}: {line.name}, {line.team}, {line.effect}, {line.words}")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(label(str(number), "beamer-chip", Tone.ACCENT), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(f"{line.name} · {line.team}", "beamer-strong", wrap=True))
        words.addWidget(label(line.words, "beamer-small", wrap=True))
        row.addLayout(words, 1)
        row.addWidget(label(line.effect, "beamer-chip", line.effect_tone), 0, Qt.AlignmentFlag.AlignVCenter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Give the case."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self._number)
        super().mouseReleaseEvent(event)


def holder_card(words: str, why: str, *, pinned: bool) -> QFrame:
    """Say who has the case now and why, and by its icon whether that was agreed."""
    card = QFrame()
    card.setProperty("role", "holder")
    row = QHBoxLayout(card)
    row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
    row.setSpacing(Space.M)
    row.addWidget(icon_label("pin" if pinned else "person", ICON, Tone.ACCENT))
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(label(words, "beamer-strong", wrap=True))
    column.addWidget(label(why, "beamer-small", wrap=True))
    row.addLayout(column, 1)
    return card
