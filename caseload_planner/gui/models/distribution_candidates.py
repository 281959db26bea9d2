"""The people who could take a case as lines, and the table model that orders and filters them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from caseload_planner.gui.models.chips import SORT_ROLE, Tone
from caseload_planner.gui.models.load_bar import LOAD_BAR_ROLE, LoadBar

AnyIndex = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
SUBTITLE_ROLE = int(Qt.ItemDataRole.UserRole) + 61
"""Item role of a second, smaller line in a cell."""
ICON_NAME_ROLE = int(Qt.ItemDataRole.UserRole) + 62
"""Item role of the name of a drawing beside the text."""
DIMMED_ROLE = int(Qt.ItemDataRole.UserRole) + 63
"""Item role that is true where the row stands back: a rule keeps her from the case."""
CANDIDATE_ROLE = int(Qt.ItemDataRole.UserRole) + 64
"""Item role under which the model gives a `CandidateLine`."""
NUMBERED = 9
"""How many of the first rows can be chosen with a figure key."""


class CandidateColumn(IntEnum):
    """The columns of the list of people."""

    NUMBER = 0
    NAME = 1
    BAR = 2
    EFFECT = 3


class CandidateOrder(Enum):
    """By what people are ordered; who is blocked always comes last."""

    ROOM = "room"
    COST = "cost"


class Standing(IntEnum):
    """How somebody stands to the chosen case."""

    FREE = 0
    ASKS_REASON = 1
    BLOCKED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateLine:
    """Somebody in the list; every string made.

    Attributes
    ----------
    effect
        Her load now and with the case: ``82 → 91 %``; only now where no case is chosen.
    words
        Why she cannot take it, or the place that she has on it, or her room.
    place
        ``first`` or ``second`` where she stands on the chosen case.
    room, cost
        To order by: room most first, cost least first.
    """

    worker: str
    name: str
    team: str
    bar: LoadBar
    effect: str
    effect_tone: Tone
    words: str
    words_icon: str
    standing: Standing
    place: str
    home: bool
    room: int
    cost: tuple[int, ...]
    explained: str
    search: str
    spoken: str


class CandidateModel(QAbstractTableModel):
    """Orders and filters its own rows; the first nine that could take the case carry a figure."""

    shown_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[CandidateLine, ...] = ()
        self._shown: list[CandidateLine] = []
        self._text = ""
        self._order = CandidateOrder.ROOM
        self._numbered = False
        self._numbers: dict[str, int] = {}

    def set_rows(self, lines: Sequence[CandidateLine], *, numbered: bool) -> None:
        """Replace the lines; with `numbered` the first ones carry a figure key."""
        self._lines, self._numbered = tuple(lines), numbered
        self._rebuild()

    def set_filter(self, text: str) -> None:
        """Show who has every word in name, key or team; a text also finds people of other regions."""
        if text.casefold() != self._text:
            self._text = text.casefold()
            self._rebuild()

    def set_order(self, order: CandidateOrder) -> None:
        """Order by room or by cost."""
        if order is not self._order:
            self._order = order
            self._rebuild()

    def line(self, row: int) -> CandidateLine:
        """Give the line in a row."""
        return self._shown[row]

    def row_of(self, worker: str | None) -> int | None:
        """Give the row of a worker, None while she is not shown."""
        return next((row for row, line in enumerate(self._shown) if line.worker == worker), None)

    def numbered(self, number: int) -> CandidateLine | None:
        """Give the line with a figure key."""
        return next((line for line in self._shown if self._numbers.get(line.worker) == number), None)

    @property
    def first_choice(self) -> CandidateLine | None:
        """Who is taken when a name is typed and nobody is picked: the first who has no place on the case yet."""
        return next((line for line in self._shown if not line.place), None)

    def _rebuild(self) -> None:
        words = self._text.split()
        kept = [
            line
            for line in self._lines
            if (line.home or line.place or words) and all(word in line.search for word in words)
        ]
        kept.sort(key=self._sort_key)
        open_to = [line.worker for line in kept if not line.place and line.standing is not Standing.BLOCKED]
        self._numbers = {key: number for number, key in enumerate(open_to[:NUMBERED], start=1) if self._numbered}
        if [line.worker for line in kept] == [line.worker for line in self._shown]:
            self._shown = kept
            if kept:
                self.dataChanged.emit(self.index(0, 0), self.index(len(kept) - 1, len(CandidateColumn) - 1))
        else:
            self.beginResetModel()
            self._shown = kept
            self.endResetModel()
        self.shown_changed.emit()

    def _sort_key(self, line: CandidateLine) -> tuple[object, ...]:
        placed = {"first": 0, "second": 1}.get(line.place, 2)
        by = (-line.room,) if self._order is CandidateOrder.ROOM else line.cost
        return (placed, line.standing, by, line.name.casefold())

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Count the people shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Count the columns."""
        return 0 if parent.isValid() else len(CandidateColumn)

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        """Give what a cell shows; never works anything out."""
        if not index.isValid():
            return None
        line = self._shown[index.row()]
        if role == CANDIDATE_ROLE:
            return line
        if role == DIMMED_ROLE:
            return line.standing is Standing.BLOCKED
        if role == _Role.ToolTipRole:
            return line.explained or None
        if role == _Role.AccessibleTextRole:
            return line.spoken if index.column() == CandidateColumn.NAME else self._text_of(line, index)
        if role == _Role.DisplayRole:
            return self._text_of(line, index)
        if role == SORT_ROLE:
            return index.row()
        return self._painted(line, index.column(), role)

    def _text_of(self, line: CandidateLine, index: AnyIndex) -> str:
        match index.column():
            case CandidateColumn.NUMBER:
                return str(self._numbers.get(line.worker, ""))
            case CandidateColumn.NAME:
                return line.name
            case CandidateColumn.EFFECT:
                return line.effect
            case _:
                return ""

    def _painted(self, line: CandidateLine, column: int, role: int) -> object:
        if column == CandidateColumn.BAR:
            return line.bar if role == LOAD_BAR_ROLE else None
        if column == CandidateColumn.NAME:
            return line.team if role == SUBTITLE_ROLE else None
        if column != CandidateColumn.EFFECT:
            return None
        return {SUBTITLE_ROLE: line.words, ICON_NAME_ROLE: line.words_icon}.get(role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        names = {
            CandidateColumn.NAME: self.tr("Name"),
            CandidateColumn.BAR: self.tr("Caseload"),
            CandidateColumn.EFFECT: self.tr("With this case"),
        }
        return names.get(CandidateColumn(section), "") if 0 <= section < len(CandidateColumn) else None
