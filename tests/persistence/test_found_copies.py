"""The copies beside a database are found with what they hold, the newest first."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from caseload_planner.application.file_copies import CopyKind
from caseload_planner.persistence.backup_on_request import back_up_on_request
from caseload_planner.persistence.found_copies import copies_beside
from caseload_planner.persistence.manifest import manifest_of
from caseload_planner.persistence.opening import create_store, open_store
from caseload_planner.persistence.restoring import restore
from tests.persistence.organisation_builders import changes_of, organisation

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database, closed."""
    place = tmp_path / "planner.sqlite"
    with create_store(place) as store, store.write() as unit:
        unit.apply(changes_of(organisation(measures=40)))
        unit.commit()
    return place


def add_measures(path: Path, measures: int) -> None:
    with open_store(path) as store, store.write() as unit:
        unit.apply(changes_of(organisation(measures=measures)))
        unit.commit()


def test_that_backups_come_with_what_they_hold_the_newest_first(path: Path) -> None:
    first = back_up_on_request(path, None, now=NOW)
    add_measures(path, 90)
    second = back_up_on_request(path, None, now=NOW + timedelta(hours=1))
    found = copies_beside(path)
    assert [copy.path for copy in found] == [second.path, first.path]
    assert [copy.made_at for copy in found] == [NOW + timedelta(hours=1), NOW]
    assert [copy.verdict.measures for copy in found if copy.verdict] == [90, 40]
    assert {copy.kind for copy in found} == {CopyKind.BACKUP}
    assert [copy.file_bytes for copy in found] == [second.path.stat().st_size, first.path.stat().st_size]


def test_that_what_was_replaced_is_found_as_well(path: Path) -> None:
    backup = back_up_on_request(path, None, now=NOW).path
    add_measures(path, 90)
    kept = restore(path, backup, today=NOW.date()).kept
    assert {copy.path: copy.kind for copy in copies_beside(path)} == {
        backup: CopyKind.BACKUP,
        kept: CopyKind.REPLACED,
    }


def test_that_a_copy_without_a_manifest_has_the_time_of_its_last_write(path: Path) -> None:
    backup = back_up_on_request(path, None, now=NOW).path
    manifest_of(backup).unlink()
    moment = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    os.utime(backup, (moment.timestamp(), moment.timestamp()))
    (copy,) = copies_beside(path)
    assert (copy.made_at, copy.verdict) == (moment, None)


@pytest.mark.parametrize(
    "noted",
    ["", "{}", "[1]", '{"sha256": "x", "schema": 1, "made_at": 5, "verdict": null}', "\x00", "[" * 100_000],
)
def test_that_a_manifest_of_nonsense_leaves_the_copy_in_the_list(path: Path, noted: str) -> None:
    backup = back_up_on_request(path, None, now=NOW).path
    manifest_of(backup).write_text(noted)
    assert [(copy.path, copy.verdict) for copy in copies_beside(path)] == [(backup, None)]


def test_that_figures_that_are_none_are_not_taken_for_some(path: Path) -> None:
    backup = back_up_on_request(path, None, now=NOW).path
    place = manifest_of(backup)
    place.write_text(place.read_text().replace('"workers": ', '"workers": "many", "x": '))
    (copy,) = copies_beside(path)
    assert copy.verdict is None


def test_that_other_files_are_no_copies(path: Path, tmp_path: Path) -> None:
    for name in (
        "planner.sqlite-wal",
        "planner.schema-1.never.sqlite",
        "planner.schema-x.2026-11-22.sqlite",
        "planner2.schema-1.2026-11-22.sqlite",
        "planner.2026.sqlite",
        "planner.schema-1.2026-11-22.txt",
    ):
        (tmp_path / name).touch()
    (tmp_path / "planner.schema-1.2026-11-22.sqlite").mkdir()
    assert copies_beside(path) == ()
    assert copies_beside(tmp_path / "nowhere" / "planner.sqlite") == ()


def test_that_names_with_signs_of_patterns_are_found(tmp_path: Path) -> None:
    odd = tmp_path / "plan [2026]*.sqlite"
    create_store(odd).close()
    backup = back_up_on_request(odd, None, now=NOW).path
    assert [copy.path for copy in copies_beside(odd)] == [backup]
