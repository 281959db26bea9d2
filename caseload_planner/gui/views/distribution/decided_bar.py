"""A bar that says that a round was decided, with its besluitenlijst; it stays until it is closed."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton

from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.views.labels import icon_label, label


class DecidedBar(QFrame):
    """Shown after Vaststellen."""

    save_asked = Signal(str, bool)
    """With the ending of the file, ``.pdf`` or ``.xlsx``, and whether somebody wants to say where."""
    withdraw_asked = Signal()

    def __init__(self, model: DistributionPageModel) -> None:
        super().__init__()
        self._model = model
        self.setProperty("role", "card")
        self.words = label("", "strong")
        colours = colours_for(self.palette())
        self.pdf = QPushButton(icon("document", colours.text), self.tr("Decision list as PDF"))
        self.excel = QPushButton(icon("export", colours.text), self.tr("as Excel"))
        self.elsewhere, self.withdraw = QToolButton(), QPushButton(self.tr("Withdraw…"))
        self.elsewhere.setText(self.tr("elsewhere…"))
        self.elsewhere.setToolTip(self.tr("Save the PDF in another folder; the next ones go there too"))
        self.withdraw.setToolTip(self.tr("Take this decision back by a recorded one; the cases wait again"))
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close", colours.muted))
        self.close_button.setAccessibleName(self.tr("Close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        layout.setSpacing(Space.S)
        layout.addWidget(icon_label("check_circle", 20, Tone.GOOD))
        layout.addWidget(self.words)
        layout.addStretch(1)
        for button in (self.pdf, self.excel, self.elsewhere, self.withdraw, self.close_button):
            layout.addWidget(button)
        self.pdf.clicked.connect(self._on_pdf)
        self.excel.clicked.connect(self._on_excel)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        self.withdraw.clicked.connect(self.withdraw_asked)
        self.close_button.clicked.connect(model.deciding.close)
        model.deciding.decided.connect(self._on_decided)
        model.deciding.changed.connect(self.refresh)
        model.deciding.saved.connect(self._on_saved)
        self.refresh()

    def refresh(self) -> None:
        """Say what was decided."""
        decision = self._model.deciding.decision
        self.setVisible(decision is not None)
        if decision is not None:
            cases = len({assignment.measure for assignment in decision.begun})
            words = with_values(
                self.tr("Decided: %Ln cases from %1, by %2.", "", cases),
                formatting.day(decision.on),
                self._model.session.shown_name(decision.decided_by),
            )
            self.words.setText(words)

    @Slot()
    def _on_pdf(self) -> None:
        self.save_asked.emit(".pdf", False)  # noqa: FBT003 (a signal)

    @Slot()
    def _on_excel(self) -> None:
        self.save_asked.emit(".xlsx", False)  # noqa: FBT003 (a signal)

    @Slot()
    def _on_elsewhere(self) -> None:
        self.save_asked.emit(".pdf", True)  # noqa: FBT003 (a signal)

    @Slot()
    def _on_decided(self) -> None:
        """Have the next Enter save the PDF."""
        self.pdf.setDefault(True)
        self.pdf.setFocus()

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.words.setText(with_values(self.tr("Saved: %1"), path.name))
        self.words.setToolTip(str(path))
