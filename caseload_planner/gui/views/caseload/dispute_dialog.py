"""Asks what is not right about a case ("klopt niet?"), or the answer to it, and who says so."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.worker_detail import CaseCard
from caseload_planner.gui.views.labels import label

WIDTH = 460
TEXT_HEIGHT = 88


class DisputeDialog(QDialog):
    """A case with a text and a name to fill in; the button says what is missing while it is off.

    Parameters
    ----------
    card
        The case; where something about it waits for an answer, the dialog asks that answer.
    name
        Who wrote last on this computer.
    """

    given = Signal(str, str)
    """With the text and the name."""

    def __init__(self, card: CaseCard, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._waits = card.open_dispute
        self.text, self.name = QPlainTextEdit(), QLineEdit(name)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        done = self.tr("Record answer") if self._waits else self.tr("Record")
        self.done_button = self.buttons.addButton(done, QDialogButtonBox.ButtonRole.AcceptRole)
        self.done_button.setProperty("role", "primary")
        self.setWindowTitle(self.tr("Answer") if self._waits else self.tr("Not right?"))
        self.setMinimumWidth(WIDTH)
        self._lay_out(card)
        self.text.textChanged.connect(self._on_text)
        self.name.textChanged.connect(self._on_text)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._on_text()
        self.text.setFocus()

    def _lay_out(self, card: CaseCard) -> None:
        asked = self.tr("What is not right about this weight?")
        who = self.tr("Who says so?")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(label(f"{card.title}: {card.share}", "heading", wrap=True))
        layout.addWidget(label(card.place, "small", wrap=True))
        layout.addWidget(label(card.words, "words", wrap=True))
        layout.addSpacing(Space.S)
        if self._waits is not None:
            layout.addWidget(label(self._waits.words, "notice", wrap=True))
            asked, who = self.tr("What is the answer?"), self.tr("Who answers?")
        for words, field in ((asked, self.text), (who, self.name)):
            above = label(words, "strong")
            above.setBuddy(field)
            field.setAccessibleName(words)
            layout.addWidget(above)
            layout.addWidget(field)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(TEXT_HEIGHT)
        layout.addSpacing(Space.S)
        layout.addWidget(self.buttons)

    def _on_text(self) -> None:
        missing = ""
        if not self.name.text().strip():
            missing = self.tr("Fill in a name first.")
        if not self.text.toPlainText().strip():
            missing = self.tr("Write a sentence first.")
        self.done_button.setEnabled(not missing)
        self.done_button.setToolTip(missing)

    def accept(self) -> None:
        """Hand over the text and the name."""
        text, name = " ".join(self.text.toPlainText().split()), self.name.text().strip()
        if text and name:
            super().accept()
            self.given.emit(text, name)
