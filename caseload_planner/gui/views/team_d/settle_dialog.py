"""Who accepts a plan, or withdraws it and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from caseload_planner.gui.theme import Space
from caseload_planner.gui.views.labels import label

WIDTH = 460


class SettleDialog(QDialog):
    """Asks a name, and a reason where one is needed; the button waits for both.

    Parameters
    ----------
    title, words, verb
        What is settled, what follows from it, and what the button says.
    """

    settled = Signal(str, str)
    """With the name and the reason."""

    def __init__(self, title: str, words: str, verb: str, name: str, parent: QWidget, *, reasoned: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addWidget(label(words, "", wrap=True))
        self.name, self.reason = QLineEdit(name), QLineEdit()
        form = QFormLayout()
        form.setSpacing(Space.S)
        form.addRow(self.tr("Name"), self.name)
        if reasoned:
            form.addRow(self.tr("Reason"), self.reason)
        layout.addLayout(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.settle = buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.settle.setProperty("role", "primary")
        self.settle.setDefault(True)
        buttons.accepted.connect(self._on_settle)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._reasoned = reasoned
        self.name.textChanged.connect(self._on_text)
        self.reason.textChanged.connect(self._on_text)
        self._on_text()

    def _on_text(self) -> None:
        complete = bool(self.name.text().strip()) and (not self._reasoned or bool(self.reason.text().strip()))
        self.settle.setEnabled(complete)
        self.settle.setToolTip("" if complete else self.tr("Fill in what is asked first."))

    def _on_settle(self) -> None:
        self.settled.emit(self.name.text().strip(), self.reason.text().strip())
        self.accept()
