"""Libraries of the system that Qt needs on Linux: which are missing, and installing them where that is allowed.

Standard library only: this runs before there is an environment.
"""

import ctypes
import os
import shutil
import subprocess
from pathlib import Path

OFFSCREEN_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""What Qt needs even without a screen: file name by Debian package."""

WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What a window needs besides, likewise."""

FONT_PACKAGE = "fonts-dejavu-core"
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_FONT_SUFFIXES = {".ttf", ".otf", ".ttc"}


class MissingLibrariesError(Exception):
    """Libraries are missing that this script may not install; the message says which and how."""


def missing_libraries(*, with_window: bool) -> dict[str, str]:
    """Give the Debian package by library that cannot be loaded; a font counts as one."""
    wanted = OFFSCREEN_LIBRARIES | (WINDOW_LIBRARIES if with_window else {})
    missing = {library: package for library, package in wanted.items() if not _loads(library)}
    if not _has_font():
        missing["a font"] = FONT_PACKAGE
    return missing


def install_libraries(missing: dict[str, str]) -> None:
    """Install the packages on a Debian-like system as root.

    Raises
    ------
    MissingLibrariesError
        Elsewhere, and when installing fails.
    """
    packages = sorted(set(missing.values()))
    if shutil.which("apt-get") is None:
        names = ", ".join(sorted(missing))
        raise MissingLibrariesError(
            f"Qt needs these and they are not here: {names}.\n"
            f"Install them with your system's package manager (their names on Debian: {' '.join(packages)})."
        )
    command = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if os.geteuid() != 0:
        raise MissingLibrariesError(
            f"Qt needs packages that are not installed. Install them once with:\n"
            f"    sudo apt-get update && sudo {command}"
        )
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages],
    ):
        finished = subprocess.run(
            arguments, env=quiet, stdin=subprocess.DEVNULL, check=False, stdout=subprocess.DEVNULL
        )
        if finished.returncode and arguments[1] == "install":
            raise MissingLibrariesError(f"apt-get could not install them. Try it by hand:\n    {command}")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    folders = (Path(folder).expanduser() for folder in _FONT_FOLDERS)
    return any(
        name.lower().endswith(tuple(_FONT_SUFFIXES))
        for folder in folders
        for _, _, names in os.walk(folder)
        for name in names
    )
