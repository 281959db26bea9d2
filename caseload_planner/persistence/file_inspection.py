"""Looking at a database file before it is opened, in ways that cannot change it."""

import os
import stat
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from caseload_planner.domain.errors import DatabaseUnusableError
from caseload_planner.persistence.database_errors import errors_in_words, unusable, why_impossible
from caseload_planner.persistence.engine import WAIT_SECONDS
from caseload_planner.persistence.schema import APPLICATION_ID, SCHEMA_VERSION

MAGIC = b"SQLite format 3\x00"
HEADER_BYTES = 100
USER_VERSION_AT = 60
APPLICATION_ID_AT = 68
PAGE_SIZE_AT = 16

_NO_RIGHT = "You have no right to read {path}. Ask for it, or choose another."


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was seen of a file that can be opened.

    Attributes
    ----------
    schema_version
        Version that its tables are at; never newer than ours.
    unclean
        Whether the last program to use it did not close it (or still uses it), so that it was checked in full.
    """

    schema_version: int
    unclean: bool


def write_ahead_log(path: Path) -> Path:
    """Give the file beside a database that holds what was committed last."""
    return path.with_name(path.name + "-wal")


def inspect(path: Path, *, wait_seconds: float = WAIT_SECONDS, to_read: bool = False) -> Inspection:
    """Look whether a file is a sound database of ours, without changing it; waits a while for a lock.

    Parameters
    ----------
    to_read
        Whether it need not be written to.

    Raises
    ------
    DatabaseUnusableError
        Why: ``missing``, ``foreign``, ``newer``, ``damaged``, ``readonly``, ``locked`` or ``unreachable``.
    """
    _refuse_impossible(path)
    header = _read_header(path)
    _refuse_header(path, header)
    _refuse_part_of_a_page(path, header)
    if not to_read:
        _refuse_unwritable(path)
    return _check(path, wait_seconds)


def _refuse_impossible(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        if path.parent.is_dir():
            raise unusable("missing", path) from error
        raise unusable(
            "missing", path, f"There is no folder {path.parent}. Check the place of the database."
        ) from error
    except PermissionError as error:
        raise unusable("readonly", path, _NO_RIGHT) from error
    except OSError as error:
        raise unusable(why_impossible(error), path) from error
    if stat.S_ISDIR(mode):
        raise unusable("foreign", path, "{path} is a folder. Choose the database file in it.")
    if not stat.S_ISREG(mode):
        raise unusable("foreign", path, "{path} is not an ordinary file. Choose a database file.")


def _read_header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEADER_BYTES)
    except PermissionError as error:
        raise unusable("readonly", path, _NO_RIGHT) from error
    except OSError as error:
        raise unusable(why_impossible(error), path) from error


def _refuse_header(path: Path, header: bytes) -> None:
    if not header:
        raise unusable("damaged", path, "{path} is empty: nothing is left in it. Put back a backup.")
    if header[: len(MAGIC)] != MAGIC[: len(header)]:
        raise unusable("foreign", path)
    if len(header) < HEADER_BYTES:
        raise unusable("damaged", path)
    if _number_at(header, APPLICATION_ID_AT) != APPLICATION_ID:
        raise unusable("foreign", path)
    _refuse_version(path, _number_at(header, USER_VERSION_AT))


def _number_at(header: bytes, position: int) -> int:
    return int.from_bytes(header[position : position + 4], "big")


def _refuse_version(path: Path, version: int) -> None:
    if version > SCHEMA_VERSION:
        raise unusable("newer", path, schema_version=version, known_version=SCHEMA_VERSION)
    if version == 0:
        raise unusable("damaged", path)


def _refuse_part_of_a_page(path: Path, header: bytes) -> None:
    """Refuse a file cut inside its last page, which the engine itself takes for whole."""
    page_bytes = int.from_bytes(header[PAGE_SIZE_AT : PAGE_SIZE_AT + 2], "big")
    # 65,536 does not fit in two bytes and stands there as 1.
    page_bytes = 65_536 if page_bytes == 1 else page_bytes
    if page_bytes < 512 or (path.stat().st_size % page_bytes and not write_ahead_log(path).exists()):
        raise unusable("damaged", path)


def _refuse_unwritable(path: Path) -> None:
    if not os.access(path, os.W_OK):
        raise unusable("readonly", path)
    if not os.access(path.parent, os.W_OK):
        raise unusable("readonly", path, f"The folder {path.parent} cannot be written to. Ask for the right to.")


def _check(path: Path, wait_seconds: float) -> Inspection:
    """Check the content, once more where another program began to write while we looked without its log."""
    had_log = write_ahead_log(path).exists()
    try:
        return _check_once(path, wait_seconds)
    except DatabaseUnusableError as refusal:
        if refusal.figures["why"] != "damaged" or had_log or not write_ahead_log(path).exists():
            raise
    return _check_once(path, wait_seconds)


def _check_once(path: Path, wait_seconds: float) -> Inspection:
    """Check the content: in full where the last program did not close the file, else quickly."""
    log = write_ahead_log(path)
    unclean = log.exists() and log.stat().st_size > 0
    with errors_in_words(path), closing(connect_to_look(path, wait_seconds)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        _refuse_version(path, version)
        found = connection.execute("PRAGMA integrity_check(1)" if unclean else "PRAGMA quick_check(1)").fetchall()
        orphans = connection.execute("PRAGMA foreign_key_check").fetchmany(1) if unclean else []
    if found != [("ok",)] or orphans:
        raise unusable("damaged", path)
    return Inspection(schema_version=version, unclean=unclean)


def connect_to_look(path: Path, wait_seconds: float = WAIT_SECONDS) -> dbapi2.Connection:
    """Open a raw connection that cannot change a file."""
    # Without a log nothing is left to recover, and "immutable" leaves no files beside this one.
    mode = "mode=ro" if write_ahead_log(path).exists() else "mode=ro&immutable=1"
    address = f"{path.absolute().as_uri()}?{mode}"
    connection = dbapi2.connect(address, uri=True, timeout=wait_seconds, isolation_level=None)
    connection.execute("PRAGMA cipher_log_level = NONE").close()
    return connection
