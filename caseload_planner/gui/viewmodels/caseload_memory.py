"""What the Caseload page finds again at the next start: its order, its filter, its grouping and its columns."""

from PySide6.QtCore import Qt

from caseload_planner.gui.models.worker_columns import ALWAYS_SHOWN, Column
from caseload_planner.gui.models.worker_facets import Facet
from caseload_planner.gui.settings import Settings

FIRST_HIDDEN = frozenset({Column.FAMILIES})
"""Columns that are left out until somebody asks for them."""


class CaseloadMemory:
    """Reads and writes the settings of the page; words that a newer or older program does not know are passed over.

    Parameters
    ----------
    settings
        The user's settings.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def order(self) -> tuple[Column, Qt.SortOrder] | None:
        """The column that it was sorted by, and in which direction."""
        kept = self._settings.sorting
        if kept is None or kept[0] not in Column.__members__:
            return None
        return Column[kept[0]], Qt.SortOrder.DescendingOrder if kept[1] else Qt.SortOrder.AscendingOrder

    def keep_order(self, column: Column, order: Qt.SortOrder) -> None:
        """Remember an order."""
        self._settings.sorting = (column.name, order is Qt.SortOrder.DescendingOrder)

    @property
    def facets(self) -> frozenset[Facet]:
        """What the table was narrowed to."""
        words = self._settings.kept("caseload/facets").split()
        return frozenset(Facet(word) for word in words if word in set(Facet))

    def keep_facets(self, facets: frozenset[Facet]) -> None:
        """Remember a filter."""
        self._settings.keep("caseload/facets", " ".join(sorted(facets)))

    @property
    def grouped(self) -> bool:
        """Whether it was grouped by team."""
        return self._settings.kept("caseload/grouped") == "yes"

    def keep_grouped(self, *, grouped: bool) -> None:
        """Remember a grouping."""
        self._settings.keep("caseload/grouped", "yes" if grouped else "no")

    @property
    def hidden(self) -> frozenset[Column]:
        """The columns that were left out."""
        kept = self._settings.kept("caseload/hidden")
        if not kept:
            return FIRST_HIDDEN
        names = (name for name in kept.split() if name in Column.__members__)
        return frozenset(Column[name] for name in names) - ALWAYS_SHOWN

    def keep_hidden(self, hidden: frozenset[Column]) -> None:
        """Remember a choice of columns."""
        names = sorted(column.name for column in hidden)
        self._settings.keep("caseload/hidden", " ".join(names) or "none")

    @property
    def widths(self) -> dict[Column, int]:
        """The widths that a user gave columns, in device-independent pixels."""
        pairs = (word.partition("=") for word in self._settings.kept("caseload/widths").split())
        return {
            Column[name]: int(width) for name, _, width in pairs if name in Column.__members__ and width.isdecimal()
        }

    def keep_widths(self, widths: dict[Column, int]) -> None:
        """Remember widths."""
        self._settings.keep("caseload/widths", " ".join(f"{column.name}={width}" for column, width in widths.items()))
