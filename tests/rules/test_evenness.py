"""Level `evenness`: the square of the load over capacity; what the round adds."""

from caseload_planner.domain.measures import Wanted
from tests.builders import a_measure, a_worker, busy
from tests.rules.judging import a_plan, level


def test_that_a_first_case_counts_its_square() -> None:
    # 100 x 150 x 150 / 1430 = 1573.4
    assert level("evenness", a_plan([a_worker("W1")], [a_measure("M1")], ("M1", "W1"))) == 1573


def test_that_only_what_the_round_adds_counts() -> None:
    measures, held = busy("W1", 10)
    plan = a_plan([a_worker("W1")], [*measures, a_measure("M1")], ("M1", "W1"), held=held)
    # 11.50 after and 10.00 before: 92482.5 and 69930.07, each rounded by itself
    assert level("evenness", plan) == 92_483 - 69_930
    assert level("evenness", a_plan([a_worker("W1")], [*measures, a_measure("M1")], held=held)) == 0


def test_that_capacity_makes_the_same_case_heavier_for_who_works_less() -> None:
    workers = [a_worker("W1"), a_worker("W2", fte="0.50")]
    # 100 x 150 x 150 / 715 = 3146.9
    assert level("evenness", a_plan(workers, [a_measure("M1")], ("M1", "W2"))) == 3147


def test_that_a_duo_counts_both_shares() -> None:
    workers = [a_worker("W1"), a_worker("W2")]
    plan = a_plan(workers, [a_measure("M1", duo=Wanted.REQUIRED)], ("M1", "W1", "W2"))
    # 0.90 and 0.60: 566.4 and 251.7
    assert level("evenness", plan) == 566 + 252


def test_that_even_is_less_than_heaped() -> None:
    workers, new = [a_worker("W1"), a_worker("W2")], [a_measure("M1"), a_measure("M2")]
    even = level("evenness", a_plan(workers, new, ("M1", "W1"), ("M2", "W2")))
    heaped = level("evenness", a_plan(workers, new, ("M1", "W1"), ("M2", "W1")))
    assert (even, heaped) == (2 * 1573, 6294)


def test_that_who_has_no_capacity_is_left_out() -> None:
    workers = [a_worker("W1", contracts=()), a_worker("W2")]
    assert level("evenness", a_plan(workers, [a_measure("M1")], ("M1", "W1"))) == 0
