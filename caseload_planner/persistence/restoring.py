"""Putting a backup back: proven first, then in the place of what is there, which is kept beside it."""

import os
import shutil
from contextlib import closing, suppress
from datetime import date
from itertools import count
from pathlib import Path

from caseload_planner.application.file_copies import PutBack
from caseload_planner.application.file_verdict import FileVerdict
from caseload_planner.application.ports import AuditEntry
from caseload_planner.domain.errors import DatabaseUnusableError
from caseload_planner.domain.norm import NormSet
from caseload_planner.persistence.audit import Witness
from caseload_planner.persistence.backup import OWNER_ONLY, beside, copy_database
from caseload_planner.persistence.database_errors import errors_in_words, unusable, why_impossible
from caseload_planner.persistence.engine import WAIT_SECONDS, WRITES, connect, engine_on
from caseload_planner.persistence.file_inspection import connect_to_look, inspect, write_ahead_log
from caseload_planner.persistence.looking_through import verdict_on
from caseload_planner.persistence.manifest import refuse_changed
from caseload_planner.persistence.placing import flush
from caseload_planner.persistence.schema import SCHEMA_VERSION, upgrade
from caseload_planner.persistence.store import SqliteStore

IN_USE = "{path} is open in a window or in use by another program. Close it there first; nothing was changed."
NOT_OURS = (
    "{path} is no database of this program, or not any more, or one of a newer version. Move it elsewhere first, and "
    "put the backup back then; nothing was changed."
)
ITSELF = "{path} is the database itself. Name a backup of it."
LOG_LEFT = "A file {path}-wal is left of a database that is gone. Move it elsewhere first."
BROKEN_TRAIL = (
    "The audit trail of {path} is broken, so it was not put back. Choose another backup; nothing was changed."
)


def restore(
    path: Path,
    backup: Path,
    *,
    today: date,
    starting_norms: NormSet | None = None,
    witness: Witness | None = None,
    wait_seconds: float = WAIT_SECONDS,
) -> PutBack:
    """Put a backup in the place of a database.

    It is copied beside its place, brought to this version, read whole, and noted in its audit trail; only then it takes
    the place, in one step. Whenever that ends too soon, the database is the old one or the new one. The backup stays as
    it is.

    Raises
    ------
    DatabaseUnusableError
        The backup is not sound, or the database cannot be replaced; it was left as it was.
    """
    # A link to the database stays one: what it leads to is replaced.
    path, backup = path.absolute().resolve(), backup.absolute().resolve()
    _refuse_itself(path, backup)
    found = inspect(backup, wait_seconds=wait_seconds, to_read=True)
    refuse_changed(backup)
    try:
        with beside(path, "restore") as building:
            with errors_in_words(backup), closing(connect_to_look(backup)) as source:
                copy_database(source, building, path)
            verdict = _brought_up(building, backup, found.schema_version, starting_norms, witness)
            flush(building, os.O_RDWR)
            kept = _set_aside(path, today, wait_seconds)
            building.replace(path)
            if os.name == "posix":
                flush(path.parent, os.O_RDONLY)
    except OSError as error:
        raise unusable(why_impossible(error), path) from error
    return PutBack(kept=kept, schema=found.schema_version, verdict=verdict)


def _refuse_itself(path: Path, backup: Path) -> None:
    if not path.parent.is_dir():
        raise unusable("missing", path, f"There is no folder {path.parent}. Make it first, or choose another place.")
    with suppress(OSError):
        if path.samefile(backup):
            raise unusable("itself", path, ITSELF)


def _brought_up(
    building: Path, backup: Path, schema: int, starting_norms: NormSet | None, witness: Witness | None
) -> FileVerdict:
    """Bring the copy to this version, read all of it, and note in its trail that it was put back."""
    engine = engine_on(building)
    with SqliteStore(engine, backup, starting_norms=starting_norms, witness=witness) as store:
        if schema < SCHEMA_VERSION:
            with errors_in_words(backup), engine.connect() as connection:
                connection.execution_options(**{WRITES: True})
                with connection.begin():
                    upgrade(connection)
        verdict = verdict_on(store)
        if not verdict.sound:
            raise unusable("trail", backup, BROKEN_TRAIL)
        with store.write() as writer:
            writer.append_audit(AuditEntry(action="restore", subject="database", figures={"schema": schema}))
            writer.commit()
        store.gather()
    if write_ahead_log(building).exists():
        raise unusable("full", building)
    return verdict


def _set_aside(path: Path, today: date, wait_seconds: float) -> Path | None:
    """Give what is there a second name, with nothing of it left in a log that the new file would take for its own."""
    kept = _free_name(path, today)
    try:
        inspect(path, wait_seconds=wait_seconds)
    except DatabaseUnusableError as refusal:
        why = str(refusal.figures["why"])
        if why == "missing":
            if write_ahead_log(path).exists():
                raise unusable("log_left", path, LOG_LEFT) from refusal
            return None
        if why in {"foreign", "newer"}:
            raise unusable(why, path, NOT_OURS) from refusal
        if why != "damaged":
            raise
        _copy_damaged(path, kept, wait_seconds)
        return kept
    _gather_alone(path, wait_seconds)
    try:
        os.link(path, kept)
    except OSError:
        # A file system without links (a memory stick).
        _copy_kept(path, kept)
    return kept


def _copy_damaged(path: Path, kept: Path, wait_seconds: float) -> None:
    """Keep a damaged file and its log to the byte, before anything tries to read one into the other."""
    log = write_ahead_log(path)
    copies = {path: kept} | ({log: write_ahead_log(kept)} if log.exists() else {})
    try:
        for one, other in copies.items():
            _copy_kept(one, other)
        _gather_alone(path, wait_seconds)
    except BaseException:
        for other in copies.values():
            other.unlink(missing_ok=True)
        raise
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _gather_alone(path: Path, wait_seconds: float) -> None:
    """Bring the log into the file, which only works where nobody else has it open; a damaged file is left at that."""
    try:
        with errors_in_words(path), closing(connect(path, wait_seconds=wait_seconds)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE").close()
    except DatabaseUnusableError as refusal:
        if refusal.figures["why"] == "locked":
            raise unusable("in_use", path, IN_USE) from refusal
        if refusal.figures["why"] != "damaged":
            raise


def _free_name(path: Path, today: date) -> Path:
    for number in count(1):
        again = "" if number == 1 else f".{number}"
        kept = path.with_name(f"{path.stem}.before-restore.{today.isoformat()}{again}{path.suffix}")
        if not (kept.exists() or kept.is_symlink()):
            return kept
    raise AssertionError("numbers do not end")


def _copy_kept(path: Path, kept: Path) -> None:
    # Nobody else may read it at any moment of its copying.
    made = os.open(kept, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY)
    with os.fdopen(made, "wb") as copy, path.open("rb") as source:
        shutil.copyfileobj(source, copy)
    flush(kept, os.O_RDWR)
