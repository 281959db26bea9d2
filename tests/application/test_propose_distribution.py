"""Proposing reads, solves and keeps a draft; it decides nothing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from caseload_planner.application.explain_proposal import explain
from caseload_planner.application.propose_distribution import propose
from caseload_planner.application.services import Services
from caseload_planner.distribution.proposal import ProposalRequest, Status
from caseload_planner.domain.errors import DatabaseUnusableError, RuleRefusalError, UnknownKeyError
from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.run_control import Progress, StopSignal
from caseload_planner.persistence.opening import open_store
from caseload_planner.rules.round import Pin
from tests.application.stored_files import organisation_in, stored
from tests.builders import ON, a_measure, a_worker, an_organisation


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    organisation = an_organisation(
        [a_worker("ANN"), a_worker("BEA"), a_worker("NEW", skj_until=None), a_worker("FAR", team="Z1")],
        [a_measure("M1"), a_measure("M2", team="T2"), a_measure("M3", type=MeasureType.PMG_KANSRIJK)],
    )
    with stored(organisation, tmp_path / "town.sqlite") as opened:
        yield opened


def test_that_a_proposal_is_kept_as_a_draft_and_writes_no_assignment(services: Services) -> None:
    before = organisation_in(services)
    made = propose(services, ProposalRequest(on=ON))
    with services.store.read() as unit:
        assert unit.proposal(made.id) == made
        assert unit.decisions() == ()
    assert organisation_in(services).assignments == before.assignments


def test_that_what_nobody_may_take_is_left_over_with_its_rule(services: Services) -> None:
    proposal = propose(services, ProposalRequest(on=ON)).proposal
    assert {placement.measure for placement in proposal.placements} == {"M1", "M2"}
    assert [row.measure for row in proposal.unplaced] == ["M3"]
    assert "H4" in proposal.unplaced[0].rules
    assert proposal.status is Status.OPTIMAL


def test_that_only_the_measures_of_chosen_teams_are_asked(services: Services) -> None:
    assert propose(services, ProposalRequest(on=ON, teams=("T2",))).asked == ("M2",)


def test_that_pins_and_exclusions_hold(services: Services) -> None:
    request = ProposalRequest(on=ON, pins=(Pin("M1", "BEA"),), exclusions=(("M2", "ANN"),))
    placed = {p.measure: p.first for p in propose(services, request).proposal.placements}
    assert placed == {"M1": "BEA", "M2": "BEA"}


def test_that_a_pin_against_an_unstarred_rule_is_refused_by_name(services: Services) -> None:
    with pytest.raises(RuleRefusalError, match="H3"):
        propose(services, ProposalRequest(on=ON, pins=(Pin("M1", "NEW"),)))


def test_that_an_unknown_profile_is_named_with_those_that_there_are(services: Services) -> None:
    with pytest.raises(UnknownKeyError, match="balanced"):
        propose(services, ProposalRequest(on=ON, profile="perfect"))


def test_that_a_stop_before_the_search_still_gives_a_valid_proposal(services: Services) -> None:
    stop = StopSignal()
    stop.request()
    made = propose(services, ProposalRequest(on=ON), stop=stop)
    assert len(made.proposal.placements) == 2


def test_that_nothing_to_distribute_gives_an_empty_proposal(services: Services) -> None:
    made = propose(services, ProposalRequest(on=ON, teams=("T3",)))
    assert (made.asked, made.proposal.placements, made.proposal.unplaced) == ((), (), ())


def test_that_why_not_names_the_rule_for_the_unregistered_and_leaves_other_regions_out(services: Services) -> None:
    made = propose(services, ProposalRequest(on=ON))
    others = {other.worker: other for other in explain(services, made.id, "M1").others}
    assert [breach.rule for breach in others["NEW"].breaches] == ["H3"]
    assert "FAR" not in others


def test_that_a_measure_that_was_not_asked_cannot_be_explained(services: Services) -> None:
    made = propose(services, ProposalRequest(on=ON, teams=("T2",)))
    with pytest.raises(UnknownKeyError, match="M1"):
        explain(services, made.id, "M1")


def test_that_a_file_that_another_program_writes_to_is_said_before_the_search(services: Services) -> None:
    searched: list[Progress] = []
    with open_store(services.path, wait_seconds=0.0) as impatient, services.store.write():
        with pytest.raises(DatabaseUnusableError) as refusal:
            propose(replace(services, store=impatient), ProposalRequest(on=ON), on_progress=searched.append)
        assert refusal.value.figures["why"] == "locked"
    assert searched == []
    assert propose(services, ProposalRequest(on=ON), on_progress=searched.append).proposal.placements
    assert searched
