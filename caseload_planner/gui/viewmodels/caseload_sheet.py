"""The caseload table as it is seen, ready to be copied or saved: its columns, its rows, its order, and what it says."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from caseload_planner.gui import formatting
from caseload_planner.gui.models.worker_columns import Column, column_name
from caseload_planner.gui.models.worker_facets import GROUPS, Facet, facet_text
from caseload_planner.gui.models.worker_line import WorkerLine
from caseload_planner.reports.seen_table import SeenTable, ValueKind

translate = QCoreApplication.translate

_KINDS = {
    Column.CONTRACT: ValueKind.DECIMALS,
    Column.DEPLOYABLE: ValueKind.DECIMALS,
    Column.MEASURES: ValueKind.COUNT,
    Column.FAMILIES: ValueKind.COUNT,
    Column.LOAD: ValueKind.DECIMALS,
    Column.ROOM: ValueKind.DECIMALS,
    Column.UTILISATION: ValueKind.SHARE,
    Column.DUOS: ValueKind.COUNT,
}


def caseload_sheet(lines: Sequence[WorkerLine], columns: Sequence[Column], title: str) -> SeenTable:
    """Make what is seen of these lines and columns."""
    return SeenTable(
        title=title,
        headings=tuple(column_name(column) for column in columns),
        kinds=tuple(_KINDS.get(column, ValueKind.TEXT) for column in columns),
        rows=tuple(tuple(line.cells[column].exported for column in columns) for line in lines),
        totals=frozenset(place for place, line in enumerate(lines) if line.total),
        decimal_comma=QLocale().decimalPoint() == ",",
    )


def sheet_title(on: date, scope: str, narrowed: frozenset[Facet], searched: str) -> str:
    """Say of which date and part it is and what it was narrowed to, so that nobody reads a part as the whole."""
    parts = [translate("CaseloadSheet", "Caseload on %1").replace("%1", formatting.day_with_weekday(on))]
    parts += [scope] if scope else []
    parts += [words] if (words := facets_in_words(narrowed)) else []
    parts += [f"“{searched}”"] if searched else []
    return " · ".join(parts)


def facets_in_words(facets: frozenset[Facet]) -> str:
    """Name what a table is narrowed to."""
    chosen = [facet for group in GROUPS for facet in group if facet in facets]
    return ", ".join(facet_text(facet) for facet in chosen)
