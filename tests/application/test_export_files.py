from collections.abc import Mapping
from pathlib import Path

import pytest

from caseload_planner.application.export_files import export_files
from caseload_planner.application.import_files import import_files
from caseload_planner.application.import_source import SourceFile
from caseload_planner.domain.errors import TargetUnwritableError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.exchange.writing import write_folder
from tests.application.memory_store import FixedClock, MemoryStore
from tests.exchange.interchange_files import FILES, TODAY, norm_set, source_of


@pytest.fixture
def store(tmp_path: Path) -> MemoryStore:
    filled = MemoryStore(norm_set())
    import_files(filled, source_of(tmp_path / "in"), clock=FixedClock(TODAY), default_norms=norm_set())
    return filled


def test_that_an_export_writes_everything_and_leaves_its_line_in_the_audit(store: MemoryStore, tmp_path: Path) -> None:
    report = export_files(store, write_folder, tmp_path / "out")

    assert {file.name for file in (tmp_path / "out").iterdir()} == FILES.keys()
    assert report.rows[SourceFile.MEASURES] == 5
    assert report.revision == store.organisation.revision
    assert [entry.action for entry in store.audit] == ["import", "export"]


def test_that_a_failed_export_leaves_no_line(store: MemoryStore, tmp_path: Path) -> None:
    def refuse(organisation: Organisation, target: Path) -> Mapping[SourceFile, int]:
        raise TargetUnwritableError("no", why="not_allowed")

    with pytest.raises(TargetUnwritableError):
        export_files(store, refuse, tmp_path / "out")

    assert [entry.action for entry in store.audit] == ["import"]
