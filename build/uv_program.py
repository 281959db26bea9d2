"""The uv program: the one on PATH where it is recent enough, else one fetched with pip into the project's own folder.

Standard library only: this runs before there is an environment.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

UV_VERSION = "0.13.9"
"""What is fetched; a uv on PATH may be this minor version or newer."""

_OLDEST = tuple(int(part) for part in UV_VERSION.split(".")[:2])


class UvMissingError(Exception):
    """Neither uv nor pip can be used; the message says what to install."""


def find_or_fetch_uv(project: Path) -> Path:
    """Give the uv program, fetched into ``.tools/`` of the project where there is none.

    Raises
    ------
    UvMissingError
        When there is no uv and it cannot be fetched.
    """
    own = project / ".tools" / f"uv-{UV_VERSION}"
    program = own / "bin" / ("uv.exe" if sys.platform == "win32" else "uv")
    on_path = shutil.which("uv")
    if on_path is not None and _is_recent(on_path):
        return Path(on_path)
    if not program.is_file():
        _fetch(own)
    return program


def _is_recent(program: str) -> bool:
    finished = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    found = re.match(r"uv (\d+)\.(\d+)", finished.stdout)
    return found is not None and (int(found[1]), int(found[2])) >= _OLDEST


def _fetch(target: Path) -> None:
    """Fetch uv with pip; ``--target`` needs no venv module and is allowed where the system manages Python."""
    print(f"Fetching uv {UV_VERSION} into {target.parent.name}/", flush=True)
    pip = _pip()
    arguments = ["install", "--quiet", "--no-deps", "--disable-pip-version-check", "--root-user-action=ignore"]
    finished = subprocess.run([*pip, *arguments, "--target", str(target), f"uv=={UV_VERSION}"], check=False)
    if finished.returncode:
        shutil.rmtree(target, ignore_errors=True)
        raise UvMissingError(f"pip could not fetch uv {UV_VERSION}: see above. With uv on the PATH pip is not needed.")


def _pip() -> list[str]:
    own = [sys.executable, "-m", "pip"]
    if subprocess.run([*own, "--version"], capture_output=True, check=False).returncode == 0:
        return own
    for name in ("pip3", "pip"):
        found = shutil.which(name)
        if found is not None:
            return [found]
    raise UvMissingError(
        "Neither uv nor pip is here. Install one of them, on Debian with:\n    sudo apt-get install -y python3-pip"
    )


def environment_for_uv() -> dict[str, str]:
    """Give the environment in which uv runs: this Python, and the certificates that the system trusts."""
    settings = {
        "UV_PYTHON_DOWNLOADS": "never",
        # Offices with a proxy of their own sign with a certificate that only the system knows.
        "UV_SYSTEM_CERTS": "true",
    }
    inherited = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    return settings | inherited
