"""A proven copy of a database beside it."""

import filecmp
import glob
import os
import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from itertools import count
from pathlib import Path

from sqlcipher3 import dbapi2

from caseload_planner.domain.errors import DatabaseUnusableError
from caseload_planner.persistence.database_errors import errors_in_words, unusable, why_impossible
from caseload_planner.persistence.engine import connect
from caseload_planner.persistence.placing import put_in_place
from caseload_planner.persistence.schema import APPLICATION_ID

OWNER_ONLY = 0o600
NO_BACKUP = "No copy of {path} can be made, so the file was left as it was. Make room on the disk."


def backup_name(path: Path, *, schema_version: int, made_on: date, number: int = 1) -> Path:
    """Give the place of a backup: ``planner.schema-1.2026-11-22.sqlite``; a number tells those of one day apart."""
    again = "" if number == 1 else f".{number}"
    return path.with_name(f"{path.stem}.schema-{schema_version}.{made_on.isoformat()}{again}{path.suffix}")


def back_up(path: Path, *, schema_version: int, made_on: date, target: Path | None = None) -> Path:
    """Copy what is committed in a database to a file beside it, and give that once it was read back and is sound.

    It appears whole under a name that nothing had, readable by its owner only; where an earlier copy is the same to the
    byte, that one is given and no other is kept.

    Parameters
    ----------
    target
        Where it is to be, if not beside the database; a file that is there is left alone.

    Raises
    ------
    DatabaseUnusableError
        The copy cannot be written (``full``, ``readonly``, ``unreachable``, ``exists``, ``missing``) or is not sound
        (``damaged``).
    """
    place = path if target is None else target
    with beside(place, "backup") as building:
        try:
            with errors_in_words(path), closing(connect(path)) as source:
                copy_database(source, building, path)
            _refuse_unsound(path, building, schema_version)
            if target is not None:
                put_in_place(building, target)
                return target
            return _same_before(building, path, schema_version) or _name(building, path, schema_version, made_on)
        except OSError as error:
            why = why_impossible(error)
            raise unusable(why, place, NO_BACKUP if target is None or why == "full" else None) from error


@contextmanager
def beside(place: Path, purpose: str) -> Iterator[Path]:
    """Give a name beside a file for one that is being made, and leave nothing of it there, nor of one of before."""
    with suppress(OSError):
        for left_by_the_killed in place.parent.glob(f".{glob.escape(place.name)}.*.{purpose}*"):
            left_by_the_killed.unlink(missing_ok=True)
    building = place.with_name(f".{place.name}.{secrets.token_hex(4)}.{purpose}")
    try:
        yield building
    finally:
        # Where nothing can be written nothing is left; what stood in the way is told by who began.
        with suppress(OSError):
            for end in ("", "-wal", "-shm", "-journal"):
                building.with_name(building.name + end).unlink(missing_ok=True)


def copy_database(source: dbapi2.Connection, building: Path, path: Path) -> None:
    """Copy what a connection to a database sees to a new file that only its owner can read."""
    os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY))
    with errors_in_words(path), closing(dbapi2.connect(building)) as target:
        try:
            source.backup(target)
        except dbapi2.OperationalError as error:
            # Copying tells no code, only words.
            why = "full" if "full" in str(error) else "unreachable"
            raise unusable(why, path, NO_BACKUP) from error


def _refuse_unsound(path: Path, building: Path, schema_version: int) -> None:
    """Read the copy back from the disk, in a way that cannot change it."""
    address = f"{building.as_uri()}?mode=ro&immutable=1"
    with errors_in_words(path), closing(dbapi2.connect(address, uri=True)) as copy:
        sound = copy.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
        orphans = copy.execute("PRAGMA foreign_key_check").fetchmany(1)
        ours = copy.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        same = copy.execute("PRAGMA user_version").fetchone() == (schema_version,)
    if not (sound and ours and same) or orphans:
        raise unusable("damaged", path, "The backup of {path} is not sound, so the file was left as it was.")


def _same_before(building: Path, path: Path, schema_version: int) -> Path | None:
    """Give a copy that is the same to the byte: an attempt of before failed, and the next needs no second one."""
    pattern = f"{glob.escape(path.stem)}.schema-{schema_version}.*{glob.escape(path.suffix)}"
    return next((one for one in sorted(path.parent.glob(pattern)) if filecmp.cmp(one, building, shallow=False)), None)


def _name(building: Path, path: Path, schema_version: int, made_on: date) -> Path:
    for number in count(1):
        target = backup_name(path, schema_version=schema_version, made_on=made_on, number=number)
        try:
            put_in_place(building, target)
        except FileExistsError:
            continue
        except DatabaseUnusableError as refusal:
            if refusal.figures["why"] != "exists":
                raise
            continue
        return target
    raise AssertionError("numbers do not end")
