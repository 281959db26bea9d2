"""People who may hand over, each with a box to tick and the day by which she is to carry nothing."""

from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QDate, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from caseload_planner.application.leaver_candidates import LeaverCandidate, LeaverReason
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.winddown.request import Leaver

AnyIndex = QModelIndex | QPersistentModelIndex
NAME, TEAM, CASES, WHY, BY = range(5)


class LeaverRowsModel(QAbstractTableModel):
    """Rows are people; the first column is ticked and the last is typed into.

    Parameters
    ----------
    leavers
        Who is ticked to begin with, and by when.
    until
        The day that is proposed for who has none of her own.

    Attributes
    ----------
    first_day
        The first day that can be somebody's.
    """

    ticked_changed = Signal()

    def __init__(
        self,
        candidates: tuple[LeaverCandidate, ...],
        leavers: tuple[Leaver, ...],
        on: date,
        until: date,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = candidates
        self.first_day = on + timedelta(days=1)
        self._ticked = {one.worker: one.ends_on for one in leavers}
        self._days = {row.worker: row.by if row.by is not None and row.by > on else until for row in candidates}
        self._days.update(self._ticked)

    def leavers(self) -> tuple[Leaver, ...]:
        """Give who is ticked, sorted."""
        return tuple(sorted(Leaver(key, self._days[key]) for key in self._ticked))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Count the people."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Count the columns."""
        return 0 if parent.isValid() else BY + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a heading."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            NAME: self.tr("Name"),
            TEAM: self.tr("Team"),
            CASES: self.tr("Cases"),
            WHY: self.tr("Why"),
            BY: self.tr("Nothing left on"),
        }.get(section)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows and says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row, index.column())
            case Qt.ItemDataRole.EditRole if index.column() == BY:
                day = self._days[row.worker]
                return QDate(day.year, day.month, day.day)
            case Qt.ItemDataRole.CheckStateRole if index.column() == NAME:
                return Qt.CheckState.Checked if row.worker in self._ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(self._words(row, column) for column in range(BY + 1))
            case _:
                return None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick somebody, or take another day for her, which ticks her as well."""
        worker = self._rows[index.row()].worker
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME:
            if Qt.CheckState(value) is Qt.CheckState.Checked:
                self._ticked[worker] = self._days[worker]
            else:
                self._ticked.pop(worker, None)
        elif role == Qt.ItemDataRole.EditRole and isinstance(value, QDate):
            day = date(value.year(), value.month(), value.day())
            self._days[worker] = self._ticked[worker] = max(day, self.first_day)
        else:
            return False
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), BY))
        self.ticked_changed.emit()
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let names be ticked and days be typed."""
        flags = super().flags(index)
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() == BY:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _words(self, row: LeaverCandidate, column: int) -> str:
        match column:
            case 0:
                return row.name
            case 1:
                return row.team
            case 2:
                return formatting.count(row.measures)
            case 3:
                return self._why(row)
            case _:
                return formatting.day(self._days[row.worker]) if row.worker in self._ticked else ""

    def _why(self, row: LeaverCandidate) -> str:
        day = "" if row.by is None else formatting.day(row.by)
        match row.reason:
            case LeaverReason.TEAM_D:
                return self.tr("team D") if row.by is None else with_values(self.tr("team D, until %1"), day)
            case LeaverReason.LEAVES:
                return with_values(self.tr("leaves on %1"), day)
            case LeaverReason.AWAY:
                return with_values(self.tr("away for long from %1"), day)
            case _:
                return ""
