"""Asks the reason for setting a starred rule aside, before a case lands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from caseload_planner.gui.distribution_texts import breach_text, rule_source, rule_text
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_moves import Move
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.views.labels import label

WIDTH = 460


class OverrideDialog(QDialog):
    """Names the rules with who decided them; the button works once there is a reason."""

    given = Signal(object, str)
    """With the Move and the reason."""

    def __init__(self, model: DistributionPageModel, move: Move, parent: QWidget) -> None:
        super().__init__(parent)
        self._move = move
        self.setWindowTitle(self.tr("Set a rule aside"))
        self.setMinimumWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        heading = with_values(self.tr("%1 to %2"), move.placement.measure, model.name_of(move.worker))
        layout.addWidget(label(heading, "heading"))
        for breach in move.asking:
            who = "" if breach.worker in {move.worker, None} else f"{model.name_of(breach.worker or '')}: "
            words = f"{breach.measure} · {who}{breach_text(breach)}"
            layout.addWidget(label(words, "strong", wrap=True))
            rule = f"{rule_text(breach.rule)} ({rule_source(breach.rule, breach.code)})"
            layout.addWidget(label(rule, "small", wrap=True))
        layout.addWidget(label(self.tr("Why is it right here? The reason goes into the decision list."), wrap=True))
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(72)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.textChanged.connect(self._on_text)
        layout.addWidget(self.reason)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.place = self.buttons.addButton(self.tr("Place all the same"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.place.setProperty("role", "primary")
        self.place.setEnabled(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self.reason.setFocus()

    def _on_text(self) -> None:
        self.place.setEnabled(bool(self.reason.toPlainText().strip()))

    def accept(self) -> None:
        """Hand over the reason."""
        reason = " ".join(self.reason.toPlainText().split())
        if reason:
            super().accept()
            self.given.emit(self._move, reason)
