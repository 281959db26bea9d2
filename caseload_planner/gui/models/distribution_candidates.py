"""The people who could take a case as lines, and the table model that orders and filters them."""

from collections.abc import Callable, Sequence
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


_SHOWN_ROLES = frozenset(
    {
        CANDIDATE_ROLE, SUBTITLE_ROLE, ICON_NAME_ROLE, LOAD_BAR_ROLE, SORT_ROLE,
        int(_Role.ToolTipRole), int(_Role.AccessibleTextRole), int(_Role.DisplayRole),
    }
)  # fmt: skip


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
class CandidateRow:
    """Somebody as the list orders and filters her; what is shown of her is made when she comes into sight.

    Attributes
    ----------
    place
        ``first`` or ``second`` where she stands on the chosen case.
    room, cost
        To order by, in hundredths of a point: room most first, cost least first.
    """

    worker: str
    name: str
    search: str
    standing: Standing
    place: str
    room: int
    cost: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateLine:
    """Somebody as she is shown; every string made.

    Attributes
    ----------
    effect
        Her load now and with the case: ``82 → 91 %``; only now where no case is chosen.
    words
        Why she cannot take it, or the place that she has on it, or her room.
    """

    worker: str
    name: str
    team: str
    bar: LoadBar
    effect: str
    effect_tone: Tone
    changes: bool
    words: str
    words_icon: str
    standing: Standing
    place: str
    explained: str
    spoken: str


@dataclass(frozen=True, slots=True)
class CandidateRows:
    """What the list is filled with.

    Attributes
    ----------
    here
        The people of the region, and whoever has a place on the case.
    elsewhere
        Gives all others; asked when somebody types a name.
    line
        Makes what is shown of a worker.
    """

    here: Sequence[CandidateRow] = ()
    elsewhere: Callable[[], Sequence[CandidateRow]] = tuple
    line: Callable[[str], CandidateLine] | None = None


class CandidateModel(QAbstractTableModel):
    """Orders and filters its own rows; the first nine that could take the case carry a figure."""

    shown_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = CandidateRows()
        self._elsewhere: Sequence[CandidateRow] | None = None
        self._shown: list[CandidateRow] = []
        self._lines: dict[str, CandidateLine] = {}
        self._text = ""
        self._order = CandidateOrder.ROOM
        self._numbered = False
        self._numbers: dict[str, int] = {}

    def set_rows(self, rows: CandidateRows, *, numbered: bool) -> None:
        """Replace the rows; with `numbered` the first ones carry a figure key."""
        self._rows, self._numbered, self._elsewhere = rows, numbered, None
        self._lines.clear()
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

    def row(self, place: int) -> CandidateRow:
        """Give who stands in a row."""
        return self._shown[place]

    def line(self, row: int) -> CandidateLine:
        """Give what is shown in a row; made the first time that it is looked at."""
        worker = self._shown[row].worker
        if worker not in self._lines:
            assert self._rows.line is not None  # noqa: S101 (rows come with what makes their lines)
            self._lines[worker] = self._rows.line(worker)
        return self._lines[worker]

    def row_of(self, worker: str | None) -> int | None:
        """Give the row of a worker, None while she is not shown."""
        return next((place for place, row in enumerate(self._shown) if row.worker == worker), None)

    def numbered(self, number: int) -> CandidateRow | None:
        """Give who carries a figure key."""
        return next((row for row in self._shown if self._numbers.get(row.worker) == number), None)

    @property
    def first_choice(self) -> CandidateRow | None:
        """Who is taken when a name is typed and nobody is picked: the first who has no place on the case yet."""
        return next((row for row in self._shown if not row.place), None)

    def _rebuild(self) -> None:
        kept = sorted(self._matching(), key=self._sort_key)
        open_to = [row.worker for row in kept if not row.place and row.standing is not Standing.BLOCKED]
        self._numbers = {key: number for number, key in enumerate(open_to[:NUMBERED], start=1) if self._numbered}
        if [row.worker for row in kept] == [row.worker for row in self._shown]:
            self._shown = kept
            if kept:
                self.dataChanged.emit(self.index(0, 0), self.index(len(kept) - 1, len(CandidateColumn) - 1))
        else:
            self.beginResetModel()
            self._shown = kept
            self.endResetModel()
        self.shown_changed.emit()

    def _matching(self) -> list[CandidateRow]:
        words = self._text.split()
        if not words:
            return list(self._rows.here)
        if self._elsewhere is None:
            self._elsewhere = self._rows.elsewhere()
        return [row for row in (*self._rows.here, *self._elsewhere) if all(word in row.search for word in words)]

    def _sort_key(self, row: CandidateRow) -> tuple[object, ...]:
        placed = {"first": 0, "second": 1}.get(row.place, 2)
        by = (-row.room,) if self._order is CandidateOrder.ROOM else row.cost
        return (placed, row.standing, by, row.name)

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
        if role == DIMMED_ROLE:
            return self._shown[index.row()].standing is Standing.BLOCKED
        if role not in _SHOWN_ROLES:
            return None
        line = self.line(index.row())
        if role == CANDIDATE_ROLE:
            return line
        if role == _Role.ToolTipRole:
            return line.explained or None
        if role == _Role.AccessibleTextRole:
            return line.spoken if index.column() == CandidateColumn.NAME else self._text_of(line, index)
        if role == _Role.DisplayRole:
            return self._text_of(line, index)
        return index.row() if role == SORT_ROLE else self._painted(line, index.column(), role)

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
