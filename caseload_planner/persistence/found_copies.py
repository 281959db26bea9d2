"""The copies that stand beside a database: backups, and what was there until one was put back."""

import re
from collections.abc import Iterator
from datetime import datetime
from glob import escape
from pathlib import Path

from caseload_planner.application.file_copies import CopyKind, FoundCopy
from caseload_planner.persistence.manifest import read_manifest

_DAY = r"\d{4}-\d{2}-\d{2}(?:\.\d+)?"
_NAMES = {
    # As `backup_name` and `_free_name` of `restoring` write them.
    CopyKind.BACKUP: re.compile(rf"\.schema-\d+\.{_DAY}$"),
    CopyKind.REPLACED: re.compile(rf"\.before-restore\.{_DAY}$"),
}


def copies_beside(path: Path) -> tuple[FoundCopy, ...]:
    """Give the copies of a database that stand beside it, the newest first; a folder that cannot be read has none."""
    try:
        found = list(_copies(path.absolute()))
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda copy: (copy.made_at, copy.path.name), reverse=True))


def _copies(path: Path) -> Iterator[FoundCopy]:
    for other in path.parent.glob(f"{escape(path.stem)}.*{escape(path.suffix)}"):
        ending = other.stem.removeprefix(path.stem)
        kind = next((kind for kind, name in _NAMES.items() if name.match(ending)), None)
        if kind is None or not other.is_file():
            continue
        status, manifest = other.stat(), read_manifest(other)
        yield FoundCopy(
            path=other,
            kind=kind,
            made_at=_moment(manifest.made_at if manifest else "", status.st_mtime),
            file_bytes=status.st_size,
            verdict=manifest.verdict if manifest else None,
        )


def _moment(noted: str, written: float) -> datetime:
    """Give the local time that was noted, or else that of the last write."""
    try:
        return datetime.fromisoformat(noted).astimezone()
    except ValueError:
        return datetime.fromtimestamp(written).astimezone()
