"""The Team D page: the sentence, the falling area, who takes over, and week by week who hands what to whom."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.application.plan_records import PlanState
from caseload_planner.gui import formatting
from caseload_planner.gui.commands import Command, CommandGroup
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.receiver_weeks import ReceiverWeeksModel
from caseload_planner.gui.models.text_table import TextTableModel
from caseload_planner.gui.team_d_texts import answer_text, cost_text, in_the_way_text, nil_texts
from caseload_planner.gui.theme import ROW_HEIGHT, Space
from caseload_planner.gui.viewmodels.team_d_lines import TeamDLines
from caseload_planner.gui.viewmodels.team_d_page import TeamDPageModel
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.cell_delegates import CellDelegate
from caseload_planner.gui.views.labels import frame, label, set_tone
from caseload_planner.gui.views.page import Page
from caseload_planner.gui.views.table_header import TableHeader
from caseload_planner.gui.views.team_d.chart_view import ChartView
from caseload_planner.gui.views.team_d.compare_plans_dialog import ComparePlansDialog
from caseload_planner.gui.views.team_d.receiver_delegate import ReceiverWeeksDelegate
from caseload_planner.gui.views.team_d.settle_dialog import SettleDialog
from caseload_planner.gui.views.team_d.steps_dialog import StepsDialog
from caseload_planner.gui.views.team_d.toolbar import TeamDToolbar

HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
HANDOVER_WIDTHS = (98, 146, 0, 0, 56)
LEFT_WIDTHS = (146, 136)
RECEIVER_WIDTHS = (150, 60, 62, 62, 0)
RIGHT_LEAST = 380


def text_table(model: TextTableModel, name: str) -> QTableView:
    """Make a table of texts that is walked through by rows."""
    table = QTableView()
    table.setModel(model)
    table.setItemDelegate(CellDelegate(table))
    return dressed(table, name)


def dressed(table: QTableView, name: str) -> QTableView:
    """Give a table the look of the others."""
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


class TeamDPage(Page):
    """Follows a `TeamDPageModel`.

    Parameters
    ----------
    window
        The frame's state; the page keeps its own under the key ``team_d``.
    """

    def __init__(self, window: WindowModel) -> None:
        super().__init__()
        self._window = window
        self.model = window.page_model("team_d", lambda: TeamDPageModel(window.session))
        self.toolbar, self.chart = TeamDToolbar(self.model), ChartView(self.model)
        self.answer, self.cost = label("", "heading", wrap=True), label("", "muted", wrap=True)
        self.notice = label("", "notice", Tone.WARN, wrap=True)
        self._shown: TeamDLines | None = None
        self.handovers, self.left, self.running_out = TextTableModel(self), TextTableModel(self), TextTableModel(self)
        self.taking = ReceiverWeeksModel(self)
        self.tabs, self.stack, self.empty = QTabWidget(), QStackedWidget(), label("", "muted", wrap=True)
        self._lay_out()
        self._connect()
        self.model.load()
        self.refresh()

    # building ---------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.stack.addWidget(self._make_empty())
        self.stack.addWidget(self._make_plan())
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        for widget in (self.toolbar, self.notice, self.answer, self.cost):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)

    def _make_empty(self) -> QWidget:
        empty = QWidget()
        layout = QVBoxLayout(empty)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.empty)
        return empty

    def _make_plan(self) -> QWidget:
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        inside.addWidget(self.chart)
        self.receiver_table = QTableView()
        self.receiver_table.setModel(self.taking)
        self.receiver_table.setItemDelegate(CellDelegate(self.receiver_table))
        dressed(self.receiver_table, self.tr("Who takes over, week by week"))
        self._bars = ReceiverWeeksDelegate(self.receiver_table)
        self.handover_table = text_table(self.handovers, self.tr("Handovers, week by week"))
        self.left_table = text_table(self.left, self.tr("Cases that find nobody"))
        self.running_table = text_table(self.running_out, self.tr("Cases that run out"))
        self.tabs.setDocumentMode(True)
        for table in (self.handover_table, self.left_table, self.running_table):
            self.tabs.addTab(table, "")
        self.tabs.setMinimumWidth(RIGHT_LEAST)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addWidget(card, 5)
        left.addWidget(self.receiver_table, 6)
        plan = QWidget()
        row = QHBoxLayout(plan)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addLayout(left, 6)
        row.addWidget(self.tabs, 5)
        return plan

    def _connect(self) -> None:
        model, toolbar = self.model, self.toolbar
        toolbar.plan.clicked.connect(model.plan)
        toolbar.nil.clicked.connect(model.find_nil)
        toolbar.stop.clicked.connect(model.cancel)
        toolbar.until.editingFinished.connect(self._on_date)
        toolbar.even.toggled.connect(self._on_even)
        toolbar.steps.triggered.connect(self.ask_steps)
        for weeks, action in toolbar.overlaps.items():
            action.triggered.connect(partial(model.set_overlap, weeks))
        toolbar.compare.clicked.connect(self.ask_compare)
        toolbar.accept.clicked.connect(self.ask_accept)
        toolbar.withdraw.clicked.connect(self.ask_withdraw)
        toolbar.pdf.triggered.connect(partial(self._on_save, ".pdf"))
        toolbar.xlsx.triggered.connect(partial(self._on_save, ".xlsx"))
        self.chart.until_asked.connect(self._on_drawn)
        model.changed.connect(self.refresh)
        model.failed.connect(self._window.failed)
        model.saved.connect(self._on_saved)
        QShortcut(QKeySequence("F5"), self, context=HERE).activated.connect(model.plan)
        QShortcut(QKeySequence("Esc"), self, context=HERE).activated.connect(model.cancel)

    # following --------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what there is now."""
        model = self.model
        self.toolbar.refresh()
        draft, lines = model.draft, model.lines
        self.stack.setCurrentIndex(0 if draft is None else 1)
        self.empty.setText(self._empty_words())
        self._refresh_words()
        if draft is not None and lines is not None and self._shown is not lines:
            self._shown = lines
            self.handovers.set_rows(lines.handover_headings, lines.handovers)
            self.left.set_rows(lines.left_headings, lines.left)
            self.running_out.set_rows(lines.running_headings, lines.running_out)
            self.taking.set_rows(lines.receiver_headings, lines.receivers)
            self._name_tabs()
            self._fit_columns()
        self.chart.refresh()

    def _empty_words(self) -> str:
        if self.model.running:
            return self.model.words
        return self.model.missing or self.tr(
            "No plan yet. Choose the last day of team D and make a plan: who hands which family to whom, in which week."
        )

    def _refresh_words(self) -> None:
        model, draft = self.model, self.model.draft
        self.notice.setText(self._notice())
        self.notice.setVisible(bool(self.notice.text()))
        for widget in (self.answer, self.cost):
            widget.setVisible(draft is not None)
        if draft is None:
            return
        self.answer.setText(answer_text(draft.request, draft.plan))
        set_tone(self.answer, Tone.WARN if draft.plan.unplaced else Tone.GOOD)
        words = [cost_text(draft.plan)]
        if draft.state is PlanState.ACCEPTED:
            words.append(self.tr("Accepted: its handovers come up in the weekly distributions."))
        if model.nil is not None:
            words = [*nil_texts(model.nil), in_the_way_text(model.nil.within_ceilings)]
        self.cost.setText(" ".join(word for word in words if word))

    def _notice(self) -> str:
        draft = self.model.draft
        if draft is None:
            return ""
        if self.model.stale:
            return self.tr("The data have changed since this plan was made. Plan again: what was agreed stays.")
        if self.model.until != draft.request.until and not self.model.running:
            words = self.tr("This plan is for %1. Plan again (F5) for the other date.")
            return words.replace("%1", formatting.day(draft.request.until))
        return ""

    def _name_tabs(self) -> None:
        names = (
            (self.tr("Week by week (%1)"), self.handovers.rowCount()),
            (self.tr("Left over (%1)"), self.left.rowCount()),
            (self.tr("Run out (%1)"), self.running_out.rowCount()),
        )
        for number, (words, count) in enumerate(names):
            self.tabs.setTabText(number, words.replace("%1", formatting.count(count)))

    def _fit_columns(self) -> None:
        last = self.taking.columnCount() - 1
        self.receiver_table.setItemDelegateForColumn(last, self._bars)
        for table, widths in ((self.handover_table, HANDOVER_WIDTHS), (self.receiver_table, RECEIVER_WIDTHS)):
            header = table.horizontalHeader()
            for column, width in enumerate(widths):
                if width:
                    header.resizeSection(column, width)
                else:
                    header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for table in (self.left_table, self.running_table):
            header = table.horizontalHeader()
            for column, width in enumerate(LEFT_WIDTHS):
                header.resizeSection(column, width)
            header.setStretchLastSection(True)

    # asking -----------------------------------------------------------------------------------------------------------

    def _on_date(self) -> None:
        self.model.set_until(self.toolbar.chosen_until())

    def _on_drawn(self, day: object) -> None:
        self.model.set_until(day)  # type: ignore[arg-type]  # the chart gives a date

    def _on_even(self, checked: bool) -> None:  # noqa: FBT001 (a slot of a toggle)
        self.model.set_even(even=checked)

    def ask_steps(self) -> None:
        """Let the curve be drawn."""
        organisation, steps = self.model.session.organisation, self.model.suggested_steps()
        if organisation is None or not steps:
            return
        dialog = StepsDialog(steps, organisation, self)
        dialog.chosen.connect(self.model.set_steps)
        self._open(dialog)

    def ask_compare(self) -> None:
        """Show the plan beside the one before."""
        before, now = self.model.before, self.model.draft
        if before is not None and now is not None:
            self._open(ComparePlansDialog(before, now, self))

    def ask_accept(self) -> None:
        """Ask who accepts the plan."""
        if self.model.draft is None:
            return
        words = self.tr(
            "Its handovers come up in the weekly distribution of their week, to be confirmed there. "
            "From %1 on, who hands over gets no new cases."
        )
        words = with_values(words, formatting.day(self.model.draft.request.closed_from))
        dialog = SettleDialog(
            self.tr("Accept the plan"), words, self.tr("Accept"), self._window.names.decided_by, self, reasoned=False
        )
        dialog.settled.connect(self._on_accepted)
        self._open(dialog)

    def ask_withdraw(self) -> None:
        """Ask who withdraws the plan and why."""
        words = self.tr("What was confirmed stands; what was not no longer comes up.")
        dialog = SettleDialog(
            self.tr("Withdraw the plan"),
            words,
            self.tr("Withdraw"),
            self._window.names.decided_by,
            self,
            reasoned=True,
        )
        dialog.settled.connect(self._on_withdrawn)
        self._open(dialog)

    def _open(self, dialog: "ComparePlansDialog | SettleDialog | StepsDialog") -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_accepted(self, name: str, _reason: str) -> None:
        self._window.names.decided_by = name
        self.model.accept(name)

    def _on_withdrawn(self, name: str, reason: str) -> None:
        self.model.withdraw(name, reason)

    def _on_save(self, ending: str) -> None:
        services = self.model.session.services
        if services is None:
            return
        kinds = {".pdf": self.tr("PDF (*.pdf)"), ".xlsx": self.tr("Excel (*.xlsx)")}
        proposed = str(services.path.parent / f"team-d-{self.model.until.isoformat()}{ending}")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the plan"), proposed, kinds[ending])
        if chosen:
            path = Path(chosen)
            self.model.save(path if path.suffix else path.with_suffix(ending))

    def _on_saved(self, path: Path) -> None:
        self._window.status.say(self.tr("Saved: %1").replace("%1", path.name))

    # the frame's side -------------------------------------------------------------------------------------------------

    def commands(self) -> tuple[Command, ...]:
        """Give what can be done here."""
        return (
            Command(
                key="team_d.plan",
                name=self.tr("Make a plan for team D"),
                run=self.model.plan,
                group=CommandGroup.PAGE,
                icon="team_d",
                keys=("F5",),
                missing=lambda: self.model.missing,
            ),
            Command(
                key="team_d.nil",
                name=self.tr("When can team D be at nil?"),
                run=self.model.find_nil,
                group=CommandGroup.PAGE,
                icon="calendar",
                missing=lambda: self.model.missing,
            ),
        )
