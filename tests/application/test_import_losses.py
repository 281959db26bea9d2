"""What a source no longer has is closed, dropped or kept; losing much asks first."""

from datetime import date
from pathlib import Path

import pytest

from caseload_planner.application.import_report import ImportOutcome, NoteKind
from caseload_planner.application.import_source import SourceFile
from tests.application.importing import NORMS, first, notes, run, without
from tests.application.memory_store import MemoryStore
from tests.exchange.interchange_files import FILES, TODAY, replaced, source_of


def test_that_a_running_measure_that_the_file_lacks_is_closed_today(store: MemoryStore, tmp_path: Path) -> None:
    texts = without("assignments", "M3,", texts=without("measures", "M3,"))

    report = run(store, source_of(tmp_path / "in", texts))

    assert store.organisation.measures["M3"].closed_on == TODAY
    assert report.files[SourceFile.MEASURES].closed == 1
    assert notes(report, NoteKind.CLOSED) == ["M3"]
    assert first("M3", "W4", "2026-02-01") in store.organisation.assignments
    assert run(store, source_of(tmp_path / "next"), today=date(2026, 11, 22)).outcome is ImportOutcome.IMPORTED
    assert store.organisation.measures["M3"].closed_on is None


def test_that_a_closed_measure_that_the_file_lacks_stays_as_it_is(store: MemoryStore, tmp_path: Path) -> None:
    texts = without("assignments", "M4,", texts=without("measures", "M4,"))

    report = run(store, source_of(tmp_path / "in", texts))

    assert report.outcome is ImportOutcome.UNCHANGED
    assert store.organisation.measures["M4"].closed_on == date(2026, 4, 30)


def test_that_closing_more_than_one_in_twenty_asks_first(store: MemoryStore, tmp_path: Path) -> None:
    before = store.organisation
    source = source_of(tmp_path / "in", without("measures", "M3,", texts=without("assignments", "M3,")))

    asked = run(store, source, confirmed=False)

    assert asked.outcome is ImportOutcome.NEEDS_CONFIRMATION
    assert (asked.running, asked.lost) == (4, 1)
    assert store.organisation is before
    assert run(store, source, confirmed=True).outcome is ImportOutcome.IMPORTED


def test_that_dropping_the_contact_of_a_running_measure_asks_first(store: MemoryStore, tmp_path: Path) -> None:
    source = source_of(tmp_path / "in", without("assignments", "M3,"))

    assert run(store, source, confirmed=False).outcome is ImportOutcome.NEEDS_CONFIRMATION


@pytest.mark.parametrize(
    ("stem", "old", "new"),
    [
        ("measures", "2027-02-01,,B,", "2027-02-01,2026-11-20,B,"),
        ("measures", "2027-02-01,,B,", "2027-02-01,2026-11-21,B,"),
        ("assignments", "M3,W4,first,2026-02-01,", "M3,W4,first,2026-02-01,2026-11-20"),
    ],
)
def test_that_a_source_that_ends_much_by_a_day_asks_first_as_well(
    store: MemoryStore, tmp_path: Path, stem: str, old: str, new: str
) -> None:
    before = store.organisation
    asked = run(store, source_of(tmp_path / "in", replaced(stem, old, new)), confirmed=False)
    assert asked.outcome is ImportOutcome.NEEDS_CONFIRMATION
    assert (asked.running, asked.lost) == (4, 1)
    assert store.organisation is before


def test_that_a_report_that_moves_ahead_asks_first(store: MemoryStore, tmp_path: Path) -> None:
    texts = replaced("measures", "2026-02-01,2026-02-01,2027", "2027-01-01,2027-01-01,2027")
    texts = without("assignments", "M3,", texts=texts)
    assert run(store, source_of(tmp_path / "in", texts), confirmed=False).lost == 1


def test_that_what_is_planned_to_end_later_is_not_lost(store: MemoryStore, tmp_path: Path) -> None:
    texts = replaced("assignments", "M3,W4,first,2026-02-01,", "M3,W4,first,2026-02-01,2026-12-31")
    texts = replaced("measures", "2027-02-01,,B,", "2027-02-01,2026-12-31,B,", texts)
    report = run(store, source_of(tmp_path / "in", texts), confirmed=False)
    assert (report.outcome, report.lost) == (ImportOutcome.IMPORTED, 0)


