"""What a backup was when it was made, in a small file beside it: so that one that changed on its disk is noticed."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from caseload_planner.application.file_verdict import FileVerdict
from caseload_planner.domain.errors import TargetUnwritableError
from caseload_planner.files.replacing import write_whole
from caseload_planner.persistence.database_errors import unusable

_CHANGED = "{path} is not what it was when it was made: its manifest says so. Put back another backup."
_UNREADABLE = "The manifest {path} cannot be read. Move it elsewhere to do without it, or put back another backup."


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What is noted of a backup; see `KeptCopy`."""

    sha256: str
    schema: int
    made_at: str
    verdict: FileVerdict | None


def manifest_of(backup: Path) -> Path:
    """Give the place of the manifest of a backup."""
    return backup.with_name(f"{backup.name}.manifest.json")


def hash_of(path: Path) -> str:
    """Give the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_manifest(backup: Path, manifest: Manifest) -> None:
    """Put the manifest beside a backup.

    Raises
    ------
    DatabaseUnusableError
        There is no room, or no right to; the backup itself is whole.
    """
    text = json.dumps(asdict(manifest), indent=2) + "\n"
    try:
        write_whole(manifest_of(backup), text.encode("ascii"))
    except TargetUnwritableError as error:
        message = "{path} is a whole backup, but its manifest cannot be written beside it. Make room there."
        raise unusable("full", backup, message) from error


def read_manifest(backup: Path) -> Manifest | None:
    """Give what is noted of a backup; None where nothing is, or nothing that can be read.

    Whether the backup still is what it was, `refuse_changed` tells.
    """
    try:
        noted = json.loads(manifest_of(backup).read_text(encoding="utf-8"))
        told = noted["verdict"]
        verdict = None if told is None else FileVerdict(**told)
        manifest = Manifest(**{**noted, "verdict": verdict})
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    figures = () if verdict is None else (verdict.revision, verdict.workers, verdict.measures)
    told_rightly = isinstance(manifest.made_at, str) and all(isinstance(figure, int) for figure in figures)
    return manifest if told_rightly else None


def refuse_changed(backup: Path) -> None:
    """Refuse a backup that its manifest tells of otherwise; one without a manifest passes.

    Raises
    ------
    DatabaseUnusableError
        Why ``changed``; ``manifest`` where that cannot be read.
    """
    place = manifest_of(backup)
    if not place.exists():
        return
    try:
        noted = json.loads(place.read_text(encoding="utf-8"))["sha256"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise unusable("manifest", place, _UNREADABLE) from error
    if noted != hash_of(backup):
        raise unusable("changed", backup, _CHANGED)
