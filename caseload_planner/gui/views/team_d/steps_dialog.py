"""The curve under which each leaver stays: the most points from the first of every month."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.domain.organisation import Organisation
from caseload_planner.gui import formatting
from caseload_planner.gui.theme import ROW_HEIGHT, Space
from caseload_planner.gui.views.dialog_size import fit_above
from caseload_planner.gui.views.labels import label
from caseload_planner.gui.views.number_field import NumberField
from caseload_planner.winddown.request import Step

SIZE = (820, 460)
MOST_POINTS = 40.0
HALF_A_POINT = 0.5


class StepsDialog(QDialog):
    """A table of leavers by month; every cell can be typed or turned.

    Parameters
    ----------
    steps
        The curve to begin with: one step a leaver and month.
    """

    chosen = Signal(object)
    """With the steps, empty where there are to be none."""

    def __init__(self, steps: Sequence[Step], organisation: Organisation, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The most that each carries, month by month"))
        fit_above(self, SIZE, parent)
        self._workers = sorted({step.worker for step in steps}, key=lambda key: organisation.workers[key].name)
        self._months = sorted({step.from_on for step in steps})
        self._boxes: dict[tuple[str, date], NumberField] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        words = self.tr("From the first of each month somebody carries no more points than this.")
        layout.addWidget(label(words, "muted", wrap=True))
        self.table = self._make_table(steps, organisation)
        layout.addWidget(self.table, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.none = buttons.addButton(self.tr("No curve"), QDialogButtonBox.ButtonRole.ResetRole)
        self.take = buttons.addButton(self.tr("Take this curve"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setProperty("role", "primary")
        self.take.setDefault(True)
        self.none.clicked.connect(self._on_none)
        buttons.accepted.connect(self._on_take)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _make_table(self, steps: Sequence[Step], organisation: Organisation) -> QTableWidget:
        table = QTableWidget(len(self._workers), len(self._months))
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setVerticalHeaderLabels([organisation.workers[key].name for key in self._workers])
        table.setHorizontalHeaderLabels([formatting.day_short(month) for month in self._months])
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        for step in steps:
            box = NumberField()
            box.setRange(0, MOST_POINTS)
            box.setSingleStep(HALF_A_POINT)
            box.setDecimals(1)
            box.setValue(step.most / 100)
            name = organisation.workers[step.worker].name
            box.setAccessibleName(f"{name}, {formatting.day(step.from_on)}")
            self._boxes[step.worker, step.from_on] = box
            table.setCellWidget(self._workers.index(step.worker), self._months.index(step.from_on), box)
        return table

    def steps(self) -> tuple[Step, ...]:
        """Give the curve as it stands in the table."""
        return tuple(
            Step(worker, month, round(box.value() * 100)) for (worker, month), box in sorted(self._boxes.items())
        )

    def _on_take(self) -> None:
        self.chosen.emit(self.steps())
        self.accept()

    def _on_none(self) -> None:
        self.chosen.emit(())
        self.accept()
