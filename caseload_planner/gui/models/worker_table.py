"""The caseload table: sorts, filters and groups its own rows, in Python, which is faster than a proxy model."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from caseload_planner.gui.models.chips import CHIPS_ROLE, SORT_ROLE, STRONG_ROLE, TONE_ROLE, TOTAL_ROLE
from caseload_planner.gui.models.course import COURSE_ROLE
from caseload_planner.gui.models.load_bar import LOAD_BAR_ROLE
from caseload_planner.gui.models.worker_columns import NUMBER_COLUMNS, Column, column_explained, column_name
from caseload_planner.gui.models.worker_facets import Facet, fits
from caseload_planner.gui.models.worker_line import NO_LINES, WorkerLine, WorkerLines

AnyIndex = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NUMBER_ALIGNMENT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_TEXT_ALIGNMENT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class WorkerTableModel(QAbstractTableModel):
    """Rows are workers; when grouped, every team begins with a row of totals."""

    shown_changed = Signal()
    """Other rows are shown: their count may have changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = NO_LINES
        self._shown: list[WorkerLine] = []
        self._text, self._grouped = "", False
        self._chosen: frozenset[Facet] = frozenset()
        self._column, self._order = Column.ROOM, Qt.SortOrder.DescendingOrder

    # what stands in it ------------------------------------------------------------------------------------------------

    def set_rows(self, lines: WorkerLines) -> None:
        """Replace everything; filter, grouping and order stay, and so do the rows where the same people are shown."""
        self._lines = lines
        before, after = self._shown, self._ordered()
        if not before or [_who(line) for line in before] != [_who(line) for line in after]:
            self._rebuild()
            return
        self._shown = after
        self.dataChanged.emit(self.index(0, 0), self.index(len(after) - 1, len(Column) - 1))
        self.shown_changed.emit()

    def set_filter(self, text: str) -> None:
        """Show only workers whose name, key, team, role or marks hold every word of a text."""
        if text.casefold() != self._text:
            self._text = text.casefold()
            self._rebuild()

    def set_facets(self, chosen: frozenset[Facet]) -> None:
        """Show only workers who fit what is chosen; nothing chosen shows everybody."""
        if chosen != self._chosen:
            self._chosen = chosen
            self._rebuild()

    def set_grouped(self, grouped: bool) -> None:  # noqa: FBT001 (a setter that a toggle is connected to)
        """Group by team, with totals."""
        if grouped != self._grouped:
            self._grouped = grouped
            self._rebuild()

    @property
    def sort_column(self) -> Column:
        """By which column it is ordered."""
        return self._column

    @property
    def sort_order(self) -> Qt.SortOrder:
        """In which direction it is ordered."""
        return self._order

    @property
    def workers_shown(self) -> int:
        """How many workers are shown."""
        return sum(1 for line in self._shown if not line.total)

    @property
    def workers_in_all(self) -> int:
        """How many workers there are, filtered or not."""
        return len(self._lines.workers)

    @property
    def filter_text(self) -> str:
        """The text that is searched for."""
        return self._text

    @property
    def facets(self) -> frozenset[Facet]:
        """What it is narrowed to."""
        return self._chosen

    def count_of(self, facet: Facet) -> int:
        """Count the workers for whom a facet holds, filtered or not."""
        return sum(1 for line in self._lines.workers if facet in line.facets)

    @property
    def grouped(self) -> bool:
        """Whether it is grouped by team."""
        return self._grouped

    def line(self, row: int) -> WorkerLine:
        """Give the line in a row."""
        return self._shown[row]

    def row_of(self, worker: str) -> int | None:
        """Give the row of a worker, None while she is not shown."""
        return next((row for row, line in enumerate(self._shown) if line.worker == worker), None)

    def row_named(self, text: str, after: int = -1) -> int | None:
        """Give the next row below `after`, going round, in which a part of the name begins with a text."""
        wanted, count = text.casefold(), len(self._shown)
        rows = ((after + step) % count for step in range(1, count + 1))
        return next((row for row in rows if _is_named(self._shown[row], wanted)), None)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._shown = self._ordered()
        self.endResetModel()
        self.shown_changed.emit()

    def _ordered(self) -> list[WorkerLine]:
        words = self._text.split()
        kept = [
            line
            for line in self._lines.workers
            if all(word in line.search for word in words) and fits(line.facets, self._chosen)
        ]
        kept.sort(key=lambda line: line.cells[Column.NAME].sort)
        kept.sort(key=lambda line: line.cells[self._column].sort, reverse=self._order is Qt.SortOrder.DescendingOrder)
        if not self._grouped:
            return kept
        grouped: list[WorkerLine] = []
        for total in self._lines.totals:
            members = [line for line in kept if line.team == total.team]
            if members:
                grouped += [total, *members]
        return grouped

    # Qt's side --------------------------------------------------------------------------------------------------------

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; equal ones stay ordered by name."""
        if not 0 <= column < len(Column):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(self._shown[index.row()], index.column()) for index in before]
        self._column, self._order = Column(column), order
        self._shown = self._ordered()
        places = {id(line): row for row, line in enumerate(self._shown)}
        self.changePersistentIndexList(before, [self.index(places[id(line)], at) for line, at in held])
        self.layoutChanged.emit()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        """Give what a cell shows, sorts by or is painted with; never works anything out."""
        if not index.isValid():
            return None
        line = self._shown[index.row()]
        cell = line.cells[index.column()]
        match role:
            case _Role.DisplayRole:
                return cell.text
            case _Role.ToolTipRole:
                return cell.tooltip or None
            case _Role.TextAlignmentRole:
                return _NUMBER_ALIGNMENT if Column(index.column()) in NUMBER_COLUMNS else _TEXT_ALIGNMENT
            case _Role.AccessibleTextRole:
                return self._spoken(line, index.column())
            case _:
                return self._painted(line, index.column(), role)

    def _painted(self, line: WorkerLine, column: int, role: int) -> object:
        if role == SORT_ROLE:
            return line.cells[column].sort
        if role == TONE_ROLE:
            return line.cells[column].tone
        if role == STRONG_ROLE:
            return line.total or column == Column.NAME
        if role == TOTAL_ROLE:
            return line.total
        if role == LOAD_BAR_ROLE and column == Column.BAR:
            return line.bar
        if role == COURSE_ROLE and column == Column.TREND:
            return line.course
        if role == CHIPS_ROLE and column == Column.MARKS:
            return line.chips
        return None

    def _spoken(self, line: WorkerLine, column: int) -> str:
        if column == Column.NAME:
            return line.spoken
        if column == Column.MARKS:
            return ", ".join(chip.text for chip in line.chips) or line.cells[column].text
        return line.cells[column].text or line.cells[column].tooltip

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == _Role.DisplayRole:
            return column_name(Column(section))
        if role == _Role.ToolTipRole:
            return column_explained(Column(section)) or None
        if role == _Role.TextAlignmentRole:
            return _NUMBER_ALIGNMENT if Column(section) in NUMBER_COLUMNS else _TEXT_ALIGNMENT
        return None


def _who(line: WorkerLine) -> tuple[str, str]:
    """Say whose line it is."""
    return line.team, line.worker


def _is_named(line: WorkerLine, wanted: str) -> bool:
    name = str(line.cells[Column.NAME].sort)
    return not line.total and (name.startswith(wanted) or any(part.startswith(wanted) for part in name.split()))
