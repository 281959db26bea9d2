"""Giving a finished database file its name, never over another file."""

import os
from pathlib import Path

from caseload_planner.persistence.database_errors import unusable


def put_in_place(building: Path, path: Path) -> None:
    """Give a finished file its name and have the disk keep it; the first name may stay beside it.

    Raises
    ------
    OSError, DatabaseUnusableError
        There is a file of that name (`FileExistsError`, or why ``exists``), or the disk refuses.
    """
    flush(building, os.O_RDWR)
    try:
        os.link(building, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links (a memory stick): the moment between looking and naming is short.
        if path.exists():
            raise unusable("exists", path) from None
        building.rename(path)
    if os.name == "posix":
        flush(path.parent, os.O_RDONLY)


def flush(path: Path, flags: int) -> None:
    """Have the disk keep what was written to a file or folder."""
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
