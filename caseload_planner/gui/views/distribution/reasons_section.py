"""Reasons that are still to be given before a round is decided: a line for each rule that is set aside."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Chip, Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_draft import OverrideKey
from caseload_planner.gui.viewmodels.distribution_summary import WantedReason
from caseload_planner.gui.views.distribution.fields_to_fill import first_empty, same_for_all
from caseload_planner.gui.views.labels import chip_row, label


class ReasonsSection(QWidget):
    """What is set aside in words, with a field under it; the reasons go into the besluitenlijst."""

    changed = Signal()

    def __init__(self, wanted: tuple[WantedReason, ...]) -> None:
        super().__init__()
        self._wanted = wanted
        self.fields: dict[OverrideKey, QLineEdit] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        heading = with_values(self.tr("Still without a reason (%1)"), formatting.count(len(wanted)))
        layout.addWidget(chip_row((Chip(heading, Tone.WARN, "warning"),)))
        words = self.tr("Say why the rule may be set aside here. The reason goes into the decision list.")
        layout.addWidget(label(words, "small", wrap=True))
        grid = QGridLayout()
        self._fill(grid)
        layout.addLayout(grid)

    def _fill(self, grid: QGridLayout) -> None:
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(0, 1)
        for row, wanted in enumerate(self._wanted):
            field = QLineEdit()
            field.setAccessibleName(with_values(self.tr("Reason: %1"), wanted.words))
            field.textChanged.connect(self.changed)
            self.fields[wanted.key] = field
            grid.addWidget(label(wanted.words, wrap=True), 2 * row, 0, 1, 2)
            grid.addWidget(field, 2 * row + 1, 0)
            if row == 0 and len(self._wanted) > 1:
                grid.addWidget(same_for_all(self.fields), 1, 1)

    @property
    def missing(self) -> str:
        """Name the first case whose reason is not written down; empty where none is missing."""
        empty = first_empty(self.fields)
        return "" if empty is None else empty[0]

    def reasons(self) -> Mapping[OverrideKey, str]:
        """Give the reasons, each on one line."""
        return {key: " ".join(field.text().split()) for key, field in self.fields.items()}
