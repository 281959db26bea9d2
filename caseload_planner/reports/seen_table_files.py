"""A seen table as a workbook or a CSV file: numbers as numbers, texts never as formulas."""

import csv
import io
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from caseload_planner.files.formula_guard import guard
from caseload_planner.files.replacing import write_whole
from caseload_planner.reports.seen_table import SeenTable, Value, ValueKind, written

_FORMATS = {ValueKind.TEXT: "", ValueKind.COUNT: "0", ValueKind.DECIMALS: "0.00", ValueKind.SHARE: "0%"}
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_HEADING_ROW = 2
_NARROWEST, _WIDEST = 8, 48
"""Widths of columns in characters."""


def write_seen_table(table: SeenTable, target: Path) -> None:
    """Write a table to a file: CSV where its name ends in ``.csv``, else a workbook.

    Raises
    ------
    TargetUnwritableError
        It cannot be written there.
    """
    write_whole(target, csv_of(table) if target.suffix.lower() == ".csv" else workbook_of(table))


def csv_of(table: SeenTable) -> bytes:
    """Give it as CSV that a spreadsheet of the same country opens by a double click (so with a byte order mark)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if table.decimal_comma else ",", lineterminator="\r\n")
    writer.writerow([guard(heading) for heading in table.headings])
    for row in table.rows:
        writer.writerow(
            guard(value) if isinstance(value, str) else written(value, kind, decimal_comma=table.decimal_comma)
            for value, kind in zip(row, table.kinds, strict=True)
        )
    return text.getvalue().encode("utf-8-sig")


def workbook_of(table: SeenTable) -> bytes:
    """Give it as a workbook: the title above, headings that stay in sight, totals in strong type."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    sheet = book.add_worksheet("Caseload")
    strong = book.add_format({"bold": True})
    heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    formats = {
        (kind, total): book.add_format({"num_format": code or "General", "bold": total})
        for kind, code in _FORMATS.items()
        for total in (False, True)
    }
    sheet.write_string(0, 0, table.title, strong)
    for column, name in enumerate(table.headings):
        sheet.write_string(_HEADING_ROW, column, name, heading)
        sheet.set_column(column, column, _width(table, column))
    for place, row in enumerate(table.rows):
        for column, (value, kind) in enumerate(zip(row, table.kinds, strict=True)):
            _write(sheet, _HEADING_ROW + 1 + place, column, value, formats[kind, place in table.totals])
    sheet.freeze_panes(_HEADING_ROW + 1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADING_ROW)
    book.close()
    return stream.getvalue()


def _write(sheet: Worksheet, row: int, column: int, value: Value, style: object) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value, style)
    elif value is not None:
        sheet.write_number(row, column, value, style)


def _width(table: SeenTable, column: int) -> int:
    longest = max((len(str(row[column] or "")) for row in table.rows), default=0)
    wide = longest if table.kinds[column] is ValueKind.TEXT else 0
    return min(_WIDEST, max(_NARROWEST, wide, len(table.headings[column]) + 2))
