"""A disk that runs full: one sentence, and nothing half written. The limit on file sizes stands for the disk."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.cli.test_processes import PROJECT, started

WHILE_MAKING = [4_096, 60_000, 150_000, 290_000]
WHILE_FILLING = [330_000, 420_000]
WHILE_GATHERING = [480_000, 560_000]
"""Room for the log of what was written, and not for the file that it belongs in."""
ROOM_BYTES = 200
FROM_THE_START = "limit()"
ONCE_IT_WRITES = "sys.addaudithook(lambda event, _: limit() if event.startswith('tempfile.mk') else None)"


def with_room(room_bytes: int, when: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program on a disk that is full from a moment on."""
    return started(code=limited(room_bytes, when, *arguments))


def limited(room_bytes: int, when: str, *arguments: str) -> str:
    """Give the lines that run the program so."""
    return f"""
import resource, sys
from caseload_planner.__main__ import main
limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, ({room_bytes}, {room_bytes}))
{when}
sys.exit(main({list(arguments)!r}))
"""


@pytest.mark.parametrize("room_bytes", [*WHILE_MAKING, *WHILE_FILLING, *WHILE_GATHERING])
def test_that_a_new_database_without_room_is_not_there(tmp_path: Path, room_bytes: int) -> None:
    done = with_room(
        room_bytes, FROM_THE_START, "init", "--db", str(tmp_path / "o.sqlite"), "--demo", "--size", "small"
    )
    assert done.returncode == 3, done.stderr
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["out", "out.xlsx"])
def test_that_an_export_without_room_leaves_nothing(program: Program, tmp_path: Path, name: str) -> None:
    target = tmp_path / "place" / name
    target.parent.mkdir()
    done = with_room(ROOM_BYTES, ONCE_IT_WRITES, "export", "--db", str(program.database), str(target))
    assert_refused(done, target)


@pytest.mark.parametrize("name", ["out.pdf", "out.xlsx"])
def test_that_a_report_without_room_leaves_nothing(program: Program, tmp_path: Path, name: str) -> None:
    target = tmp_path / "place" / name
    target.parent.mkdir()
    done = with_room(
        ROOM_BYTES,
        ONCE_IT_WRITES,
        "report",
        "--db",
        str(program.database),
        "caseload",
        str(target),
        "--on",
        "2026-11-23",
    )
    assert_refused(done, target)


def test_that_a_template_without_room_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "place" / "plan.toml"
    target.parent.mkdir()
    assert_refused(with_room(ROOM_BYTES, ONCE_IT_WRITES, "simulate", "--template", str(target)), target)


def assert_refused(done: subprocess.CompletedProcess[str], target: Path) -> None:
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith(f"caseload-planner: {target.name} cannot be written (")
    assert done.stderr.count("\n") == 1
    assert list(target.parent.iterdir()) == []


def test_that_an_answer_without_room_is_told(tmp_path: Path) -> None:
    with (tmp_path / "answer.txt").open("w") as answer:
        done = subprocess.run(
            [sys.executable, "-c", limited(ROOM_BYTES, FROM_THE_START, "--help")],
            cwd=PROJECT,
            stdout=answer,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("caseload-planner: the answer cannot be written (")
    assert done.stderr.count("\n") == 1
