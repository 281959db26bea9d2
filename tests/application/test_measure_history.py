"""The history of a measure tells everything that happened to it, newest first, and nothing of other measures."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from caseload_planner.application.ask_other_teams import record_agreement
from caseload_planner.application.decide_proposal import decide
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.measure_history import HistoryKind, HistoryRow, measure_history
from caseload_planner.application.meeting_records import RecordedOverride
from caseload_planner.application.propose_distribution import keep_own_plan
from caseload_planner.application.services import Services
from caseload_planner.application.settle_disputes import answer_dispute, record_dispute
from caseload_planner.application.withdraw_round import withdraw_round
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.rules.round import Pin, Placement
from tests.application.stored_files import TODAY, stored
from tests.builders import ON, a_measure, a_worker, an_organisation, busy, holds, running

LONG_BEFORE = ON - timedelta(days=200)
LEFT_ON = ON - timedelta(days=10)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    cases, held = busy("OTHER", 16)
    organisation = an_organisation(
        [a_worker("ANN"), a_worker("OTHER", team="T2"), a_worker("GONE", ends_on=LEFT_ON)],
        [running("M1", first_contact_on=LONG_BEFORE), a_measure("M2"), *cases],
        [holds("M1", "GONE", since=LONG_BEFORE), *held],
    )
    with stored(organisation, tmp_path / "town.sqlite") as opened:
        yield opened


def decided(services: Services) -> str:
    pins = (Pin("M1", "OTHER", None),)
    request = ProposalRequest(on=ON, measures=("M1", "M2"), pins=pins)
    plan = keep_own_plan(services, request, [Placement("M1", "OTHER"), Placement("M2", "ANN")])
    return decide(
        services,
        plan.id,
        DecisionTerms(
            decided_by="Leider",
            remarks="krap",
            minutes={"M1": "Noord is vol", "M2": "ging snel"},
            overrides=[RecordedOverride(measure="M1", worker="OTHER", rule="H8", reason="tijdelijk")],
        ),
    ).decision.id


def kinds(rows: tuple[HistoryRow, ...]) -> list[str]:
    return [row.kind.value for row in rows]


def test_that_a_case_without_decisions_tells_what_it_is_and_who_had_it(services: Services) -> None:
    rows = measure_history(services, "M1")
    assert kinds(rows) == ["ended", "began", "first_contact", "started", "reported"]
    ended = rows[0]
    assert (ended.on, ended.worker, ended.name, ended.position) == (LEFT_ON, "GONE", "Naam GONE", Position.FIRST)


def test_that_a_decision_tells_who_what_was_said_set_aside_and_agreed(services: Services) -> None:
    record_agreement(
        services,
        round_on=ON,
        measure="M1",
        worker="OTHER",
        position=Position.FIRST,
        agreed_with="Zoë",
        recorded_by="Leider",
    )
    key = decided(services)
    of_decision = [row for row in measure_history(services, "M1") if row.decision == key]
    assert of_decision == [
        HistoryRow(
            on=TODAY,
            kind=HistoryKind.AGREEMENT,
            worker="OTHER",
            name="Naam OTHER",
            position=Position.FIRST,
            by="Zoë",
            decision=key,
        ),
        HistoryRow(
            on=TODAY,
            kind=HistoryKind.OVERRIDE,
            worker="OTHER",
            name="Naam OTHER",
            text="tijdelijk",
            rule="H8",
            decision=key,
        ),
        HistoryRow(on=TODAY, kind=HistoryKind.MINUTES, text="Noord is vol", decision=key),
        HistoryRow(on=TODAY, kind=HistoryKind.DECIDED, by="Leider", text="krap", decision=key),
    ]
    other = measure_history(services, "M2")
    assert [row.text for row in other if row.decision == key] == ["ging snel", "krap"]


def test_that_a_withdrawn_round_stays_in_the_history_without_what_it_began(services: Services) -> None:
    key = decided(services)
    assert kinds(measure_history(services, "M2"))[0] == "began"
    withdraw_round(services, key, withdrawn_by="Leider", reason="vergissing")
    rows = measure_history(services, "M2")
    assert "began" not in kinds(rows)
    (taken_back,) = [row for row in rows if row.kind is HistoryKind.WITHDRAWN]
    assert (taken_back.by, taken_back.text, taken_back.decision) == ("Leider", "vergissing", key)


def test_that_disputes_and_answers_are_told(services: Services) -> None:
    first = record_dispute(services, measure="M1", worker="ANN", says="te licht", recorded_by="Ann").id
    answer_dispute(services, first, answer="klopt", answered_by="Leider")
    record_dispute(services, measure="M2", worker="ANN", says="te zwaar", recorded_by="Ann")
    told = [(row.kind.value, row.by, row.text) for row in measure_history(services, "M1") if row.on == TODAY]
    assert told == [("dispute_answered", "Leider", "klopt"), ("dispute", "Ann", "te licht")]


def test_that_a_measure_that_is_not_there_is_refused(services: Services) -> None:
    with pytest.raises(UnknownKeyError):
        measure_history(services, "M9")
