"""Damage that the engine's own checks do not see is told as damage, not as a mistake of the program."""

import random
from contextlib import closing
from pathlib import Path

import pytest

from caseload_planner.domain.errors import DatabaseUnusableError
from caseload_planner.persistence.engine import connect
from caseload_planner.persistence.opening import create_store, open_store
from tests.persistence.organisation_builders import changes_of, organisation

FLIPS = 40
HEADER_BYTES = 100


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A sound database with an organisation, closed."""
    path = tmp_path / "planner.sqlite"
    with create_store(path) as store, store.write() as unit:
        unit.apply(changes_of(organisation(measures=200)))
        unit.commit()
    return path


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE measure_versions SET reported_on = '2026-1X-01' WHERE rowid = 1",
        "UPDATE measure_versions SET type = 'supervisioN_order' WHERE rowid = 1",
        "UPDATE measure_versions SET factors = '[' WHERE rowid = 1",
        "UPDATE contracts SET fte = '1,0' WHERE rowid = 1",
        "UPDATE worker_versions SET name = CAST(X'4EFF4D' AS TEXT) WHERE rowid = 1",
    ],
)
def test_that_a_value_nobody_wrote_is_damage(closed: Path, change: str) -> None:
    with closing(connect(closed)) as connection:
        assert connection.execute(change).rowcount == 1
        connection.commit()
    with (
        open_store(closed) as store,
        pytest.raises(DatabaseUnusableError, match="is damaged") as refusal,
        store.read() as unit,
    ):
        unit.snapshot()
    assert refusal.value.figures["why"] == "damaged"


@pytest.mark.parametrize("seed", range(30))
def test_that_flipped_bits_never_look_like_a_mistake_of_the_program(closed: Path, seed: int) -> None:
    dice = random.Random(seed)
    content = bytearray(closed.read_bytes())
    for _ in range(FLIPS):
        content[dice.randrange(HEADER_BYTES, len(content))] ^= 1 << dice.randrange(8)
    closed.write_bytes(content)
    assert reading_of(closed) in {"sound", "damaged"}
    assert closed.read_bytes() == bytes(content)


def reading_of(path: Path) -> object:
    """Give how reading everything of a file ends."""
    try:
        with open_store(path, wait_seconds=0.0) as store, store.read() as unit:
            unit.snapshot()
    except DatabaseUnusableError as refusal:
        return refusal.figures["why"]
    return "sound"
