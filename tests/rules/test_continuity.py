"""H13: a weekly round moves no running case."""

from datetime import timedelta

from caseload_planner.rules.hard_rules import judge_plan
from tests.builders import ON, a_measure, a_worker, holds, running
from tests.rules.judging import a_plan, broken, the_breach

DAY = timedelta(days=1)


def test_that_a_running_case_stays_with_its_first_contact() -> None:
    plan = a_plan([a_worker("W1"), a_worker("W2")], [running("M1")], ("M1", "W2"), held=[holds("M1", "W1")])
    breach = the_breach(plan)
    assert (breach.rule, breach.code, breach.measure) == ("H13", "not_to_distribute", "M1")


def test_that_giving_a_case_to_who_has_it_is_a_move_all_the_same() -> None:
    plan = a_plan([a_worker("W1")], [running("M1")], ("M1", "W1"), held=[holds("M1", "W1")])
    assert broken(plan) == [("H13", "not_to_distribute")]


def test_that_a_case_of_somebody_who_has_left_is_to_be_placed() -> None:
    workers = [a_worker("W1", ends_on=ON - DAY), a_worker("W2")]
    assert broken(a_plan(workers, [running("M1")], ("M1", "W2"), held=[holds("M1", "W1")])) == []


def test_that_a_case_on_the_last_day_of_its_first_contact_is_not_yet_to_be_placed() -> None:
    workers = [a_worker("W1", ends_on=ON), a_worker("W2")]
    plan = a_plan(workers, [running("M1")], ("M1", "W2"), held=[holds("M1", "W1")])
    assert broken(plan) == [("H13", "not_to_distribute")]


def test_that_a_case_with_only_a_second_is_to_be_placed() -> None:
    plan = a_plan([a_worker("W1"), a_worker("W2")], [running("M1")], ("M1", "W2"), held=[holds("M1", "W1", "second")])
    assert broken(plan) == []


def test_that_a_running_case_is_no_leftover_either() -> None:
    plan = a_plan([a_worker("W1")], [running("M1"), a_measure("M2")], held=[holds("M1", "W1")])
    assert plan.unplaced == ("M2",)
    assert judge_plan(plan) == ()
