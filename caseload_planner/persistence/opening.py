"""Making a new database and opening one that exists, or saying in words why that cannot be."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine

from caseload_planner.domain.norm import NormSet
from caseload_planner.persistence.audit import Witness
from caseload_planner.persistence.database_errors import errors_in_words, unusable, why_impossible
from caseload_planner.persistence.engine import WAIT_SECONDS, WRITES, engine_on
from caseload_planner.persistence.file_inspection import inspect, write_ahead_log
from caseload_planner.persistence.placing import put_in_place
from caseload_planner.persistence.schema import SCHEMA_VERSION, upgrade
from caseload_planner.persistence.store import SqliteStore
from caseload_planner.persistence.upgrading import upgrade_with_backup

OWNER_ONLY = 0o600


def create_store(
    path: Path,
    *,
    starting_norms: NormSet | None = None,
    witness: Witness | None = None,
    wait_seconds: float = WAIT_SECONDS,
) -> SqliteStore:
    """Make a new, empty database and open it.

    It is built beside its place and put there whole, so that nothing half made is ever left under its name.

    Raises
    ------
    DatabaseUnusableError
        Why: ``exists``, ``missing`` (the folder), ``readonly``, ``full`` or ``unreachable``.
    """
    path = path.absolute()
    building = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        _refuse_taken(path)
        _build(building, path)
        put_in_place(building, path)
    except OSError as error:
        raise unusable(why_impossible(error), path) from error
    finally:
        _remove_leftovers(building)
    return open_store(path, starting_norms=starting_norms, witness=witness, wait_seconds=wait_seconds)


def open_store(
    path: Path,
    *,
    starting_norms: NormSet | None = None,
    witness: Witness | None = None,
    wait_seconds: float = WAIT_SECONDS,
) -> SqliteStore:
    """Open a database; one of an older version is brought to this one first, with a backup beside it.

    Parameters
    ----------
    starting_norms
        The norms that hold until one is written.
    witness
        Who signs audit rows; the real clock and user when left out.
    wait_seconds
        How long a write waits for another program that writes.

    Raises
    ------
    DatabaseUnusableError
        With why in its figures; the file is left as it was, to the byte.
    """
    # A change of folder must not lead to another file of this name.
    path = path.absolute()
    inspection = inspect(path, wait_seconds=wait_seconds)
    engine = engine_on(path, wait_seconds=wait_seconds)
    store = SqliteStore(engine, path, starting_norms=starting_norms, witness=witness)
    try:
        if inspection.schema_version < SCHEMA_VERSION:
            store.backup_made = upgrade_with_backup(engine, path)
        with store.read():
            # The first look through our own settings: a lock or a right that is missing shows now.
            pass
    except BaseException:
        store.close()
        raise
    return store


def _refuse_taken(path: Path) -> None:
    if path.is_symlink() or path.exists():
        raise unusable("exists", path)
    if not path.parent.is_dir():
        raise unusable("missing", path, f"There is no folder {path.parent}. Make it first, or choose another place.")
    if not os.access(path.parent, os.W_OK):
        raise unusable("readonly", path, f"The folder {path.parent} cannot be written to. Choose another place.")
    if write_ahead_log(path).exists():
        # A log of a lost database would be read into the new one.
        left = f"A file {path}-wal is left of a database that is gone. Move it elsewhere first."
        raise unusable("exists", path, left)


def _remove_leftovers(building: Path) -> None:
    # Where the folder cannot be looked into or written, or such a name cannot be, nothing of ours is in it.
    with suppress(OSError):
        for end in ("", "-wal", "-shm", "-journal"):
            building.with_name(building.name + end).unlink(missing_ok=True)


def _build(building: Path, path: Path) -> None:
    os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY))
    engine = engine_on(building)
    try:
        _upgrade(engine, path)
    finally:
        # The last connection brings everything from the log into the file, and says nothing where that fails.
        engine.dispose()
    if write_ahead_log(building).exists():
        raise unusable("full", path)


def _upgrade(engine: Engine, path: Path) -> None:
    with errors_in_words(path), engine.connect() as connection:
        connection.execution_options(**{WRITES: True})
        with connection.begin():
            upgrade(connection)
