"""The interchange folder and workbook out, each whole or not at all and the same bytes for the same data."""

import csv
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import xlsxwriter

from caseload_planner.application.import_source import SourceFile
from caseload_planner.domain.errors import TargetUnwritableError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.exchange.layout import COLUMNS
from caseload_planner.exchange.norm_writing import norm_rows, norm_toml
from caseload_planner.exchange.rendering import Cell, RenderedTable, number_text, render
from caseload_planner.files.formula_guard import guard
from caseload_planner.files.replacing import replace_folder, write_whole

FILE_NAMES = frozenset(file.file_name for file in SourceFile)
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed date keeps equal data equal bytes; the format has no zone
_COLUMN_WIDTH = 16
_WORKBOOK_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "in_memory": True,
}


def write_folder(organisation: Organisation, target: Path) -> Mapping[SourceFile, int]:
    """Write the interchange folder and give the rows by file.

    A folder that holds nothing but interchange files is replaced.

    Raises
    ------
    TargetUnwritableError
        It cannot be written, or the folder holds other files.
    """
    tables = render(organisation)

    def write(folder: Path) -> None:
        for file, table in tables.items():
            _write_csv(folder / file.file_name, table)
        norm = folder / SourceFile.NORM.file_name
        norm.write_text(norm_toml(organisation.norms), encoding="utf-8", newline="\n")

    replace_folder(target, write, FILE_NAMES)
    return _row_counts(organisation, tables)


def write_workbook(organisation: Organisation, target: Path) -> Mapping[SourceFile, int]:
    """Write the interchange workbook and give the rows by sheet.

    Raises
    ------
    TargetUnwritableError
        It cannot be written, or its name does not end in ``.xlsx``.
    """
    if target.suffix.lower() != ".xlsx":
        raise TargetUnwritableError(f"{target.name} must end in .xlsx", why="wrong_suffix")
    tables = dict(render(organisation))
    counts = _row_counts(organisation, tables)
    tables[SourceFile.NORM] = RenderedTable(COLUMNS[SourceFile.NORM], tuple(norm_rows(organisation.norms)))
    write_whole(target, _workbook_of(tables))
    return counts


def _row_counts(organisation: Organisation, tables: Mapping[SourceFile, RenderedTable]) -> dict[SourceFile, int]:
    rows = {file: len(table.rows) for file, table in tables.items()}
    return rows | {SourceFile.NORM: len(organisation.norms.norms)}


def _write_csv(path: Path, table: RenderedTable) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(table.header)
        writer.writerows([_csv_cell(cell) for cell in row] for row in table.rows)


def _csv_cell(cell: Cell) -> str:
    return number_text(cell) if isinstance(cell, Decimal) else guard(cell)


def _workbook_of(tables: Mapping[SourceFile, RenderedTable]) -> bytes:
    """Make the workbook: texts as typed texts, never as formulas or links, and numbers as numbers."""
    # In memory, as the writer's own file stays open behind an error of the disk.
    content = BytesIO()
    workbook = xlsxwriter.Workbook(content, _WORKBOOK_OPTIONS)
    workbook.set_properties({"created": _CREATED, "title": "Caseload Planner interchange 1"})
    as_header, as_text = workbook.add_format({"bold": True}), workbook.add_format({"num_format": "@"})
    for file, table in tables.items():
        sheet = workbook.add_worksheet(file.value)
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(table.header) - 1, _COLUMN_WIDTH)
        for column, name in enumerate(table.header):
            sheet.write_string(0, column, name, as_header)
        for row, cells in enumerate(table.rows, start=1):
            for column, cell in enumerate(cells):
                if isinstance(cell, Decimal):
                    sheet.write_number(row, column, float(cell))
                elif cell:
                    sheet.write_string(row, column, cell, as_text)
    workbook.close()
    return content.getvalue()
