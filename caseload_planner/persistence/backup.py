"""A proven copy of a database beside it."""

import filecmp
import glob
import os
import secrets
from contextlib import closing
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
NO_BACKUP = "No backup of {path} can be made beside it, so the file was left as it was. Make room on its disk."


def backup_name(path: Path, *, schema_version: int, made_on: date, number: int = 1) -> Path:
    """Give the place of a backup: ``planner.schema-1.2026-11-22.sqlite``; a number tells those of one day apart."""
    again = "" if number == 1 else f".{number}"
    return path.with_name(f"{path.stem}.schema-{schema_version}.{made_on.isoformat()}{again}{path.suffix}")


def back_up(path: Path, *, schema_version: int, made_on: date) -> Path:
    """Copy what is committed in a database to a file beside it, and give that once it was read back and is sound.

    It appears whole under a name that nothing had, readable by its owner only; where an earlier copy is the same to the
    byte, that one is given and no other is kept. The caller holds the write lock, so
    that nobody else is making one.

    Raises
    ------
    DatabaseUnusableError
        The copy cannot be written (``full``, ``readonly``, ``unreachable``) or is not sound (``damaged``).
    """
    for left_by_the_killed in path.parent.glob(f".{glob.escape(path.name)}.*.backup"):
        left_by_the_killed.unlink(missing_ok=True)
    building = path.with_name(f".{path.name}.{secrets.token_hex(4)}.backup")
    try:
        _copy(path, building)
        _refuse_unsound(path, building, schema_version)
        return _same_before(building, path, schema_version) or _name(building, path, schema_version, made_on)
    except OSError as error:
        why = why_impossible(error)
        raise unusable(why, path, NO_BACKUP) from error
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            building.with_name(building.name + end).unlink(missing_ok=True)


def _copy(path: Path, building: Path) -> None:
    os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY))
    with errors_in_words(path), closing(connect(path)) as source, closing(dbapi2.connect(building)) as target:
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
