"""``import``: a folder, workbook or CSV file into the database, all of it or nothing."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from caseload_planner.application.import_files import import_files
from caseload_planner.application.import_problems import Problem
from caseload_planner.application.import_report import ImportNote, ImportOutcome, ImportReport
from caseload_planner.application.import_source import ImportSource
from caseload_planner.application.problem_texts import text_of
from caseload_planner.application.services import Services
from caseload_planner.cli.answers import JsonValue, answer_json, answer_line, answer_table
from caseload_planner.cli.failures import ExitStatus, say
from caseload_planner.cli.opened import opened, wiring_of
from caseload_planner.cli.options import AsJson, Database

_OUTCOMES = {
    ImportOutcome.IMPORTED: "imported",
    ImportOutcome.UNCHANGED: "nothing changed: everything was known already",
    ImportOutcome.DRY_RUN: "a dry run: nothing was written",
    ImportOutcome.REJECTED: "rejected: nothing was written",
    ImportOutcome.NEEDS_CONFIRMATION: "not imported: nothing was written",
}


def import_source(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="SOURCE", readable=False, help="Folder, workbook or CSV file.")],
    *,
    db: Database = None,
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--mapping", readable=False, help="How the export of another system is read: a file, or wijz or hr."
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would happen.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Agree to closing or dropping many measures.")] = False,
    as_json: AsJson = False,
) -> int:
    """Import an interchange folder or workbook, or with a mapping the export of another system."""
    with opened(context, db) as services:
        read = wiring_of(context).doors.read_source(source, mapping)
        report = _imported(services, read, confirmed=yes, dry_run=dry_run)
        if report.outcome is ImportOutcome.NEEDS_CONFIRMATION and _agreed(report):
            report = _imported(services, read, confirmed=True, dry_run=False)
    if as_json:
        answer_json(_document(report))
    else:
        _answer(report)
    for problem in report.problems:
        text = text_of(problem, "en")
        place = f"{problem.file} row {problem.row}, {problem.column}"
        say(f"{place}: {text.wrong} [{problem.value}]. {text.remedy}")
    if report.outcome is ImportOutcome.NEEDS_CONFIRMATION:
        say(_question(report) + " Look at it with --dry-run; agree with --yes.")
    refused = report.outcome in {ImportOutcome.REJECTED, ImportOutcome.NEEDS_CONFIRMATION}
    return ExitStatus.REFUSED if refused else ExitStatus.DONE


def _imported(services: Services, source: ImportSource, *, confirmed: bool, dry_run: bool) -> ImportReport:
    return import_files(
        services.store,
        source,
        clock=services.clock,
        default_norms=services.norms,
        confirmed=confirmed,
        dry_run=dry_run,
    )


def _question(report: ImportReport) -> str:
    return f"This closes or drops {report.lost} of {report.running} running measures."


def _agreed(report: ImportReport) -> bool:
    """Ask on a terminal; without one nobody is there to answer."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return typer.confirm(f"{_question(report)} Go on?", err=True)


def _answer(report: ImportReport) -> None:
    header = ("file", "added", "changed", "unchanged", "closed", "dropped", "kept", "rejected")
    rows = [(file.value, *(str(getattr(counts, name)) for name in header[1:])) for file, counts in report.files.items()]
    answer_table("Import", header, rows, right=header[1:])
    for note in report.notes:
        answer_line(_note_line(note))
    answer_line(_OUTCOMES[report.outcome])


def _note_line(note: ImportNote) -> str:
    said = note.kind.value.replace("_", " ")
    if not note.row:
        return f"{note.file}: {note.key} {said}"
    return f"{note.file} row {note.row}: {note.key} {said} {note.value}; known are {', '.join(note.known)}"


def _document(report: ImportReport) -> JsonValue:
    return {
        "outcome": report.outcome.value,
        "files": {file.value: asdict(counts) for file, counts in report.files.items()},
        "notes": [_note_document(note) for note in report.notes],
        "problems": [_problem_document(problem) for problem in report.problems],
        "running": report.running,
        "lost": report.lost,
        "needs_confirmation": report.needs_confirmation,
    }


def _note_document(note: ImportNote) -> JsonValue:
    said: dict[str, JsonValue] = {"file": note.file, "kind": note.kind.value, "key": note.key}
    return said | {"row": note.row, "value": note.value, "known": list(note.known)} if note.row else said


def _problem_document(problem: Problem) -> JsonValue:
    text = text_of(problem, "en")
    return {
        "file": problem.file,
        "row": problem.row,
        "column": problem.column,
        "value": problem.value,
        "code": problem.code.value,
        "wrong": text.wrong,
        "remedy": text.remedy,
    }
