"""The window from the command line: what asks for it, and what to say where there is no screen."""

import ctypes
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from caseload_planner.cli.failures import ExitStatus, log_to_file, say
from caseload_planner.cli.wiring import Wiring

X11_LIBRARIES = {
    "libegl1": "libEGL.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xfixes0": "libxcb-xfixes.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
}
"""What Qt's xcb platform loads, by the Debian package that brings it."""


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


def missing_libraries(environment: Mapping[str, str], platform: str = sys.platform) -> tuple[str, ...]:
    """Name the Debian packages that a window on X11 needs and that are not there.

    Qt ends the process where one is missing, and blames xcb-cursor0 whichever it is.
    """
    other = environment.get("WAYLAND_DISPLAY") or environment.get("QT_QPA_PLATFORM", "xcb") != "xcb"
    if not platform.startswith("linux") or other:
        return ()
    return tuple(package for package, library in X11_LIBRARIES.items() if not _loads(library))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def show_window(wiring: Wiring, request: WindowRequest) -> int:
    """Show the window until it closes."""
    if not has_screen(wiring.environment):
        say("There is no screen here to show the window on (DISPLAY and WAYLAND_DISPLAY are empty).")
        say("Use the commands instead; 'caseload-planner --help' lists them.")
        return ExitStatus.WRONG_USE
    missing = missing_libraries(wiring.environment)
    if missing:
        say(f"The window needs system libraries that are not here: {', '.join(missing)}.")
        say(f"On Debian or Ubuntu: sudo apt-get install {' '.join(missing)}")
        return ExitStatus.WRONG_USE
    log_to_file(wiring)
    return wiring.open_window(request.path, demo=request.demo)
