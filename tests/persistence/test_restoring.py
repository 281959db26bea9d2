"""A backup that is asked for is proven and its way back is one step, with what was there kept beside it."""

import json
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from caseload_planner.application.file_copies import KeptCopy, PutBack
from caseload_planner.application.ports import AuditEntry
from caseload_planner.domain.errors import DatabaseUnusableError
from caseload_planner.persistence.backup_on_request import back_up_on_request
from caseload_planner.persistence.manifest import manifest_of
from caseload_planner.persistence.opening import create_store, open_store
from caseload_planner.persistence.restoring import restore
from caseload_planner.persistence.schema import SCHEMA_VERSION
from tests.persistence.old_databases import old_rows_in, put_old_database, rows_of, schema_of
from tests.persistence.organisation_builders import changes_of, organisation

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
BEFORE, SINCE = 40, 90
ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database, closed."""
    place = tmp_path / "planner.sqlite"
    with create_store(place) as store, store.write() as unit:
        unit.apply(changes_of(organisation(measures=BEFORE)))
        unit.commit()
    return place


def add_measures(path: Path) -> None:
    with open_store(path) as store, store.write() as unit:
        unit.apply(changes_of(organisation(measures=SINCE)))
        unit.commit()


def measures_in(path: Path) -> int:
    with open_store(path) as store, store.read() as unit:
        return len(unit.snapshot().measures)


def backed_up(path: Path, target: Path | None = None) -> KeptCopy:
    return back_up_on_request(path, target, now=NOW, wait_seconds=0.0)


def put_back(path: Path, backup: Path) -> PutBack:
    return restore(path, backup, today=NOW.date(), wait_seconds=0.0)


def names_in(folder: Path) -> set[str]:
    return {found.name for found in folder.iterdir()}


@contextmanager
def refused(why: str, folder: Path) -> Iterator[None]:
    """Expect a refusal that leaves every file of a folder as it is."""
    before = {found.name: found.read_bytes() for found in folder.iterdir() if found.is_file()}
    with pytest.raises(DatabaseUnusableError) as refusal:
        yield
    assert refusal.value.figures["why"] == why, refusal.value.message
    assert {found.name: found.read_bytes() for found in folder.iterdir() if found.is_file()} == before


def test_that_a_backup_is_a_private_copy_with_a_manifest(path: Path) -> None:
    copy = backed_up(path)
    assert copy.path.name == f"planner.schema-{SCHEMA_VERSION}.2026-11-23.sqlite"
    assert stat.S_IMODE(copy.path.stat().st_mode) == 0o600
    assert rows_of(copy.path) == rows_of(path)
    assert copy.verdict is not None
    assert (copy.verdict.measures, copy.verdict.sound) == (BEFORE, True)
    noted = json.loads(manifest_of(copy.path).read_text(encoding="ascii"))
    assert (noted["sha256"], noted["verdict"]["head"]) == (copy.sha256, copy.verdict.head)


def test_that_nothing_new_makes_no_second_backup(path: Path) -> None:
    first = backed_up(path)
    kept = names_in(path.parent)
    again = backed_up(path)
    assert (first.new, again.new, again.path) == (True, False, first.path)
    assert names_in(path.parent) == kept
    add_measures(path)
    assert backed_up(path).new


def test_that_a_backup_is_made_while_the_database_is_open(path: Path, tmp_path: Path) -> None:
    with open_store(path) as store, store.write() as unit:
        unit.apply(changes_of(organisation(measures=SINCE)))
        unit.commit()
        target = backed_up(path, tmp_path / "elsewhere.sqlite").path
    assert measures_in(target) == SINCE


def test_that_a_folder_gets_a_backup_by_its_time(path: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert backed_up(path, stick).path == stick / "planner.2026-11-23.093000.sqlite"


def test_that_a_backup_never_takes_the_place_of_a_file(path: Path, tmp_path: Path) -> None:
    taken = tmp_path / "notes.sqlite"
    taken.write_text("mine")
    with refused("exists", tmp_path):
        backed_up(path, taken)
    with refused("missing", tmp_path):
        backed_up(path, tmp_path / "nowhere" / "b.sqlite")


def test_that_a_backup_waits_for_nobody_who_writes(path: Path) -> None:
    with open_store(path) as store, store.write(), pytest.raises(DatabaseUnusableError) as refusal:
        backed_up(path)
    assert refusal.value.figures["why"] == "locked"


def test_that_what_was_backed_up_comes_back_and_what_was_there_is_kept(path: Path) -> None:
    copy = backed_up(path)
    was = copy.path.read_bytes()
    add_measures(path)
    back = put_back(path, copy.path)
    assert measures_in(path) == BEFORE
    assert back.kept is not None
    assert back.kept.name == "planner.before-restore.2026-11-23.sqlite"
    assert measures_in(back.kept) == SINCE
    assert copy.path.read_bytes() == was
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not [name for name in names_in(path.parent) if name.startswith(".")]


def test_that_putting_back_stands_in_the_trail(path: Path) -> None:
    copy = backed_up(path)
    put_back(path, copy.path)
    with open_store(path) as store:
        trail = store.verify_audit()
    assert copy.verdict is not None
    assert trail.in_order
    assert trail.rows == copy.verdict.audit_rows + 1
    with closing(dbapi2.connect(path)) as plain:
        last = plain.execute("SELECT action, subject FROM audit ORDER BY sequence DESC").fetchone()
    assert last == ("restore", "database")


def test_that_each_time_keeps_what_was_there(path: Path) -> None:
    copy = backed_up(path).path
    kept = [put_back(path, copy).kept for _ in range(3)]
    assert len({one for one in kept if one is not None}) == 3


def test_that_a_lost_database_comes_back(path: Path) -> None:
    copy = backed_up(path).path
    path.unlink()
    assert put_back(path, copy).kept is None
    assert measures_in(path) == BEFORE


def test_that_a_link_to_the_database_stays_one(path: Path, tmp_path: Path) -> None:
    copy = backed_up(path).path
    add_measures(path)
    link = tmp_path / "desk" / "planner.sqlite"
    link.parent.mkdir()
    link.symlink_to(path)
    put_back(link, copy)
    assert link.is_symlink()
    assert measures_in(path) == BEFORE
    assert names_in(link.parent) == {"planner.sqlite"}


def test_that_a_damaged_database_is_kept_as_it_is_and_the_backup_takes_its_place(path: Path) -> None:
    copy = backed_up(path).path
    log = path.with_name(path.name + "-wal")
    damaged = path.read_bytes()[:5000]
    path.write_bytes(damaged)
    log.write_bytes(b"what was written last")
    kept = put_back(path, copy).kept
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"what was written last"
    assert measures_in(path) == BEFORE


def test_that_a_database_that_is_open_is_not_replaced(path: Path) -> None:
    copy = backed_up(path).path
    add_measures(path)
    with open_store(path):
        with pytest.raises(DatabaseUnusableError) as refusal:
            put_back(path, copy)
        assert refusal.value.figures["why"] == "in_use"
        assert "Close it there first" in refusal.value.message
    assert measures_in(path) == SINCE


def test_that_a_damaged_database_that_is_open_is_not_replaced_either(path: Path) -> None:
    copy = backed_up(path).path
    with open_store(path):
        with path.open("r+b") as file:
            file.seek(path.stat().st_size // 2)
            file.write(b"\xff" * 8192)
        with pytest.raises(DatabaseUnusableError) as refusal:
            put_back(path, copy)
        assert refusal.value.figures["why"] == "in_use"


def test_that_a_changed_backup_is_known_through_a_link_too(path: Path, tmp_path: Path) -> None:
    copy = backed_up(path).path
    copy.write_bytes(copy.read_bytes()[:-1] + b"x")
    link = tmp_path / "link.sqlite"
    link.symlink_to(copy)
    with refused("changed", path.parent):
        put_back(path, link)


def test_that_a_log_of_a_lost_database_is_not_taken_for_one_of_the_backup(path: Path) -> None:
    copy = backed_up(path).path
    path.unlink()
    path.with_name(path.name + "-wal").write_bytes(b"left")
    with refused("log_left", path.parent):
        put_back(path, copy)


def test_that_a_backup_is_not_put_over_what_is_not_ours(path: Path, tmp_path: Path) -> None:
    copy = backed_up(path).path
    other = tmp_path / "letters.sqlite"
    other.write_text("no database")
    with refused("foreign", tmp_path):
        put_back(other, copy)
    with refused("itself", tmp_path):
        put_back(path, path)
    with refused("missing", tmp_path):
        put_back(tmp_path / "nowhere" / "planner.sqlite", copy)


@pytest.mark.parametrize("seed", range(30))
def test_that_a_backup_with_one_changed_bit_is_not_put_back(path: Path, seed: int) -> None:
    copy = backed_up(path).path
    content = bytearray(copy.read_bytes())
    at = seed * 7919 % (len(content) * 8)
    content[at // 8] ^= 1 << at % 8
    copy.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(DatabaseUnusableError):
        put_back(path, copy)
    assert path.read_bytes() == before


def test_that_a_backup_without_a_manifest_is_put_back_and_one_with_a_broken_one_is_not(path: Path) -> None:
    copy = backed_up(path).path
    manifest_of(copy).write_text("{}")
    with refused("manifest", path.parent):
        put_back(path, copy)
    manifest_of(copy).unlink()
    put_back(path, copy)


def test_that_a_backup_with_a_broken_trail_is_made_and_not_put_back(path: Path) -> None:
    with closing(dbapi2.connect(path, isolation_level=None)) as plain:
        for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            plain.execute(f'DROP TRIGGER "{name}"')
    with open_store(path) as store, store.write() as unit:
        unit.append_audit(AuditEntry(action="export", subject="organisation"))
        unit.commit()
    with closing(dbapi2.connect(path, isolation_level=None)) as plain:
        plain.execute("UPDATE audit SET reason = 'other'")
    copy = backed_up(path)
    assert copy.verdict is not None
    assert not copy.verdict.sound
    with refused("trail", path.parent):
        put_back(path, copy.path)


def test_that_a_backup_of_an_earlier_version_is_brought_along(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    old = put_old_database(tmp_path / "old", 1)
    rows = rows_of(old)
    copy = backed_up(old, tmp_path / "copy.sqlite")
    assert (schema_of(copy.path), copy.verdict) == (1, None)
    here = tmp_path / "planner.sqlite"
    back = put_back(here, copy.path)
    assert (back.schema, schema_of(here), schema_of(copy.path)) == (1, SCHEMA_VERSION, 1)
    assert {name: kept for name, kept in old_rows_in(here, rows).items() if name != "audit"} == {
        name: kept for name, kept in rows.items() if name != "audit"
    }


def test_that_a_backup_on_a_medium_that_only_reads_is_put_back(path: Path, tmp_path: Path) -> None:
    medium = tmp_path / "medium"
    medium.mkdir()
    copy = medium / "copy.sqlite"
    shutil.copyfile(backed_up(path).path, copy)
    copy.chmod(0o400)
    medium.chmod(0o500)
    try:
        put_back(path, copy)
        assert names_in(medium) == {"copy.sqlite"}
    finally:
        medium.chmod(0o700)


def test_that_no_death_leaves_anything_between_the_old_and_the_new(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.persistence.killed_restores", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["broken"] == []
    assert report["killed"] > 8
