"""A bar that says that a round was decided, with its besluitenlijst; it stays until it is closed."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton

from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_texts import with_values
from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.views.labels import icon_label, label


class DecidedBar(QFrame):
    """Shown after Vaststellen."""

    save_asked = Signal(str)
    """With the ending of the file: ``.pdf`` or ``.xlsx``."""

    def __init__(self, model: DistributionPageModel) -> None:
        super().__init__()
        self._model = model
        self.setProperty("role", "card")
        self.words = label("", "strong")
        colours = colours_for(self.palette())
        self.pdf = QPushButton(icon("document", colours.text), self.tr("Decision list as PDF"))
        self.excel = QPushButton(icon("export", colours.text), self.tr("as Excel"))
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close", colours.muted))
        self.close_button.setAccessibleName(self.tr("Close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        layout.setSpacing(Space.S)
        layout.addWidget(icon_label("check_circle", 20, Tone.GOOD))
        layout.addWidget(self.words)
        layout.addStretch(1)
        for button in (self.pdf, self.excel, self.close_button):
            layout.addWidget(button)
        self.pdf.clicked.connect(self._on_pdf)
        self.excel.clicked.connect(self._on_excel)
        self.close_button.clicked.connect(model.deciding.forget)
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
                self.tr("Decided: %1 cases from %2, by %3."),
                formatting.count(cases),
                formatting.day(decision.on),
                decision.decided_by,
            )
            self.words.setText(words)

    @Slot()
    def _on_pdf(self) -> None:
        self.save_asked.emit(".pdf")

    @Slot()
    def _on_excel(self) -> None:
        self.save_asked.emit(".xlsx")

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.words.setText(with_values(self.tr("Saved: %1"), path.name))
