"""The Caseload page: who carries how much, and who has room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseload_planner.gui import formatting
from caseload_planner.gui.commands import Command, CommandGroup
from caseload_planner.gui.models.deadline_list import DeadlineLine
from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.gui.models.worker_facets import Facet
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.caseload_memory import CaseloadMemory
from caseload_planner.gui.viewmodels.caseload_page import CaseloadPageModel
from caseload_planner.gui.viewmodels.scope import EVERYTHING
from caseload_planner.gui.viewmodels.tiles import TileKey
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.viewmodels.worker_detail import CaseCard
from caseload_planner.gui.views.caseload.deadline_panel import DeadlinePanel
from caseload_planner.gui.views.caseload.dispute_dialog import DisputeDialog
from caseload_planner.gui.views.caseload.drawer import WorkerDrawer
from caseload_planner.gui.views.caseload.table_keeper import TableKeeper
from caseload_planner.gui.views.caseload.table_stack import WITHOUT_TOOLBAR, TableStack, TableState
from caseload_planner.gui.views.caseload.tile_line import TileLine
from caseload_planner.gui.views.caseload.toolbar import CaseloadToolbar
from caseload_planner.gui.views.caseload.worker_table_view import WorkerTableView
from caseload_planner.gui.views.page import Page

FACET_OF_TILE = {
    TileKey.OVER_NORM: Facet.OVER_NORM,
    TileKey.ROOM: Facet.ROOM,
    TileKey.SNS: Facet.SNS_SHORT,
    TileKey.DISPUTES: Facet.DISPUTED,
}
"""What the tiles narrow the table to."""
DEADLINES_KEY = "Ctrl+D"


class _Column(QVBoxLayout):
    """A column that takes the height it is given: words that wrap inside scroll there, not with the whole page."""

    def hasHeightForWidth(self) -> bool:
        """Say no, whatever stands in it."""
        return False


class CaseloadPage(Page):
    """Tiles, a toolbar, the table, and the drawer at the right.

    Parameters
    ----------
    window
        The frame's state; the page keeps its own under the key ``caseload``.
    """

    def __init__(self, window: WindowModel) -> None:
        super().__init__()
        self._window = window
        self.model = window.page_model("caseload", lambda: CaseloadPageModel(window.session))
        self._memory = CaseloadMemory(window.settings)
        self._remember()
        self.tiles = TileLine()
        self.table = WorkerTableView(self.model.table)
        self.drawer = WorkerDrawer(self.model)
        self.toolbar = CaseloadToolbar(self.model.table)
        self.search = self.toolbar.search
        self.stack = TableStack(self.table)
        self.deadlines = DeadlinePanel(self.model)
        self.keeper = TableKeeper(self.model, self.table, window.status)
        self._lay_out()
        self.table.show_columns(self._memory.hidden, self._memory.widths)
        self._connect()
        self._on_rows()
        self.drawer.refresh()
        self.model.speak(window.settings.language)

    def _remember(self) -> None:
        """Find order, filter and grouping again; once for a window, as the page is built anew with the language."""
        table, order = self.model.table, self._memory.order
        if order is not None:
            table.sort(*order)
        table.set_facets(self._memory.facets)
        table.set_grouped(self._memory.grouped)

    # building ---------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.M)
        left.addWidget(self.toolbar)
        left.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addLayout(left, 1)
        row.addWidget(self.drawer)
        row.addWidget(self.deadlines)
        column = _Column(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self.tiles)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self._connect_table()
        self.stack.everybody_asked.connect(self._on_show_everybody)
        self.stack.import_asked.connect(self._window.import_asked)
        self.stack.retry_asked.connect(self.model.session.reload)
        self.drawer.closed.connect(self._on_close)
        self.drawer.dispute_asked.connect(self.ask_dispute)
        self.deadlines.closed.connect(self._on_close)
        self.deadlines.opened.connect(self._on_deadline)
        self.answer_to_keys(self._window.status.say)
        self.tiles.clicked.connect(self._on_tile)
        self.model.rows_changed.connect(self._on_rows)
        self.model.detail_changed.connect(self._on_detail)
        self.model.table.shown_changed.connect(self._on_shown)
        self.model.session.loading_changed.connect(self._on_shown)
        self.model.session.failed.connect(self._on_shown)
        self.model.failed.connect(self._on_shown)
        self.model.failed.connect(self._window.failed)

    def _connect_table(self) -> None:
        toolbar, table = self.toolbar, self.model.table
        toolbar.search.textChanged.connect(table.set_filter)
        toolbar.search.went_on.connect(self._on_went_on)
        toolbar.sorting.activated.connect(self._on_sorting)
        toolbar.facets.chosen.connect(self._on_facets)
        toolbar.clear.clicked.connect(self._on_show_everybody)
        toolbar.grouped.toggled.connect(self._on_grouped)
        toolbar.shown_columns.aboutToShow.connect(self._on_column_menu)
        toolbar.shown_columns.chosen.connect(self._on_columns)
        toolbar.shown_columns.widths_forgotten.connect(self._on_widths_forgotten)
        toolbar.keep.copy_asked.connect(self.keeper.copy_all)
        toolbar.keep.save_asked.connect(self.keeper.ask_where)
        self.table.chosen.connect(self.model.select)
        self.table.left.connect(self._on_close)
        self.table.copy_asked.connect(self.keeper.copy_marked)
        self.table.widths_changed.connect(self._memory.keep_widths)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)

    # following --------------------------------------------------------------------------------------------------------

    def _on_rows(self) -> None:
        self.tiles.set_tiles(self.model.tiles)
        self._mark_tiles()
        self._on_order()
        self._on_shown()
        if self.isVisible() and self.hasFocus():  # nobody went elsewhere while the rows were made
            self.enter()

    def _on_shown(self) -> None:
        shown, everybody = self.model.table.workers_shown, self.model.table.workers_in_all
        text = self.tr("%1 of %2 workers") if shown != everybody else self.tr("%2 workers")
        self.toolbar.count.setText(
            text.replace("%1", formatting.count(shown)).replace("%2", formatting.count(everybody))
        )
        state = self._state(shown)
        self.stack.show_state(state)
        if state is TableState.ROWS:
            self.table.select_worker(self.model.selected)
            self.table.begin_at_top()
        self.tiles.setVisible(bool(self.model.tiles) and state is not TableState.EMPTY_FILE)
        self.toolbar.setVisible(state not in WITHOUT_TOOLBAR)

    def _state(self, shown: int) -> TableState:
        organisation = self.model.session.organisation
        if self.model.broken:
            return TableState.FAILED
        if not self.model.ready:
            return TableState.LOADING
        if organisation is not None and not organisation.workers:
            return TableState.EMPTY_FILE
        return TableState.ROWS if shown else TableState.NOBODY_FITS

    def _on_detail(self) -> None:
        if self.model.selected is not None:
            self.deadlines.hide()
        if self.model.detail is not None or self.model.selected is None:
            self.table.select_worker(self.model.selected)

    def _on_order(self) -> None:
        place = self.toolbar.sorting.findData(int(self.model.table.sort_column))
        if place >= 0:
            self.toolbar.sorting.setCurrentIndex(place)

    def _on_sorted(self) -> None:
        table = self.model.table
        self._memory.keep_order(table.sort_column, table.sort_order)
        self._on_order()

    def _on_sorting(self, place: int) -> None:
        self.table.sort_by(Column(self.toolbar.sorting.itemData(place)))

    # filter, columns, tiles -------------------------------------------------------------------------------------------

    def _on_facets(self, facets: frozenset[Facet]) -> None:
        self.model.table.set_facets(facets)
        self._memory.keep_facets(facets)
        self._mark_tiles()

    def _on_grouped(self, grouped: bool) -> None:  # noqa: FBT001 (a slot of a toggle)
        self.model.table.set_grouped(grouped)
        self._memory.keep_grouped(grouped=grouped)
        self._mark_tiles()

    def _mark_tiles(self) -> None:
        """Show on the tiles what the table follows."""
        table = self.model.table
        on = {tile for tile, facet in FACET_OF_TILE.items() if facet in table.facets}
        self.tiles.mark(on | ({TileKey.LOAD_PER_FTE} if table.grouped else set()))

    def _on_column_menu(self) -> None:
        self.toolbar.shown_columns.show_choice(self.table.hidden, self.table.gave_way)

    def _on_columns(self, hidden: frozenset[Column]) -> None:
        self._memory.keep_hidden(hidden)
        self.table.show_columns(hidden, self.table.own_widths)
        self._on_column_menu()

    def _on_widths_forgotten(self) -> None:
        self._memory.keep_widths({})
        self.table.show_columns(self.table.hidden, {})

    def _on_tile(self, key: str) -> None:
        if key == TileKey.UNASSIGNED:
            self._window.show_page("distribution")
        elif key == TileKey.LOAD_PER_FTE:
            self.toolbar.grouped.toggle()
        elif key == TileKey.WAITING:
            self.show_deadlines()
        elif (facet := FACET_OF_TILE.get(TileKey(key))) is not None:
            self._toggle_only(facet)

    def _toggle_only(self, facet: Facet) -> None:
        """Show only whom a tile speaks of; the same tile again shows everybody."""
        only = frozenset({facet})
        self._on_facets(frozenset() if self.model.table.facets == only else only)
        if facet is Facet.ROOM:
            self.table.sort_by(Column.ROOM, Qt.SortOrder.DescendingOrder)
        self.table.setFocus()

    def _on_show_everybody(self) -> None:
        self.toolbar.search.clear()
        self._on_facets(frozenset())

    # the drawer and the keys ------------------------------------------------------------------------------------------

    def _on_went_on(self) -> None:
        """Go from the search to the table; who is the only one found opens."""
        self.table.setFocus()
        self.table.begin_at_top()
        if self.model.table.workers_shown == 1:
            self.model.select(self.model.table.line(self.table.currentIndex().row()).worker)

    def show_deadlines(self) -> None:
        """Show the deadlines in the place of the drawer; once more puts them away."""
        if self.deadlines.isVisible():
            self._on_close()
            return
        self.model.select(None)
        self.deadlines.begin()

    def _on_deadline(self, line: DeadlineLine) -> None:
        """Go to the case: in the drawer of its first contact, or to the distribution where nobody has it yet."""
        if line.first is None:
            self._window.show_page("distribution")
        else:
            self.show_worker(line.first, line.measure)

    def ask_dispute(self, card: CaseCard) -> None:
        """Ask what is not right about a case, or the answer to what is open about it."""
        worker, waits = self.model.selected, card.open_dispute
        if worker is None:
            return
        dialog = DisputeDialog(card, self._window.names.writer, self)

        def keep(text: str, name: str) -> None:
            self._window.names.writer = name
            if waits is not None:
                self.model.disputes.answer(waits.key, answer=text, answered_by=name)
            else:
                self.model.disputes.record(measure=card.measure, worker=worker, says=text, recorded_by=name)

        dialog.given.connect(keep)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_close(self) -> None:
        self.deadlines.hide()
        self.model.select(None)
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the drawer its share."""
        super().resizeEvent(event)
        self.drawer.fit_to(self.width())
        self.deadlines.setFixedWidth(self.drawer.width())

    # the frame's side -------------------------------------------------------------------------------------------------

    def commands(self) -> tuple[Command, ...]:
        """Give what can be done here."""
        return (
            Command(
                key="caseload.deadlines",
                name=self.tr("Deadlines"),
                run=self.show_deadlines,
                group=CommandGroup.PAGE,
                icon="clock",
                keys=(DEADLINES_KEY,),
            ),
            Command(
                key="caseload.by_team",
                name=self.tr("Group by team"),
                run=self.toolbar.grouped.toggle,
                group=CommandGroup.PAGE,
                icon="group",
            ),
            Command(
                key="caseload.copy",
                name=self.tr("Copy the table"),
                run=self.keeper.copy_all,
                group=CommandGroup.PAGE,
                icon="export",
            ),
        )

    def show_worker(self, worker: str, measure: str | None = None) -> None:
        """Show somebody with her cases, also where the team or the filter would hide her."""
        organisation = self.model.session.organisation
        if organisation is None or worker not in organisation.workers:
            return
        teams = self.model.session.scope.teams_in(organisation)
        if teams and organisation.workers[worker].team not in teams:
            self.model.session.scope.choose(EVERYTHING)
        if self.model.table.row_of(worker) is None:
            self._on_show_everybody()
        self.drawer.look_for(measure)
        self.model.select(worker)

    def on_shown(self) -> None:
        """Begin at the top, with the draft of the round as it stands now."""
        self.model.draft.load()
        self.table.begin_at_top()

    def begins_with(self) -> QWidget:
        """Begin in the table."""
        return self.table

    def focus_search(self) -> None:
        """Go to the search field."""
        self.toolbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toolbar.search.selectAll()
