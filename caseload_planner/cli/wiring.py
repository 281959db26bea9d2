"""What commands work with, handed in from above."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

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
    environment
        Variables of the process.
    """

    doors: Doors
    default_database: Path
    log_folder: Path
    verify: Callable[[Path], FileVerdict]
    open_window: OpenWindow
    environment: Mapping[str, str]
