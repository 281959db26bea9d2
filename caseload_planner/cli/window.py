"""The window from the command line: what asks for it, and what to say where there is no screen."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from caseload_planner.cli.failures import ExitStatus, log_to_file, say
from caseload_planner.cli.wiring import Wiring


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """What to show in the window: a file, the demo organisation, or neither."""

    path: Path | None = None
    demo: bool = False


def window_request(arguments: Sequence[str]) -> WindowRequest | None:
    """Read arguments that ask for the window: none, ``window``, ``--db PATH`` or ``--demo``; None for all others.

    By hand, as the window should not wait for the packages of the command line; whatever is not plain goes there.
    """
    rest = list(arguments)
    if rest[:1] == ["window"]:
        del rest[0]
    match rest:
        case []:
            return WindowRequest()
        case ["--demo"]:
            return WindowRequest(demo=True)
        case ["--db", path] if not path.startswith("-"):
            return WindowRequest(Path(path))
    return None


def has_screen(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether Qt finds a screen; on Linux it ends the process where it does not, so it is never asked in vain."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


def show_window(wiring: Wiring, request: WindowRequest) -> int:
    """Show the window until it closes."""
    if not has_screen(wiring.environment):
        say("There is no screen here to show the window on (DISPLAY and WAYLAND_DISPLAY are empty).")
        say("Use the commands instead; 'caseload-planner --help' lists them.")
        return ExitStatus.WRONG_USE
    log_to_file(wiring)
    return wiring.open_window(request.path, demo=request.demo)
