"""What was decided in the program and what the source says of it since."""

from pathlib import Path

from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.application.import_report import ImportOutcome, NoteKind
from caseload_planner.application.import_source import SourceFile
from tests.application.importing import decide, first, notes, run, without
from tests.application.memory_store import MemoryStore
from tests.exchange.interchange_files import FILES, files, replaced, source_of


def test_that_a_decision_that_the_source_does_not_have_yet_stays(store: MemoryStore, tmp_path: Path) -> None:
    decided = first("M5", "W1", "2026-11-23")
    decide(store, decided)

    report = run(store, source_of(tmp_path / "in"))

    assert report.outcome is ImportOutcome.UNCHANGED
    assert decided in store.organisation.assignments
    assert notes(report, NoteKind.KEPT) == ["M5 W1 first 2026-11-23"]
    assert report.files[SourceFile.ASSIGNMENTS].kept == 1


def test_that_a_decision_that_the_source_has_too_is_confirmed_once(store: MemoryStore, tmp_path: Path) -> None:
    decide(store, first("M5", "W1", "2026-11-23"))
    texts = files(assignments=FILES["assignments.csv"] + "M5,W1,first,2026-11-23,\n")

    report = run(store, source_of(tmp_path / "in", texts))

    assert report.outcome is ImportOutcome.IMPORTED
    assert notes(report, NoteKind.CONFIRMED) == ["M5 W1 first 2026-11-23"]
    assert store.pending == frozenset()
    assert run(store, source_of(tmp_path / "again", texts)).outcome is ImportOutcome.UNCHANGED
    assert run(store, source_of(tmp_path / "gone")).files[SourceFile.ASSIGNMENTS].dropped == 1


def test_that_a_decision_that_the_source_has_from_another_day_takes_that_day(
    store: MemoryStore, tmp_path: Path
) -> None:
    decide(store, first("M5", "W1", "2026-11-23"))
    texts = files(assignments=FILES["assignments.csv"] + "M5,W1,first,2026-11-24,\n")

    report = run(store, source_of(tmp_path / "in", texts))

    assert notes(report, NoteKind.MOVED) == ["M5 W1 first 2026-11-23"]
    assert store.organisation.assignments_of["M5"] == (first("M5", "W1", "2026-11-24"),)
    assert store.pending == frozenset()


def test_that_a_source_that_gives_the_case_to_somebody_else_contradicts_the_decision(
    store: MemoryStore, tmp_path: Path
) -> None:
    decide(store, first("M5", "W1", "2026-11-23"))
    before = store.organisation
    texts = files(assignments=FILES["assignments.csv"] + "M5,W2,first,2026-11-24,\n")

    report = run(store, source_of(tmp_path / "in", texts))

    (problem,) = report.problems
    assert (problem.row, problem.column, problem.code) == (8, "worker", ProblemCode.CONTRADICTS_DECISION)
    assert problem.figures["other_worker"] == "W1"
    assert store.organisation is before


def test_that_a_decision_that_ended_what_the_source_still_has_open_wins(store: MemoryStore, tmp_path: Path) -> None:
    ended = first("M3", "W4", "2026-02-01", "2026-11-22")
    decide(store, first("M3", "W1", "2026-11-23"), ended)

    report = run(store, source_of(tmp_path / "in"))

    assert report.outcome is ImportOutcome.UNCHANGED
    assert notes(report, NoteKind.DECISION_WINS) == ["M3 W4 first 2026-02-01"]
    assert ended in store.organisation.assignments


def test_that_what_a_decision_ended_stays_known_when_the_source_no_longer_has_it(
    store: MemoryStore, tmp_path: Path
) -> None:
    ended = first("M3", "W4", "2026-02-01", "2026-11-22")
    decide(store, first("M3", "W1", "2026-11-23"), ended)

    report = run(store, source_of(tmp_path / "in", without("assignments", "M3,")), confirmed=False)

    assert report.outcome is ImportOutcome.UNCHANGED
    assert notes(report, NoteKind.KEPT) == ["M3 W1 first 2026-11-23", "M3 W4 first 2026-02-01"]


def test_that_a_source_that_ended_it_on_another_day_is_followed(store: MemoryStore, tmp_path: Path) -> None:
    decide(store, first("M3", "W1", "2026-11-23"), first("M3", "W4", "2026-02-01", "2026-11-22"))
    texts = replaced("assignments", "M3,W4,first,2026-02-01,", "M3,W4,first,2026-02-01,2026-11-20")

    report = run(store, source_of(tmp_path / "in", texts))

    assert report.files[SourceFile.ASSIGNMENTS].changed == 1
    assert first("M3", "W4", "2026-02-01", "2026-11-20") in store.organisation.assignments
