"""From the last day for new cases of an accepted plan on, its leavers take nothing new, whichever way it is asked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from caseload_planner.application.check_proposal import check
from caseload_planner.application.decide_draft import decide_draft
from caseload_planner.application.decide_proposal import decide
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.plan_wind_down import plan_wind_down
from caseload_planner.application.propose_distribution import keep_own_plan, propose
from caseload_planner.application.services import Services
from caseload_planner.application.settle_wind_down import accept_wind_down, withdraw_wind_down
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.errors import RuleRefusalError, StaleProposalError
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Employment, Organisation
from caseload_planner.rules.round import Pin, Placement
from caseload_planner.winddown.request import WindDownRequest
from tests.application.memory_store import FixedClock
from tests.application.stored_files import TODAY, organisation_in, stored
from tests.builders import ON, a_measure, a_worker, an_organisation, busy, holds, running

WEEK = timedelta(weeks=1)
UNTIL = ON + 26 * WEEK
CUT_OFF = ON + 2 * WEEK
NEXT_YEAR = ON + 52 * WEEK


def the_organisation() -> Organisation:
    """Give a secondee with the most room, who would be chosen for a new case, and one of the own staff who has less."""
    cases, held = busy("ANN", 6)
    return an_organisation(
        [a_worker("D", employment=Employment.SECONDED, ends_on=NEXT_YEAR), a_worker("ANN")],
        [*cases, running("OLD"), a_measure("NEW", duo=Wanted.PREFERRED)],
        [*held, holds("OLD", "D")],
    )


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with stored(the_organisation(), tmp_path / "town.sqlite") as opened:
        yield opened


def accept(services: Services, last: date | None) -> str:
    """Accept a plan with a last day for new cases."""
    request = WindDownRequest(on=ON, until=UNTIL, new_cases_until=last, deterministic_limit=1.0)
    draft = plan_wind_down(services, request, made_by="L")
    accept_wind_down(services, draft.id, accepted_by="L")
    return draft.id


def asked(on: date, **facts: object) -> ProposalRequest:
    return replace(ProposalRequest(on=on, time_limit_seconds=20), **facts)  # type: ignore[arg-type]


def contacts(services: Services, on: date) -> set[str]:
    """Hold a weekly round of the solver and give everybody who gets something."""
    placements = propose(services, asked(on)).proposal.placements
    return {worker for one in placements for _, worker in one.contacts}


def test_that_the_weekly_round_gives_team_d_new_cases_until_the_last_day_of_the_plan(services: Services) -> None:
    accept(services, CUT_OFF)
    assert "D" in contacts(services, CUT_OFF)
    assert contacts(services, CUT_OFF + timedelta(days=1)) == {"ANN"}


def test_that_a_plan_without_such_a_day_closes_team_d_at_once(services: Services) -> None:
    assert "D" in contacts(services, ON)
    accept(services, None)
    assert contacts(services, ON) == {"ANN"}


def test_that_a_draft_closes_nothing_and_a_withdrawn_plan_opens_again(services: Services) -> None:
    plan_wind_down(services, WindDownRequest(on=ON, until=UNTIL, deterministic_limit=1.0))
    assert "D" in contacts(services, ON)
    withdraw_wind_down(services, accept(services, None), withdrawn_by="L", reason="stays")
    assert "D" in contacts(services, ON)


def test_that_a_plan_drawn_by_hand_is_refused_by_the_leaving_rule(services: Services) -> None:
    accept(services, CUT_OFF)
    drawn = (Placement("NEW", "ANN", "D"),)
    assert keep_own_plan(services, asked(CUT_OFF), drawn)
    with pytest.raises(RuleRefusalError, match="H9"):
        keep_own_plan(services, asked(CUT_OFF + timedelta(days=1)), drawn)
    with pytest.raises(RuleRefusalError, match="winding_down"):
        propose(services, asked(CUT_OFF + timedelta(days=1), pins=(Pin("NEW", "D"),)))


def test_that_a_proposal_of_before_the_acceptance_is_out_of_date(services: Services) -> None:
    stale = propose(services, asked(ON))
    same = propose(services, asked(ON, exclusions=(("NEW", "D"),)))
    accept(services, CUT_OFF)
    assert not check(services, stale.id).stale
    accept(services, None)
    assert check(services, stale.id).stale
    assert check(services, same.id).stale
    with pytest.raises(StaleProposalError):
        decide(services, stale.id, DecisionTerms(decided_by="L"))


def test_that_a_draft_of_before_the_acceptance_cannot_be_decided(services: Services) -> None:
    seen = organisation_in(services)
    accept(services, None)
    with pytest.raises(StaleProposalError):
        decide_draft(services, seen, asked(ON), (Placement("NEW", "D"),), DecisionTerms(decided_by="L"))


def test_that_a_new_plan_may_open_team_d_for_longer_than_the_one_before(services: Services) -> None:
    accept(services, None)
    accept(services, CUT_OFF)
    assert "D" in contacts(services, CUT_OFF)


def test_that_a_round_of_before_the_acceptance_still_passes_the_check(services: Services) -> None:
    made = propose(services, asked(ON))
    assert "D" in {worker for one in made.proposal.placements for _, worker in one.contacts}
    decide(services, made.id, DecisionTerms(decided_by="L"))
    accept(replace(services, clock=FixedClock(TODAY + timedelta(days=1))), None)
    result = check(services, made.id)
    assert (result.wrong, result.stale) == ((), False)


def test_that_a_round_under_a_plan_passes_the_check_when_that_was_replaced(services: Services) -> None:
    accept(services, None)
    made = propose(services, asked(ON))
    tomorrow, later = (replace(services, clock=FixedClock(TODAY + timedelta(days=days))) for days in (1, 2))
    decide(tomorrow, made.id, DecisionTerms(decided_by="L"))
    accept(later, CUT_OFF)
    assert check(services, made.id).passed
