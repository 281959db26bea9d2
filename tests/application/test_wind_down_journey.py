"""From a plan for team D over weekly rounds to nil, on a real file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from caseload_planner.application.decide_proposal import DecideResult, decide
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.due_handovers import due_handovers
from caseload_planner.application.plan_records import HandoverState, PlanState
from caseload_planner.application.plan_wind_down import (
    WindDownDraft,
    keeping_plan,
    latest_wind_down,
    plan_again,
    plan_wind_down,
    seconds_not_kept,
    wind_down_draft,
)
from caseload_planner.application.propose_distribution import keep_own_plan
from caseload_planner.application.services import Services
from caseload_planner.application.settle_wind_down import accept_wind_down, withdraw_wind_down
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.errors import AlreadySettledError, EmptyTextError
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Employment, Organisation
from caseload_planner.winddown.request import Leaver, WindDownRequest
from tests.application.stored_files import organisation_in, stored
from tests.builders import ON, a_worker, an_organisation, holds, running

WEEK = timedelta(weeks=1)
UNTIL = ON + 8 * WEEK


def the_organisation() -> Organisation:
    """Give a secondee with two cases and a required duo, and three who can take over."""
    return an_organisation(
        [
            a_worker("D", employment=Employment.SECONDED, ends_on=UNTIL),
            *(a_worker(key) for key in ("ANN", "BEA", "CIS")),
        ],
        [running("ONE"), running("TWO"), running("DUO", duo=Wanted.REQUIRED)],
        [holds("ONE", "D"), holds("TWO", "D"), holds("DUO", "D"), holds("DUO", "BEA", "second")],
    )


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with stored(the_organisation(), tmp_path / "town.sqlite") as opened:
        yield opened


def asked(**facts: object) -> WindDownRequest:
    request = WindDownRequest(on=ON, until=UNTIL, deterministic_limit=1.0)
    return replace(request, **facts)  # type: ignore[arg-type]


def accepted(services: Services) -> WindDownDraft:
    draft = plan_wind_down(services, asked(), made_by="L")
    accept_wind_down(services, draft.id, accepted_by="L")
    return draft


def round_of(services: Services, on: date) -> DecideResult | None:
    """Hold the weekly round of a date: everything that is due is confirmed."""
    due = due_handovers(services, on)
    assert [row.changed for row in due if row.changed] == []
    if not due:
        return None
    plan = keep_own_plan(services, ProposalRequest(on=on), ())
    return decide(services, plan.id, DecisionTerms(decided_by="L", handovers=[one for row in due for one in row.whole]))


def test_that_weekly_rounds_bring_team_d_to_nil_as_planned(services: Services) -> None:
    draft = accepted(services)
    assert not draft.plan.unplaced
    held = [round_of(services, ON + number * WEEK) for number in range(8)]
    assert sum(result is not None for result in held) >= 2
    at_the_end = caseload_on(organisation_in(services), UNTIL)
    assert at_the_end.load("D") == 0
    assert at_the_end.to_distribute == ()
    planned = {one.measure: one.receiver for one in draft.plan.handovers}
    assert {key: at_the_end.holders[key].first for key in planned} == planned
    assert at_the_end.holders["DUO"].second is not None


def test_that_nothing_is_due_while_a_plan_is_a_draft(services: Services) -> None:
    plan_wind_down(services, asked())
    assert all(due_handovers(services, ON + number * WEEK) == () for number in range(8))


def test_that_a_changed_week_asks_to_plan_again(services: Services) -> None:
    draft = accepted(services)
    first = min(draft.plan.handovers, key=lambda one: one.week)
    plan = keep_own_plan(services, ProposalRequest(on=ON), ())
    moved = [row.handover for row in due_handovers(services, first.week) if row.handover.measure == first.measure]
    decide(services, plan.id, DecisionTerms(decided_by="L", handovers=[replace(moved[0], to_worker="CIS")]))
    rows = due_handovers(services, first.week + WEEK)
    assert first.measure not in {row.handover.measure for row in rows}


def test_that_a_new_plan_takes_the_place_of_the_one_before(services: Services) -> None:
    before = accepted(services)
    again = plan_wind_down(services, keeping_plan(services, asked(), before.id, ON))
    assert accept_wind_down(services, again.id, accepted_by="L") == (before.id,)
    assert wind_down_draft(services, before.id).state is PlanState.WITHDRAWN
    assert latest_wind_down(services) == again.id
    assert [one.measure for one in again.plan.handovers] == [one.measure for one in before.plan.handovers]


def test_that_a_plan_made_again_is_asked_as_it_was_and_keeps_what_it_had(services: Services) -> None:
    before = plan_wind_down(services, asked(new_cases_until=ON + WEEK, overlap_weeks=2), made_by="L")
    accept_wind_down(services, before.id, accepted_by="L")
    again = plan_again(services, before.id, ON, time_limit_seconds=20)
    assert again.state is PlanState.DRAFT
    assert (again.request.closed_from, again.request.leavers) == (before.request.closed_from, before.request.leavers)
    assert again.request.overlap_weeks == 2
    assert again.plan.handovers == before.plan.handovers


def test_that_a_plan_for_one_of_team_d_leaves_the_plan_standing_for_the_others(tmp_path: Path) -> None:
    people = [a_worker(key, employment=Employment.SECONDED, ends_on=UNTIL) for key in ("D", "E")]
    organisation = an_organisation(
        [*people, *(a_worker(key) for key in ("ANN", "BEA", "CIS"))],
        [running("ONE"), running("TWO")],
        [holds("ONE", "D"), holds("TWO", "E")],
    )
    with stored(organisation, tmp_path / "two.sqlite") as services:
        both = accepted(services)
        one = plan_wind_down(services, asked(leavers=(Leaver("E", UNTIL - WEEK),)), made_by="L")
        assert accept_wind_down(services, one.id, accepted_by="L") == ()
        assert wind_down_draft(services, both.id).state is PlanState.ACCEPTED
        states = {row.measure: row.state for row in wind_down_draft(services, both.id).handovers}
        assert states == {"ONE": HandoverState.PLANNED, "TWO": HandoverState.WITHDRAWN}
        due = [row for number in range(8) for row in due_handovers(services, ON + number * WEEK)]
        assert {(row.handover.measure, row.handover.plan) for row in due} == {("ONE", both.id), ("TWO", one.id)}


def test_that_a_withdrawn_plan_no_longer_comes_up(services: Services) -> None:
    draft = accepted(services)
    assert withdraw_wind_down(services, draft.id, withdrawn_by="L", reason="other end") > 0
    assert all(due_handovers(services, ON + number * WEEK) == () for number in range(8))
    with pytest.raises(AlreadySettledError):
        accept_wind_down(services, draft.id, accepted_by="L")


def test_that_somebody_is_named_who_accepts(services: Services) -> None:
    draft = plan_wind_down(services, asked())
    with pytest.raises(EmptyTextError):
        accept_wind_down(services, draft.id, accepted_by="  ")


def test_that_a_stored_plan_reads_back_whole(services: Services) -> None:
    draft = plan_wind_down(services, asked())
    again = wind_down_draft(services, draft.id)
    assert (again.request, again.plan) == (draft.request, draft.plan)


def test_that_a_required_duo_that_lacked_a_second_has_one_after_its_handover(tmp_path: Path) -> None:
    alone = an_organisation(
        [a_worker("D", employment=Employment.SECONDED, ends_on=UNTIL), *(a_worker(key) for key in ("ANN", "BEA"))],
        [running("HALF", duo=Wanted.REQUIRED)],
        [holds("HALF", "D")],
    )
    with stored(alone, tmp_path / "half.sqlite") as services:
        draft = accepted(services)
        for number in range(8):
            round_of(services, ON + number * WEEK)
        held = caseload_on(organisation_in(services), UNTIL).holders["HALF"]
        assert [(one.measure, one.giver) for one in draft.plan.joining] == [("HALF", "D")]
        assert (held.first, held.second) == (draft.plan.handovers[0].receiver, draft.plan.joining[0].receiver)
        assert seconds_not_kept(draft) == 0


def test_that_a_plan_kept_without_who_joins_says_how_many_it_lacks(tmp_path: Path) -> None:
    alone = an_organisation(
        [a_worker("D", employment=Employment.SECONDED, ends_on=UNTIL), *(a_worker(key) for key in ("ANN", "BEA"))],
        [running("HALF", duo=Wanted.REQUIRED)],
        [holds("HALF", "D")],
    )
    with stored(alone, tmp_path / "half.sqlite") as services:
        draft = wind_down_draft(services, accepted(services).id)
        joins = draft.plan.joining[0].receiver
        before = replace(draft, handovers=tuple(row for row in draft.handovers if row.to_worker != joins))
        assert seconds_not_kept(draft) == 0
        assert seconds_not_kept(before) == 1
        assert seconds_not_kept(replace(before, state=PlanState.DRAFT)) == 0
