"""Deciding a proposal writes its assignments whole, once, and only while what it answers is still so."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.application.check_proposal import check
from caseload_planner.application.decide_proposal import decide
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.meeting_records import RecordedOverride
from caseload_planner.application.ports import StoredProposal
from caseload_planner.application.propose_distribution import keep_own_plan
from caseload_planner.application.services import Services
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.errors import OverrideReasonError, PlannerError, StaleProposalError, UnknownKeyError
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Organisation
from caseload_planner.rules.round import Pin, Placement
from tests.application.stored_files import change, organisation_in, stored
from tests.builders import NORM, ON, a_measure, a_worker, an_organisation, busy, holds, running

DAY = timedelta(days=1)
LEFT_ON = ON - timedelta(days=10)


def the_organisation() -> Organisation:
    """Two people for two new measures, one who left a measure behind, one nearly full, one far away."""
    cases, held = busy("FULL", 15)
    return an_organisation(
        [
            a_worker("ANN"),
            a_worker("BEA"),
            a_worker("GONE", ends_on=LEFT_ON),
            a_worker("FULL"),
            a_worker("FAR", team="Z1"),
        ],
        [
            a_measure("NEW"),
            a_measure("DUO", duo=Wanted.PREFERRED),
            running("LEFT", duo=Wanted.PREFERRED),
            *cases,
            running("AWAY", team="Z1"),
        ],
        [holds("LEFT", "GONE"), holds("LEFT", "BEA", "second"), holds("AWAY", "FAR"), *held],
    )


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with stored(the_organisation(), tmp_path / "town.sqlite") as opened:
        yield opened


def drawn(services: Services, *placements: Placement, pins: tuple[Pin, ...] = ()) -> StoredProposal:
    """Keep a plan for exactly these measures."""
    measures = tuple(placement.measure for placement in placements)
    return keep_own_plan(services, ProposalRequest(on=ON, measures=measures, pins=pins), placements)


def assignments_of(services: Services, measure: str) -> tuple[Assignment, ...]:
    return organisation_in(services).assignments_of[measure]


def test_that_a_decision_begins_first_and_second_on_the_date_of_the_round(services: Services) -> None:
    decide(services, drawn(services, Placement("DUO", "ANN", "BEA")).id, DecisionTerms(decided_by="Leider"))
    assert assignments_of(services, "DUO") == (holds("DUO", "ANN", since=ON), holds("DUO", "BEA", "second", since=ON))


def test_that_deciding_again_changes_nothing_and_says_so(services: Services) -> None:
    proposal = drawn(services, Placement("NEW", "ANN")).id
    first = decide(services, proposal, DecisionTerms(decided_by="Leider"))
    before = organisation_in(services)
    again = decide(services, proposal, DecisionTerms(decided_by="Iemand anders"))
    assert again.already_decided
    assert again.decision == first.decision
    assert organisation_in(services).revision == before.revision


def test_that_a_second_contact_who_stayed_behind_keeps_her_own_start(services: Services) -> None:
    decide(services, drawn(services, Placement("LEFT", "ANN", "BEA")).id, DecisionTerms(decided_by="Leider"))
    now = {a.position: a for a in assignments_of(services, "LEFT") if a.holds_on(ON)}
    assert now[Position.SECOND] == holds("LEFT", "BEA", "second")
    assert now[Position.FIRST] == holds("LEFT", "ANN", since=ON)


def test_that_a_second_contact_who_is_replaced_ends_the_day_before(services: Services) -> None:
    decide(services, drawn(services, Placement("LEFT", "BEA", "ANN")).id, DecisionTerms(decided_by="Leider"))
    assert holds("LEFT", "BEA", "second", until=ON - DAY) in assignments_of(services, "LEFT")
    assert holds("LEFT", "ANN", "second", since=ON) in assignments_of(services, "LEFT")


def test_that_who_left_ends_on_her_last_day(services: Services) -> None:
    decide(services, drawn(services, Placement("LEFT", "ANN", "BEA")).id, DecisionTerms(decided_by="Leider"))
    assert holds("LEFT", "GONE", until=LEFT_ON) in assignments_of(services, "LEFT")


def norm_with(**figures: object) -> OrganisationChanges:
    return OrganisationChanges(norms=(replace(NORM, **figures),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [
        OrganisationChanges(assignments=(holds("DUO", "ANN", since=ON - DAY),)),
        OrganisationChanges(measures=(a_measure("NEW", closed_on=ON - DAY),)),
        OrganisationChanges(measures=(a_measure("NEW", factors=frozenset({"age_17"})),)),
        OrganisationChanges(workers=(a_worker("BEA", skj_until=None),)),
        norm_with(working=1400),
    ],
    ids=["a candidate's load", "the measure is closed", "the measure weighs more", "a candidate's papers", "the norm"],
)
def test_that_a_proposal_whose_inputs_changed_is_refused(services: Services, changes: OrganisationChanges) -> None:
    proposal = drawn(services, Placement("NEW", "ANN")).id
    change(services, changes)
    before = assignments_of(services, "NEW")
    with pytest.raises(StaleProposalError, match=proposal):
        decide(services, proposal, DecisionTerms(decided_by="Leider"))
    assert assignments_of(services, "NEW") == before
    assert check(services, proposal).stale


@pytest.mark.parametrize(
    "changes",
    [
        OrganisationChanges(assignments=(holds("AWAY", "FAR", until=ON - DAY),)),
        OrganisationChanges(measures=(a_measure("LATER", team="Z1"),)),
        OrganisationChanges(norms=(replace(NORM, valid_from=date(2027, 1, 1), working=1400),)),
    ],
    ids=["load in another region", "a measure in another region", "a norm of next year"],
)
def test_that_changes_elsewhere_leave_a_proposal_good(services: Services, changes: OrganisationChanges) -> None:
    proposal = drawn(services, Placement("NEW", "ANN")).id
    change(services, changes)
    assert not decide(services, proposal, DecisionTerms(decided_by="Leider")).already_decided


def over_the_ceiling(services: Services) -> StoredProposal:
    """Give a plan in which the leader pinned a measure to somebody who is full."""
    return drawn(services, Placement("NEW", "FULL"), pins=(Pin("NEW", "FULL"),))


def override(rule: str = "H8", worker: str = "FULL", reason: str = "kent het gezin") -> RecordedOverride:
    return RecordedOverride(measure="NEW", worker=worker, rule=rule, reason=reason)


def test_that_a_starred_rule_is_set_aside_with_a_recorded_reason(services: Services) -> None:
    result = decide(services, over_the_ceiling(services).id, DecisionTerms(decided_by="Leider", overrides=[override()]))
    assert result.decision.overrides == (override(),)
    assert holds("NEW", "FULL", since=ON) in assignments_of(services, "NEW")


@pytest.mark.parametrize("given", [[], [override(reason="  ")], [override(worker="ANN")], [override("H10")]])
def test_that_a_starred_rule_without_its_reason_is_refused(services: Services, given: list[RecordedOverride]) -> None:
    with pytest.raises(OverrideReasonError, match=r"H8|H10"):
        decide(services, over_the_ceiling(services).id, DecisionTerms(decided_by="Leider", overrides=given))
    assert assignments_of(services, "NEW") == ()


def test_that_an_override_nobody_needs_is_refused(services: Services) -> None:
    with pytest.raises(OverrideReasonError, match="needs no override"):
        decide(
            services,
            drawn(services, Placement("NEW", "ANN")).id,
            DecisionTerms(decided_by="L", overrides=[override(worker="ANN")]),
        )


def test_that_an_unknown_proposal_is_named(services: Services) -> None:
    with pytest.raises(UnknownKeyError, match="P-nothing"):
        decide(services, "P-nothing", DecisionTerms(decided_by="Leider"))


def test_that_a_decided_proposal_still_passes_the_check(services: Services) -> None:
    proposal = drawn(services, Placement("LEFT", "BEA", "ANN")).id
    assert check(services, proposal).passed
    decide(services, proposal, DecisionTerms(decided_by="Leider"))
    assert check(services, proposal).passed


def test_that_a_plan_that_breaks_a_rule_without_a_pin_is_not_even_kept(services: Services) -> None:
    with pytest.raises(PlannerError, match="H8"):
        drawn(services, Placement("NEW", "FULL"))
    with services.store.read() as unit:
        assert unit.proposals() == ()


def test_that_two_rounds_on_one_day_follow_each_other(services: Services) -> None:
    decide(services, drawn(services, Placement("NEW", "ANN")).id, DecisionTerms(decided_by="Leider"))
    decide(services, drawn(services, Placement("DUO", "ANN", "BEA")).id, DecisionTerms(decided_by="Leider"))
    with services.store.read() as unit:
        assert len(unit.decisions()) == 2


def test_that_a_case_that_next_week_has_given_away_is_not_given_a_second_time(services: Services) -> None:
    later = ON + timedelta(days=7)
    this_week = drawn(services, Placement("NEW", "BEA"))
    next_week = keep_own_plan(services, ProposalRequest(on=later, measures=("NEW",)), (Placement("NEW", "ANN"),))
    decide(services, next_week.id, DecisionTerms(decided_by="Anna"))
    with pytest.raises(StaleProposalError):
        decide(services, this_week.id, DecisionTerms(decided_by="Anna"))
    with pytest.raises(PlannerError, match="as of a later day"):
        drawn(services, Placement("NEW", "BEA"))
    firsts = [one for one in assignments_of(services, "NEW") if one.position is Position.FIRST]
    assert [(one.worker, one.from_on) for one in firsts] == [("ANN", later)]
