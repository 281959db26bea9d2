"""The Caseload page: who carries how much, and who has room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.gui import formatting
from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.worker_lines import Column
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.caseload_page import CaseloadPageModel
from caseload_planner.gui.viewmodels.tiles import TileKey
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.caseload.drawer import WorkerDrawer
from caseload_planner.gui.views.caseload.tile_line import TileLine
from caseload_planner.gui.views.caseload.worker_table_view import WorkerTableView
from caseload_planner.gui.views.labels import frame, label, primary_button
from caseload_planner.gui.views.notice import NoticePage
from caseload_planner.gui.views.page import Page


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
        self.tiles = TileLine()
        self.table = WorkerTableView(self.model.table)
        self.drawer = WorkerDrawer(self.model)
        self.search = QLineEdit()
        self.count = label("", "muted")
        self._toolbar = self._make_toolbar()
        self._stack = QStackedWidget()
        self._lay_out()
        self._take_over()
        self._connect()
        self._on_rows()
        self.drawer.refresh()
        self.model.speak(window.settings.language)

    # building ---------------------------------------------------------------------------------------------------------

    def _make_toolbar(self) -> QWidget:
        colours = colours_for(self.palette())
        bar = QWidget()
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        self.search.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self.search.setToolTip(self.tr("Search name, team, role or mark"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(280)
        self.search.addAction(icon("search", colours.muted), QLineEdit.ActionPosition.LeadingPosition)
        self.sorting = QComboBox()
        self.sorting.setAccessibleName(self.tr("Sort by"))
        self.sorting.setToolTip(self.tr("Sort by"))
        for column in Column:
            if column is not Column.BAR:
                self.sorting.addItem(self.model.table.column_name(column), int(column))
        self.over_norm = self._toggle("warning", self.tr("Above the norm"))
        self.grouped = self._toggle("group", self.tr("By team"))
        self.grouped.setToolTip(self.tr("Group by team, with totals against the funded norm"))
        layout.addWidget(self.search, 4)
        layout.addWidget(label(self.tr("Sort by"), "muted"))
        layout.addWidget(self.sorting)
        layout.addWidget(self.over_norm)
        layout.addWidget(self.grouped)
        layout.addStretch(3)
        layout.addWidget(self.count)
        return bar

    def _toggle(self, name: str, text: str) -> QToolButton:
        colours = colours_for(self.palette())
        button = QToolButton()
        button.setProperty("role", "toggle")
        button.setCheckable(True)
        button.setText(f" {text}")  # the style leaves no room between icon and words
        button.setIcon(icon(name, colours.muted, 18, checked_colour=colours.accent_text))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        card: QFrame = frame("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.table)
        self._stack.addWidget(card)
        self._add_notices()
        left = QVBoxLayout()
        left.setSpacing(Space.M)
        left.addWidget(self._toolbar)
        left.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addLayout(left, 1)
        row.addWidget(self.drawer)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self.tiles)
        column.addLayout(row, 1)

    def _add_notices(self) -> None:
        """Make what stands in the place of the table while there are no rows."""
        self._loading = NoticePage("refresh", self.tr("Working out the caseload"), self.tr("This takes a moment."))
        self._none = NoticePage(
            "people", self.tr("Nobody to show"), self.tr("No worker fits the search or the chosen team.")
        )
        clear = QPushButton(self.tr("Show everybody"))
        clear.clicked.connect(self._on_show_everybody)
        self._none.set_button(clear)
        self._empty = NoticePage(
            "import", self.tr("This file is still empty"), self.tr("Import the files of your organisation to begin.")
        )
        importing = primary_button(self.tr("Import…"))
        importing.clicked.connect(self._window.import_asked)
        self._empty.set_button(importing)
        self._failed = NoticePage(
            "warning", self.tr("The caseload could not be made"), self.tr("Nothing was lost. Try again."), Tone.WARN
        )
        again = QPushButton(self.tr("Try again"))
        again.clicked.connect(self.model.session.reload)
        self._failed.set_button(again)
        for page in (self._loading, self._none, self._empty, self._failed):
            self._stack.addWidget(page)

    def _take_over(self) -> None:
        """Show the filters that the table has already: the page is built anew with the language."""
        self.search.setText(self.model.table.filter_text)
        self.over_norm.setChecked(self.model.table.over_norm_only)
        self.grouped.setChecked(self.model.table.grouped)
        sorting = self._window.settings.sorting
        if sorting is not None and sorting[0] in Column.__members__:
            order = Qt.SortOrder.DescendingOrder if sorting[1] else Qt.SortOrder.AscendingOrder
            self.table.sort_by(Column[sorting[0]], order)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.model.table.set_filter)
        self.sorting.activated.connect(self._on_sorting)
        self.over_norm.toggled.connect(self.model.table.set_over_norm_only)
        self.grouped.toggled.connect(self.model.table.set_grouped)
        self.table.chosen.connect(self.model.select)
        self.table.left.connect(self._on_close)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        self.drawer.closed.connect(self._on_close)
        self.tiles.clicked.connect(self._on_tile)
        self.model.rows_changed.connect(self._on_rows)
        self.model.detail_changed.connect(self._on_detail)
        self.model.table.shown_changed.connect(self._on_shown)
        self.model.session.loading_changed.connect(self._on_shown)
        self.model.session.failed.connect(self._on_shown)
        self.model.failed.connect(self._on_shown)
        self.model.failed.connect(self._window.failed)

    # following --------------------------------------------------------------------------------------------------------

    def _on_rows(self) -> None:
        self.tiles.set_tiles(self.model.tiles)
        self._on_order()
        self._on_shown()

    def _on_shown(self) -> None:
        shown, everybody = self.model.table.workers_shown, self.model.table.workers_in_all
        text = self.tr("%1 of %2 workers") if shown != everybody else self.tr("%2 workers")
        self.count.setText(text.replace("%1", formatting.count(shown)).replace("%2", formatting.count(everybody)))
        organisation = self.model.session.organisation
        if self.model.broken:
            self._stack.setCurrentWidget(self._failed)
        elif not self.model.ready:
            self._stack.setCurrentWidget(self._loading)
        elif organisation is not None and not organisation.workers:
            self._stack.setCurrentWidget(self._empty)
        elif not shown:
            self._stack.setCurrentWidget(self._none)
        else:
            self._stack.setCurrentIndex(0)
            self.table.select_worker(self.model.selected)
        self.tiles.setVisible(bool(self.model.tiles) and self._stack.currentWidget() is not self._empty)
        self._toolbar.setVisible(self._stack.currentWidget() not in {self._loading, self._empty, self._failed})

    def _on_detail(self) -> None:
        if self.model.detail is not None or self.model.selected is None:
            self.table.select_worker(self.model.selected)

    def _on_order(self) -> None:
        place = self.sorting.findData(int(self.model.table.sort_column))
        if place >= 0:
            self.sorting.setCurrentIndex(place)

    def _on_sorted(self) -> None:
        table = self.model.table
        self._window.settings.sorting = (table.sort_column.name, table.sort_order is Qt.SortOrder.DescendingOrder)
        self._on_order()

    def _on_sorting(self, place: int) -> None:
        self.table.sort_by(Column(self.sorting.itemData(place)))

    def _on_tile(self, key: str) -> None:
        if key == TileKey.OVER_NORM:
            self.over_norm.toggle()
        elif key == TileKey.ROOM:
            self.over_norm.setChecked(False)
            self.table.sort_by(Column.ROOM, Qt.SortOrder.DescendingOrder)
            self.table.setFocus()
        elif key == TileKey.UNASSIGNED:
            self._window.show_page("distribution")

    def _on_show_everybody(self) -> None:
        self.search.clear()
        self.over_norm.setChecked(False)

    def _on_close(self) -> None:
        self.model.select(None)
        self.table.setFocus()

    def show_worker(self, worker: str, measure: str | None = None) -> None:  # noqa: ARG002 (the drawer shows every case)
        """Open the drawer of somebody, whatever the filters leave out."""
        self._on_show_everybody()
        self.model.select(worker)

    def on_shown(self) -> None:
        """Begin in the table."""
        self.table.setFocus()

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
