"""A new database appears whole, and a file that cannot be used is refused in words and left as it was."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from caseload_planner.domain.errors import DatabaseUnusableError
from caseload_planner.persistence.engine import connect
from caseload_planner.persistence.file_inspection import inspect
from caseload_planner.persistence.opening import create_store, open_store
from caseload_planner.persistence.schema import APPLICATION_ID, SCHEMA_VERSION
from tests.persistence.organisation_builders import changes_of, organisation

ROOT = Path(__file__).parents[2]


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A sound database with an organisation, closed."""
    path = tmp_path / "planner.sqlite"
    with create_store(path) as store, store.write() as unit:
        unit.apply(changes_of(organisation(measures=200)))
        unit.commit()
    return path


def refusal_of(path: Path, open_it: Callable[..., object] = open_store) -> DatabaseUnusableError:
    with pytest.raises(DatabaseUnusableError) as refusal:
        open_it(path, wait_seconds=0.0)
    return refusal.value


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_that_a_new_database_is_one_private_file_that_says_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / "planner.sqlite"
    create_store(path).close()
    assert [found.name for found in tmp_path.iterdir()] == ["planner.sqlite"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert plain.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_that_files_beside_an_open_database_are_private_as_well(tmp_path: Path) -> None:
    with create_store(tmp_path / "planner.sqlite") as store, store.write() as unit:
        unit.apply(changes_of(organisation()))
        unit.commit()
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == dict.fromkeys(["planner.sqlite", "planner.sqlite-wal", "planner.sqlite-shm"], 0o600)


@pytest.mark.parametrize("name", ["met spatie.sqlite", "100%25 & één?#.sqlite", "'; DROP TABLE x.sqlite"])
def test_that_any_name_can_be_used(tmp_path: Path, name: str) -> None:
    create_store(tmp_path / name).close()
    with open_store(tmp_path / name) as store, store.read() as unit:
        assert unit.snapshot().revision == 0
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_that_a_relative_path_stays_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    with create_store(Path("planner.sqlite")) as store:
        store._engine.dispose()
        monkeypatch.chdir(tmp_path / "elsewhere")
        with store.read() as unit:
            assert unit.snapshot().revision == 0


def test_that_an_existing_file_is_never_replaced(closed: Path) -> None:
    before = contents(closed.parent)
    refusal = refusal_of(closed, create_store)
    assert refusal.figures["why"] == "exists"
    assert str(closed) in refusal.message
    assert contents(closed.parent) == before


def test_that_a_folder_is_never_replaced(tmp_path: Path) -> None:
    assert refusal_of(tmp_path, create_store).figures["why"] == "exists"


def test_that_a_new_database_needs_its_folder(tmp_path: Path) -> None:
    refusal = refusal_of(tmp_path / "nowhere" / "planner.sqlite", create_store)
    assert refusal.figures["why"] == "missing"
    assert "folder" in refusal.message
    assert list(tmp_path.iterdir()) == []


def test_that_the_log_of_a_lost_database_is_not_read_into_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "planner.sqlite-wal").write_bytes(b"left over")
    refusal = refusal_of(tmp_path / "planner.sqlite", create_store)
    assert refusal.figures["why"] == "exists"
    assert contents(tmp_path) == {"planner.sqlite-wal": b"left over"}


@pytest.mark.parametrize("name", ["planner.sqlite", "nowhere/planner.sqlite", "file/planner.sqlite"])
def test_that_a_missing_file_is_said_to_be_missing_and_not_made(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    refusal = refusal_of(tmp_path / name)
    assert refusal.figures["why"] == "missing"
    assert contents(tmp_path) == {"file": b""}


def test_that_a_folder_is_said_to_be_a_folder(tmp_path: Path) -> None:
    refusal = refusal_of(tmp_path)
    assert refusal.figures["why"] == "foreign"
    assert "folder" in refusal.message


def test_that_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "planner.sqlite")
    assert refusal_of(tmp_path / "planner.sqlite").figures["why"] == "foreign"


def _text(path: Path) -> None:
    path.write_text("measure,family\nM1,F1\n", encoding="utf-8")


def _noise(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 64)


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("CREATE TABLE workers (worker TEXT)")


def _empty_other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("PRAGMA user_version = 1")


@pytest.mark.parametrize("make", [_text, _noise, _other_database, _empty_other_database])
def test_that_a_foreign_file_is_refused_and_left_as_it_was(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "planner.sqlite")
    before = contents(tmp_path)
    assert refusal_of(tmp_path / "planner.sqlite").figures["why"] == "foreign"
    assert contents(tmp_path) == before


