"""Run the program on the demo organisation: in its window, or where there is no display without one."""

import subprocess
import sys
from pathlib import Path

from display import has_display
from run_without_display import run_without_display

PROGRAM = Path(sys.executable).parent / "caseload-planner"


def main() -> int:
    """Run until the window closes, or make everything in the output folder."""
    if not has_display():
        return run_without_display()
    return subprocess.run([PROGRAM, "--demo"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
