"""What a page shows instead of rows: nothing yet, still reading, or something went wrong, each with what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.views.labels import icon_label, label

WORDS_WIDTH = 420
"""A fixed width with its height, because a wrapped text in the middle of a page has none of its own."""


class NoticePage(QWidget):
    """An icon, a heading, a sentence and at most one button, in the middle of the room there is."""

    def __init__(self, name: str, heading: str, sentence: str, tone: Tone = Tone.MUTED) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setSpacing(Space.S)
        layout.addStretch(1)
        self._add(layout, icon_label(name, 40, tone))
        title = label(heading, "heading")
        self._add(layout, title)
        self.words = words = label(sentence, "muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(WORDS_WIDTH)
        words.ensurePolished()
        words.setMinimumHeight(max(0, words.heightForWidth(WORDS_WIDTH)))
        self._add(layout, words)
        self._layout = layout
        layout.addStretch(2)

    def set_button(self, button: QPushButton) -> None:
        """Give the button that does what the sentence says."""
        self._layout.insertWidget(self._layout.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)

    @staticmethod
    def _add(layout: QVBoxLayout, widget: QWidget) -> None:
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
