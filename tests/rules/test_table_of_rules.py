"""The rules that exist are those of the field's table, and only the starred ones can be set aside."""

from caseload_planner.rules.hard_rules import HARD_RULES, OVERRIDABLE, judge_plan
from caseload_planner.rules.levels import LEVELS
from tests.builders import a_measure, a_worker
from tests.rules.judging import a_plan, broken


def test_that_every_hard_rule_is_there() -> None:
    names = {rule.name for rule in HARD_RULES}
    assert names == {f"H{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14)}


def test_that_only_starred_rules_can_be_set_aside() -> None:
    assert frozenset({"H5", "H6", "H8", "H10", "H14"}) == OVERRIDABLE
    assert {rule.name for rule in HARD_RULES if rule.overridable} == OVERRIDABLE


def test_that_every_rule_says_who_decided_it() -> None:
    assert all(rule.source and rule.__doc__ for rule in HARD_RULES)


def test_that_levels_are_in_their_order_with_their_units() -> None:
    checked = ["waiting", "families", "over_norm", "intake_spread", "pairs", "near", "evenness", "faces"]
    assert list(LEVELS) == [*checked, "wishes", "changes"]
    units = {"over_norm": 10_000, "evenness": 10_000, "intake_spread": 100}
    assert {name: level.scale for name, level in LEVELS.items()} == {name: units.get(name, 1) for name in LEVELS}


def test_that_a_plain_placement_breaks_nothing() -> None:
    assert broken(a_plan([a_worker("W1")], [a_measure("M1")], ("M1", "W1"))) == []


def test_that_every_broken_rule_is_named() -> None:
    stranger = a_worker("W1", team="Z1", skj_until=None, fte="0.00")
    plan = a_plan([stranger], [a_measure("M1")], ("M1", "W1"))
    assert sorted(breach.rule for breach in judge_plan(plan)) == ["H10", "H3", "H7", "H8"]
