"""A file that appears whole: written beside its place, then moved into it."""

import os
import tempfile
from pathlib import Path

from caseload_planner.domain.errors import TargetUnwritableError


def write_whole(target: Path, content: bytes) -> None:
    """Put a file in its place; what was there is replaced at once or untouched.

    Raises
    ------
    TargetUnwritableError
        It cannot be written there, or a folder has its name.
    """
    if target.is_dir():
        raise TargetUnwritableError(f"{target.name} is a folder; choose the name of a file", why="is_folder")
    if not target.parent.is_dir():
        message = (
            f"{target.name} cannot be written: there is no folder {target.parent}; make it first, or choose another"
        )
        raise TargetUnwritableError(message, why="no_folder")
    draft: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        draft = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(target)
    except OSError as error:
        message = (
            f"{target.name} cannot be written ({error.strerror}); close it where it is open, or choose another place"
        )
        raise TargetUnwritableError(message, why="not_allowed") from error
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)
