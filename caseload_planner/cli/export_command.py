"""``export``: everything that is known into an interchange folder or workbook."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from caseload_planner.application.export_files import export_files
from caseload_planner.cli.answers import answer_json, answer_line
from caseload_planner.cli.failures import WrongUseError
from caseload_planner.cli.opened import opened, wiring_of
from caseload_planner.cli.options import AsJson, Database


class ExportFormat(StrEnum):
    """A folder of CSV files, or a workbook."""

    CSV = "csv"
    XLSX = "xlsx"


def export(
    context: typer.Context,
    target: Annotated[
        Path, typer.Argument(metavar="TARGET", readable=False, help="A folder, or a file that ends in .xlsx.")
    ],
    *,
    db: Database = None,
    format_: Annotated[ExportFormat | None, typer.Option("--format", help="Follows from TARGET otherwise.")] = None,
    as_json: AsJson = False,
) -> None:
    """Export to an interchange folder or workbook."""
    workbook = target.suffix.lower() == ".xlsx"
    if format_ is ExportFormat.XLSX and not workbook:
        raise WrongUseError(f"a workbook's name ends in .xlsx; {target.name} does not")
    if format_ is ExportFormat.CSV and workbook:
        raise WrongUseError(f"--format csv makes a folder; {target.name} is the name of a workbook")
    with opened(context, db) as services:
        report = export_files(services.store, wiring_of(context).doors.writer_for(target), target)
    rows = {file.value: count for file, count in report.rows.items()}
    if as_json:
        answer_json({"revision": report.revision, "rows": rows})
    else:
        answer_line(f"exported to {target.name}: " + ", ".join(f"{count} {file}" for file, count in rows.items()))
