"""What is wrong with a source, a row a problem: file, row, column, value, what is wrong, what would be right."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from caseload_planner.application.import_problems import Problem
from caseload_planner.application.problem_texts import Language, text_of
from caseload_planner.gui.models.chips import SORT_ROLE

AnyIndex = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class ProblemColumn(IntEnum):
    """The columns from left to right."""

    FILE = 0
    ROW = 1
    COLUMN = 2
    VALUE = 3
    WRONG = 4
    REMEDY = 5


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """The strings of a problem."""

    cells: tuple[str, ...]
    row: int


def problem_lines(problems: Sequence[Problem], language: Language) -> tuple[ProblemLine, ...]:
    """Put problems into words."""
    lines = []
    for problem in problems:
        words = text_of(problem, language)
        cells = (problem.file, str(problem.row or ""), problem.column, problem.value, words.wrong, words.remedy)
        lines.append(ProblemLine(cells, problem.row))
    return tuple(lines)


class ProblemTableModel(QAbstractTableModel):
    """Problems in the order of the source."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ProblemLine, ...] = ()

    def set_rows(self, lines: tuple[ProblemLine, ...]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Count the problems."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Count the columns."""
        return 0 if parent.isValid() else len(ProblemColumn)

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> object:
        """Give the words of a cell."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role in {_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole}:
            return line.cells[index.column()]
        if role == SORT_ROLE:
            return line.row if index.column() == ProblemColumn.ROW else line.cells[index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        """Name the columns."""
        if orientation is Qt.Orientation.Horizontal and role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if orientation is not Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        names = {
            ProblemColumn.FILE: self.tr("File"),
            ProblemColumn.ROW: self.tr("Row"),
            ProblemColumn.COLUMN: self.tr("Column"),
            ProblemColumn.VALUE: self.tr("Value"),
            ProblemColumn.WRONG: self.tr("What is wrong"),
            ProblemColumn.REMEDY: self.tr("What would be right"),
        }
        return names[ProblemColumn(section)] if section in set(ProblemColumn) else None
