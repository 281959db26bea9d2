"""Files and folders that appear whole: written beside their place, then moved into it."""

import os
import shutil
import tempfile
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from caseload_planner.domain.errors import TargetUnwritableError


def _refusal(target: Path, error: OSError) -> TargetUnwritableError:
    if _is_missing(target.parent):
        message = (
            f"{target.name} cannot be written: there is no folder {target.parent}; make it first, or choose another"
        )
        return TargetUnwritableError(message, why="no_folder")
    reason = error.strerror or "it is not allowed"
    message = f"{target.name} cannot be written ({reason}); close it where it is open, or choose another place"
    return TargetUnwritableError(message, why="not_allowed")


def _is_missing(folder: Path) -> bool:
    """Whether there is no such folder; one that cannot be looked into may be there."""
    try:
        return not folder.is_dir()
    except OSError:
        return False


def replace_file(target: Path, write: Callable[[Path], None]) -> None:
    """Let `write` make a file beside `target`, and put it in its place.

    Raises
    ------
    TargetUnwritableError
        It cannot be written there, or something else than a file has its name; what was there is untouched.
    """
    target = target.resolve()
    draft: Path | None = None
    try:
        if target.is_dir():
            raise TargetUnwritableError(f"{target.name} is a folder; choose the name of a file", why="is_folder")
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        os.close(handle)
        draft = Path(name)
        write(draft)
        _settle(draft)
        draft.replace(target)
    except OSError as error:
        raise _refusal(target, error) from error
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)


def write_whole(target: Path, content: bytes) -> None:
    """Put a file with some content in its place; see `replace_file`."""
    replace_file(target, lambda draft: _fill(draft, content))


def replace_folder(target: Path, write: Callable[[Path], None], own_names: Collection[str]) -> None:
    """Let `write` make a folder beside `target`, and put it in its place.

    A folder that is there already is replaced only when all that it holds are files of `own_names`.

    Raises
    ------
    TargetUnwritableError
        It cannot be written there, or it holds something that is not ours; what was there is untouched.
    """
    target = target.resolve()
    draft: Path | None = None
    try:
        if target.exists() and not target.is_dir():
            raise TargetUnwritableError(f"{target.name} is a file; choose the name of a folder", why="is_file")
        foreign = _foreign(target, own_names)
        if foreign:
            message = f"{target.name} holds {foreign}, which is no interchange file; choose an empty or a new folder"
            raise TargetUnwritableError(message, why="foreign_files")
        draft = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
        draft.chmod(0o700)
        write(draft)
        for file in draft.iterdir():
            _settle(file)
        _swap(draft, target)
    except OSError as error:
        raise _refusal(target, error) from error
    finally:
        if draft is not None:
            shutil.rmtree(draft, ignore_errors=True)


def _fill(draft: Path, content: bytes) -> None:
    draft.write_bytes(content)


def _foreign(target: Path, own_names: Collection[str]) -> str | None:
    if not target.is_dir():
        return None
    return next((e.name for e in sorted(target.iterdir()) if e.name not in own_names or not e.is_file()), None)


def _swap(draft: Path, target: Path) -> None:
    """Move the draft to its place; a folder cannot be replaced in one step, so the old one steps aside first.

    Killed between the two steps, the old folder is whole beside its place under a name that ends in ``.old``.
    """
    if not target.exists():
        draft.rename(target)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".old", dir=target.parent))
    aside.rmdir()
    target.rename(aside)
    try:
        draft.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _settle(file: Path) -> None:
    """Have the system put a file on the disk before its name points to it."""
    with file.open("rb+") as stream, suppress(OSError):
        os.fsync(stream.fileno())
