"""The besluitenlijst says what was decided, of what and why, and arrives whole or not at all."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from caseload_planner.application.decide_proposal import decide
from caseload_planner.application.decision_document import decision_document, latest_proposal
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.meeting_records import RecordedOverride
from caseload_planner.application.propose_distribution import keep_own_plan
from caseload_planner.application.services import Services
from caseload_planner.bootstrap import verify_file
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.errors import TargetUnwritableError, UnknownKeyError
from caseload_planner.domain.measures import MeasureType, Wanted
from caseload_planner.reports import document_texts as texts
from caseload_planner.reports.decision_list import write_decision_list
from caseload_planner.reports.decision_pdf import decision_pdf
from caseload_planner.reports.decision_workbook import decision_workbook
from caseload_planner.rules.round import Pin, Placement
from tests.application.stored_files import stored
from tests.builders import ON, a_measure, a_worker, an_organisation, busy

REMARKS = "Besproken in het team"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    cases, held = busy("FULL", 15)
    organisation = an_organisation(
        [a_worker("ANN", name="=SUM(1;2)"), a_worker("BEA", team="T2", name="B <b>ea</b> & co"), a_worker("FULL")],
        [
            a_measure("NEW", factors=frozenset({"acute_safety"})),
            a_measure("DUO", duo=Wanted.REQUIRED),
            a_measure("PMG", team="T2", type=MeasureType.PMG_KANSRIJK),
            *cases,
        ],
        held,
    )
    with stored(organisation, tmp_path / "town.sqlite") as opened:
        yield opened


def drawn(services: Services) -> str:
    """Keep a plan: one pinned above the ceiling, a duo over two teams, one left over."""
    request = ProposalRequest(on=ON, pins=(Pin("NEW", "FULL"),))
    placements = [Placement("NEW", "FULL"), Placement("DUO", "BEA", "ANN")]
    return keep_own_plan(services, request, placements).id


def decided(services: Services) -> str:
    proposal = drawn(services)
    override = RecordedOverride(measure="NEW", worker="FULL", rule="H8", reason="kent het gezin")
    decide(services, proposal, DecisionTerms(decided_by="T. Leider", overrides=[override], remarks=REMARKS))
    return proposal


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


def test_that_a_document_reads_the_round_as_it_was_decided(services: Services) -> None:
    document = decision_document(services, decided(services))
    (team,) = document.teams
    duo, new = team.rows
    assert (duo.case.measure, duo.first.worker, duo.second and duo.second.worker) == ("DUO", "BEA", "ANN")
    assert duo.first.asked_elsewhere
    assert duo.case.weight == 150
    assert (new.case.urgent, new.case.weight) == (True, 165)
    assert (new.first.load.before, new.first.load.after) == (1500, 1665)
    assert new.reasons[0].code == "pinned"
    (left,) = document.left_over
    assert left.case.measure == "PMG"
    assert dict(left.kept_away)["H4"] == 3
    assert [(row.rule, row.reason) for row in document.overrides] == [("H8", "kent het gezin")]


def test_that_a_draft_shows_which_reasons_are_still_asked(services: Services) -> None:
    document = decision_document(services, drawn(services))
    assert document.decision is None
    assert [(row.measure, row.rule, row.reason) for row in document.overrides] == [("NEW", "H8", None)]
    assert "nog niet vastgesteld" in texts.decided_words(document)


def test_that_the_head_names_who_decided_and_the_norm(services: Services) -> None:
    document = decision_document(services, decided(services))
    assert texts.decided_words(document).startswith("Vastgesteld door T. Leider op 21 november 2026")
    assert "12,80" in texts.norm_words(document.norm)
    assert texts.count_words(document).startswith("2 maatregelen toegewezen, 1 niet toegewezen")


def test_that_the_newest_decided_round_goes_before_drafts(services: Services) -> None:
    with pytest.raises(UnknownKeyError, match="nothing was proposed"):
        latest_proposal(services)
    first = drawn(services)
    assert latest_proposal(services) == first
    second = decided(services)
    assert latest_proposal(services) == second
    assert latest_proposal(services, ON) == second
    with pytest.raises(UnknownKeyError, match="2026-11-30"):
        latest_proposal(services, ON.replace(day=30))


def test_that_a_pdf_is_drawn_with_its_fonts_and_title(services: Services) -> None:
    pdf = decision_pdf(decision_document(services, decided(services)))
    assert pdf.startswith(b"%PDF-")
    assert b"FontFile2" in pdf
    assert pages(pdf) == 1


def test_that_only_a_draft_has_a_watermark(services: Services) -> None:
    proposal = decided(services)
    shown = decision_pdf(decision_document(services, proposal))
    again = drawn_after(services)
    assert b"/ca .08" in decision_pdf(decision_document(services, again))
    assert b"/ca .08" not in shown


def drawn_after(services: Services) -> str:
    """Keep an empty plan for what is left over."""
    return keep_own_plan(services, ProposalRequest(on=ON), []).id


def test_that_a_round_of_nothing_is_still_a_document(services: Services) -> None:
    empty = keep_own_plan(services, ProposalRequest(on=ON, teams=("Z1",)), []).id
    document = decision_document(services, empty)
    assert pages(decision_pdf(document)) == 1
    assert decision_workbook(document)


def test_that_a_workbook_has_numbers_as_numbers_and_names_as_text(services: Services) -> None:
    content = decision_workbook(decision_document(services, decided(services)))
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    without = {texts.SHEETS["minutes"], texts.SHEETS["handovers"]}
    assert workbook.sheet_names == [name for name in texts.SHEETS.values() if name not in without]
    header, duo, new = workbook.get_sheet_by_name(texts.SHEETS["placed"]).to_python()
    placed = [dict(zip(header, row, strict=True)) for row in (duo, new)]
    assert [row["Maatregel"] for row in placed] == ["DUO", "NEW"]
    assert placed[0]["Tweede contactpersoon"] == "=SUM(1;2)"
    assert placed[1]["Gewicht"] == 1.65
    assert placed[1]["Eerste na"] == pytest.approx(16.65 / 14.3)
    loads = workbook.get_sheet_by_name(texts.SHEETS["loads"]).to_python()
    assert ["Naam FULL", "T1", 15.0, 16.65, 14.3, 16.0] in [row[:6] for row in loads]
    about = workbook.get_sheet_by_name(texts.SHEETS["about"]).to_python()
    assert [REMARKS] in about


def test_that_no_cell_of_a_workbook_is_a_formula(services: Services) -> None:
    content = decision_workbook(decision_document(services, decided(services)))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name]
    assert sheets
    assert not any(b"<f>" in sheet for sheet in sheets)


@pytest.mark.parametrize("name", ["list.pdf", "LIST.XLSX"])
def test_that_a_list_is_written_whole_and_noted(services: Services, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_text("the list of last week")
    proposal, path = decided(services), services.path
    rows = verify_file(path).audit_rows
    write_decision_list(services, proposal, target)
    assert verify_file(path).audit_rows == rows + 1
    assert target.stat().st_size > 3000
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


@pytest.mark.parametrize("name", ["list.doc", "nowhere/list.pdf", "folder.pdf"])
def test_that_a_target_that_cannot_be_written_changes_nothing(services: Services, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.pdf").mkdir()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(TargetUnwritableError, match=Path(name).name):
        write_decision_list(services, drawn(services), tmp_path / name)
    assert sorted(tmp_path.iterdir()) == before
