"""``verify`` and ``audit verify``: whether the file and its audit trail are sound."""

import typer

from caseload_planner.application.file_verdict import FileVerdict
from caseload_planner.cli.answers import answer_json, answer_line
from caseload_planner.cli.failures import ExitStatus
from caseload_planner.cli.opened import wiring_of
from caseload_planner.cli.options import AsJson, Database

group = typer.Typer(name="audit", help="The audit trail.", no_args_is_help=True)


def verify(context: typer.Context, *, db: Database = None, as_json: AsJson = False) -> int:
    """Look through the database: the file, everything in it, and the audit trail."""
    verdict = _verdict(context, db)
    if as_json:
        content = {"revision": verdict.revision, "workers": verdict.workers, "measures": verdict.measures}
        answer_json({"sound": verdict.sound, **content, "audit": _trail(verdict)})
    else:
        answer_line(f"revision {verdict.revision}: {verdict.workers} workers, {verdict.measures} measures")
        answer_line(_words(verdict))
    return ExitStatus.DONE if verdict.sound else ExitStatus.REFUSED


@group.command("verify")
def verify_audit(context: typer.Context, *, db: Database = None, as_json: AsJson = False) -> int:
    """Walk along the audit trail and name the first row that is wrong."""
    verdict = _verdict(context, db)
    if as_json:
        answer_json({"sound": verdict.sound, **_trail(verdict)})
    else:
        answer_line(_words(verdict))
    return ExitStatus.DONE if verdict.sound else ExitStatus.REFUSED


def _verdict(context: typer.Context, db: Database) -> FileVerdict:
    wiring = wiring_of(context)
    return wiring.verify(db or wiring.default_database)


def _trail(verdict: FileVerdict) -> dict[str, str | int | None]:
    return {
        "rows": verdict.audit_rows,
        "first_bad_row": verdict.first_bad_row,
        "problem": verdict.problem,
        "head": verdict.head,
    }


def _words(verdict: FileVerdict) -> str:
    if verdict.sound:
        return f"audit trail: {verdict.audit_rows} rows, all in order; head {verdict.head}"
    before = f"{verdict.audit_rows} rows before it are in order"
    return f"audit trail: row {verdict.first_bad_row} is {verdict.problem}; {before}"
