"""The menus above the caseload table: what to narrow it to, which columns, and how to take it along."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from caseload_planner.gui import formatting
from caseload_planner.gui.models.worker_columns import ALWAYS_SHOWN, Column, column_explained, column_name
from caseload_planner.gui.models.worker_facets import GROUPS, Facet, facet_text
from caseload_planner.gui.models.worker_table import WorkerTableModel
from caseload_planner.gui.viewmodels.caseload_sheet import facets_in_words
from caseload_planner.gui.views.caseload.sticky_menu import StickyMenu


class FacetMenu(StickyMenu):
    """Ticks for what the table is narrowed to, each with how many workers it holds for."""

    chosen = Signal(object)
    """With the set of facets."""

    def __init__(self, table: WorkerTableModel) -> None:
        super().__init__()
        self._table = table
        self.ticks: dict[Facet, QAction] = {}
        for place, group in enumerate(GROUPS):
            if place:
                self.addSeparator()
            for facet in group:
                tick = self.addAction(facet_text(facet))
                tick.setCheckable(True)
                tick.triggered.connect(self._on_tick)
                self.ticks[facet] = tick
        self.addSeparator()
        self.everybody = self.addAction(self.tr("Show everybody"))
        self.everybody.triggered.connect(self._on_everybody)
        self.aboutToShow.connect(self.refresh)

    def refresh(self) -> None:
        """Tick what is chosen and count anew."""
        for facet, tick in self.ticks.items():
            count = self._table.count_of(facet)
            tick.setText(f"{facet_text(facet)} ({formatting.count(count)})")
            tick.setChecked(facet in self._table.facets)
            tick.setEnabled(bool(count) or tick.isChecked())
        self.everybody.setEnabled(bool(self._table.facets))

    def in_words(self) -> str:
        """Name what the table is narrowed to; empty while it shows everybody."""
        return facets_in_words(self._table.facets)

    def _on_tick(self) -> None:
        self.chosen.emit(frozenset(facet for facet, tick in self.ticks.items() if tick.isChecked()))

    def _on_everybody(self) -> None:
        self.chosen.emit(frozenset())


class ColumnMenu(StickyMenu):
    """Ticks for the columns; what finds no room now says so."""

    chosen = Signal(object)
    """With the set of columns that are left out."""
    widths_forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setToolTipsVisible(True)
        self.ticks: dict[Column, QAction] = {}
        for column in Column:
            tick = self.addAction(column_name(column))
            tick.setCheckable(True)
            tick.setEnabled(column not in ALWAYS_SHOWN)
            tick.setToolTip(column_explained(column))
            tick.triggered.connect(self._on_tick)
            self.ticks[column] = tick
        self.addSeparator()
        self.all_of_them = self.addAction(self.tr("All columns"))
        self.all_of_them.triggered.connect(self._on_all)
        self.usual_widths = self.addAction(self.tr("Usual widths"))
        self.usual_widths.triggered.connect(self.widths_forgotten)

    def show_choice(self, hidden: Collection[Column], gave_way: Collection[Column]) -> None:
        """Tick what is not left out, and say of what gave way that it finds no room."""
        for column, tick in self.ticks.items():
            tick.setChecked(column not in hidden)
            name = column_name(column)
            no_room = self.tr("%1 (no room now)").replace("%1", name)
            tick.setText(no_room if column in gave_way else name)

    def _on_tick(self) -> None:
        self.chosen.emit(frozenset(column for column, tick in self.ticks.items() if not tick.isChecked()))

    def _on_all(self) -> None:
        self.chosen.emit(frozenset())


class KeepMenu(StickyMenu):
    """Take along exactly what is seen."""

    copy_asked = Signal()
    save_asked = Signal(str)
    """With ``.xlsx`` or ``.csv``."""

    def __init__(self) -> None:
        super().__init__()
        self.copying = self.addAction(self.tr("Copy the table"))
        self.copying.triggered.connect(self.copy_asked)
        self.addSeparator()
        self.workbook = self.addAction(self.tr("Save as Excel…"))
        self.workbook.triggered.connect(self._on_workbook)
        self.text_file = self.addAction(self.tr("Save as CSV…"))
        self.text_file.triggered.connect(self._on_text_file)

    def _on_workbook(self) -> None:
        self.save_asked.emit(".xlsx")

    def _on_text_file(self) -> None:
        self.save_asked.emit(".csv")
