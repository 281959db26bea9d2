"""One case in the drawer: what it is, what it weighs for her, how that arises, and what is said about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton

from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.worker_detail import CaseCard, DisputeNote
from caseload_planner.gui.views.caseload.chip_strip import ChipStrip
from caseload_planner.gui.views.labels import ElidedLabel, label


class CaseCardView(QFrame):
    """Shows a `CaseCard`; its button records what is not right, or answers it."""

    asked = Signal(object)
    """With the `CaseCard`: somebody says that it is not right, or wants to answer that."""

    def __init__(self, card: CaseCard) -> None:
        super().__init__()
        self._card = card
        self.measure = card.measure
        self.setProperty("role", "case")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{card.title}, {card.share}: {card.words}")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, Space.XS, 0, Space.S)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(label(card.title, "strong"), 0, 0)
        self._grid.addWidget(label(card.share, "strong"), 0, 1, Qt.AlignmentFlag.AlignRight)
        place = ElidedLabel("small")
        place.setText(card.place)
        self._grid.addWidget(place, 1, 0)
        self._grid.addWidget(self._make_button(), 1, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(label(card.words, "words", wrap=True), 2, 0, 1, 2)
        self._grid.addWidget(ChipStrip(card.chips), 3, 0, 1, 2)
        for note in card.disputes:
            self._add_note(note)

    def _make_button(self) -> QPushButton:
        waits = self._card.open_dispute is not None
        self.button = QPushButton(self.tr("Answer…") if waits else self.tr("Not right?"))
        self.button.setProperty("role", "small" if waits else "link")
        self.button.setAutoDefault(False)
        self.button.setAccessibleDescription(f"{self._card.title}, {self._card.measure}")
        self.button.clicked.connect(self._on_clicked)
        return self.button

    def _add_note(self, note: DisputeNote) -> None:
        row = self._grid.rowCount()
        role, tone = ("notice", Tone.WARN) if note.is_open else ("small", Tone.PLAIN)
        self._grid.addWidget(label(note.words, role, tone, wrap=True), row, 0, 1, 2)
        if note.answer:
            self._grid.addWidget(label(note.answer, "small", wrap=True), row + 1, 0, 1, 2)

    def _on_clicked(self) -> None:
        self.asked.emit(self._card)
