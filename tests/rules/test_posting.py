"""What rules post to a model is what they judge: checked on models whose choices are all made."""

from datetime import timedelta

import pytest
from hypothesis import given

from caseload_planner.domain.measures import MeasureType, Wanted
from caseload_planner.domain.organisation import Onboarding
from caseload_planner.rules.hard_rules import HARD_RULES, judge_plan
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Pin, Plan
from tests.builders import ON, a_measure, a_worker, busy
from tests.rules.judging import a_plan
from tests.rules.plan_model import DecidedModel, as_number
from tests.rules.round_strategies import plans


def demands_missed(plan: Plan) -> int:
    model = DecidedModel(plan)
    for rule in HARD_RULES:
        rule.post(plan.round, model)
    return model.broken


@pytest.mark.parametrize("name", LEVELS)
@given(plan=plans())
def test_that_a_level_posts_the_value_that_it_judges(name: str, plan: Plan) -> None:
    level = LEVELS[name]
    posted = as_number(level.post(plan.round, DecidedModel(plan)))
    assert posted + level.fixed_part(plan.round) == level.value(plan)


@given(plans())
def test_that_rules_post_demands_that_a_plan_misses_exactly_where_they_judge_a_breach(plan: Plan) -> None:
    assert {breach.rule for breach in judge_plan(plan)} <= {"H8", "H14"}
    assert bool(judge_plan(plan)) == bool(demands_missed(plan))


@pytest.mark.parametrize(("second_first", "apart"), [("W1", 0), ("W2", 1)])
def test_that_two_new_siblings_apart_are_posted(second_first: str, apart: int) -> None:
    siblings = [a_measure("M1", family="F", youth="a"), a_measure("M2", family="F", youth="b")]
    plan = a_plan([a_worker("W1"), a_worker("W2")], siblings, ("M1", "W1"), ("M2", second_first))
    assert as_number(LEVELS["families"].post(plan.round, DecidedModel(plan))) == apart


@pytest.mark.parametrize(("contacts", "missed"), [(("W1",), True), (("W1", "W2"), False), ((), False)])
def test_that_a_pinned_second_is_demanded_where_its_measure_is_placed(contacts: tuple[str, ...], missed: bool) -> None:
    workers, measure = [a_worker("W1"), a_worker("W2")], a_measure("M1", duo=Wanted.PREFERRED)
    placements = [("M1", *contacts)] if contacts else []
    plan = a_plan(workers, [measure], *placements, pins=[Pin("M1", "W1", "W2")])
    assert bool(demands_missed(plan)) is missed


def test_that_a_pin_above_the_ceiling_is_let_through_and_judged() -> None:
    measures, held = busy("W1", 15)
    everything = [*measures, a_measure("M1"), a_measure("M2", type=MeasureType.AFTERCARE)]
    pinned = a_plan([a_worker("W1")], everything, ("M1", "W1"), held=held, pins=[Pin("M1", "W1")])
    assert not demands_missed(pinned)
    assert [breach.rule for breach in judge_plan(pinned)] == ["H8"]
    more = a_plan([a_worker("W1")], everything, ("M1", "W1"), ("M2", "W1"), held=held, pins=[Pin("M1", "W1")])
    assert demands_missed(more)


@pytest.mark.parametrize("pinned", [False, True])
def test_that_two_starters_are_let_through_only_where_they_were_pinned(pinned: bool) -> None:
    since = ON - timedelta(days=60)
    starters = [a_worker(key, started_on=since, onboarding=Onboarding.STARTER) for key in ("W1", "W2")]
    pins = [Pin("M1", "W1", "W2")] if pinned else []
    plan = a_plan(starters, [a_measure("M1", duo=Wanted.REQUIRED)], ("M1", "W1", "W2"), pins=pins)
    assert bool(demands_missed(plan)) is not pinned
    assert [breach.rule for breach in judge_plan(plan)] == ["H14"]


def test_that_two_starters_of_whom_one_may_only_stand_second_are_no_duo() -> None:
    since = ON - timedelta(days=60)
    registered = a_worker("W1", started_on=since, onboarding=Onboarding.STARTER)
    learning = a_worker("W2", started_on=since, onboarding=Onboarding.STARTER, skj_until=None)
    unregistered = a_worker("W3", skj_until=None)
    measure = a_measure("M1", duo=Wanted.REQUIRED)
    plan = a_plan([registered, learning, unregistered], [measure], ("M1", "W1", "W2"))
    assert demands_missed(plan)
    beside = a_plan([registered, learning, unregistered], [measure], ("M1", "W1", "W3"))
    assert not demands_missed(beside)
