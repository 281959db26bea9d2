"""A week without cases in which planned handovers begin: they are confirmed here, as a round of their own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.views.distribution.handover_section import HandoverSection
from caseload_planner.gui.views.labels import frame, icon_label, label, primary_button

WIDTH = 560


class HandoverWeek(QWidget):
    """Says that there are no cases, lists the handovers and has the button that confirms them."""

    decide_asked = Signal()

    def __init__(self, model: DistributionPageModel) -> None:
        super().__init__()
        self._model = model
        card = frame("card")
        card.setFixedWidth(WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(icon_label("check_circle", 32, Tone.GOOD), 0, Qt.AlignmentFlag.AlignHCenter)
        heading = label(self.tr("No cases to distribute, only planned handovers"), "heading", wrap=True)
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(heading)
        words = self.tr("What is ticked is confirmed when you decide. Untick what has to wait.")
        column.addWidget(label(words, "muted", wrap=True))
        self.handovers = HandoverSection(model.handovers)
        column.addWidget(self.handovers)
        self.decide = self._make_button()
        column.addWidget(self.decide, 0, Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        layout.addLayout(middle)
        layout.addStretch(2)
        model.handovers.changed.connect(self.refresh)
        model.deciding.changed.connect(self.refresh)
        self.refresh()

    def _make_button(self) -> QPushButton:
        button = primary_button(self.tr("Decide"))
        button.setAutoDefault(False)
        button.clicked.connect(self.decide_asked)
        return button

    def refresh(self) -> None:
        """Say what is missing where nothing can be decided."""
        ready = self._model.deciding.possible
        self.decide.setEnabled(ready)
        self.decide.setToolTip(self.tr("Ctrl+Enter") if ready else self.tr("Tick a handover first."))
