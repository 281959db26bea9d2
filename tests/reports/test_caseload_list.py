"""The caseload on paper says the figures of the page, dated, with the norm in force."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from caseload_planner.application.caseload_rows import Mark, caseload_overview
from caseload_planner.application.services import Services
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.errors import TargetUnwritableError, UnknownKeyError
from caseload_planner.domain.organisation import Employment
from caseload_planner.reports import caseload_texts as texts
from caseload_planner.reports.caseload_list import write_caseload
from caseload_planner.reports.caseload_pdf import caseload_pdf
from caseload_planner.reports.caseload_workbook import caseload_workbook
from tests.application.stored_files import audit_rows, organisation_in, stored
from tests.builders import ON, a_measure, a_worker, an_organisation, busy


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    full, held = busy("FULL", 15)
    some, others = busy("ANN", 4)
    organisation = an_organisation(
        [
            a_worker("ANN", name="=1+1", employment=Employment.SECONDED),
            a_worker("FULL", name="F <b>u</b>ll"),
            a_worker("BEA", team="T2", fte="0.89"),
        ],
        [a_measure("NEW"), *full, *some],
        [*held, *others],
    )
    with stored(organisation, tmp_path / "town.sqlite") as opened:
        yield opened


def overview(services: Services, *teams: str):
    return caseload_overview(caseload_on(organisation_in(services), ON), teams)


def test_that_the_head_names_the_norm_and_counts(services: Services) -> None:
    counts, norm = texts.head_words(overview(services))
    assert counts == "3 medewerkers, samen 19,00 punten; 1 boven de werknorm; 1 te verdelen"
    assert norm.startswith("Norm vanaf 1 januari 2026")


def test_that_a_workbook_has_the_figures_of_the_page(services: Services) -> None:
    seen = overview(services)
    workbook = CalamineWorkbook.from_filelike(BytesIO(caseload_workbook(seen, demo=False)))
    assert workbook.sheet_names == list(texts.SHEETS.values())
    header, *rows = workbook.get_sheet_by_name(texts.SHEETS["workers"]).to_python()
    people = {row["Sleutel"]: row for row in (dict(zip(header, row, strict=True)) for row in rows)}
    assert people.keys() == {row.worker for row in seen.workers}
    assert (people["FULL"]["Caseload"], people["FULL"]["Werknorm"], people["FULL"]["Ruimte"]) == (15.0, 14.3, -0.7)
    assert people["ANN"]["Medewerker"] == "=1+1"
    assert people["ANN"]["Bijzonder"] == "team D"
    assert people["BEA"]["Caseload"] == 0
    header, *rows = workbook.get_sheet_by_name(texts.SHEETS["teams"]).to_python()
    first = dict(zip(header, rows[0], strict=True))
    assert (first["Team"], first["Caseload"], first["Gefinancierd"], first["Per fte"]) == ("T1", 19.0, 25.6, 9.5)
    about = workbook.get_sheet_by_name(texts.SHEETS["about"]).to_python()
    assert about[0] == ["Caseload op maandag 23 november 2026"]


def test_that_a_pdf_is_drawn_also_for_nobody(services: Services) -> None:
    assert caseload_pdf(overview(services), demo=True).startswith(b"%PDF-")
    assert caseload_pdf(overview(services, "Z1"), demo=False).startswith(b"%PDF-")


def test_that_every_mark_has_a_word() -> None:
    assert texts.MARKS.keys() == set(Mark)


@pytest.mark.parametrize("name", ["caseload.pdf", "CASELOAD.XLSX"])
def test_that_the_caseload_of_some_teams_is_written_whole_and_noted(
    services: Services, tmp_path: Path, name: str
) -> None:
    assert write_caseload(services, ON, ["T1"], tmp_path / name) == 2
    assert (tmp_path / name).stat().st_size > 3000
    action, _, figures = audit_rows(services)[-1]
    assert action == "caseload_list"
    assert '"on": "2026-11-23"' in figures
    assert '"teams": "T1"' in figures


def test_that_what_cannot_be_written_changes_nothing(services: Services, tmp_path: Path) -> None:
    rows = audit_rows(services)
    with pytest.raises(TargetUnwritableError):
        write_caseload(services, ON, [], tmp_path / "caseload.doc")
    with pytest.raises(TargetUnwritableError):
        write_caseload(services, ON, [], tmp_path / "nowhere" / "caseload.pdf")
    with pytest.raises(UnknownKeyError):
        write_caseload(services, ON + timedelta(days=1), ["T9"], tmp_path / "caseload.pdf")
    assert [path.name for path in tmp_path.iterdir() if "caseload" in path.name.lower()] == []
    assert audit_rows(services) == rows
