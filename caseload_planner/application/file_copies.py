"""What became of a backup, for whoever asked for it, and what there is to put back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from caseload_planner.application.file_verdict import FileVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopy:
    """A backup that was made, or was there already.

    Attributes
    ----------
    new
        False where an earlier one is the same to the byte, which is given then.
    sha256
        Of the whole file.
    schema
        Version of its tables.
    verdict
        None for a file of an earlier version of the program, which is not looked into.
    """

    path: Path
    new: bool
    sha256: str
    schema: int
    verdict: FileVerdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBack:
    """A backup that was put back.

    Attributes
    ----------
    kept
        Where what was there before is kept; None where nothing was.
    schema
        The version that the backup was of; it is of this one now.
    verdict
        Of the backup, before it was noted in the trail that it was put back.
    """

    kept: Path | None
    schema: int
    verdict: FileVerdict


class CopyKind(StrEnum):
    """How a copy came to be."""

    BACKUP = "backup"
    REPLACED = "replaced"
    """What stood there until a backup was put back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCopy:
    """A copy that stands beside a file.

    Attributes
    ----------
    made_at
        Local time: of the copy, or when the last thing was written in what was replaced.
    file_bytes
        How large it is.
    verdict
        What it held when it was made; None where nothing says so.
    """

    path: Path
    kind: CopyKind
    made_at: datetime
    file_bytes: int
    verdict: FileVerdict | None
