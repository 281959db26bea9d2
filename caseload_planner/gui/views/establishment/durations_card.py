"""The card of how long measures last: as assumed, or as our own history says, with room for a reason."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QVBoxLayout

from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.establishment_durations import REASON_KEY, DurationsCard
from caseload_planner.gui.views.labels import label, set_tone


class DurationsCardView(QFrame):
    """A check box; it only changes its scenario when a person does."""

    chosen = Signal(bool)
    reasoned = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._name = label(self.tr("How long measures last"), "strong", wrap=True)
        self.own = QCheckBox(self.tr("As in our own history"))
        self._facts = label("", "small", wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why?"))
        self.reason.setAccessibleName(self.tr("Reason for how long measures last"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XS)
        for widget in (self._name, self.own, self._facts, self.reason):
            column.addWidget(widget)
        self.own.toggled.connect(self.chosen)
        self.reason.editingFinished.connect(self._on_reason)

    def show_card(self, card: DurationsCard, *, frozen: bool) -> None:
        """Show the choice as it is now."""
        with QSignalBlocker(self.own):
            self.own.setChecked(card.own)
        self.own.setEnabled(card.possible and not frozen)
        self._facts.setText(card.facts)
        self._facts.setToolTip(card.all_facts)
        set_tone(self._name, Tone.ACCENT if card.changed else Tone.PLAIN)
        if not self.reason.hasFocus():
            self.reason.setText(card.reason)
        self.reason.setVisible(card.changed or bool(card.reason))
        self.reason.setEnabled(not frozen)

    def _on_reason(self) -> None:
        self.reasoned.emit(REASON_KEY, self.reason.text())
