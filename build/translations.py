"""Translations through Qt Linguist: refresh the source files from the window's texts, compile them for the program."""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / "resources" / "i18n"
WINDOW = PROJECT / "caseload_planner" / "gui"
SOURCE = FOLDER / "caseload_planner_nl.ts"
ENGLISH_PLURALS = FOLDER / "caseload_planner_en.ts"


def main() -> int:
    """Update, release or both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["update", "release"], nargs="+")
    arguments = parser.parse_args()
    for what in arguments.what:
        status = update() if what == "update" else release()
        if status:
            return status
    return 0


def update() -> int:
    """Refresh the Dutch source file from the English texts in the window; translations that fit are kept."""
    files = sorted(str(path.relative_to(PROJECT)) for path in WINDOW.rglob("*.py"))
    # Without locations: line numbers would change the file with every edit of the code.
    options = ["-source-language", "en", "-target-language", "nl", "-locations", "none", "-no-obsolete"]
    status = _run("pyside6-lupdate", [*files, *options, "-ts", str(SOURCE.relative_to(PROJECT))])
    # The texts are English already; what they lack is "1 day" beside "2 days".
    plurals = ["-source-language", "en", "-target-language", "en", "-locations", "none", "-no-obsolete", "-pluralonly"]
    return status or _run("pyside6-lupdate", [*files, *plurals, "-ts", str(ENGLISH_PLURALS.relative_to(PROJECT))])


def release() -> int:
    """Compile what is newer than its compiled file; entries without a translation stay English."""
    for source in sorted(FOLDER.glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if compiled.is_file() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        status = _run("pyside6-lrelease", [str(source), "-qm", str(compiled), "-silent"])
        if status:
            return status
    return 0


def _run(program: str, arguments: list[str]) -> int:
    found = shutil.which(program, path=str(Path(sys.executable).parent))
    if found is None:
        print(f"{program} is not in the environment: run make setup", file=sys.stderr)
        return 1
    return subprocess.run([found, *arguments], cwd=PROJECT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
