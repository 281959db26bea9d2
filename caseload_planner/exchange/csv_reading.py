r"""CSV text into rows, strictly: UTF-8, commas, one line a row.

No cell may hold a line break, so each line is taken apart on its own: a quotation mark that is not closed is a fault of
its own line instead of swallowing the rest of the file, as `csv.reader` has it. Where the lines after it show that a
line break stands inside a cell, that is the fault, and it is reported once.
"""

import re
from collections.abc import Sequence

from caseload_planner.application.import_problems import LONGEST_SHOWN, ProblemCode
from caseload_planner.application.import_source import SourceFile
from caseload_planner.exchange.layout import MAX_FILE_BYTES, MAX_ROWS
from caseload_planner.exchange.raw_table import RawTable
from caseload_planner.files.formula_guard import unguard

_CELL = re.compile(r'(?:"((?:[^"]|"")*)"|([^",]*))(,|$)')
UNPRINTABLE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Everything but a tab that has no place in one line of text."""
_BEFORE_CHARACTER = 30
"""Characters shown of a cell before one that is unprintable."""
_MOST_LINES_OF_ROW = 50
"""Lines over which a row with line breaks in its cells is followed."""


def read_csv_table(file: SourceFile, data: bytes, label: str) -> RawTable:
    """Take the bytes of a CSV file apart; every fault of shape is in the table's problems."""
    table = RawTable(file, label)
    lines = _lines(table, data)
    if lines is None:
        return table
    header = _cells(table, 1, lines[0], ())
    if header is not None:
        table.take_header(header)
    if not table.readable:
        return table
    inside_row = 1
    for row, line in enumerate(lines[1:], start=2):
        if not line or row <= inside_row:
            continue
        unclosed = line.count('"') % 2 == 1
        broken = _row_with_line_breaks(table, lines[row - 1 : row - 1 + _MOST_LINES_OF_ROW]) if unclosed else ()
        if broken:
            inside_row = row + len(broken) - 1
            _refuse_line_break(table, row, broken)
            continue
        cells = _cells(table, row, line, table.header)
        if cells is not None:
            table.take_row(row, [unguard(cell) for cell in cells] if "'" in line else cells)
    return table


def _lines(table: RawTable, data: bytes) -> list[str] | None:
    if len(data) > MAX_FILE_BYTES:
        limit = f"{MAX_FILE_BYTES // 1024**2} MB"
        table.refuse(1, table.label, f"{len(data)} bytes", ProblemCode.FILE_TOO_LARGE, limit=limit)
        return None
    if data.count(b"\n") > MAX_ROWS:
        table.refuse(MAX_ROWS + 2, table.label, "", ProblemCode.TOO_MANY_ROWS, limit=MAX_ROWS)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The position counts from after a byte order mark, which the decoder skips first.
        start = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        row = data.count(b"\n", 0, start) + 1
        before = data[data.rfind(b"\n", 0, start) + 1 : start].decode("latin-1")
        names = data.split(b"\n", 1)[0].decode("latin-1").strip("\r").split(",")
        table.refuse(row, _column_at(before, names), f"0x{data[start]:02X}", ProblemCode.NOT_UTF8)
        return None
    return [line.removesuffix("\r") for line in text.split("\n")]


def _column_at(before: str, names: Sequence[str]) -> str:
    """Name the column in which the text after `before` stands."""
    return _name_of(re.sub(r'"[^"]*"', "", before).count(","), names)


def _name_of(position: int, names: Sequence[str]) -> str:
    return names[position] if position < len(names) and names[position].isidentifier() else f"#{position + 1}"


def _cells(table: RawTable, row: int, line: str, names: Sequence[str]) -> list[str] | None:
    cells, rest = _taken_apart(line)
    found = UNPRINTABLE.search(line)
    if found is not None:
        cells += [] if rest is None else rest.split(",")
        at = next(number for number, cell in enumerate(cells) if UNPRINTABLE.search(cell))
        refuse_unprintable(table, row, _name_of(at, names), cells[at])
    elif rest is not None:
        value = rest.partition(",")[0]
        table.refuse(row, _name_of(len(cells), names), value, ProblemCode.BROKEN_QUOTES)
        cells += rest.split(",")
    else:
        return cells
    table.reject_key(cells)
    return None


def _taken_apart(line: str) -> tuple[list[str], str | None]:
    """Give the cells of a line, up to one whose quotation marks are wrong, and the line from there, if there is one."""
    if '"' not in line:
        return line.split(","), None
    cells: list[str] = []
    position = 0
    while True:
        match = _CELL.match(line, position)
        if match is None:
            return cells, line[position:]
        quoted, plain, separator = match.groups()
        cells.append(plain if quoted is None else quoted.replace('""', '"'))
        if not separator:
            return cells, None
        position = match.end()


def refuse_unprintable(table: RawTable, row: int, column: str, cell: str) -> None:
    """Note the first unprintable character of a cell, and show what stands around it there."""
    found = UNPRINTABLE.search(cell)
    if found is None:
        return
    character = f"U+{ord(found.group()):04X}"
    begin = max(0, found.start() - _BEFORE_CHARACTER)
    value = ("…" if begin else "") + repr(cell[begin : begin + LONGEST_SHOWN + 1])[1:-1]
    table.refuse(row, column, value, ProblemCode.CONTROL_CHARACTER, character=character)


def _row_with_line_breaks(table: RawTable, lines: Sequence[str]) -> Sequence[str]:
    """Give the lines that together are one right row, where the first has a quotation mark that is open; else none."""
    marks = lines[0].count('"')
    for count, line in enumerate(lines[1:], start=2):
        marks += line.count('"')
        if marks % 2 == 0:
            cells, rest = _taken_apart("\n".join(lines[:count]))
            return lines[:count] if rest is None and len(cells) == len(table.header) else ()
    return ()


def _refuse_line_break(table: RawTable, row: int, lines: Sequence[str]) -> None:
    cells, _ = _taken_apart("\n".join(lines))
    at = next(number for number, cell in enumerate(cells) if "\n" in cell)
    refuse_unprintable(table, row, table.header[at], cells[at])
    table.reject_key(cells)
