"""Asks who takes a decided round back, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.application.ports import Decision
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.remembered_names import RememberedNames
from caseload_planner.gui.theme import Space
from caseload_planner.gui.views.labels import label

WIDTH = 480
REASON_HEIGHT = 64


class WithdrawDialog(QDialog):
    """Says what a withdrawal does; the button works once there is a name and a reason."""

    confirmed = Signal(str, str)
    """With who withdraws it, and the reason."""

    def __init__(self, decision: Decision, remembered: RememberedNames, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Withdraw the distribution"))
        self.setMinimumWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        heading = with_values(self.tr("Withdraw the distribution of %1?"), formatting.day_with_weekday(decision.on))
        layout.addWidget(label(heading, "heading", wrap=True))
        words = self.tr(
            "The cases wait again, and who was replaced has them back. Decision and withdrawal stay on record."
        )
        layout.addWidget(label(words, wrap=True))
        self.name, self.reason = QLineEdit(remembered.decided_by), QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(REASON_HEIGHT)
        form = QFormLayout()
        form.setSpacing(Space.S)
        form.addRow(self.tr("Withdrawn by"), self.name)
        form.addRow(self.tr("Reason"), self.reason)
        layout.addLayout(form)
        self.missing = label("", "notice", Tone.WARN, wrap=True)
        layout.addWidget(self.missing)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.withdraw = buttons.addButton(self.tr("Withdraw"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.name.textChanged.connect(self._on_text)
        self.reason.textChanged.connect(self._on_text)
        self._on_text()
        (self.reason if remembered.decided_by else self.name).setFocus()

    def _on_text(self) -> None:
        words = ""
        if not self.name.text().strip():
            words = self.tr("Fill in who withdraws it.")
        elif not self.reason.toPlainText().strip():
            words = self.tr("Fill in why.")
        self.missing.setText(words)
        self.missing.setVisible(bool(words))
        self.withdraw.setEnabled(not words)

    def accept(self) -> None:
        """Hand over who and why."""
        if self.withdraw.isEnabled():
            super().accept()
            self.confirmed.emit(self.name.text().strip(), " ".join(self.reason.toPlainText().split()))
