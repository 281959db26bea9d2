"""A file or sheet as rows of text, before any cell means something."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from caseload_planner.application.import_problems import Problem, ProblemCode
from caseload_planner.application.import_source import SourceFile
from caseload_planner.exchange.layout import COLUMNS, OPTIONAL_COLUMNS


@dataclass(slots=True)
class RawTable:
    """Rows of text under a header, and what is wrong with their shape.

    Attributes
    ----------
    file, label
        Which part it is and what the user calls it.
    header
        Names of the columns; empty when no row can be told apart.
    rows
        Row number (header = 1) and as many cells as the header has.
    rejected_keys
        Key cells of rows that were refused.
    """

    file: SourceFile
    label: str
    header: tuple[str, ...] = ()
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    rejected_keys: set[str] = field(default_factory=set)

    @property
    def readable(self) -> bool:
        """Whether there is a header under which rows can be told apart."""
        return bool(self.header)

    def refuse(self, row: int, column: str, value: str, code: ProblemCode, **figures: object) -> None:
        """Note what is wrong at a place."""
        texts = {name: str(figure) for name, figure in figures.items()}
        problem = Problem(file=self.label, row=row, column=column, value=value, code=code, figures=texts)
        self.problems.append(problem)

    def take_header(self, names: Sequence[str], row: int = 1) -> None:
        """Accept the header when it has every needed column once and no other; else note each fault."""
        needed = COLUMNS[self.file]
        known = (*needed, *OPTIONAL_COLUMNS.get(self.file, ()))
        expected = ", ".join(known)
        found = len(self.problems)
        if not any(names):
            self.refuse(row, needed[0], "", ProblemCode.FILE_EMPTY, expected=expected)
        elif len(names) == 1 and any(mark in names[0] for mark in ";\t|"):
            self.refuse(row, names[0].split(";")[0], names[0], ProblemCode.WRONG_SEPARATOR)
        else:
            self._judge_names(names, row, needed, known)
        if len(self.problems) == found:
            self.header = tuple(names)

    def _judge_names(self, names: Sequence[str], row: int, needed: Sequence[str], known: Sequence[str]) -> None:
        expected = ", ".join(known)
        for position, name in enumerate(names):
            if name not in known:
                place = name or f"#{position + 1}"
                self.refuse(row, place, name, ProblemCode.UNKNOWN_COLUMN, expected=expected)
            elif name in names[:position]:
                self.refuse(row, name, name, ProblemCode.DUPLICATE_COLUMN)
        for name in needed:
            if name not in names:
                self.refuse(row, name, "", ProblemCode.MISSING_COLUMN, expected=expected)

    def take_row(self, row: int, cells: list[str]) -> None:
        """Accept a row that has as many cells as the header; else note it."""
        if len(cells) == len(self.header):
            self.rows.append((row, cells))
            return
        key_at = self.header.index(COLUMNS[self.file][0])
        self.rejected_keys.update(cells[key_at : key_at + 1])
        column = self.header[len(cells)] if len(cells) < len(self.header) else f"#{len(self.header) + 1}"
        value = "" if len(cells) < len(self.header) else cells[len(self.header)]
        expected = len(self.header)
        self.refuse(row, column, value, ProblemCode.WRONG_CELL_COUNT, found=len(cells), expected=expected)
