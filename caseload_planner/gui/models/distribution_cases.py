"""The cases to distribute as lines, and the list model that holds them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from caseload_planner.gui.models.chips import SORT_ROLE, Chip

AnyIndex = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
CASE_ROLE = int(Qt.ItemDataRole.UserRole) + 60
"""Item role under which the model gives a `CaseLine`."""
MEASURE_MIME = "application/x-caseload-planner-measure"
"""What a dragged case is carried as: the key of its measure."""


@dataclass(frozen=True, slots=True)
class PlacedName:
    """Somebody who stands on a case in the draft."""

    worker: str
    name: str
    initials: str
    second: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """A case; every string made.

    Attributes
    ----------
    placed
        Who stands on it now, first contact first; empty while nobody does.
    pinned, pin_words
        Whether the leader pinned it, and who holds it where it stands, in words: she, a reason of hers, or the rules,
        where only one person may take it. Empty where nothing holds it.
    note
        What stands in the place of names while nobody is placed, or what is still to do.
    """

    measure: str
    title: str
    subtitle: str
    weight: str
    waiting: Chip
    chips: tuple[Chip, ...]
    placed: tuple[PlacedName, ...]
    pinned: bool
    pin_words: str
    note: Chip
    fits_nobody: bool
    spoken: str


class CaseListModel(QAbstractListModel):
    """The queue of cases; rows that stay keep their place, so that selection and scrolling do not jump."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[CaseLine, ...] = ()

    def set_rows(self, lines: Sequence[CaseLine]) -> None:
        """Replace the lines; only lines that differ are told where the cases are the same."""
        new = tuple(lines)
        if [line.measure for line in new] != [line.measure for line in self._lines]:
            self.beginResetModel()
            self._lines = new
            self.endResetModel()
            return
        changed = [row for row, (old, line) in enumerate(zip(self._lines, new, strict=True)) if old != line]
        self._lines = new
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def line(self, row: int) -> CaseLine:
        """Give the line in a row."""
        return self._lines[row]

    def row_of(self, measure: str | None) -> int | None:
        """Give the row of a measure, None where it is not listed."""
        return next((row for row, line in enumerate(self._lines) if line.measure == measure), None)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Count the cases."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        """Give what a line shows; never works anything out."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == _Role.DisplayRole:
            return f"{line.title} {line.measure}"
        if role == _Role.AccessibleTextRole:
            return line.spoken
        if role == _Role.ToolTipRole:
            words = [chip.explained for chip in (line.waiting, *line.chips, line.note)]
            return "\n".join(one for one in (*words, line.pin_words) if one)
        if role == CASE_ROLE:
            return line
        return index.row() if role == SORT_ROLE else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let cases be chosen and dragged."""
        base = super().flags(index)
        return base | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else base

    def mimeTypes(self) -> list[str]:
        """Name what a dragged case is carried as."""
        return [MEASURE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the key of the case."""
        data = QMimeData()
        if indexes:
            data.setData(MEASURE_MIME, self._lines[indexes[0].row()].measure.encode())
        return data
