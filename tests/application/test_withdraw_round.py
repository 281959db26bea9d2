"""A withdrawn round leaves the organisation as it stood before it, and everything on record."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from caseload_planner.application.changes import OrganisationChanges, assignment_key
from caseload_planner.application.check_proposal import check
from caseload_planner.application.decide_proposal import decide
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.ports import Decision
from caseload_planner.application.propose_distribution import keep_own_plan
from caseload_planner.application.services import Services
from caseload_planner.application.withdraw_round import withdraw_round
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.errors import EmptyTextError, StaleProposalError, UnknownKeyError, WithdrawalRefusedError
from caseload_planner.domain.measures import Wanted
from caseload_planner.rules.round import Placement
from tests.application.stored_files import audit_rows, change, organisation_in, stored
from tests.builders import ON, a_measure, a_worker, an_organisation, holds, running

LEFT_ON = ON - timedelta(days=10)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    organisation = an_organisation(
        [a_worker("ANN"), a_worker("BEA"), a_worker("CEES"), a_worker("GONE", ends_on=LEFT_ON)],
        [a_measure("NEW"), a_measure("NEXT"), running("LEFT", duo=Wanted.PREFERRED)],
        [holds("LEFT", "GONE"), replace(holds("LEFT", "BEA", "second"), until_on=ON + timedelta(days=99))],
    )
    with stored(organisation, tmp_path / "town.sqlite") as opened:
        yield opened


def decided(services: Services, *placements: Placement, on=ON) -> Decision:
    measures = tuple(placement.measure for placement in placements)
    plan = keep_own_plan(services, ProposalRequest(on=on, measures=measures), placements)
    return decide(services, plan.id, DecisionTerms(decided_by="Leider")).decision


def withdrawn(services: Services, decision: Decision) -> Decision:
    return withdraw_round(services, decision.id, withdrawn_by=" Leider ", reason=" vergissing ").decision


def test_that_a_withdrawn_round_leaves_everything_as_it_was(services: Services) -> None:
    before = organisation_in(services)
    decision = decided(services, Placement("LEFT", "ANN", "CEES"), Placement("NEW", "BEA"))
    assert len(decision.ended) == 2
    found = withdrawn(services, decision)
    after = organisation_in(services)
    assert after == before
    assert after.revision > before.revision
    assert found.withdrawal is not None
    assert (found.withdrawal.withdrawn_by, found.withdrawal.reason) == ("Leider", "vergissing")
    with services.store.read() as unit:
        assert unit.decided_assignments() == frozenset()
        assert unit.decisions() == (found,)
    assert replace(found, withdrawal=None) == decision


def test_that_what_is_known_of_an_earlier_moment_still_has_the_decision(services: Services) -> None:
    decision = decided(services, Placement("NEW", "BEA"))
    revision = organisation_in(services).revision
    withdrawn(services, decision)
    with services.store.read() as unit:
        assert holds("NEW", "BEA", since=ON) in unit.snapshot_at(revision).assignments


def test_that_the_measures_of_a_withdrawn_round_can_be_decided_again(services: Services) -> None:
    withdrawn(services, decided(services, Placement("NEW", "BEA")))
    again = decided(services, Placement("NEW", "BEA"))
    assert organisation_in(services).assignments_of["NEW"] == again.begun
    withdrawn(services, again)
    assert organisation_in(services).assignments_of["NEW"] == ()


def test_that_a_withdrawn_proposal_is_not_decided_again_but_can_be_checked(services: Services) -> None:
    decision = withdrawn(services, decided(services, Placement("NEW", "BEA")))
    with pytest.raises(StaleProposalError, match="withdrawn"):
        decide(services, decision.proposal, DecisionTerms(decided_by="Leider"))
    assert check(services, decision.proposal).passed


def test_that_a_withdrawal_is_audited_without_names_or_reason(services: Services) -> None:
    decision = withdrawn(services, decided(services, Placement("LEFT", "ANN", "CEES")))
    action, subject, figures = audit_rows(services)[-1]
    assert (action, subject) == ("round_withdrawn", decision.id)
    assert '"restored": 2' in figures
    assert not any(text in str(audit_rows(services)) for text in ("Leider", "vergissing"))


def refused(services: Services, decision: Decision) -> str:
    before = organisation_in(services)
    with pytest.raises(WithdrawalRefusedError) as refusal:
        withdrawn(services, decision)
    assert organisation_in(services) == before
    assert organisation_in(services).revision == before.revision
    return str(refusal.value.figures["why"])


def test_that_a_round_is_withdrawn_once(services: Services) -> None:
    decision = decided(services, Placement("NEW", "BEA"))
    withdrawn(services, decision)
    assert refused(services, decision) == "withdrawn"


def test_that_a_round_that_a_later_one_builds_on_is_withdrawn_after_that_one(services: Services) -> None:
    decision = decided(services, Placement("LEFT", "ANN", "BEA"))
    change(services, OrganisationChanges(workers=(replace(organisation_in(services).workers["ANN"], ends_on=ON),)))
    later = decided(services, Placement("LEFT", "CEES", "BEA"), on=ON + timedelta(weeks=1))
    elsewhere = decided(services, Placement("NEW", "BEA"), on=ON + timedelta(weeks=1))
    assert refused(services, decision) == "built_on"
    withdrawn(services, later)
    withdrawn(services, decision)
    with services.store.read() as unit:
        assert [row.id for row in unit.decisions() if row.withdrawal is None] == [elsewhere.id]


def test_that_a_round_that_the_source_has_taken_over_stays(services: Services) -> None:
    decision = decided(services, Placement("NEW", "BEA"), Placement("NEXT", "ANN"))
    change(services, OrganisationChanges(confirmed_assignments=(assignment_key(decision.begun[0]),)))
    assert refused(services, decision) == "in_source"


def test_that_what_the_source_took_out_again_is_not_said_to_be_in_it(services: Services) -> None:
    decision = decided(services, Placement("NEW", "BEA"))
    key = assignment_key(decision.begun[0])
    change(services, OrganisationChanges(confirmed_assignments=(key,)))
    change(services, OrganisationChanges(withdrawn_assignments=(key,)))
    assert refused(services, decision) == "changed"


def test_that_a_round_of_which_something_was_changed_stays(services: Services) -> None:
    decision = decided(services, Placement("LEFT", "ANN", "CEES"))
    moved = replace(decision.ended[0], until_on=ON - timedelta(days=20))
    change(services, OrganisationChanges(assignments=(moved,)))
    assert refused(services, decision) == "changed"


def test_that_a_withdrawal_names_a_decision_a_person_and_a_reason(services: Services) -> None:
    with pytest.raises(UnknownKeyError):
        withdraw_round(services, "B-9", withdrawn_by="Leider", reason="vergissing")
    decision = decided(services, Placement("NEW", "BEA"))
    for by, reason in (("", "vergissing"), ("Leider", " ")):
        with pytest.raises(EmptyTextError):
            withdraw_round(services, decision.id, withdrawn_by=by, reason=reason)
    with services.store.read() as unit:
        assert unit.decision(decision.id) == decision