@pytest.mark.parametrize(("left", "outcome"), [(19, ImportOutcome.IMPORTED), (18, ImportOutcome.NEEDS_CONFIRMATION)])
def test_that_closing_exactly_one_in_twenty_does_not_ask(left: int, outcome: ImportOutcome, tmp_path: Path) -> None:
    header, row = FILES["measures.csv"].splitlines()[0], "M{},F{},Y{},guardianship,2026-01-01,,,,A,,none,none,"
    many = [row.format(n, n, n) for n in range(20)]
    store = MemoryStore(NORMS)
    teams = {"teams.csv": FILES["teams.csv"]}
    run(store, source_of(tmp_path / "all", teams | {"measures.csv": "\n".join([header, *many])}))

    fewer = source_of(tmp_path / "fewer", {"measures.csv": "\n".join([header, *many[:left]])})

    assert run(store, fewer, confirmed=False).outcome is outcome


def test_that_workers_and_teams_that_the_files_lack_stay_and_are_named(store: MemoryStore, tmp_path: Path) -> None:
    before = store.organisation

    report = run(store, source_of(tmp_path / "in", {"workers.csv": without("workers", "W5")["workers.csv"]}))

    assert report.outcome is ImportOutcome.UNCHANGED
    assert notes(report, NoteKind.MISSING) == ["W5"]
    assert report.files[SourceFile.WORKERS].kept == 1
    assert store.organisation is before


def test_that_contracts_and_absences_of_a_worker_are_the_complete_list(store: MemoryStore, tmp_path: Path) -> None:
    texts = replaced("absences", "W2,2026-10-01,,0.5\n", "W2,2026-10-01,2026-12-01,0.5\nW2,2027-01-01,,1\n")
    texts = without("contracts", "W1,2019", texts=without("absences", "W3", texts=texts))

    report = run(store, source_of(tmp_path / "in", texts))

    assert [held.from_on for held in store.organisation.workers["W1"].contracts] == [date(2025, 1, 1)]
    assert store.organisation.workers["W3"].absences == ()
    assert report.files[SourceFile.CONTRACTS].dropped == 1
    counts = report.files[SourceFile.ABSENCES]
    assert (counts.added, counts.changed, counts.dropped) == (1, 1, 1)
    assert notes(report, NoteKind.DROPPED) == ["W3 2026-11-16", "W1 2019-01-01"]


def test_that_losing_the_contracts_of_many_workers_asks_first(store: MemoryStore, tmp_path: Path) -> None:
    source = source_of(tmp_path / "in", without("contracts", "W2"))

    assert run(store, source, confirmed=False).outcome is ImportOutcome.NEEDS_CONFIRMATION


def test_that_an_assignment_of_an_earlier_import_is_withdrawn(store: MemoryStore, tmp_path: Path) -> None:
    report = run(store, source_of(tmp_path / "in", without("assignments", "M1,W2")))

    assert report.files[SourceFile.ASSIGNMENTS].dropped == 1
    assert notes(report, NoteKind.DROPPED) == ["M1 W2 second 2025-03-03"]
    assert [part.worker for part in store.organisation.assignments_of["M1"]] == ["W1"]


@pytest.mark.parametrize(
    ("stem", "old", "new"),
    [
        ("workers", "seconded,2025-01-01,2026-12-31", "seconded,2026-05-01,2026-12-31"),
        ("measures", "2026-02-01,2026-02-01,2027", "2026-03-01,2026-03-01,2027"),
    ],
)
def test_that_what_became_history_by_a_later_begin_is_read_back(
    store: MemoryStore, tmp_path: Path, stem: str, old: str, new: str
) -> None:
    later = replaced(stem, old, new)
    alone = {f"{stem}.csv": later[f"{stem}.csv"]}
    assert run(store, source_of(tmp_path / "later", alone)).outcome is ImportOutcome.IMPORTED
    assert run(store, source_of(tmp_path / "own", later)).outcome is ImportOutcome.UNCHANGED
