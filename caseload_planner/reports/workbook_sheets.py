"""The look of the workbooks: numbers as numbers, dates as dates, texts as texts and never as formulas."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | date | None
Columns = Sequence[tuple[str, int, str]]
"""Name, width in characters, and number format."""

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
POINTS_FORMAT = "0.00"
SHARE_FORMAT = "0%"
DATE_FORMAT = "dd-mm-yyyy"


class Sheets:
    """Adds sheets of one look to a workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._head: Format = workbook.add_format({"bold": True, "bg_color": "#EEF2F5", "bottom": 1})
        self._title: Format = workbook.add_format({"bold": True})
        self._formats: dict[str, Format] = {}

    def add(self, name: str, columns: Columns, rows: Iterable[Sequence[Cell]]) -> None:
        """Add a table with a head that stays in sight and a filter."""
        sheet = self._workbook.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for position, (title, width, number_format) in enumerate(columns):
            sheet.set_column(position, position, width, self._format(number_format))
            sheet.write_string(0, position, title, self._head)
        last = 0
        for last, cells in enumerate(rows, start=1):
            for position, cell in enumerate(cells):
                self._write(sheet, last, position, cell)
        sheet.autofilter(0, 0, last, len(columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def add_lines(self, name: str, lines: Sequence[str]) -> None:
        """Add a sheet of lines, the first a title."""
        sheet = self._workbook.add_worksheet(name)
        sheet.set_column(0, 0, 110)
        for row, line in enumerate(lines):
            sheet.write_string(row, 0, line, self._title if row == 0 else None)

    def _write(self, sheet: Worksheet, row: int, position: int, cell: Cell) -> None:
        if isinstance(cell, str):
            sheet.write_string(row, position, cell)
        elif isinstance(cell, date):
            # A date without a format of its own shows as a number of days.
            sheet.write_datetime(row, position, datetime.combine(cell, time()), self._format(DATE_FORMAT))
        elif cell is not None:
            sheet.write_number(row, position, cell)

    def _format(self, number_format: str) -> Format | None:
        if not number_format:
            return None
        if number_format not in self._formats:
            self._formats[number_format] = self._workbook.add_format({"num_format": number_format})
        return self._formats[number_format]


def workbook_of(title: str, fill: Callable[[Sheets], None]) -> bytes:
    """Make a workbook of a title, with the sheets that `fill` adds."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, OPTIONS) as workbook:
        workbook.set_properties({"title": title})
        fill(Sheets(workbook))
    return content.getvalue()
