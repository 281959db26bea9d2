"""A file or sheet as rows of text, before any cell means something."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from caseload_planner.application.import_problems import Problem, ProblemCode
from caseload_planner.application.import_source import SourceFile
from caseload_planner.exchange.layout import COLUMNS, OPTIONAL_COLUMNS

_OTHER_SEPARATOR = re.compile(r"[;\t|]")
_NO_PART_OF_KEY = re.compile('["\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
"""What can have come into a key cell by mistake."""


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
        Key cells of rows that were refused, as they are and as they were probably meant.
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
        elif len(names) == 1 and _OTHER_SEPARATOR.search(names[0]):
            name = _OTHER_SEPARATOR.split(names[0])[0] or "#1"
            self.refuse(row, name, name, ProblemCode.WRONG_SEPARATOR)
        else:
            self._judge_names(names, row, needed, known)
        if len(self.problems) == found:
            self.header = tuple(names)

    def reject_key(self, cells: Sequence[str]) -> None:
        """Keep the key of a refused row, as far as it can be told, so that a reference to it is not refused too."""
        key_column = self.file.key_column
        key_at = self.header.index(key_column) if key_column in self.header else len(cells)
        for key in cells[key_at : key_at + 1]:
            self.rejected_keys |= {key, _NO_PART_OF_KEY.sub("", key).strip()} - {""}

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
        self.reject_key(cells)
        column = self.header[len(cells)] if len(cells) < len(self.header) else f"#{len(self.header) + 1}"
        value = "" if len(cells) < len(self.header) else cells[len(self.header)]
        expected = len(self.header)
        self.refuse(row, column, value, ProblemCode.WRONG_CELL_COUNT, found=len(cells), expected=expected)
