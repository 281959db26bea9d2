"""The export of another system as rows of text: whatever its encoding, separators, and lines above the header."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.domain.errors import SourceUnreadableError
from caseload_planner.exchange.layout import MAX_FILE_BYTES, MAX_ROWS
from caseload_planner.exchange.mapped_cells import alike
from caseload_planner.exchange.reading import bytes_of
from caseload_planner.exchange.workbook_reading import read_sheets

SEPARATORS = ";,\t|"
CSV_SUFFIX, TEXT_SUFFIXES, WORKBOOK_SUFFIXES = ".csv", (".csv", ".txt", ".tsv"), (".xlsx", ".xlsm")
MOST_LINES_ABOVE = 20
"""Lines above the header (a title, an empty one) that are looked over."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a table as a whole, or with one of its rows."""

    row: int
    value: str
    code: ProblemCode
    figures: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ForeignTable:
    """A file or sheet of an export.

    Attributes
    ----------
    label
        What the user calls it.
    rows
        Row number as the user sees it, and its cells; the header among them.
    pointed
        Whether numbers may have come as such, with a decimal point.
    """

    label: str
    rows: tuple[tuple[int, Sequence[str]], ...]
    faults: tuple[Fault, ...] = ()
    pointed: bool = False

    def header_at(self, names: Sequence[str]) -> int:
        """Give the place among the rows of the one that has most of the names: the first of those."""
        wanted = {alike(name) for name in names}

        def found(place: int) -> tuple[int, int]:
            return len(wanted & {alike(cell) for cell in self.rows[place][1]}), -place

        return max(range(min(MOST_LINES_ABOVE, len(self.rows))), key=found, default=0)


class ReadsCsv(Protocol):
    """What a CSV file is written in; empty where that is to be found out."""

    @property
    def encoding(self) -> str:
        """Its encoding."""

    @property
    def separator(self) -> str:
        """What stands between its cells."""


class ForeignExport:
    """The files of a folder, the sheets of a workbook, or one CSV file; each is read when it is asked for.

    Raises
    ------
    SourceUnreadableError
        There is nothing of that kind at `path`.
    """

    def __init__(self, path: Path, wanted: Sequence[str]) -> None:
        self._path = path
        self._sheets: dict[str, tuple[str, list[list[str]]]] = {}
        self._files: dict[str, Path] = {}
        if not path.exists():
            raise SourceUnreadableError(f"there is no file or folder {path.name}", why="missing")
        if path.is_dir():
            self._files = {alike(entry.name): entry for entry in sorted(path.iterdir())}
        elif path.suffix.lower() in WORKBOOK_SUFFIXES:
            sheets = _sheets_like(path, wanted)
            self._sheets = {alike(name): (name, rows) for name, rows in sheets.items()}
        elif path.suffix.lower() in TEXT_SUFFIXES:
            self._files = {alike(path.name): path}
        else:
            message = f"{path.name} is not a folder, a workbook (.xlsx) or a CSV file; save the export as one of those"
            raise SourceUnreadableError(message, why="unknown_kind")

    @property
    def names(self) -> list[str]:
        """Give the names of its files or sheets."""
        return [file.name for file in self._files.values()] or [name for name, _ in self._sheets.values()]

    def table(self, source: str, how: ReadsCsv, names: Sequence[str]) -> ForeignTable | None:
        """Read one in which columns of some names are looked for; None where it is not there."""
        if alike(source) in self._sheets:
            name, cells = self._sheets[alike(source)]
            return ForeignTable(name, tuple(enumerate(cells, start=1)), pointed=True)
        file = self._files.get(alike(source)) or self._files.get(alike(source + CSV_SUFFIX))
        return None if file is None else _read_csv(file, how, names)


def _sheets_like(path: Path, wanted: Sequence[str]) -> dict[str, list[list[str]]]:
    """Read the sheets that are named, whatever their capitals and spaces."""
    sheets = read_sheets(path, tuple(wanted))
    named = {alike(name) for name in wanted}
    like = tuple(name for name in sheets if alike(name) in named)
    return sheets if set(like) <= set(wanted) else read_sheets(path, like)


def _read_csv(path: Path, how: ReadsCsv, names: Sequence[str]) -> ForeignTable:
    data = bytes_of(path)
    if len(data) > MAX_FILE_BYTES:
        limit = f"{MAX_FILE_BYTES // 1024**2} MB"
        return ForeignTable(
            path.name, (), (Fault(1, f"{len(data)} bytes", ProblemCode.FILE_TOO_LARGE, {"limit": limit}),)
        )
    text = _text_of(data, how.encoding)
    if text is None:
        return ForeignTable(path.name, (), (Fault(1, "", ProblemCode.NOT_UTF8, {}),))
    rows: list[tuple[int, Sequence[str]]] = []
    faults: list[Fault] = []
    try:
        for row, cells in _records(text, how.separator or _separator_of(text, names)):
            rows.append((row, cells))
            if len(rows) > MAX_ROWS:
                faults.append(Fault(row, "", ProblemCode.TOO_MANY_ROWS, {"limit": str(MAX_ROWS)}))
                break
    except _BrokenError as broken:
        faults.append(Fault(broken.row, "", ProblemCode.BROKEN_QUOTES, {}))
    return ForeignTable(path.name, tuple(rows), tuple(faults))


def _text_of(data: bytes, encoding: str) -> str | None:
    """Decode; UTF-8 is tried first, as hardly any other text happens to be that."""
    if not encoding and data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    for name in [encoding] if encoding else ["utf-8", "windows-1252"]:
        try:
            return data.decode("utf-8-sig" if name == "utf-8" else name)
        except UnicodeDecodeError:
            continue
    return None


def _separator_of(text: str, names: Sequence[str]) -> str:
    """Give the sign that parts one of the first lines into most of the names; a text with many commas says nothing."""
    wanted = {alike(name) for name in names}
    lines = text.splitlines()[:MOST_LINES_ABOVE]

    def found(sign: str) -> int:
        return max((len(wanted & {alike(cell.strip('"')) for cell in line.split(sign)}) for line in lines), default=0)

    return max(SEPARATORS, key=found)


class _BrokenError(Exception):
    def __init__(self, row: int) -> None:
        super().__init__()
        self.row = row


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Give each record and the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        row = reader.line_num + 1
        try:
            yield row, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _BrokenError(row) from error
