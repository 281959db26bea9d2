"""How long the store takes for what somebody waits for: a snapshot of an organisation of today and of a large one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from caseload_planner.domain.organisation import Organisation
from caseload_planner.persistence.opening import create_store, open_store
from caseload_planner.persistence.organisation_reading import read_organisation
from caseload_planner.persistence.starting_norm import NEUTRAL_NORMS
from caseload_planner.persistence.store import SqliteStore
from tests.persistence.organisation_builders import changes_of, organisation


@pytest.fixture(params=[2_400, 13_000])
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteStore]:
    with create_store(tmp_path / "planner.sqlite") as store:
        with store.write() as unit:
            unit.apply(changes_of(organisation(measures=request.param)))
            unit.commit()
        yield store


def test_that_a_snapshot_is_read_fast(filled: SqliteStore, benchmark: BenchmarkFixture) -> None:
    """Goals: 150 ms for 2,400 measures, 1 s for 13,000; without what is remembered."""

    def read() -> Organisation:
        with filled._engine.connect() as connection:
            return read_organisation(connection, NEUTRAL_NORMS)

    assert benchmark(read).measures


def test_that_opening_with_its_check_is_fast(filled: SqliteStore, benchmark: BenchmarkFixture) -> None:
    filled.close()
    benchmark(lambda: open_store(filled.path).close())
    assert filled.path.exists()
