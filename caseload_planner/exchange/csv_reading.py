r"""CSV text into rows, strictly: UTF-8, commas, one line a row.

No cell may hold a line break, so each line is taken apart on its own: a quotation mark that is not closed is a fault of
its own line instead of swallowing the rest of the file, as `csv.reader` has it.
"""

import re
from collections.abc import Sequence

from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.application.import_source import SourceFile
from caseload_planner.exchange.formula_guard import unguard
from caseload_planner.exchange.layout import MAX_FILE_BYTES, MAX_ROWS
from caseload_planner.exchange.raw_table import RawTable

_CELL = re.compile(r'(?:"((?:[^"]|"")*)"|([^",]*))(,|$)')
UNPRINTABLE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Everything but a tab that has no place in one line of text."""
_SHOWN = 40


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
    for row, line in enumerate(lines[1:], start=2):
        if not line:
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
    position = re.sub(r'"[^"]*"', "", before).count(",")
    return names[position] if position < len(names) and names[position].isidentifier() else f"#{position + 1}"


def _cells(table: RawTable, row: int, line: str, names: Sequence[str]) -> list[str] | None:
    found = UNPRINTABLE.search(line)
    if found is not None:
        character = f"U+{ord(found.group()):04X}"
        value = line[max(0, found.start() - _SHOWN) : found.end() + _SHOWN]
        column = _column_at(line[: found.start()], names)
        table.refuse(row, column, repr(value)[1:-1], ProblemCode.CONTROL_CHARACTER, character=character)
        return None
    if '"' not in line:
        return line.split(",")
    cells: list[str] = []
    position = 0
    while True:
        match = _CELL.match(line, position)
        if match is None:
            table.refuse(row, _column_at("," * len(cells), names), line[position:][:_SHOWN], ProblemCode.BROKEN_QUOTES)
            return None
        quoted, plain, separator = match.groups()
        cells.append(plain if quoted is None else quoted.replace('""', '"'))
        if not separator:
            return cells
        position = match.end()
