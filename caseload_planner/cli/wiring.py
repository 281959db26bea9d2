"""What commands work with, handed in from above."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from caseload_planner.application.file_copies import KeptCopy, PutBack
from caseload_planner.application.file_verdict import FileVerdict
from caseload_planner.application.services import Doors


class OpenWindow(Protocol):
    """Shows the window until it closes."""

    def __call__(self, path: Path | None, *, demo: bool) -> int:
        """Show it on a file, the demo organisation, or neither; give the exit status."""
        ...


@dataclass(frozen=True, kw_only=True)
class Wiring:
    """Everything of the world outside.

    Attributes
    ----------
    default_database
        The file that is meant where none is named.
    log_folder
        Where bugs are noted, without anybody's data.
    verify
        Opens a file and looks it through.
    back_up
        Copies a file to a place that may be named, and reads the copy back.
    restore
        Puts a copy in the place of a file.
    environment
        Variables of the process.
    """

    doors: Doors
    default_database: Path
    log_folder: Path
    verify: Callable[[Path], FileVerdict]
    back_up: Callable[[Path, Path | None], KeptCopy]
    restore: Callable[[Path, Path], PutBack]
    open_window: OpenWindow
    environment: Mapping[str, str]
