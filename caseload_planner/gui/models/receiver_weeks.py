"""People who take over, with a bar for each week against their working norm."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex
WEEKS_ROLE = int(Qt.ItemDataRole.UserRole) + 61
"""Item role under which the last column gives a `ReceiverWeeks`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiverWeeks:
    """A receiver: texts of her columns, and load and working norm of each week in hundredths."""

    worker: str
    cells: tuple[str, ...]
    loads: tuple[int, ...]
    norms: tuple[int, ...]
    most: tuple[int, ...]
    spoken: str


class ReceiverWeeksModel(QAbstractTableModel):
    """Rows are people; the last column is painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()
        self._rows: tuple[ReceiverWeeks, ...] = ()

    def set_rows(self, headings: tuple[str, ...], rows: tuple[ReceiverWeeks, ...]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._headings, self._rows = headings, rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Count the columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows and says."""
        if not index.isValid():
            return None
        row, last = self._rows[index.row()], index.column() == len(self._headings) - 1
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "" if last else row.cells[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return row.spoken
            case Qt.ItemDataRole.TextAlignmentRole if 0 < index.column() < len(self._headings) - 1:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case _:
                return row if role == WEEKS_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a heading."""
        shown = orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._headings)
        if shown and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if shown and role == Qt.ItemDataRole.TextAlignmentRole and 0 < section < len(self._headings) - 1:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None
