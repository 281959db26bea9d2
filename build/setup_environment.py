"""Set everything up that the project needs on a fresh machine; quick and without network when nothing is to do.

Needs Python 3.11 or newer with pip, and nothing else.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from display import has_display
from system_libraries import MissingLibrariesError, install_libraries, missing_libraries
from uv_program import UvMissingError, environment_for_uv, find_or_fetch_uv

PROJECT = Path(__file__).resolve().parent.parent
STAMP = PROJECT / ".venv" / "synced"
INPUTS = ("pyproject.toml", "uv.lock")


def main() -> int:
    """Set up; 0 when all is there."""
    if sys.version_info < (3, 11):  # noqa: UP036 - runs on whatever Python a machine happens to have
        found = ".".join(str(part) for part in sys.version_info[:3])
        print(
            f"Python 3.11 or newer is needed and this is {found}. Say which: make PYTHON=python3.13 ...",
            file=sys.stderr,
        )
        return 1
    try:
        _libraries()
        _environment()
    except (MissingLibrariesError, UvMissingError) as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"uv could not set up the environment (status {error.returncode}): see above.", file=sys.stderr)
        return 1
    return 0


def _libraries() -> None:
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries(with_window=has_display())
    if missing:
        install_libraries(missing)
        still = missing_libraries(with_window=has_display())
        if still:
            raise MissingLibrariesError(f"still missing after installing: {', '.join(sorted(still))}")


def _environment() -> None:
    """Make the environment say exactly what the lock file says; a stamp remembers that it does."""
    state = hashlib.sha256(sys.version.encode())
    for name in INPUTS:
        state.update((PROJECT / name).read_bytes())
    if STAMP.is_file() and STAMP.read_text(encoding="ascii") == state.hexdigest():
        return
    uv = find_or_fetch_uv(PROJECT)
    print("Setting up the environment in .venv/", flush=True)
    command = [os.fspath(uv), "sync", "--locked", "--quiet", "--python", sys.executable]
    subprocess.run(command, cwd=PROJECT, env=environment_for_uv(), stdin=subprocess.DEVNULL, check=True)
    STAMP.write_text(state.hexdigest(), encoding="ascii")


if __name__ == "__main__":
    sys.exit(main())
