"""H1: every measure gets one first contact or is listed, never dropped."""

from caseload_planner.rules.round import Placement, Plan
from tests.builders import ON, a_measure, a_round, a_worker, an_organisation
from tests.rules.judging import broken, the_breach

ROUND = a_round(an_organisation([a_worker("W1"), a_worker("W2")], [a_measure("M1"), a_measure("M2")]))


def test_that_placed_or_listed_is_right() -> None:
    assert ROUND.asked == ("M1", "M2")
    assert broken(Plan(ROUND, (Placement("M1", "W1"),), ("M2",))) == []
    assert broken(Plan(ROUND, (), ("M1", "M2"))) == []


def test_that_a_measure_neither_placed_nor_listed_is_dropped() -> None:
    breach = the_breach(Plan(ROUND, (Placement("M1", "W1"),), ()))
    assert (breach.rule, breach.code, breach.measure) == ("H1", "dropped", "M2")


def test_that_a_measure_placed_twice_is_found() -> None:
    plan = Plan(ROUND, (Placement("M1", "W1"), Placement("M1", "W2")), ("M2",))
    assert [(breach.rule, breach.code, breach.measure) for breach in [the_breach(plan)]] == [
        ("H1", "placed_twice", "M1")
    ]


def test_that_a_measure_both_placed_and_listed_is_found() -> None:
    breach = the_breach(Plan(ROUND, (Placement("M1", "W1"),), ("M1", "M2")))
    assert (breach.rule, breach.code, breach.measure) == ("H1", "placed_and_left_over", "M1")


def test_that_an_empty_round_breaks_nothing() -> None:
    nothing = a_round(an_organisation([a_worker("W1")]), ON)
    assert broken(Plan(nothing, (), ())) == []
