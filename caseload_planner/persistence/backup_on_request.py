"""A backup that somebody asks for: a proven copy with a manifest beside it."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from caseload_planner.application.file_copies import KeptCopy
from caseload_planner.application.file_verdict import FileVerdict
from caseload_planner.persistence.backup import back_up
from caseload_planner.persistence.database_errors import errors_in_words, unusable, why_impossible
from caseload_planner.persistence.engine import WAIT_SECONDS, WRITES, engine_on
from caseload_planner.persistence.file_inspection import inspect
from caseload_planner.persistence.looking_through import verdict_on
from caseload_planner.persistence.manifest import Manifest, hash_of, manifest_of, write_manifest
from caseload_planner.persistence.schema import SCHEMA_VERSION
from caseload_planner.persistence.store import SqliteStore


def back_up_on_request(
    path: Path, target: Path | None, *, now: datetime, wait_seconds: float = WAIT_SECONDS
) -> KeptCopy:
    """Copy a database as it is, whatever its version, and give the copy once it was read back and is sound.

    Parameters
    ----------
    target
        The file to make, or the folder to make one in; beside the database where left out.
    now
        The civil time here: the day is in the name.

    Raises
    ------
    DatabaseUnusableError
        The database cannot be read or the copy cannot be written; then nothing is left of it.
    """
    path = path.absolute()
    inspect(path, wait_seconds=wait_seconds)
    target = None if target is None else _file_in(target.absolute(), path, now)
    before = set(path.parent.iterdir())
    engine = engine_on(path, wait_seconds=wait_seconds)
    try:
        with errors_in_words(path), engine.connect() as connection:
            # Nobody writes meanwhile, and nobody else is making one.
            connection.execution_options(**{WRITES: True})
            with connection.begin():
                version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
                made = back_up(path, schema_version=version, made_on=now.date(), target=target)
    finally:
        engine.dispose()
    new, verdict, sha256 = made not in before, _verdict(made, version), hash_of(made)
    if new or not manifest_of(made).exists():
        made_at = now.isoformat(timespec="seconds")
        write_manifest(made, Manifest(sha256=sha256, schema=version, made_at=made_at, verdict=verdict))
    return KeptCopy(path=made, new=new, sha256=sha256, schema=version, verdict=verdict)


def _verdict(backup: Path, schema: int) -> FileVerdict | None:
    """Look a finished copy through, so that nothing of it, and nothing beside it, can change."""
    if schema != SCHEMA_VERSION:
        return None
    address = f"{backup.as_uri()}?mode=ro&immutable=1"
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: dbapi2.connect(address, uri=True, check_same_thread=False),
        poolclass=StaticPool,
    )
    with SqliteStore(engine, backup) as store:
        return verdict_on(store)


def _file_in(target: Path, path: Path, now: datetime) -> Path:
    try:
        is_folder, has_folder = target.is_dir(), target.parent.is_dir()
    except OSError as error:
        raise unusable(why_impossible(error), target) from error
    if is_folder:
        return target / f"{path.stem}.{now:%Y-%m-%d.%H%M%S}{path.suffix}"
    if not has_folder:
        raise unusable("missing", target, f"There is no folder {target.parent}. Make it first, or choose another.")
    return target
