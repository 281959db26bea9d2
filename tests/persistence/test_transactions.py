"""Two programs on one file: readers do not wait, writers wait for each other, and trouble is told in words."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import event

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.domain.errors import DatabaseUnusableError
from caseload_planner.domain.organisation import Organisation, Team
from caseload_planner.persistence.database_errors import why_impossible
from caseload_planner.persistence.engine import connect
from caseload_planner.persistence.opening import open_store
from caseload_planner.persistence.store import SqliteStore
from tests.persistence.organisation_builders import changes_of, organisation

ROOT = Path(__file__).parents[2]


def team(key: str) -> OrganisationChanges:
    return OrganisationChanges(teams=(Team(key, f"Team {key}", "region", "Venlo"),))


@contextmanager
def another_program_writing(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Start another process that has written team T77 and has not committed yet."""
    script = Path(__file__).with_name("other_writer.py")
    with subprocess.Popen(
        [sys.executable, script, path],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "written\n"
        yield program


def let_commit(program: "subprocess.Popen[str]") -> None:
    out, _ = program.communicate("commit\n")
    assert out == "committed\n"


def test_that_reading_goes_on_while_another_program_writes(filled: SqliteStore, known: Organisation) -> None:
    with another_program_writing(filled.path) as program:
        with filled.read() as unit:
            assert unit.snapshot() == known
        let_commit(program)
    with filled.read() as unit:
        assert "T77" in unit.snapshot().teams


def test_that_writing_beside_another_program_says_locked_and_works_afterwards(filled: SqliteStore) -> None:
    with another_program_writing(filled.path) as program:
        with pytest.raises(DatabaseUnusableError) as refusal, filled.write():
            pass
        assert refusal.value.figures["why"] == "locked"
        let_commit(program)
    with filled.write() as writer:
        assert "T77" in writer.snapshot().teams
        writer.apply(team("T78"))
        writer.commit()
    with filled.read() as unit:
        assert {"T77", "T78"} <= set(unit.snapshot().teams)


def test_that_a_second_writer_waits_and_sees_what_the_first_wrote(filled: SqliteStore) -> None:
    about_to_write, seen = Event(), list[set[str]]()

    def second() -> None:
        with open_store(filled.path, wait_seconds=60.0) as other:
            about_to_write.set()
            with other.write() as unit:
                seen.append(set(unit.snapshot().teams))
                unit.apply(team("T78"))
                unit.commit()

    thread = Thread(target=second)
    with filled.write() as unit:
        unit.apply(team("T77"))
        thread.start()
        assert about_to_write.wait(60)
        unit.commit()
    thread.join(60)
    assert len(seen) == 1
    assert "T77" in seen[0]
    with filled.read() as view:
        assert {"T77", "T78"} <= set(view.snapshot().teams)


def test_that_a_full_disk_is_told_and_nothing_is_written(filled: SqliteStore, known: Organisation) -> None:
    event.listen(filled._engine, "checkout", _no_room)
    with pytest.raises(DatabaseUnusableError) as refusal:
        _write_much(filled)
    assert refusal.value.figures["why"] == "full"
    event.remove(filled._engine, "checkout", _no_room)
    filled._engine.dispose()
    with filled.read() as unit:
        assert unit.snapshot() == known


def _write_much(store: SqliteStore) -> None:
    with store.write() as unit:
        unit.apply(changes_of(organisation(measures=500, seed=3)))
        unit.commit()


def _no_room(connection: object, *_: object) -> None:
    with closing(connection.cursor()) as cursor:  # type: ignore[attr-defined]  # a DB-API connection has no type
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 2}")


def test_that_a_closed_database_is_not_opened_again_by_what_comes_late(filled: SqliteStore) -> None:
    filled.close()
    for late in (filled.read, filled.write):
        with pytest.raises(DatabaseUnusableError) as refusal, late():
            pass
        assert refusal.value.figures["why"] == "closed"


def test_that_a_database_that_vanished_is_told_and_not_made_anew(filled: SqliteStore) -> None:
    filled._engine.dispose()
    filled.path.unlink()
    with pytest.raises(DatabaseUnusableError) as refusal, filled.read():
        pass
    assert refusal.value.figures["why"] == "unreachable"
    assert not filled.path.exists()


def test_that_a_mistake_of_ours_is_not_taken_for_trouble_with_the_file(filled: SqliteStore) -> None:
    with pytest.raises(Exception, match="no such table") as error, filled.read() as unit:
        unit._connection.exec_driver_sql("SELECT * FROM no_table")
    assert not isinstance(error.value, DatabaseUnusableError)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OSError(28, "No space left on device"), "full"),
        (PermissionError(13, "Permission denied"), "readonly"),
        (FileNotFoundError(2, "No such file"), "missing"),
        (FileExistsError(17, "File exists"), "exists"),
        (OSError(5, "Input/output error"), "unreachable"),
    ],
)
def test_that_errors_of_the_system_have_a_word(error: OSError, why: str) -> None:
    assert why_impossible(error) == why


def test_that_every_connection_has_our_settings(filled: SqliteStore) -> None:
    asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "mmap_size", "trusted_schema")
    with closing(connect(filled.path)) as connection:
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked}
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "mmap_size": 0,
        "trusted_schema": 0,
    }


def test_that_the_sqlite_in_use_is_recent_enough_for_its_known_faults(filled: SqliteStore) -> None:
    with closing(connect(filled.path)) as connection:
        version = connection.execute("SELECT sqlite_version()").fetchone()[0]
    assert tuple(map(int, version.split("."))) >= (3, 51, 3)


def test_that_a_key_is_refused_until_files_can_be_encrypted(filled: SqliteStore) -> None:
    with pytest.raises(NotImplementedError):
        connect(filled.path, key=bytes(32))
