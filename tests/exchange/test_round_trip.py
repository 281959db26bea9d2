from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from caseload_planner.application.import_files import import_files
from caseload_planner.application.import_report import ImportOutcome
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Organisation
from caseload_planner.exchange.reading import read_source
from caseload_planner.exchange.workbook_reading import WorkbookLimits
from caseload_planner.exchange.writing import write_folder, write_workbook
from caseload_planner.persistence.opening import create_store
from tests.application.memory_store import FixedClock, MemoryStore
from tests.exchange.interchange_files import FILES, TODAY, norm_set, source_of
from tests.exchange.organisations import organisations

HERE = WorkbookLimits(isolated=False)


def imported(path: Path, norms: NormSet) -> Organisation:
    store = MemoryStore(norms)
    report = import_files(store, read_source(path, HERE), clock=FixedClock(TODAY), default_norms=norms)
    assert report.problems == ()
    assert report.outcome is ImportOutcome.IMPORTED
    return store.organisation


def folder_bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@given(organisations())
def test_that_a_folder_comes_back_as_the_same_organisation_and_the_same_bytes(organisation: Organisation) -> None:
    with TemporaryDirectory() as name:
        place = Path(name)
        write_folder(organisation, place / "one")

        again = imported(place / "one", organisation.norms)
        write_folder(again, place / "two")

        assert again == organisation
        assert folder_bytes(place / "two") == folder_bytes(place / "one")


@settings(max_examples=30)
@given(organisations())
def test_that_folder_to_workbook_to_folder_gives_the_same_bytes(organisation: Organisation) -> None:
    with TemporaryDirectory() as name:
        place = Path(name)
        write_folder(organisation, place / "one")
        write_workbook(organisation, place / "one.xlsx")

        again = imported(place / "one.xlsx", organisation.norms)
        write_folder(again, place / "two")
        write_workbook(again, place / "two.xlsx")

        assert again == organisation
        assert folder_bytes(place / "two") == folder_bytes(place / "one")
        assert (place / "two.xlsx").read_bytes() == (place / "one.xlsx").read_bytes()


def test_that_canonical_files_are_exported_as_they_were_imported(tmp_path: Path) -> None:
    source = source_of(tmp_path / "in")
    store = MemoryStore(norm_set())
    import_files(store, source, clock=FixedClock(TODAY), default_norms=norm_set())

    write_folder(store.organisation, tmp_path / "out")

    assert folder_bytes(tmp_path / "out") == {name: text.encode() for name, text in FILES.items()}


def test_that_an_export_into_an_empty_database_is_exported_again_as_the_same_bytes(tmp_path: Path) -> None:
    clock = FixedClock(TODAY)
    with create_store(tmp_path / "one.db") as one, create_store(tmp_path / "two.db") as two:
        import_files(one, source_of(tmp_path / "in"), clock=clock, default_norms=norm_set())
        with one.read() as unit:
            write_workbook(unit.snapshot(), tmp_path / "out.xlsx")
        source = read_source(tmp_path / "out.xlsx", HERE)
        import_files(two, source, clock=clock, default_norms=norm_set())
        with two.read() as unit:
            write_folder(unit.snapshot(), tmp_path / "out")

    assert folder_bytes(tmp_path / "out") == {name: text.encode() for name, text in FILES.items()}


@pytest.mark.parametrize("column", ["first_contact_on", "plan_on"])
def test_that_the_optional_columns_are_both_there_as_soon_as_one_is_needed(column: str, tmp_path: Path) -> None:
    norms = norm_set()
    store = MemoryStore(norms)
    import_files(store, source_of(tmp_path / "in"), clock=FixedClock(TODAY), default_norms=norms)
    measures = dict(store.organisation.measures)
    measures["M1"] = replace(measures["M1"], **{column: date(2025, 3, 8)})
    organisation = replace(store.organisation, measures=measures)

    write_folder(organisation, tmp_path / "out")

    header = (tmp_path / "out" / "measures.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.endswith(",method,first_contact_on,plan_on")
    assert imported(tmp_path / "out", norms) == organisation
