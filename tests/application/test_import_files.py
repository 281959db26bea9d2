"""Importing files: what they have is taken over, the same twice changes nothing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from caseload_planner.application.import_files import found_organisation, import_files
from caseload_planner.application.import_report import ImportNote, ImportOutcome, NoteKind
from caseload_planner.application.import_source import SourceFile
from caseload_planner.persistence.opening import create_store
from tests.application.importing import NORMS, notes, run, without
from tests.application.memory_store import FixedClock, MemoryStore
from tests.exchange.interchange_files import FILES, TODAY, files, replaced, source_of


def test_that_the_same_files_twice_change_nothing(store: MemoryStore, tmp_path: Path) -> None:
    before = store.organisation

    report = run(store, source_of(tmp_path / "again"))

    assert report.outcome is ImportOutcome.UNCHANGED
    assert store.organisation is before
    assert len(store.audit) == 1
    assert {(counts.added, counts.changed, counts.rejected) for counts in report.files.values()} == {(0, 0, 0)}


def test_that_one_audit_entry_without_names_belongs_to_an_import(store: MemoryStore) -> None:
    (entry,) = store.audit

    assert entry.action == "import"
    assert entry.figures["measures_added"] == 5
    assert not any("Anna" in str(value) for value in (entry.subject, entry.reason, *entry.figures.values()))


def test_that_a_dry_run_reports_and_writes_nothing(store: MemoryStore, tmp_path: Path) -> None:
    before = store.organisation

    report = run(store, source_of(tmp_path / "in", replaced("teams", "Alfa", "Alpha")), dry_run=True)

    assert report.outcome is ImportOutcome.DRY_RUN
    assert report.files[SourceFile.TEAMS].changed == 1
    assert store.organisation is before


def test_that_a_missing_file_changes_nothing(store: MemoryStore, tmp_path: Path) -> None:
    before = store.organisation

    report = run(store, source_of(tmp_path / "in", {"teams.csv": FILES["teams.csv"].replace("Alfa", "Alpha")}))

    assert report.outcome is ImportOutcome.IMPORTED
    assert store.organisation.teams["A"].name == "Alpha"
    assert store.organisation.measures == before.measures
    assert store.organisation.assignments == before.assignments
    assert store.organisation.workers == before.workers


def test_that_conflicts_and_supporters_are_complete_sets(store: MemoryStore, tmp_path: Path) -> None:
    texts = {"conflicts.csv": "worker,family\nW2,F3\nW2,F3\n", "supporters.csv": "worker,team,hours_per_week\n"}

    report = run(store, source_of(tmp_path / "in", texts))

    assert store.organisation.conflicts == {("W2", "F3")}
    assert store.organisation.supporters == ()
    assert notes(report, NoteKind.DROPPED) == ["W4 F1", "W5 B"]


def test_that_a_column_that_the_source_lacks_leaves_what_is_known(store: MemoryStore, tmp_path: Path) -> None:
    lines = FILES["measures.csv"].splitlines()
    texts = [f"{lines[0]},plan_on", *(f"{line},2026-11-20" for line in lines[1:])]
    run(store, source_of(tmp_path / "in", {"measures.csv": "\n".join(texts)}))
    before = store.organisation

    report = run(store, source_of(tmp_path / "again", {"measures.csv": FILES["measures.csv"]}))

    assert report.outcome is ImportOutcome.UNCHANGED
    assert before.measures["M1"].plan_on == date(2026, 11, 20)


def test_that_a_reference_may_be_to_what_is_known_already(store: MemoryStore, tmp_path: Path) -> None:
    texts = {"absences.csv": "worker,from,until,share\nW1,2026-11-01,,1\n"}

    assert run(store, source_of(tmp_path / "in", texts)).outcome is ImportOutcome.IMPORTED


def test_that_the_database_and_the_memory_store_agree(tmp_path: Path) -> None:
    memory = MemoryStore(NORMS)
    steps = [
        dict(FILES),
        without("assignments", "M3,", texts=without("measures", "M3,")),
        replaced("contracts", "W2,2020-02-01,,0.67", "W2,2020-02-01,2026-11-30,0.67\nW2,2026-12-01,,0.78"),
        without("assignments", "M1,W2", texts=without("absences", "W2")),
    ]
    with create_store(tmp_path / "file.db") as store:
        for number, texts in enumerate(steps):
            source = source_of(tmp_path / str(number), texts)
            in_memory = run(memory, source)
            clock = FixedClock(TODAY)
            stored = import_files(store, source, clock=clock, default_norms=NORMS, confirmed=True)
            with store.read() as unit:
                known = unit.snapshot()
            assert replace(stored, change_set=None) == replace(in_memory, change_set=None)
            assert known.workers == memory.organisation.workers
            assert known.measures == memory.organisation.measures
            assert set(known.assignments) == set(memory.organisation.assignments)
            assert known.conflicts == memory.organisation.conflicts
            again = import_files(store, source, clock=clock, default_norms=NORMS, confirmed=True)
            assert again.outcome is ImportOutcome.UNCHANGED
        assert store.verify_audit().in_order


def test_that_a_whole_organisation_is_founded_in_an_empty_database(store: MemoryStore, tmp_path: Path) -> None:
    with create_store(tmp_path / "file.db") as real:
        found_organisation(real, store.organisation)
        with real.read() as unit:
            assert unit.snapshot() == store.organisation


def test_that_ignored_files_are_remarked(store: MemoryStore, tmp_path: Path) -> None:
    report = run(store, source_of(tmp_path / "in", files() | {"team.csv": "x"}))

    assert ImportNote("team.csv", NoteKind.IGNORED, "team.csv") in report.notes
