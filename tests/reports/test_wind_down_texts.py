"""The words at the head of the document of a wind-down: what can be done, in the singular and the plural."""

from dataclasses import replace
from datetime import timedelta

import pytest

from caseload_planner.application.plan_records import HandoverState, PlanState
from caseload_planner.application.plan_wind_down import WindDownDraft, planned_handovers
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.organisation import Employment, Worker
from caseload_planner.reports.wind_down_texts import change_words, head_words, place_words, title_words
from caseload_planner.winddown.plan import Handover, UnplacedMeasure, WindDownPlan
from caseload_planner.winddown.request import KeptHandover, Leaver, WindDownRequest
from tests.builders import ON, a_worker, an_organisation, running

LEFT_OVER = (
    "Niet nihil per 18 januari 2027: 1 zaak heeft nog niemand die overneemt; 2 overdrachten, 0 zaken lopen vanzelf af."
)


def handed_over(measure: str) -> Handover:
    return Handover(measure=measure, giver="D", receiver="ANN", position=Position.FIRST, week=ON, overlap_weeks=2)


def left_over(measure: str) -> UnplacedMeasure:
    return UnplacedMeasure(measure=measure, family="F", giver="D", rules=(), reason="no_room")


def draft_with(moved: int, running_out: int, left: int, above: int) -> WindDownDraft:
    plan = WindDownPlan(
        handovers=tuple(handed_over(f"H{n}") for n in range(moved)),
        joining=(),
        runs_out=tuple(f"R{n}" for n in range(running_out)),
        unplaced=tuple(
            UnplacedMeasure(measure=f"U{n}", family="F", giver="D", rules=(), reason="no_room") for n in range(left)
        ),
        levels=(),
        loads=(),
        leaver_loads=(),
        extra=tuple((f"W{n}", 10) for n in range(above)),
    )
    return of_plan(plan, WindDownRequest(on=ON, until=ON + timedelta(weeks=8)))


def of_plan(plan: WindDownPlan, request: WindDownRequest, *people: Worker) -> WindDownDraft:
    """Give a plan as it would be read from a file."""
    return WindDownDraft(
        id="D-1",
        state=PlanState.DRAFT,
        request=request,
        plan=plan,
        organisation=an_organisation(people, [running("M1"), running("M2")]),
        revision=0,
        handovers=(),
    )


@pytest.mark.parametrize(
    ("draft", "answer", "cost"),
    [
        (
            draft_with(1, 1, 0, 1),
            "Nihil haalbaar per 18 januari 2027: 1 overdracht, 1 zaak loopt vanzelf af.",
            "1 collega komt ervoor boven de werknorm.",
        ),
        (
            draft_with(2, 0, 1, 0),
            LEFT_OVER,
            "Niemand komt ervoor boven de werknorm.",
        ),
    ],
)
def test_that_the_head_says_whether_it_can_be_done(draft: WindDownDraft, answer: str, cost: str) -> None:
    found, stands = head_words(draft)
    assert found == answer
    assert stands.endswith(cost)


def test_that_the_title_promises_nothing() -> None:
    assert title_words(draft_with(0, 0, 3, 0)) == "Afbouw team D tot 18 januari 2027"


def test_that_the_title_names_who_leaves_where_it_is_not_team_d() -> None:
    until = ON + timedelta(weeks=8)
    empty = draft_with(0, 0, 0, 0).plan
    own, seconded = a_worker("W1", name="Kim Smit"), a_worker("W2", employment=Employment.SECONDED)
    for worker, title in ((own, "Overdracht van Kim Smit tot"), (seconded, "Afbouw team D tot")):
        request = WindDownRequest(on=ON, until=until, leavers=(Leaver(worker.key, until),))
        assert title_words(of_plan(empty, request, worker)).startswith(title)


def test_that_what_is_otherwise_than_agreed_is_said_with_week_and_name() -> None:
    people = (a_worker("D", name="Dee"), a_worker("ANN", name="Ann"), a_worker("BEA", name="Bea"))
    kept = (KeptHandover("M1", "D", "BEA", ON), KeptHandover("M2", "D", "ANN", ON))
    request = WindDownRequest(on=ON, until=ON + timedelta(weeks=8), kept=kept)
    plan = replace(draft_with(0, 0, 0, 0).plan, handovers=(handed_over("M1"),))
    assert change_words(of_plan(plan, request, *people)) == [
        ("M1", "Dee", "week 48 · Bea", "week 48 · Ann"),
        ("M2", "Dee", "week 48 · Ann", "niet overgedragen"),
    ]


def test_that_what_became_of_a_handover_stands_with_its_place() -> None:
    draft = draft_with(3, 0, 0, 0)
    states = {"H0": HandoverState.CONFIRMED, "H1": HandoverState.WITHDRAWN, "H2": HandoverState.PLANNED}
    rows = tuple(replace(one, state=states[one.measure]) for one in planned_handovers("W", draft.plan))
    told = replace(draft, handovers=rows, state=PlanState.ACCEPTED)
    assert [place_words(told, one) for one in told.plan.handovers] == [
        "eerste, bevestigd",
        "eerste, vervallen",
        "eerste",
    ]
    assert head_words(told)[2] == "1 overdracht hiervan vervalt: een later plan kwam ervoor in de plaats."
