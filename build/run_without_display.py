"""The weekly verdeling of the demo organisation without a window: proposal, besluitenlijst, picture of the page."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
OUTPUT = PROJECT / "output"
DATABASE = OUTPUT / "demo.sqlite"
LIST_PDF = OUTPUT / "besluitenlijst.pdf"
LIST_XLSX = OUTPUT / "besluitenlijst.xlsx"
PROGRAM = [sys.executable, "-m", "caseload_planner"]


def run_without_display() -> int:
    """Make everything and say where it is; the exit status of the first step that fails."""
    print("There is no display here, so the verdeling of the demo organisation is made without a window.", flush=True)
    OUTPUT.mkdir(exist_ok=True)
    for old in OUTPUT.glob(f"{DATABASE.name}*"):
        old.unlink()
    database = ["--db", str(DATABASE)]
    today = date.today().isoformat()  # noqa: DTZ011 - the civil date here is what a meeting is on
    pictures = [sys.executable, str(PROJECT / "build" / "make_pictures.py"), "--only", "verdeling"]
    steps = [
        [*PROGRAM, "init", *database, "--demo"],
        [*PROGRAM, "propose", *database, "--on", today],
        [*PROGRAM, "report", *database, "verdeling", str(LIST_PDF)],
        [*PROGRAM, "report", *database, "verdeling", str(LIST_XLSX)],
        [*pictures, "--target", str(OUTPUT)],
    ]
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    for step in steps:
        status = subprocess.run(step, cwd=PROJECT, env=offscreen, stdin=subprocess.DEVNULL, check=False).returncode
        if status:
            print(f"This step failed with status {status}: {' '.join(step[1:])}", file=sys.stderr)
            return status
    print("\nMade:")
    for path in sorted([DATABASE, LIST_PDF, LIST_XLSX, *OUTPUT.glob("*verdeling*.png")]):
        print(f"  {path.relative_to(PROJECT)}")
    return 0


if __name__ == "__main__":
    sys.exit(run_without_display())
