"""What the driver reports, in words: a locked or full disk is never called damage."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from caseload_planner.domain.errors import DatabaseUnusableError

_WHY_BY_PRIMARY_CODE = {
    3: "readonly",  # SQLITE_PERM
    5: "locked",  # SQLITE_BUSY
    6: "locked",  # SQLITE_LOCKED
    8: "readonly",  # SQLITE_READONLY
    10: "unreachable",  # SQLITE_IOERR
    11: "damaged",  # SQLITE_CORRUPT
    13: "full",  # SQLITE_FULL
    14: "unreachable",  # SQLITE_CANTOPEN
    26: "damaged",  # SQLITE_NOTADB
}

_FULL_AMONG_IO_ERRORS = frozenset({4874})
"""SQLITE_IOERR_SHMSIZE: there is no room for the index of the log, which readers need too."""

_DAMAGE_AMONG_IO_ERRORS = frozenset({8202, 8458})
"""SQLITE_IOERR_DATA and SQLITE_IOERR_CORRUPTFS: the disk answers, with something else than was written."""

_WORDS = {
    "missing": "There is no database at {path}. Check the place, or make a new one.",
    "newer": "{path} was written by a newer version of the program. Install that version; the file was not changed.",
    "foreign": "{path} is not a Caseload Planner database. Choose another file; this one was not changed.",
    "damaged": "{path} is damaged. Put back a backup; the file was not changed.",
    "locked": "{path} is in use by another program that is writing to it. Try again when it is done.",
    "readonly": "{path} cannot be written to. Ask for the right to change the file and its folder.",
    "full": "There is no room left on the disk of {path}. Nothing was changed; make room and try again.",
    "exists": "There is already a file at {path}. Choose another name, or open it.",
    "name": "The name of {path} is too long. Choose a shorter one.",
    "closed": "{path} was closed in the meantime. Open it again.",
    "unreachable": "{path} cannot be reached or read on its disk. Check the drive and your rights.",
}


def unusable(why: str, path: Path, message: str | None = None, **figures: object) -> DatabaseUnusableError:
    """Make the error for a way in which a file cannot be used, with its own sentence or the usual one."""
    return DatabaseUnusableError((message or _WORDS[why]).format(path=path), why=why, path=str(path), **figures)


def why_unusable(error: BaseException) -> str | None:
    """Say in which way the driver's error makes the file unusable; None where it is a mistake of ours."""
    extended = getattr(error, "sqlite_errorcode", None)
    if not isinstance(extended, int):
        # The driver's own complaint has no code: the engine gave it text that nobody wrote.
        return "damaged" if "Could not decode to UTF-8" in str(error) else None
    if extended in _DAMAGE_AMONG_IO_ERRORS:
        return "damaged"
    if extended in _FULL_AMONG_IO_ERRORS:
        return "full"
    return _WHY_BY_PRIMARY_CODE.get(extended & 0xFF)


def why_impossible(error: OSError) -> str:
    """Say in which way an error of the operating system makes the file unusable."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return "full"
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return "readonly"
    if error.errno == errno.ENAMETOOLONG:
        return "name"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "missing"
    return "exists" if isinstance(error, FileExistsError) else "unreachable"


class DamagedValueError(Exception):
    """A value in the file is not one that can have been written there: it changed on its disk."""


@contextmanager
def stored_values() -> Iterator[None]:
    """Read values that this program wrote and the file's own checks cannot see into.

    Raises
    ------
    DamagedValueError
        One of them cannot be read; `errors_in_words` says so.
    """
    try:
        yield
    except (ValueError, KeyError, TypeError, ArithmeticError) as error:
        raise DamagedValueError from error


@contextmanager
def errors_in_words(path: Path) -> Iterator[None]:
    """Turn the driver's errors about the file into `DatabaseUnusableError`; mistakes of ours pass as they are."""
    try:
        yield
    except DBAPIError as error:
        why = None if error.orig is None else why_unusable(error.orig)
        if why is None:
            raise
        raise unusable(why, path) from error
    except (DamagedValueError, UnicodeDecodeError) as error:
        raise unusable("damaged", path) from error
    except dbapi2.Error as error:
        why = why_unusable(error)
        if why is None:
            raise
        raise unusable(why, path) from error
