"""The open steps of one deadline as a list model: every text made, nothing worked out in ``data()``."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from caseload_planner.gui.models.chips import Chip

AnyIndex = QModelIndex | QPersistentModelIndex
DEADLINE_ROLE = int(Qt.ItemDataRole.UserRole) + 46
"""Item role under which the model gives a `DeadlineLine`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineLine:
    """A measure with a step before it.

    Attributes
    ----------
    first
        Key of its first contact, None while nobody is.
    title, place
        What it is; which one, of whom, and its last day.
    chip
        How it stands.
    spoken
        The same for a screen reader.
    """

    measure: str
    first: str | None
    title: str
    place: str
    chip: Chip
    spoken: str


class DeadlineListModel(QAbstractListModel):
    """Rows are measures, the most pressing first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[DeadlineLine, ...] = ()

    def set_lines(self, lines: tuple[DeadlineLine, ...]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> DeadlineLine:
        """Give the line in a row."""
        return self._lines[row]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Count the rows."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a row shows and says."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.measure
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return line.spoken
            case _:
                return line if role == DEADLINE_ROLE else None
