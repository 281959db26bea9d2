"""Norms, and the skills and wishes that they give a meaning."""

from datetime import date
from pathlib import Path

import pytest

from caseload_planner.application.import_files import import_files
from caseload_planner.application.import_problems import ProblemCode
from caseload_planner.application.import_report import ImportNote, ImportOutcome, NoteKind
from caseload_planner.persistence.opening import create_store
from tests.application.importing import NORMS, notes, run
from tests.application.memory_store import FixedClock, MemoryStore
from tests.exchange.interchange_files import FILES, TODAY, files, replaced, source_of


def test_that_a_new_norm_must_have_the_factors_of_known_measures(store: MemoryStore, tmp_path: Path) -> None:
    version = FILES["norm.toml"].replace("2026-01-01", "2026-07-01").replace("out_of_home = 0.15\n", "")

    report = run(store, source_of(tmp_path / "in", {"norm.toml": version}))

    (problem,) = report.problems
    assert (problem.file, problem.column, problem.code) == (
        "norm.toml",
        "factors.out_of_home",
        ProblemCode.FACTOR_NOT_IN_NORM,
    )


def test_that_a_norm_after_the_last_day_of_a_measure_need_not_have_its_factor(tmp_path: Path) -> None:
    texts = replaced("measures", "2026-04-30,B,,none", "2026-04-30,B,out_of_home,none")
    texts = {**texts, "measures.csv": texts["measures.csv"].replace("complex_divorce;out_of_home", "complex_divorce")}
    version = FILES["norm.toml"][FILES["norm.toml"].index("[[norm]]") :]
    version = version.replace("2026-01-01", "2026-07-01").replace("out_of_home = 0.15\n", "")
    texts["norm.toml"] += f"\n{version}"

    assert run(MemoryStore(NORMS), source_of(tmp_path / "in", texts)).outcome is ImportOutcome.IMPORTED


def test_that_an_empty_database_gets_the_default_norm_when_the_source_has_none(tmp_path: Path) -> None:
    texts = {name: text for name, text in FILES.items() if name != "norm.toml"}
    with create_store(tmp_path / "file.db") as store:
        source = source_of(tmp_path / "in", texts)
        report = import_files(store, source, clock=FixedClock(TODAY), default_norms=NORMS)
        with store.read() as unit:
            known = unit.snapshot()

    assert report.outcome is ImportOutcome.IMPORTED
    assert known.norms == NORMS


def test_that_an_own_norm_takes_the_place_of_the_default_one(tmp_path: Path) -> None:
    own = FILES["norm.toml"].replace("2026-01-01", "2025-01-01").replace("12.8", "12.5")
    with create_store(tmp_path / "file.db", starting_norms=NORMS) as store:
        source = source_of(tmp_path / "in", files(norm=own))
        import_files(store, source, clock=FixedClock(TODAY), default_norms=NORMS)
        with store.read() as unit:
            known = unit.snapshot()

    assert [norm.valid_from for norm in known.norms.norms] == [date(2025, 1, 1)]


def test_that_a_skill_that_no_rule_asks_for_is_kept_and_remarked(tmp_path: Path) -> None:
    into = MemoryStore(NORMS)

    report = run(
        into, source_of(tmp_path / "in", replaced("workers", "2029-01-01,sns", "2029-01-01,snss;pmg;safepath"))
    )

    known = ("jr", "pmg", "sns", "schotten", "schotten_team", "safepath")
    note = ImportNote("workers.csv", NoteKind.UNKNOWN_SKILL, "W2", row=3, value="snss", known=known)
    assert report.notes == (note,)
    assert report.outcome is ImportOutcome.IMPORTED
    assert into.organisation.workers["W2"].skills == {"snss", "pmg", "safepath"}


@pytest.mark.parametrize("wish", ["guardianship", "schotten", "out_of_home"])
def test_that_a_wish_for_a_type_a_method_or_a_factor_is_not_remarked(wish: str, tmp_path: Path) -> None:
    source = source_of(tmp_path / "in", replaced("workers", "none,probation_mandatory", f"none,{wish}"))

    assert run(MemoryStore(NORMS), source).notes == ()


def test_that_a_wish_that_matches_nothing_is_kept_and_remarked(tmp_path: Path) -> None:
    source = source_of(tmp_path / "in", replaced("workers", "none,probation_mandatory", "none,jr;guardianship"))

    (note,) = run(MemoryStore(NORMS), source).notes

    assert (note.file, note.kind, note.key) == ("workers.csv", NoteKind.UNKNOWN_WISH, "W1")
    assert (note.row, note.value) == (2, "jr")
    assert {"guardianship", "safepath", "takeover"} <= set(note.known)


def test_that_wishes_are_not_judged_by_a_norm_with_a_problem(tmp_path: Path) -> None:
    texts = replaced("workers", "none,probation_mandatory", "none,move")
    texts = replaced("norm", "takeover = 0.25", "move = x", texts)

    assert notes(run(MemoryStore(NORMS), source_of(tmp_path / "in", texts)), NoteKind.UNKNOWN_WISH) == []
