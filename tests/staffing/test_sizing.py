"""Sizing: the fewest hires that are enough, and no more."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.staffing.engine import run_scenario
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.run_plan import RunPlan, plan_run
from caseload_planner.staffing.scenario import Hire, NormStep, Scenario
from caseload_planner.staffing.sizing import Pace, SizingQuestion, size_establishment
from caseload_planner.staffing.snapshot_building import snapshot_of
from tests.builders import ON
from tests.staffing.towns import a_busy_town

SNAPSHOT = snapshot_of(a_busy_town(), ON, 52)
FUTURES = 200


def a_plan(funded: float = 9.0) -> RunPlan:
    lines = (NormStep(in_weeks=0, funded=funded, working=funded + 1.5),)
    return plan_run(Scenario(start=ON, weeks=52, replications=FUTURES, norm_steps=lines), SNAPSHOT)


def chance_with(plan: RunPlan, question: SizingQuestion, people: int, moments: tuple[int, ...]) -> float:
    """Work the chance out anew with a whole run."""
    hires = tuple(Hire(people=people, fte=question.fte, in_weeks=week) for week in moments) if people else ()
    outcome = run_scenario(plan_run(replace(plan.scenario, hires=hires), SNAPSHOT))
    under = outcome.kept[question.series][0] <= outcome.line(question.series)[:, None]
    return float(under[-(question.last_weeks or 0) :].all(axis=0).mean())


@pytest.mark.parametrize("pace", list(Pace))
@pytest.mark.parametrize("series", [Series.LOAD_PER_FTE, Series.LOAD_PER_DEPLOYABLE_FTE])
def test_that_one_person_less_is_not_enough(pace: Pace, series: Series) -> None:
    plan = a_plan()
    question = SizingQuestion(series=series, chance=0.8, pace=pace, last_weeks=8)
    answer = size_establishment(plan, question)
    assert answer.people is not None
    assert answer.people > 0
    assert chance_with(plan, question, answer.people, answer.moments) == pytest.approx(answer.reached, abs=0.006)
    assert answer.reached >= 0.8
    assert answer.reached_with_one_less is not None
    assert answer.reached_with_one_less < 0.8
    assert answer.holds_from is not None
    assert answer.holds_from <= 52 - 8


@settings(max_examples=8, deadline=None)
@given(st.floats(7.0, 12.0), st.floats(0.5, 0.95))
def test_that_more_people_never_lower_the_chance(funded: float, chance: float) -> None:
    answer = size_establishment(a_plan(funded), SizingQuestion(chance=chance, last_weeks=4))
    chances = [reached for _, reached in answer.tried]
    assert chances == sorted(chances)


def test_that_nobody_is_hired_where_the_line_holds_already() -> None:
    answer = size_establishment(a_plan(funded=40.0), SizingQuestion())
    assert (answer.people, answer.total_fte, answer.holds_from) == (0, 0.0, 0)


def test_that_it_is_said_when_nothing_is_enough() -> None:
    # A starter carries nothing in her first weeks, so nobody hired today makes today's load fit.
    question = SizingQuestion(last_weeks=None, series=Series.LOAD_PER_DEPLOYABLE_FTE)
    answer = size_establishment(a_plan(funded=5.0), question)
    assert answer.people is None
    assert answer.total_fte is None


def test_that_a_stop_is_heard() -> None:
    stop = StopSignal()
    stop.request()
    assert size_establishment(a_plan(), SizingQuestion(), stop=stop).stopped
