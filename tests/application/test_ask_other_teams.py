"""Help of another team is decided with the name of who agreed, or on record as not agreed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from caseload_planner.application.ask_other_teams import record_agreement
from caseload_planner.application.decide_proposal import DecideResult, decide
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.meeting_records import Agreement
from caseload_planner.application.propose_distribution import keep_own_plan
from caseload_planner.application.services import Services
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import AgreementMissingError, EmptyTextError
from caseload_planner.rules.round import Placement
from tests.application.stored_files import TODAY, audit_rows, stored
from tests.builders import ON, a_measure, a_worker, an_organisation


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    workers = [a_worker("ANN"), a_worker("OTHER", team="T2")]
    with stored(an_organisation(workers, [a_measure("M1"), a_measure("M2")], []), tmp_path / "town.sqlite") as opened:
        yield opened


def agree(services: Services, *, on=ON, position: Position = Position.FIRST, agreed_with: str = " Bea ") -> Agreement:
    return record_agreement(
        services,
        round_on=on,
        measure="M1",
        worker="OTHER",
        position=position,
        agreed_with=agreed_with,
        recorded_by="Leider",
    )


def decided(services: Services, *, worker: str = "OTHER", needed: bool = True) -> DecideResult:
    placements = (Placement("M1", worker),)
    stored_plan = keep_own_plan(services, ProposalRequest(on=ON, measures=("M1",)), placements)
    return decide(services, stored_plan.id, DecisionTerms(decided_by="Leider", agreements_needed=needed))


def test_that_who_agreed_is_kept_with_the_decision(services: Services) -> None:
    agree(services, agreed_with="Cor")
    newest = agree(services)
    result = decided(services)
    assert (newest.agreed_with, newest.agreed_on) == ("Bea", TODAY)
    assert result.decision.agreements == (newest,)
    with services.store.read() as unit:
        assert unit.decision(result.decision.id) == result.decision


@pytest.mark.parametrize("other", [{}, {"on": ON + timedelta(weeks=1)}, {"position": Position.SECOND}])
def test_that_another_team_is_not_decided_about_without_a_name(services: Services, other: dict[str, object]) -> None:
    if other:
        agree(services, **other)
    with pytest.raises(AgreementMissingError) as refusal:
        decided(services)
    assert refusal.value.figures == {"measure": "M1", "worker": "OTHER"}
    with services.store.read() as unit:
        assert unit.decisions() == ()


def test_that_the_own_team_is_not_asked(services: Services) -> None:
    assert decided(services, worker="ANN").decision.agreements == ()


def test_that_a_decision_that_does_not_ask_counts_what_nobody_agreed_to(services: Services) -> None:
    result = decided(services, needed=False)
    (figures,) = [figures for action, _, figures in audit_rows(services) if action == "round_decided"]
    assert '"not_agreed": 1' in figures
    assert result.decision.agreements == ()


def test_that_an_agreement_has_a_name_that_stays_out_of_the_trail(services: Services) -> None:
    with pytest.raises(EmptyTextError):
        agree(services, agreed_with=" ")
    agree(services)
    assert "agreement_recorded" in {action for action, _, _ in audit_rows(services)}
    assert "Bea" not in str(audit_rows(services))
