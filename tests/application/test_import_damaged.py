from pathlib import Path
from random import Random

import pytest

from caseload_planner.application.import_files import import_files
from caseload_planner.application.import_problems import Problem, ProblemCode
from caseload_planner.application.import_report import ImportOutcome
from caseload_planner.application.problem_texts import text_of
from caseload_planner.exchange.reading import read_source
from caseload_planner.persistence.opening import create_store
from tests.application.memory_store import FixedClock, MemoryStore
from tests.exchange.damages import damaged
from tests.exchange.interchange_files import FILES, TODAY, norm_set, source_of, write_files

SEEDS = range(360)
"""Recorded: each breaks one place in its own way, six places for each way."""
NORMS = norm_set()


def assert_complete(problem: Problem) -> None:
    """A problem says where it is, and both languages say what is wrong and what would be right."""
    assert problem.file in FILES
    assert problem.row >= 1
    assert problem.column
    assert problem.code in ProblemCode
    for language in ("nl", "en"):
        text = text_of(problem, language)
        assert text.wrong
        assert text.remedy


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_damaged_import_writes_nothing_and_names_the_place(seed: int, tmp_path: Path) -> None:
    files, expected = damaged(seed)
    store = MemoryStore(NORMS)
    before = store.organisation

    report = import_files(
        store, source_of(tmp_path / "in", files), clock=FixedClock(TODAY), default_norms=NORMS, confirmed=True
    )

    assert report.outcome is ImportOutcome.REJECTED
    assert report.change_set is None
    assert store.organisation is before
    assert store.audit == []
    for problem in report.problems:
        assert_complete(problem)
    places = [(problem.file, problem.row, problem.column, problem.code) for problem in report.problems]
    assert (expected.file, expected.row, expected.column, expected.code) in places


@pytest.mark.parametrize("seed", SEEDS[::24])
def test_that_a_damaged_import_leaves_the_database_as_it_was(seed: int, tmp_path: Path) -> None:
    with create_store(tmp_path / "file.db") as store:
        clock = FixedClock(TODAY)
        import_files(store, source_of(tmp_path / "right"), clock=clock, default_norms=NORMS)
        with store.read() as unit:
            before = unit.snapshot()
        files, _ = damaged(seed)

        source = source_of(tmp_path / "broken", files)
        report = import_files(store, source, clock=clock, default_norms=NORMS, confirmed=True)

        with store.read() as unit:
            after = unit.snapshot()
        assert report.outcome is ImportOutcome.REJECTED
        assert after == before
        assert after.revision == before.revision


@pytest.mark.parametrize("seed", range(40))
def test_that_random_bytes_never_raise_and_never_half_import(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    files = {name: bytearray(text.encode()) for name, text in FILES.items()}
    for _ in range(random.randrange(1, 4)):
        data = files[random.choice(sorted(files))]
        at = random.randrange(len(data))
        kind = random.random()
        if kind < 0.4:
            data[at] = random.randrange(256)
        elif kind < 0.7:
            del data[at : at + random.randrange(1, 60)]
        else:
            data[at:at] = random.randbytes(random.randrange(1, 8))
    store = MemoryStore(NORMS)

    source = read_source(write_files(tmp_path / "in", {name: bytes(data) for name, data in files.items()}))
    report = import_files(store, source, clock=FixedClock(TODAY), default_norms=NORMS)

    assert (report.outcome is ImportOutcome.REJECTED) == bool(report.problems)
    assert bool(store.audit) == (report.outcome is ImportOutcome.IMPORTED)
    for problem in report.problems:
        assert_complete(problem)
