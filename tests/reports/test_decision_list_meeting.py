"""The besluitenlijst shows what was settled around the round: minutes, agreements, handovers, a withdrawal."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from caseload_planner.application.ask_other_teams import record_agreement
from caseload_planner.application.decide_proposal import decide
from caseload_planner.application.decision_document import decision_document, latest_proposal
from caseload_planner.application.decision_rows import DecisionDocument
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.plan_records import PlannedHandover, PlanState, StoredWindDown
from caseload_planner.application.propose_distribution import keep_own_plan
from caseload_planner.application.services import Services
from caseload_planner.application.withdraw_round import withdraw_round
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.calendar import monday_of
from caseload_planner.domain.measures import Wanted
from caseload_planner.reports import document_texts as texts
from caseload_planner.reports.decision_pdf import decision_pdf
from caseload_planner.reports.decision_workbook import decision_workbook
from caseload_planner.rules.round import Placement
from tests.application.stored_files import stored
from tests.builders import ON, a_measure, a_worker, an_organisation, holds, running
from tests.winddown.kept_plans import a_kept_plan

MINUTES = "Eerst bellen met school.\n<b>Daarna</b> huisbezoek."
WEEK = timedelta(weeks=1)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    organisation = an_organisation(
        [a_worker("ANN"), a_worker("BEA", team="T2"), a_worker("COR", team="T3"), a_worker("FAR", team="Z1")],
        [a_measure("DUO", duo=Wanted.REQUIRED), a_measure("NEW"), running("OLD"), running("AWAY", team="Z1")],
        [holds("OLD", "COR"), holds("AWAY", "FAR")],
    )
    with stored(organisation, tmp_path / "town.sqlite") as opened:
        yield opened


def drawn(services: Services) -> str:
    """Keep a plan: a duo over two teams and one more of another team."""
    placements = [Placement("DUO", "ANN", "BEA"), Placement("NEW", "COR")]
    return keep_own_plan(services, ProposalRequest(on=ON, teams=("T1",)), placements).id


def agree(services: Services) -> None:
    record_agreement(
        services,
        round_on=ON,
        measure="DUO",
        worker="BEA",
        position=Position.SECOND,
        agreed_with="Zoë van <Noord>",
        recorded_by="T. Leider",
    )


def decided(services: Services) -> str:
    agree(services)
    proposal = drawn(services)
    return decide(services, proposal, DecisionTerms(decided_by="T. Leider", minutes={"DUO": MINUTES})).decision.proposal


def plan(services: Services, *weeks: date, state: PlanState | None = PlanState.ACCEPTED) -> None:
    """Keep a plan that hands OLD (and AWAY of another region) over, with receivers who come along from these weeks."""
    now = services.clock.now()
    key = services.make_key("W")
    until = ON + 9 * WEEK
    stored_plan = StoredWindDown(
        id=key, made_by="Leider", made_at=now, on=ON, until=until, revision=1, document=a_kept_plan(ON, until)
    )
    rows = [
        PlannedHandover(
            plan=key,
            measure=measure,
            from_worker=giver,
            to_worker="ANN",
            position=Position.FIRST,
            week=week + 2 * WEEK,
            overlap_weeks=2,
        )
        for (measure, giver), week in zip((("OLD", "COR"), ("AWAY", "FAR")), weeks, strict=False)
    ]
    with services.store.write() as unit:
        unit.wind_downs.record(stored_plan, rows)
        if state is not None:
            unit.wind_downs.settle(key, state, settled_by="Leider", settled_at=now)
        unit.commit()


def rows_of(document: DecisionDocument, sheet: str) -> list[dict[str, Any]]:
    workbook = CalamineWorkbook.from_filelike(BytesIO(decision_workbook(document)))
    header, *rows = workbook.get_sheet_by_name(texts.SHEETS[sheet]).to_python()
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_that_minutes_stand_in_the_list_as_they_were_written(services: Services) -> None:
    document = decision_document(services, decided(services))
    assert [(row.measure, row.family, row.text) for row in document.minutes] == [("DUO", "F-DUO", MINUTES)]
    assert rows_of(document, "minutes") == [{"Maatregel": "DUO", "Gezin": "F-DUO", "Besproken": MINUTES}]
    assert decision_pdf(document).startswith(b"%PDF-")


def test_that_help_of_another_team_shows_who_agreed_or_that_nobody_is_recorded(services: Services) -> None:
    document = decision_document(services, decided(services))
    duo, new = rows_of(document, "placed")
    assert duo["Gevraagd aan ander team"] == "gevraagd aan T2, akkoord: Zoë van <Noord>"
    assert new["Gevraagd aan ander team"] == "gevraagd aan T3, akkoord niet vastgelegd"
    (part,) = document.teams
    assert [row.first.asked_elsewhere for row in part.rows] == [False, True]


def test_that_a_draft_shows_the_agreements_that_there_are(services: Services) -> None:
    proposal = drawn(services)
    (part,) = decision_document(services, proposal).teams
    assert part.rows[0].second is not None
    assert part.rows[0].second.agreed_with is None
    agree(services)
    (part,) = decision_document(services, proposal).teams
    assert part.rows[0].second is not None
    assert part.rows[0].second.agreed_with == "Zoë van <Noord>"


def test_that_a_decided_list_keeps_what_it_confirmed_and_a_draft_what_still_waits(services: Services) -> None:
    monday = monday_of(ON)
    plan(services, monday - WEEK, monday)
    with services.store.read() as unit:
        away, old = sorted(unit.wind_downs.accepted_handovers(), key=lambda row: row.measure)
    draft = drawn(services)
    assert [row.measure for row in decision_document(services, draft).handovers] == ["OLD", "AWAY"]
    decided_now = decide(services, draft, DecisionTerms(decided_by="T. Leider", handovers=[old])).decision
    with services.store.write() as unit:
        unit.wind_downs.settle(old.plan, PlanState.WITHDRAWN, settled_by="L", settled_at=services.clock.now())
        unit.commit()
    document = decision_document(services, decided_now.proposal)
    assert [(row.measure, row.confirmed) for row in document.handovers] == [("OLD", True)]
    assert away.measure == "AWAY"


def test_that_handovers_of_the_week_stand_in_the_list_of_their_teams(services: Services) -> None:
    monday = monday_of(ON)
    plan(services, monday, monday)
    plan(services, monday + WEEK)
    plan(services, monday, state=None)
    document = decision_document(services, decided(services))
    assert [row.measure for row in document.handovers] == ["AWAY", "OLD"]
    (_, old) = rows_of(document, "handovers")
    assert (old["Van"], old["Naar"], old["Week van"], old["Weken meelopen"]) == (
        "Naam COR",
        "Naam ANN",
        monday + 2 * WEEK,
        2,
    )
    assert old["Stand"] == "gepland"
    elsewhere = keep_own_plan(services, ProposalRequest(on=ON, teams=("T3",)), []).id
    assert [row.measure for row in decision_document(services, elsewhere).handovers] == ["OLD"]
    assert decision_pdf(document).startswith(b"%PDF-")


def test_that_a_list_without_minutes_or_handovers_has_no_such_sheets(services: Services) -> None:
    document = decision_document(services, drawn(services))
    names = CalamineWorkbook.from_filelike(BytesIO(decision_workbook(document))).sheet_names
    assert texts.SHEETS["minutes"] not in names
    assert texts.SHEETS["handovers"] not in names


def test_that_a_withdrawn_round_says_so_on_every_page_and_is_the_newest_no_longer(services: Services) -> None:
    proposal = decided(services)
    standing = decision_document(services, proposal)
    assert b"/ca .08" not in decision_pdf(standing)
    assert standing.decision is not None
    withdraw_round(services, standing.decision.id, withdrawn_by="T. Leider", reason="verkeerde week")
    document = decision_document(services, proposal)
    assert b"/ca .08" in decision_pdf(document)
    first = texts.head_words(document)[0]
    assert first.startswith("Ingetrokken door T. Leider op 21 november 2026")
    assert first.endswith("verkeerde week")
    assert [part.rows for part in document.teams] == [part.rows for part in standing.teams]
    newer = drawn(services)
    assert latest_proposal(services) == newer
