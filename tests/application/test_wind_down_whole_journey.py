"""A plan for team D through three weekly rounds with new cases, a mistake and a receiver who falls ill, to nil."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.application.decide_proposal import DecideResult, decide
from caseload_planner.application.decision_document import decision_document
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.due_handovers import due_handovers
from caseload_planner.application.plan_records import HandoverState, PlanState
from caseload_planner.application.plan_wind_down import WindDownDraft, plan_again, plan_wind_down, wind_down_draft
from caseload_planner.application.propose_distribution import keep_own_plan, propose
from caseload_planner.application.services import Services
from caseload_planner.application.settle_wind_down import accept_wind_down
from caseload_planner.application.wind_down_drift import drift_of
from caseload_planner.application.withdraw_round import withdraw_round
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.measures import Measure, Wanted
from caseload_planner.domain.organisation import Absence, Employment
from caseload_planner.winddown.request import WindDownRequest
from tests.application.stored_files import audit_rows, change, organisation_in, stored
from tests.builders import ON, a_measure, a_worker, an_organisation, holds, running

WEEK = timedelta(weeks=1)
UNTIL = ON + 10 * WEEK
WEEKS = tuple(ON + number * WEEK for number in range(10))


def new_case(key: str, on: date) -> Measure:
    return replace(a_measure(key), reported_on=on, started_on=on)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """Two of team D with siblings between them, a duo and cases of their own, and six who can take over."""
    people = [a_worker(key, employment=Employment.SECONDED, ends_on=UNTIL) for key in ("D", "E")]
    staying = [a_worker(key) for key in ("ANN", "BEA", "CIS", "DIA", "EVA", "FEM")]
    siblings = [replace(running(key), family="F-SIB", youth=f"F-SIB-{key}") for key in ("SIB1", "SIB2")]
    measures = [*siblings, running("ONE"), running("TWO"), running("TRE"), running("DUO", duo=Wanted.REQUIRED)]
    given = {"SIB1": "D", "SIB2": "E", "ONE": "D", "TWO": "E", "TRE": "D", "DUO": "D"}
    held = [*(holds(measure, worker) for measure, worker in given.items()), holds("DUO", "BEA", "second")]
    with stored(an_organisation([*people, *staying], measures, held), tmp_path / "town.sqlite") as opened:
        yield opened


def round_of(services: Services, on: date) -> DecideResult | None:
    """Hold a weekly round: new cases by the solver, and every handover that is due and holds."""
    due = [one for row in due_handovers(services, on) if not row.changed for one in row.whole]
    waiting = caseload_on(organisation_in(services), on).to_distribute
    if not (due or waiting):
        return None
    request = ProposalRequest(on=on, deterministic_limit=1.0)
    stored_proposal = propose(services, request) if waiting else keep_own_plan(services, request, ())
    return decide(services, stored_proposal.id, DecisionTerms(decided_by="L", handovers=due))


def accepted(services: Services, draft: WindDownDraft) -> WindDownDraft:
    accept_wind_down(services, draft.id, accepted_by="L")
    return wind_down_draft(services, draft.id)


def confirmed(services: Services, plan: str) -> set[str]:
    rows = wind_down_draft(services, plan).handovers
    return {one.measure for one in rows if one.state is HandoverState.CONFIRMED}


def first_round(services: Services, plan: str, on: date) -> DecideResult:
    """Hold a round that takes a new case as well; team D gets none of it, and the besluitenlijst has the handovers."""
    change(services, OrganisationChanges(measures=(new_case("NEW1", on),)))
    held = round_of(services, on)
    assert held is not None
    assert {part.worker for part in held.decision.begun if part.measure == "NEW1"}.isdisjoint({"D", "E"})
    document = decision_document(services, held.decision.proposal)
    assert {row.measure for row in document.handovers if row.confirmed} == confirmed(services, plan)
    return held


def held_again(services: Services, plan: str, held: DecideResult, on: date) -> None:
    """Withdraw a round, so that everything waits again, and hold it once more."""
    before = confirmed(services, plan)
    withdraw_round(services, held.decision.id, withdrawn_by="L", reason="verkeerde week")
    assert confirmed(services, plan) == set()
    round_of(services, on)
    assert confirmed(services, plan) == before


def planned_around_illness(services: Services, plan: str, on: date) -> WindDownDraft:
    """Let the last receiver fall ill: the plan says what falls, and is made again around what was agreed."""
    ahead = [one for one in wind_down_draft(services, plan).handovers if one.state is HandoverState.PLANNED]
    ill = ahead[-1]
    change(services, OrganisationChanges(absences={ill.to_worker: (Absence(on - WEEK, None, Decimal(1)),)}))
    assert ill.measure in drift_of(wind_down_draft(services, plan), on).fallen
    again = plan_again(services, plan, on, time_limit_seconds=20)
    assert ill.to_worker not in {one.receiver for one in again.plan.handovers}
    again = accepted(services, again)
    assert wind_down_draft(services, plan).state is PlanState.WITHDRAWN
    assert not drift_of(again, on).asks_again
    return again


def test_that_a_plan_comes_to_nil_through_rounds_a_mistake_and_a_receiver_who_falls_ill(services: Services) -> None:
    draft = accepted(services, plan_wind_down(services, WindDownRequest(on=ON, until=UNTIL, deterministic_limit=1.0)))
    assert not draft.plan.unplaced
    assert len({one.week for one in draft.plan.handovers if one.measure in {"SIB1", "SIB2"}}) == 1
    first = min(one.starts_on for one in draft.handovers)
    held_again(services, draft.id, first_round(services, draft.id, first), first)
    planned_around_illness(services, draft.id, first + WEEK)

    change(services, OrganisationChanges(measures=(new_case("NEW2", first + WEEK),)))
    held = [round_of(services, on) for on in WEEKS if on > first]
    assert sum(result is not None for result in held) >= 2
    at_the_end = caseload_on(organisation_in(services), UNTIL)
    assert (at_the_end.load("D"), at_the_end.load("E"), at_the_end.to_distribute) == (0, 0, ())
    assert at_the_end.holders["SIB1"].first == at_the_end.holders["SIB2"].first
    assert at_the_end.holders["DUO"].second is not None
    actions = [action for action, _, _ in audit_rows(services)]
    assert actions.count("wind_down_accepted") == 2
    assert "round_withdrawn" in actions
