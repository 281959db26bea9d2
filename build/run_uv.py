"""Run uv with the given arguments, in the project and with its settings."""

import os
import subprocess
import sys

from setup_environment import PROJECT
from uv_program import UvMissingError, environment_for_uv, find_or_fetch_uv


def main() -> int:
    """Run it; its exit status."""
    try:
        uv = find_or_fetch_uv(PROJECT)
    except UvMissingError as error:
        print(error, file=sys.stderr)
        return 1
    return subprocess.run([os.fspath(uv), *sys.argv[1:]], cwd=PROJECT, env=environment_for_uv(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
