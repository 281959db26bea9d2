"""What an import did, or would do: counts by file, remarks by key, and problems."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from caseload_planner.application.changes import ChangeSet
from caseload_planner.application.import_problems import Problem
from caseload_planner.application.import_source import SourceFile


class ImportOutcome(StrEnum):
    """How an import ended."""

    IMPORTED = "imported"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"
    NEEDS_CONFIRMATION = "needs_confirmation"
    DRY_RUN = "dry_run"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCounts:
    """What happens to the rows of one file.

    Attributes
    ----------
    closed
        Running measures that the file no longer has: their last day is the day of the import.
    dropped
        Known rows that the file no longer has and that are withdrawn.
    kept
        Known rows that the file no longer has, or has otherwise, and that stay.
    rejected
        Rows with a problem.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    closed: int = 0
    dropped: int = 0
    kept: int = 0
    rejected: int = 0


class NoteKind(StrEnum):
    """What a remark says about a key.

    `KEPT`: begun or ended by a decision here and not in the source; `MOVED`: decided here, the source has it from
    another day and that day is taken over; `DECISION_WINS`: open in the source, ended by a decision here; `MISSING`: a
    team or worker that the file no longer has and that stays; `IGNORED`: a file or sheet that was not read;
    `UNKNOWN_SKILL`, `UNKNOWN_WISH`: a name in a worker's list that no rule asks for, which is kept as it is.
    """

    CLOSED = "closed"
    DROPPED = "dropped"
    KEPT = "kept"
    CONFIRMED = "confirmed"
    MOVED = "moved"
    DECISION_WINS = "decision_wins"
    MISSING = "missing"
    IGNORED = "ignored"
    UNKNOWN_SKILL = "unknown_skill"
    UNKNOWN_WISH = "unknown_wish"


@dataclass(frozen=True, slots=True, order=True)
class ImportNote:
    """A remark about one key, which is a key or several joined by a space; never a name.

    Attributes
    ----------
    row, value, known
        Of a remark about a cell: its row (header = 1), what stands there, and what would be known; else 0 and empty.
    """

    file: str
    kind: NoteKind
    key: str
    row: int = 0
    value: str = ""
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """The report of an import.

    Attributes
    ----------
    files
        Counts of the given files only.
    running, lost
        Running measures before the import, and how many of them it closes or leaves without a contact they had.
    needs_confirmation
        Whether it closes or drops so much that it asks first; a dry run says it too.
    change_set
        What was written; None when nothing was.
    """

    outcome: ImportOutcome
    files: Mapping[SourceFile, FileCounts]
    notes: tuple[ImportNote, ...]
    problems: tuple[Problem, ...]
    running: int
    lost: int
    needs_confirmation: bool = False
    change_set: ChangeSet | None = None
