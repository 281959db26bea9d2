"""The words at the head of the document of a wind-down: what can be done, in the singular and the plural."""

from datetime import timedelta

import pytest

from caseload_planner.application.plan_records import PlanState
from caseload_planner.application.plan_wind_down import WindDownDraft
from caseload_planner.domain.assignment import Position
from caseload_planner.reports.wind_down_texts import head_words, title_words
from caseload_planner.winddown.plan import Handover, UnplacedMeasure, WindDownPlan
from caseload_planner.winddown.request import WindDownRequest
from tests.builders import ON, an_organisation

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
    request = WindDownRequest(on=ON, until=ON + timedelta(weeks=8))
    return WindDownDraft(id="D-1", state=PlanState.DRAFT, request=request, plan=plan, organisation=an_organisation([]))


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
