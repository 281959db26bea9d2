"""A database of each earlier version opens with every row, and a proven copy of it stays beside it."""

import json
import os
import stat
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlcipher3 import dbapi2

from caseload_planner.persistence.backup import backup_name
from caseload_planner.persistence.opening import create_store, open_store
from caseload_planner.persistence.schema import SCHEMA_VERSION
from tests.persistence.old_databases import SCHEMAS, old_rows_in, put_old_database, rows_of, schema_of

TODAY = date.today()  # noqa: DTZ011 - a backup carries the day on which it is made


def test_that_there_is_a_database_of_every_earlier_schema() -> None:
    assert tuple(range(1, SCHEMA_VERSION)) == SCHEMAS


@pytest.mark.parametrize("schema", SCHEMAS)
def test_that_every_row_of_an_old_database_is_kept(tmp_path: Path, schema: int) -> None:
    path = put_old_database(tmp_path, schema)
    old = rows_of(path)
    with open_store(path) as store, store.read() as unit:
        organisation, decisions = unit.snapshot(), unit.decisions()
        proposals = unit.proposals()
    assert schema_of(path) == SCHEMA_VERSION
    assert old_rows_in(path, old) == old
    assert (len(organisation.measures), len(decisions), len(proposals)) == (40, 1, 2)
    assert decisions[0].remarks == "zoals besproken"
    with open_store(path) as store:
        assert store.verify_audit().in_order


@pytest.mark.parametrize("schema", SCHEMAS)
def test_that_a_private_copy_of_the_old_database_stays_beside_it(tmp_path: Path, schema: int) -> None:
    path = put_old_database(tmp_path, schema)
    old = rows_of(path)
    open_store(path).close()
    copy = backup_name(path, schema_version=schema, made_on=TODAY)
    assert copy.name == f"planner.schema-{schema}.{TODAY}.sqlite"
    assert sorted(found.name for found in tmp_path.iterdir()) == sorted([path.name, copy.name])
    assert rows_of(copy) == old
    assert schema_of(copy) == schema
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_that_the_copy_opens_as_the_old_database_did(tmp_path: Path) -> None:
    path = put_old_database(tmp_path, 1)
    open_store(path).close()
    copy = backup_name(path, schema_version=1, made_on=TODAY)
    with open_store(copy) as store, store.read() as unit:
        assert len(unit.snapshot().measures) == 40


def test_that_an_earlier_copy_of_the_same_day_is_never_written_over(tmp_path: Path) -> None:
    path = put_old_database(tmp_path, 1)
    taken = backup_name(path, schema_version=1, made_on=TODAY)
    taken.write_bytes(b"an earlier copy")
    open_store(path).close()
    assert taken.read_bytes() == b"an earlier copy"
    assert rows_of(backup_name(path, schema_version=1, made_on=TODAY, number=2))["measures"]


def test_that_a_database_of_this_version_needs_no_copy(tmp_path: Path) -> None:
    create_store(tmp_path / "planner.sqlite").close()
    open_store(tmp_path / "planner.sqlite").close()
    assert [found.name for found in tmp_path.iterdir()] == ["planner.sqlite"]


@pytest.mark.parametrize("statement", ["CREATE TABLE disputes", "CREATE TABLE scenario_results", "user_version = "])
def test_that_a_step_that_fails_leaves_the_old_database(tmp_path: Path, statement: str) -> None:
    path = put_old_database(tmp_path, 1)
    old = rows_of(path)

    def fail(_connection: object, _cursor: object, text: str, *_: object) -> None:
        if statement in text:
            raise ZeroDivisionError

    event.listen(Engine, "before_cursor_execute", fail)
    try:
        with pytest.raises(ZeroDivisionError):
            open_store(path)
    finally:
        event.remove(Engine, "before_cursor_execute", fail)
    assert schema_of(path) == 1
    assert rows_of(path) == old


def test_that_attempts_that_fail_leave_one_copy_between_them_until_the_data_change(tmp_path: Path) -> None:
    path = put_old_database(tmp_path, 1)

    def fail(_connection: object, _cursor: object, text: str, *_: object) -> None:
        if "CREATE TABLE disputes" in text:
            raise ZeroDivisionError

    def attempt() -> list[str]:
        with pytest.raises(ZeroDivisionError):
            open_store(path)
        return sorted(found.name for found in tmp_path.iterdir() if ".schema-1." in found.name)

    event.listen(Engine, "before_cursor_execute", fail)
    try:
        first = attempt()
        assert [attempt(), attempt()] == [first, first]
        with closing(dbapi2.connect(path)) as connection:
            connection.execute("UPDATE decisions SET remarks = 'anders besproken'")
            connection.commit()
        assert len(attempt()) == len(first) + 1
    finally:
        event.remove(Engine, "before_cursor_execute", fail)
    open_store(path).close()
    assert len([found for found in tmp_path.iterdir() if ".schema-1." in found.name]) == len(first) + 1


@pytest.mark.parametrize("schema", SCHEMAS)
def test_that_a_kill_at_any_statement_leaves_the_old_or_the_new_database(tmp_path: Path, schema: int) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", Path(__file__).with_name("killed_upgrades.py"), tmp_path, str(schema)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    report = json.loads(done.stdout)
    assert report["broken"] == []
    # Each new table is a statement at least; fewer would mean that the kills miss the work.
    assert report["killed"] > 12
    assert report["lived"]
    assert (report["full"], report["untouched"]) == (True, True)
