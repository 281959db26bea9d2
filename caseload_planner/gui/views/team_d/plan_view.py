"""A plan for the eye: the falling area, who takes over, and week by week who hands what to whom."""

from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QTabWidget, QVBoxLayout, QWidget

from caseload_planner.gui import formatting
from caseload_planner.gui.models.receiver_weeks import ReceiverWeeksModel
from caseload_planner.gui.models.text_table import TextTableModel
from caseload_planner.gui.theme import ROW_HEIGHT, Space
from caseload_planner.gui.viewmodels.team_d_lines import TeamDLines
from caseload_planner.gui.viewmodels.team_d_page import TeamDPageModel
from caseload_planner.gui.views.cell_delegates import CellDelegate
from caseload_planner.gui.views.labels import frame
from caseload_planner.gui.views.table_header import TableHeader
from caseload_planner.gui.views.team_d.chart_view import ChartView
from caseload_planner.gui.views.team_d.receiver_delegate import ReceiverWeeksDelegate

RECEIVER_WIDTHS = (150, 60, 62, 62, 0)
RIGHT_LEAST = 380
WIDEST_COLUMN = 240


def text_table(model: TextTableModel, name: str) -> QTableView:
    """Make a table of texts that is walked through by rows; columns that find no room scroll."""
    table = dressed(QTableView(), model, name)
    table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.horizontalHeader().setMaximumSectionSize(WIDEST_COLUMN)
    return table


def dressed(table: QTableView, model: TextTableModel | ReceiverWeeksModel, name: str) -> QTableView:
    """Give a table its rows and the look of the others."""
    table.setModel(model)
    table.setItemDelegate(CellDelegate(table))
    table.setHorizontalHeader(TableHeader(table))
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setAccessibleName(name)
    return table


class PlanView(QWidget):
    """Shows the rows of the page's plan; made anew only where the plan is another one."""

    def __init__(self, model: TeamDPageModel) -> None:
        super().__init__()
        self._shown: TeamDLines | None = None
        self.chart, self.tabs = ChartView(model), QTabWidget()
        self.taking = ReceiverWeeksModel(self)
        self.receiver_table = dressed(QTableView(), self.taking, self.tr("Who takes over, week by week"))
        self._bars = ReceiverWeeksDelegate(self.receiver_table)
        self.handovers, self.left, self.running_out, self.changes = (TextTableModel(self) for _ in range(4))
        self.handover_table = text_table(self.handovers, self.tr("Handovers, week by week"))
        self.left_table = text_table(self.left, self.tr("Cases that find nobody"))
        self.running_table = text_table(self.running_out, self.tr("Cases that run out"))
        self.change_table = text_table(self.changes, self.tr("Otherwise than agreed"))
        self._lay_out()

    def _lay_out(self) -> None:
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        inside.addWidget(self.chart)
        self.tabs.setDocumentMode(True)
        for table in (self.handover_table, self.left_table, self.running_table, self.change_table):
            self.tabs.addTab(table, "")
        self.tabs.setMinimumWidth(RIGHT_LEAST)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addWidget(card, 5)
        left.addWidget(self.receiver_table, 6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addLayout(left, 11)
        row.addWidget(self.tabs, 14)

    def show_lines(self, lines: TeamDLines) -> None:
        """Show the rows of a plan."""
        if self._shown is lines:
            return
        self._shown = lines
        self.handovers.set_rows(lines.handover_headings, lines.handovers)
        self.left.set_rows(lines.left_headings, lines.left)
        self.running_out.set_rows(lines.running_headings, lines.running_out)
        self.changes.set_rows(lines.change_headings, lines.changes)
        self.taking.set_rows(lines.receiver_headings, lines.receivers)
        self._name_tabs()
        self._fit_columns()

    def show_changes(self) -> None:
        """Bring what is otherwise than agreed to the front."""
        self.tabs.setCurrentWidget(self.change_table)

    def _name_tabs(self) -> None:
        names = (
            (self.tr("Week by week (%1)"), self.handovers.rowCount()),
            (self.tr("Left over (%1)"), self.left.rowCount()),
            (self.tr("Run out (%1)"), self.running_out.rowCount()),
            (self.tr("Changed (%1)"), self.changes.rowCount()),
        )
        for number, (words, count) in enumerate(names):
            self.tabs.setTabText(number, words.replace("%1", formatting.count(count)))
        self.tabs.setTabVisible(len(names) - 1, self.changes.rowCount() > 0)

    def _fit_columns(self) -> None:
        last = self.taking.columnCount() - 1
        self.receiver_table.setItemDelegateForColumn(last, self._bars)
        header = self.receiver_table.horizontalHeader()
        for column, width in enumerate(RECEIVER_WIDTHS):
            if width:
                header.resizeSection(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for table in (self.handover_table, self.left_table, self.running_table, self.change_table):
            # While the last column stretches it is never narrower than one without rows would be.
            table.horizontalHeader().setStretchLastSection(False)
            table.resizeColumnsToContents()
            table.horizontalHeader().setStretchLastSection(True)
