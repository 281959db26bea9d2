"""The caseload table: sorts, filters and groups its own rows, in Python, which is faster than a proxy model."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from caseload_planner.gui.models.chips import CHIPS_ROLE, SORT_ROLE, STRONG_ROLE, TONE_ROLE, TOTAL_ROLE
from caseload_planner.gui.models.load_bar import LOAD_BAR_ROLE
from caseload_planner.gui.models.worker_lines import NUMBER_COLUMNS, Column, WorkerLine, WorkerLines

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
        self._lines = WorkerLines((), ())
        self._shown: list[WorkerLine] = []
        self._text, self._over_norm_only, self._grouped = "", False, False
        self._column, self._order = Column.ROOM, Qt.SortOrder.DescendingOrder

    # what stands in it ------------------------------------------------------------------------------------------------

    def set_rows(self, lines: WorkerLines) -> None:
        """Replace everything; the filter, grouping and order stay."""
        self._lines = lines
        self._rebuild()

    def set_filter(self, text: str) -> None:
        """Show only workers whose name, key, team, role or marks hold every word of a text."""
        if text.casefold() != self._text:
            self._text = text.casefold()
            self._rebuild()

    def set_over_norm_only(self, only: bool) -> None:  # noqa: FBT001 (a setter that a toggle is connected to)
        """Show only workers above the working norm."""
        if only != self._over_norm_only:
            self._over_norm_only = only
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
    def over_norm_only(self) -> bool:
        """Whether only workers above the working norm are shown."""
        return self._over_norm_only

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
            if all(word in line.search for word in words) and (line.over_norm or not self._over_norm_only)
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
            return self.column_name(Column(section))
        if role == _Role.ToolTipRole:
            return self._column_explained(Column(section))
        if role == _Role.TextAlignmentRole:
            return _NUMBER_ALIGNMENT if Column(section) in NUMBER_COLUMNS else _TEXT_ALIGNMENT
        return None

    def column_name(self, column: Column) -> str:
        """Give the heading of a column."""
        return {
            Column.NAME: self.tr("Name"),
            Column.TEAM: self.tr("Team"),
            Column.ROLE: self.tr("Role"),
            Column.CONTRACT: self.tr("Fte"),
            Column.DEPLOYABLE: self.tr("Deployable"),
            Column.MEASURES: self.tr("Cases"),
            Column.FAMILIES: self.tr("Families"),
            Column.LOAD: self.tr("Points"),
            Column.ROOM: self.tr("Room"),
            Column.BAR: self.tr("Caseload"),
            Column.UTILISATION: self.tr("Of norm"),
            Column.SNS: self.tr("SNS"),
            Column.MARKS: self.tr("To know"),
        }[column]

    def _column_explained(self, column: Column) -> str:
        return {
            Column.NAME: "",
            Column.TEAM: "",
            Column.ROLE: "",
            Column.CONTRACT: self.tr("Contracted fte"),
            Column.DEPLOYABLE: self.tr("Fte that is really there: without other duties, long leave and onboarding"),
            Column.MEASURES: self.tr("Running measures as first or second contact"),
            Column.FAMILIES: self.tr("Families of these measures"),
            Column.LOAD: self.tr("Weighted caseload in caseload points"),
            Column.ROOM: self.tr("Points to the working norm; below nothing she carries more"),
            Column.BAR: self.tr(
                "Grey: other duties, leave, onboarding. The line is the working norm, the tick the ceiling"
            ),
            Column.UTILISATION: self.tr("Points as a share of the working norm"),
            Column.SNS: self.tr("SNS cases of two; only who is trained"),
            Column.MARKS: self.tr("Leave, onboarding, leaving, team D and the like"),
        }[column]
