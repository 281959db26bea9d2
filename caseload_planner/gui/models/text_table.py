"""A plain table of texts that are made once; nothing is worked out in ``data()``."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TextRow:
    """The cells of a row, what it is called for a screen reader, and a key of what it is about."""

    cells: tuple[str, ...]
    spoken: str
    key: str = ""
    explained: str = ""


class TextTableModel(QAbstractTableModel):
    """Rows of texts under headings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[str, ...] = ()
        self._right: frozenset[int] = frozenset()
        self._rows: tuple[TextRow, ...] = ()

    def set_rows(
        self, headings: tuple[str, ...], rows: tuple[TextRow, ...], right: frozenset[int] = frozenset()
    ) -> None:
        """Replace everything; columns of `right` are aligned there."""
        self.beginResetModel()
        self._headings, self._rows, self._right = headings, rows, right
        self.endResetModel()

    def row(self, number: int) -> TextRow:
        """Give a row."""
        return self._rows[number]

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
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return row.explained or row.cells[index.column()]
            case Qt.ItemDataRole.TextAlignmentRole if index.column() in self._right:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a heading."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None
