"""What rules post to a model is what they judge: checked on models whose choices are all made."""

import pytest
from hypothesis import given

from caseload_planner.rules.hard_rules import HARD_RULES, judge_plan
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Plan
from tests.rules.plan_model import DecidedModel, as_number
from tests.rules.round_strategies import plans


@pytest.mark.parametrize("name", LEVELS)
@given(plan=plans())
def test_that_a_level_posts_the_value_that_it_judges(name: str, plan: Plan) -> None:
    level = LEVELS[name]
    posted = as_number(level.post(plan.round, DecidedModel(plan)))
    assert posted + level.fixed_part(plan.round) == level.value(plan)


@given(plans())
def test_that_rules_post_demands_that_a_plan_misses_exactly_where_they_judge_a_breach(plan: Plan) -> None:
    model = DecidedModel(plan)
    for rule in HARD_RULES:
        rule.post(plan.round, model)
    assert {breach.rule for breach in judge_plan(plan)} <= {"H8", "H14"}
    assert bool(judge_plan(plan)) == bool(model.broken)
