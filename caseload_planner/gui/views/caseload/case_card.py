"""One case in the drawer: what it is, what it weighs for her, and how that arises."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.worker_detail import CaseCard
from caseload_planner.gui.views.labels import chip_row, label


class CaseCardView(QFrame):
    """Shows a `CaseCard`."""

    def __init__(self, card: CaseCard) -> None:
        super().__init__()
        self.measure = card.measure
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "case")
        self.setAccessibleName(f"{card.title}, {card.share}: {card.words}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, Space.XS, 0, Space.S)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(card.title, "strong"), 0, 0)
        grid.addWidget(label(card.share, "strong"), 0, 1)
        grid.addWidget(label(card.place, "small"), 1, 0, 1, 2)
        grid.addWidget(label(card.words, "words", wrap=True), 2, 0, 1, 2)
        grid.addWidget(chip_row(card.chips), 3, 0, 1, 2)
