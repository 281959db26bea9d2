"""``backup`` and ``restore``: a proven copy of the database, and its way back."""

from pathlib import Path
from typing import Annotated

import typer

from caseload_planner.application.file_verdict import FileVerdict
from caseload_planner.cli.answers import JsonValue, answer_json, answer_line
from caseload_planner.cli.failures import say
from caseload_planner.cli.opened import wiring_of
from caseload_planner.cli.options import AsJson, Database


def backup(
    context: typer.Context,
    target: Annotated[
        Path | None, typer.Argument(metavar="[TARGET]", readable=False, help="File to make, or folder to make it in.")
    ] = None,
    *,
    db: Database = None,
    as_json: AsJson = False,
) -> None:
    """Copy the database to a file that is read back: beside it, or where TARGET says."""
    wiring = wiring_of(context)
    copy = wiring.doors.back_up(db or wiring.default_database, target)
    if as_json:
        said: dict[str, JsonValue] = {"backup": str(copy.path), "new": copy.new, "sha256": copy.sha256}
        answer_json(said | {"schema": copy.schema, "content": _content(copy.verdict)})
    else:
        answer_line(f"{'backed up to' if copy.new else 'nothing changed since'} {copy.path}{_told(copy.verdict)}")
    if copy.verdict is not None and not copy.verdict.sound:
        say("The audit trail is broken; look at it with verify. This backup cannot be put back.")


def restore(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="BACKUP", readable=False, help="A file that backup made.")],
    *,
    db: Database = None,
    as_json: AsJson = False,
) -> None:
    """Put a backup in the place of the database, which is kept beside it."""
    wiring = wiring_of(context)
    put_back = wiring.doors.restore(db or wiring.default_database, source)
    if as_json:
        kept = None if put_back.kept is None else str(put_back.kept)
        answer_json({"restored": str(source), "kept": kept, "content": _content(put_back.verdict)})
        return
    answer_line(f"put back {source}{_told(put_back.verdict)}")
    if put_back.kept is not None:
        answer_line(f"what was there is kept in {put_back.kept}")


def _content(verdict: FileVerdict | None) -> JsonValue:
    if verdict is None:
        return None
    return {"revision": verdict.revision, "workers": verdict.workers, "measures": verdict.measures}


def _told(verdict: FileVerdict | None) -> str:
    if verdict is None:
        return ", as it is: it is of an earlier version of the program"
    return f": revision {verdict.revision}, {verdict.workers} workers, {verdict.measures} measures"