@pytest.mark.parametrize("size", [0, 1, 15, 16, 99, 100, 4095, 4096, 4097, 40_960, -4096, -1])
def test_that_a_cut_file_is_refused_as_damaged_and_left_as_it_was(closed: Path, size: int) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[:size])
    before = contents(closed.parent)
    assert refusal_of(closed).figures["why"] == "damaged"
    assert contents(closed.parent) == before


@pytest.mark.parametrize("page", [2, 5, 9, 20])
def test_that_a_page_of_noise_is_refused_as_damaged_and_left_as_it_was(closed: Path, page: int) -> None:
    content = bytearray(closed.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\x5a" * 4096
    closed.write_bytes(content)
    before = contents(closed.parent)
    assert refusal_of(closed).figures["why"] == "damaged"
    assert contents(closed.parent) == before


def test_that_damage_is_found_beside_an_empty_log_as_well(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[4096:8192] = b"\x5a" * 4096
    closed.write_bytes(content)
    closed.with_name("planner.sqlite-wal").touch()
    assert refusal_of(closed).figures["why"] == "damaged"
    assert closed.read_bytes() == content


def test_that_a_database_can_be_opened_beside_one_that_uses_it(closed: Path) -> None:
    with open_store(closed) as one, one.read() as view, open_store(closed) as other:
        with other.write() as unit:
            unit.apply(changes_of(organisation(measures=200, seed=2)))
            unit.commit()
        with open_store(closed) as third, third.read() as unit:
            assert unit.snapshot().revision == 2
        assert view.snapshot().revision == 1


def test_that_a_newer_database_is_refused_and_left_as_it_was(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as plain:
        plain.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = contents(closed.parent)
    refusal = refusal_of(closed)
    assert refusal.figures["why"] == "newer"
    assert refusal.figures["schema_version"] == SCHEMA_VERSION + 1
    assert contents(closed.parent) == before


def test_that_a_newer_version_in_the_log_alone_is_seen_and_left_there(closed: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed"
    killed.mkdir()
    with closing(connect(closed)) as live:
        live.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        for end in ("", "-wal"):
            shutil.copy(f"{closed}{end}", killed / f"planner.sqlite{end}")
    before = contents(killed)
    assert refusal_of(killed / "planner.sqlite").figures["why"] == "newer"
    after = contents(killed)
    assert {name: after[name] for name in before} == before


def test_that_what_a_killed_program_had_committed_is_there(closed: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed"
    killed.mkdir()
    with open_store(closed) as store:
        with store.write() as unit:
            changed = unit.apply(changes_of(organisation(measures=200, seed=2)))
            unit.commit()
        for end in ("", "-wal"):
            shutil.copy(f"{closed}{end}", killed / f"planner.sqlite{end}")
    assert inspect(closed).unclean is False
    assert inspect(killed / "planner.sqlite").unclean is True
    with open_store(killed / "planner.sqlite") as store, store.read() as unit:
        assert unit.snapshot().revision == changed.revision
    assert inspect(killed / "planner.sqlite").unclean is False


def test_that_rows_that_refer_to_nothing_are_found_after_an_unclean_exit(closed: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed"
    killed.mkdir()
    with closing(connect(closed)) as live:
        live.execute("PRAGMA foreign_keys = OFF")
        live.execute("DELETE FROM measures WHERE measure = 'M00001'")
        for end in ("", "-wal"):
            shutil.copy(f"{closed}{end}", killed / f"planner.sqlite{end}")
    assert refusal_of(killed / "planner.sqlite").figures["why"] == "damaged"


def test_that_a_database_in_use_is_said_to_be_locked_and_never_damaged(closed: Path) -> None:
    with closing(connect(closed)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        refusal = refusal_of(closed)
    assert refusal.figures["why"] == "locked"
    open_store(closed).close()


@pytest.mark.parametrize(
    ("action", "file_mode", "folder_mode", "words"),
    [
        ("open", 0o000, 0o755, "no right to read"),
        ("open", 0o444, 0o755, "cannot be written"),
        ("open", 0o666, 0o555, "cannot be written"),
        ("create", 0o666, 0o555, "cannot be written"),
    ],
)
def test_that_a_missing_right_is_told_in_words(
    closed: Path, tmp_path: Path, action: str, file_mode: int, folder_mode: int, words: str
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    target = closed.rename(folder / "planner.sqlite")
    before = contents(folder)
    target.chmod(file_mode)
    folder.chmod(folder_mode)
    name = "planner.sqlite" if action == "open" else "other.sqlite"
    script = Path(__file__).with_name("unprivileged_opening.py")
    done = subprocess.run(
        [sys.executable, script, action, name],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    folder.chmod(0o755)
    target.chmod(0o600)
    assert done.stderr == ""
    assert done.stdout.startswith("readonly: ")
    assert words in done.stdout
    assert contents(folder) == before
