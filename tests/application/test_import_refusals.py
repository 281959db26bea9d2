"""A wrong row is reported once, where it is wrong, and before what follows from it."""

from pathlib import Path

import pytest

from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.application.import_report import ImportOutcome, NoteKind
from caseload_planner.application.import_source import SourceFile
from tests.application.importing import NORMS, first, notes, run
from tests.application.memory_store import MemoryStore
from tests.exchange.interchange_files import FILES, files, replaced, source_of


def test_that_one_wrong_worker_is_not_reported_again_where_she_is_referred_to(tmp_path: Path) -> None:
    report = run(MemoryStore(NORMS), source_of(tmp_path / "in", replaced("workers", "W1,Anna de Wit,A,y", "W1,,A,y")))

    assert [(problem.file, problem.row, problem.column) for problem in report.problems] == [("workers.csv", 2, "name")]
    assert report.files[SourceFile.WORKERS].rejected == 1


@pytest.mark.parametrize(
    ("old", "new", "column", "code"),
    [
        ("W1,Anna de Wit,A", "W1,Anna\x00de Wit,A", "name", ProblemCode.CONTROL_CHARACTER),
        ("W1,Anna de Wit,A", 'W1,"Anna\nde Wit",A', "name", ProblemCode.CONTROL_CHARACTER),
        ("W1,Anna de Wit,A", 'W1,"Anna de Wit,A', "name", ProblemCode.BROKEN_QUOTES),
        ("W1,Anna de Wit,A", 'W1,Anna "de" Wit,A', "name", ProblemCode.BROKEN_QUOTES),
        ("W1,Anna de Wit,A", '"W1,Anna de Wit,A', "worker", ProblemCode.BROKEN_QUOTES),
        ("W1,Anna de Wit,A", "W1\x00,Anna de Wit,A", "worker", ProblemCode.CONTROL_CHARACTER),
        ("W1,Anna de Wit,A", '"W\n1",Anna de Wit,A', "worker", ProblemCode.CONTROL_CHARACTER),
        ("W1,Anna de Wit,A", " W1,Anna de Wit,A", "worker", ProblemCode.SURROUNDING_SPACES),
        ("W1,Anna de Wit,A", "W1,Anna de Wit,A,A", "#14", ProblemCode.WRONG_CELL_COUNT),
        ("W1,Anna de Wit,A,youth_protection", "W1,Anna de Wit,A,chef", "role", ProblemCode.UNKNOWN_CODE),
    ],
)
@pytest.mark.parametrize("known", [False, True])
def test_that_a_refused_row_is_the_only_thing_reported(
    old: str, new: str, column: str, code: ProblemCode, known: bool, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    into = request.getfixturevalue("store") if known else MemoryStore(NORMS)

    report = run(into, source_of(tmp_path / "in", replaced("workers", old, new)))

    assert [(problem.row, problem.column, problem.code) for problem in report.problems] == [(2, column, code)]
    assert notes(report, NoteKind.MISSING) == []


def test_that_what_was_known_of_a_refused_worker_is_not_held_against_the_source(
    store: MemoryStore, tmp_path: Path
) -> None:
    texts = replaced("workers", "permanent,2019-01-01,,", "vast,2018-01-01,,")
    texts = replaced("assignments", "M4,W1,first,2022-05-01", "M4,W1,first,2018-05-01", texts)
    texts = replaced("measures", "2022-05-01,2022-05-01", "2018-05-01,2018-05-01", texts)

    report = run(store, source_of(tmp_path / "in", texts))

    assert [problem.column for problem in report.problems] == ["employment"]


def test_that_a_cause_is_reported_before_what_follows_from_it(tmp_path: Path) -> None:
    texts = replaced("workers", "W1,Anna de Wit,A", ",Anna de Wit,")
    texts = replaced("teams", "B,Beta", ",", texts)

    problems = run(MemoryStore(NORMS), source_of(tmp_path / "in", texts)).problems

    missing, unknown = ProblemCode.MISSING_VALUE, ProblemCode.UNKNOWN_REFERENCE
    places = [(problem.file, problem.row, problem.column, problem.code) for problem in problems]
    assert places[:4] == [
        ("teams.csv", 3, "team", missing),
        ("teams.csv", 3, "name", missing),
        ("workers.csv", 2, "worker", missing),
        ("workers.csv", 2, "team", missing),
    ]
    assert {code for *_, code in places[4:]} == {unknown}
    order = [file.file_name for file in SourceFile]
    assert [order.index(file) for file, *_ in places] == sorted(order.index(file) for file, *_ in places)


def test_that_an_unreadable_file_does_not_make_every_reference_wrong(tmp_path: Path) -> None:
    report = run(MemoryStore(NORMS), source_of(tmp_path / "in", files(workers="naam\n")))

    assert {problem.file for problem in report.problems} == {"workers.csv"}


def test_that_a_changed_service_may_not_leave_two_first_contacts(store: MemoryStore, tmp_path: Path) -> None:
    ended = replaced("workers", "2025-01-01,2026-12-31", "2025-01-01,2026-10-31")["workers.csv"]
    run(store, source_of(tmp_path / "short", {"workers.csv": ended}))
    taken_over = FILES["assignments.csv"] + "M3,W1,first,2026-11-01,\n"
    assert run(store, source_of(tmp_path / "over", {"assignments.csv": taken_over})).outcome is ImportOutcome.IMPORTED

    report = run(store, source_of(tmp_path / "long", {"workers.csv": FILES["workers.csv"]}))

    (problem,) = report.problems
    assert (problem.file, problem.row, problem.column) == ("workers.csv", 5, "ends_on")
    assert problem.code is ProblemCode.POSITION_TAKEN_TWICE


def test_that_a_worker_who_came_back_does_not_lose_what_she_once_carried(store: MemoryStore, tmp_path: Path) -> None:
    texts = replaced("workers", "permanent,2019-01-01", "permanent,2026-05-01")

    report = run(store, source_of(tmp_path / "in", {"workers.csv": texts["workers.csv"]}))

    assert report.outcome is ImportOutcome.IMPORTED
    assert first("M4", "W1", "2022-05-01", "2026-04-30") in store.organisation.assignments


def test_that_a_second_may_follow_a_first_who_left(tmp_path: Path) -> None:
    texts = files(assignments=FILES["assignments.csv"] + "M3,W1,first,2027-01-01,\n")

    assert run(MemoryStore(NORMS), source_of(tmp_path / "in", texts)).outcome is ImportOutcome.IMPORTED
