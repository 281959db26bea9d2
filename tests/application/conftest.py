"""What tests of use cases share."""

from pathlib import Path

import pytest

from tests.application.importing import NORMS, run
from tests.application.memory_store import MemoryStore
from tests.exchange.interchange_files import source_of


@pytest.fixture
def store(tmp_path: Path) -> MemoryStore:
    """A store that holds the example files."""
    filled = MemoryStore(NORMS)
    run(filled, source_of(tmp_path / "first"))
    return filled
