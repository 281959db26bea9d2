"""Two plans side by side: what each costs, and what moves otherwise."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from caseload_planner.application.plan_wind_down import WindDownDraft
from caseload_planner.application.wind_down_changes import changes_between, confirmed_of, moves_of
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.text_table import TextTableModel
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.team_d_lines import change_rows
from caseload_planner.gui.views.dialog_size import fit_above
from caseload_planner.gui.views.labels import label
from caseload_planner.gui.views.table_header import TableHeader

SIZE = (820, 560)


class ComparePlansDialog(QDialog):
    """Shows the plan in front of us beside the one of before."""

    def __init__(self, before: WindDownDraft, now: WindDownDraft, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare two plans"))
        fit_above(self, SIZE, parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(self._figures(before, now))
        rows = change_rows(now.organisation, changes_between(before, now).changed)
        words = with_values(self.tr("%1 cases go to somebody else or in another week"), formatting.count(len(rows)))
        layout.addWidget(label(words, "strong"))
        self.model = TextTableModel(self)
        self.model.set_rows((self.tr("Case"), self.tr("From"), self.tr("Before"), self.tr("Now")), rows)
        table = QTableView()
        table.setModel(self.model)
        table.setHorizontalHeader(TableHeader(table))
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setAccessibleName(words)
        layout.addWidget(table, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _figures(self, before: WindDownDraft, now: WindDownDraft) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.XS)
        for column, words in ((1, self.tr("Before")), (2, self.tr("Now"))):
            grid.addWidget(label(words, "strong"), 0, column, Qt.AlignmentFlag.AlignRight)
        # What of the plan before a round has confirmed, and the other has no more, is handed over by now.
        done = len(confirmed_of(before) - moves_of(now).keys())
        pairs = zip(self._lines(before, done), self._lines(now), strict=True)
        for row, ((words, one), (_, other)) in enumerate(pairs, start=1):
            grid.addWidget(label(words, "muted"), row, 0)
            grid.addWidget(label(one), row, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(other, "strong" if one != other else ""), row, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(3, 1)
        return grid

    def _lines(self, draft: WindDownDraft, done: int = 0) -> tuple[tuple[str, str], ...]:
        plan, count = draft.plan, formatting.count
        levels = {level.name: level.value for level in plan.levels}
        weeks = Counter(one.week for one in plan.handovers)
        above = sum(extra > 0 for _, extra in plan.extra)
        return (
            (self.tr("Last day"), formatting.day(draft.request.until)),
            (self.tr("Cases that find nobody"), count(len(plan.unplaced))),
            (self.tr("To be handed over"), count(len(plan.handovers) - done)),
            (self.tr("Run out"), count(len(plan.runs_out))),
            (self.tr("Colleagues who come above the working norm for it"), count(above)),
            (self.tr("New faces for families"), count(levels["faces"])),
            (self.tr("Handed over at a bad moment"), count(levels["timing"])),
            (self.tr("Steps away from the own team"), count(levels["near"])),
            (self.tr("Most in one week"), count(max(weeks.values(), default=0))),
        )
