"""What a window or a command works with once a file is open, and how it opens one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from caseload_planner.application.export_files import OrganisationWriter
from caseload_planner.application.file_copies import FoundCopy, KeptCopy, PutBack
from caseload_planner.application.import_source import ImportSource
from caseload_planner.application.ports import Clock, KeyMaker, Store
from caseload_planner.distribution.parts_at_once import Beside
from caseload_planner.distribution.profile import Profile
from caseload_planner.domain.calendar import FreeDays
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.run_control import OnProgress


@dataclass(frozen=True, kw_only=True)
class Services:
    """An open file and everything around it.

    Attributes
    ----------
    profiles
        Orders of levels by name.
    norms
        The norm that a file without one starts from.
    label, path, demo
        How the file is called, where it is, and whether it holds the demo organisation.
    backup_made
        The copy that was made of a file of an earlier version when it was opened; None where it was not.
    beside
        Where a large part of a round is solved beside this process; None where all is solved here.
    """

    store: Store
    clock: Clock
    make_key: KeyMaker
    profiles: Mapping[str, Profile]
    norms: NormSet
    free_days: FreeDays
    label: str
    path: Path
    demo: bool
    close: Callable[[], None]
    backup_made: Path | None = None
    beside: Beside | None = None


class Doors(Protocol):
    """The ways to open a file, and to read and write what goes in and out of one.

    The ones that open raise `DatabaseUnusableError` in words.
    """

    def open_file(self, path: Path) -> Services:
        """Open an existing file."""
        ...

    def create_file(self, path: Path) -> Services:
        """Make a new, empty file; one that exists is refused."""
        ...

    def open_demo(self, on_progress: OnProgress) -> Services:
        """Open the demo organisation, made where it is not there yet."""
        ...

    def read_source(self, path: Path, mapping: Path | None = None) -> ImportSource:
        """Read an interchange folder, workbook or CSV file, or by a mapping the export of another system.

        `SourceUnreadableError` where that cannot be.
        """
        ...

    def writer_for(self, target: Path) -> OrganisationWriter:
        """Give what writes an organisation to `target`: a workbook where it ends in ``.xlsx``, else a folder."""
        ...

    def back_up(self, path: Path, target: Path | None = None) -> KeptCopy:
        """Copy a file as it is: beside it, or to a file or folder that is named; the copy is read back."""
        ...

    def restore(self, path: Path, backup: Path) -> PutBack:
        """Put a copy in the place of a file, which is kept beside it."""
        ...

    def copies_of(self, path: Path) -> tuple[FoundCopy, ...]:
        """Give the copies of a file that stand beside it, the newest first."""
        ...
