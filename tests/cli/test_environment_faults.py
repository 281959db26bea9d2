"""What a computer refuses is told in words with the right exit status, and is never called a fault of the program."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Program

PROJECT = Path(__file__).parents[2]
AS_ANYBODY = """
import sys
from tests.persistence.unprivileged_opening import give_up_privileges
from caseload_planner.__main__ import main

give_up_privileges()
sys.exit(main(sys.argv[1:]))
"""
TOO_LONG = "x" * 300
REFUSED, WRONG_USE, UNUSABLE = 1, 2, 3


def as_anybody(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the program for a user whom the modes of files hold back."""
    command = [sys.executable, "-c", AS_ANYBODY, *map(str, arguments)]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def shut(tmp_path: Path) -> Iterator[Path]:
    """A folder into which nobody may look."""
    folder = tmp_path / "shut"
    folder.mkdir()
    folder.chmod(0)
    yield folder
    folder.chmod(0o700)


def told(done: subprocess.CompletedProcess[str], status: int, words: str) -> None:
    assert (done.returncode, "reference" in done.stderr) == (status, False), done.stderr
    assert words in done.stderr


@pytest.mark.parametrize("command", [("caseload", "--on", "2026-11-23", "--json"), ("verify",), ("--version",)])
def test_that_a_closed_output_is_told_and_nothing_is_called_a_fault(program: Program, command: tuple[str, ...]) -> None:
    given = [*command, *([] if command == ("--version",) else ["--db", str(program.database)])]
    line = " ".join([sys.executable, "-m", "caseload_planner", *given, ">&-"])
    done = subprocess.run(
        ["/bin/sh", "-c", line], cwd=PROJECT, stderr=subprocess.PIPE, text=True, check=False, timeout=60
    )
    assert done.returncode == REFUSED
    assert "reference" not in done.stderr
    assert "the answer cannot be written" in done.stderr


def test_that_both_outputs_closed_end_without_a_word(program: Program) -> None:
    line = f"{sys.executable} -m caseload_planner propose --db {program.database} --on 2026-11-23 >&- 2>&-"
    assert subprocess.run(["/bin/sh", "-c", line], cwd=PROJECT, check=False, timeout=60).returncode == REFUSED


def test_that_a_database_that_may_not_be_read_is_told_as_such(program: Program) -> None:
    program.database.chmod(0)
    told(as_anybody("caseload", "--db", program.database, "--on", "2026-11-23", "--json"), UNUSABLE, "no right to read")


@pytest.mark.parametrize(
    ("command", "status"),
    [
        (("export",), REFUSED),
        (("export", ".xlsx"), REFUSED),
        (("report", "caseload", ".pdf"), REFUSED),
        (("backup",), UNUSABLE),
    ],
)
def test_that_a_target_in_a_shut_folder_is_told(
    program: Program, shut: Path, command: tuple[str, ...], status: int
) -> None:
    *verb, ending = command if len(command) > 1 else (*command, "")
    done = as_anybody(verb[0], "--db", program.database, *verb[1:], shut / f"x{ending}")
    told(done, status, "cannot be written")


def test_that_a_template_in_a_shut_folder_is_told(shut: Path) -> None:
    told(as_anybody("simulate", "--template", shut / "t.toml"), REFUSED, "cannot be written")


@pytest.mark.parametrize(
    ("command", "status"),
    [
        (("init", "--db", f"{TOO_LONG}.sqlite"), UNUSABLE),
        (("export", "--db", "DB", TOO_LONG), REFUSED),
        (("backup", "--db", "DB", TOO_LONG), UNUSABLE),
        (("report", "--db", "DB", "caseload", f"{TOO_LONG}.pdf"), REFUSED),
        (("simulate", "--template", f"{TOO_LONG}.toml"), REFUSED),
    ],
)
def test_that_a_name_that_is_too_long_is_told(program: Program, command: tuple[str, ...], status: int) -> None:
    given = [str(program.database) if part == "DB" else part for part in command]
    told(as_anybody(*given), status, "too long")


@pytest.mark.parametrize(
    "command",
    [
        ("wind-down", "--on", "2026-11-23", "--per-receiver", "9" * 20),
        ("wind-down", "--on", "2026-11-23", "--per-leaver", "9" * 20),
        ("wind-down", "--on", "2026-11-23", "--until", "2199-12-31"),
        ("caseload", "--on", "2026-W48-1"),
        ("caseload", "--on", "2026-01-1 "),
    ],
)
def test_that_what_makes_no_sense_is_wrong_use(program: Program, command: tuple[str, ...]) -> None:
    assert as_anybody(*command, "--db", program.database).returncode == WRONG_USE


@pytest.mark.parametrize(("on", "status"), [("1959-12-31", 2), ("2181-01-01", 2), ("1960-01-01", 0), ("2180-12-31", 0)])
def test_that_a_demo_can_be_exported_and_read_back_or_is_not_made(tmp_path: Path, on: str, status: int) -> None:
    made, copy = tmp_path / "demo.sqlite", tmp_path / "copy.sqlite"
    assert as_anybody("init", "--db", made, "--demo", "--size", "small", "--on", on).returncode == status
    assert made.exists() is (status == 0)
    if status == 0:
        as_anybody("init", "--db", copy)
        as_anybody("export", "--db", made, tmp_path / "out")
        done = as_anybody("import", "--db", copy, tmp_path / "out")
        assert done.returncode == 0, done.stderr
