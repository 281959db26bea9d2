import os
import stat
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from caseload_planner.application.import_files import import_files
from caseload_planner.domain.errors import TargetUnwritableError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.exchange.reading import read_source
from caseload_planner.exchange.rendering import number_text
from caseload_planner.exchange.workbook_reading import WorkbookLimits
from caseload_planner.exchange.writing import write_folder, write_workbook
from tests.application.memory_store import FixedClock, MemoryStore
from tests.exchange.interchange_files import FILES, TODAY, norm_set, source_of
from tests.files.test_formula_guard import PAYLOADS

PRINTABLE_PAYLOADS = [payload.strip() for payload in PAYLOADS]


@pytest.fixture
def organisation(tmp_path: Path) -> Organisation:
    store = MemoryStore(norm_set())
    import_files(store, source_of(tmp_path / "source"), clock=FixedClock(TODAY), default_norms=norm_set())
    return store.organisation


def why(write: object, *arguments: object) -> object:
    assert callable(write)
    with pytest.raises(TargetUnwritableError) as refused:
        write(*arguments)
    return refused.value.figures["why"]


def called(organisation: Organisation, name: str) -> Organisation:
    workers = {key: replace(worker, name=name) for key, worker in organisation.workers.items()}
    return replace(organisation, workers=workers)


def test_that_every_file_is_there_with_line_feeds_only(organisation: Organisation, tmp_path: Path) -> None:
    write_folder(organisation, tmp_path / "out")

    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == sorted(FILES)
    assert all(b"\r" not in file.read_bytes() for file in (tmp_path / "out").iterdir())


@pytest.mark.parametrize("payload", PRINTABLE_PAYLOADS)
def test_that_no_name_becomes_a_formula(payload: str, organisation: Organisation, tmp_path: Path) -> None:
    dangerous = called(organisation, payload)

    write_folder(dangerous, tmp_path / "out")
    write_workbook(dangerous, tmp_path / "out.xlsx")

    with zipfile.ZipFile(tmp_path / "out.xlsx") as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)
    limits = WorkbookLimits(isolated=False)
    for path in (tmp_path / "out", tmp_path / "out.xlsx"):
        assert {line.value.name for line in read_source(path, limits).workers} == {payload}


def test_that_an_interchange_folder_is_replaced_whole(organisation: Organisation, tmp_path: Path) -> None:
    target = tmp_path / "out"
    write_folder(organisation, target)
    (target / "conflicts.csv").unlink()

    write_folder(organisation, target)

    assert sorted(file.name for file in target.iterdir()) == sorted(FILES)
    assert sorted(place.name for place in tmp_path.iterdir()) == ["out", "source"]


def test_that_a_folder_with_something_else_in_it_is_left_alone(organisation: Organisation, tmp_path: Path) -> None:
    target = tmp_path / "documents"
    target.mkdir()
    (target / "letter.odt").write_bytes(b"dear")

    assert why(write_folder, organisation, target) == "foreign_files"
    assert [file.name for file in target.iterdir()] == ["letter.odt"]


def test_that_a_file_in_the_place_of_a_folder_and_the_reverse_are_refused(
    organisation: Organisation, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "folder.xlsx").mkdir()

    assert why(write_folder, organisation, tmp_path / "file") == "is_file"
    assert why(write_workbook, organisation, tmp_path / "folder.xlsx") == "is_folder"
    assert why(write_workbook, organisation, tmp_path / "book.xls") == "wrong_suffix"
    assert why(write_folder, organisation, tmp_path / "none" / "out") == "no_folder"
    assert why(write_workbook, organisation, tmp_path / "none" / "out.xlsx") == "no_folder"


def test_that_a_failing_write_leaves_the_old_files_and_nothing_beside_them(
    organisation: Organisation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(organisation, tmp_path / "out")
    write_workbook(organisation, tmp_path / "out.xlsx")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    monkeypatch.setattr(Path, "replace", full)

    assert why(write_folder, called(organisation, "Other"), tmp_path / "out") == "not_allowed"
    assert why(write_workbook, called(organisation, "Other"), tmp_path / "out.xlsx") == "not_allowed"
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_that_only_the_owner_can_read_an_export(organisation: Organisation, tmp_path: Path) -> None:
    write_folder(organisation, tmp_path / "out")
    write_workbook(organisation, tmp_path / "out.xlsx")

    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700
        assert stat.S_IMODE((tmp_path / "out.xlsx").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("number", "text"),
    [("1.0", "1"), ("0.60", "0.6"), ("10", "10"), ("0", "0"), ("0.00", "0"), ("1E+1", "10"), ("1E-2", "0.01")],
)
def test_that_numbers_have_no_trailing_zeros(number: str, text: str) -> None:
    assert number_text(Decimal(number)) == text
