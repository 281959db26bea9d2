"""Level `over_norm`: the square of what is above the working norm, over capacity."""

from caseload_planner.domain.measures import Wanted
from tests.builders import a_measure, a_worker, busy
from tests.rules.judging import a_plan, level

# A new supervision order weighs 1.50; the working norm of full time is 14.30, of 0.50 fte 7.15.


def test_that_up_to_the_norm_nothing_counts() -> None:
    measures, held = busy("W1", 12)
    plan = a_plan([a_worker("W1")], [*measures, a_measure("M1")], ("M1", "W1"), held=held)
    assert plan.load_after("W1") == 1350
    assert level("over_norm", plan) == 0


def test_that_what_crosses_the_norm_counts_squared_over_capacity() -> None:
    measures, held = busy("W1", 14)
    plan = a_plan([a_worker("W1")], [*measures, a_measure("M1")], ("M1", "W1"), held=held)
    # 15.50 is 1.20 above: 100 x 120 x 120 / 1430 = 1006.99
    assert level("over_norm", plan) == 1007


def test_that_only_what_the_round_adds_counts() -> None:
    measures, held = busy("W1", 15)
    plan = a_plan([a_worker("W1")], [*measures, a_measure("M1")], ("M1", "W1"), held=held)
    # 2.20 above after, 0.70 before: 3384.62 and 342.66, each rounded by itself
    assert level("over_norm", plan) == 3385 - 343
    untouched = a_plan([a_worker("W1")], [*measures, a_measure("M1")], held=held)
    assert level("over_norm", untouched) == 0


def test_that_capacity_is_that_of_each_person() -> None:
    measures, held = busy("W1", 6)
    plan = a_plan([a_worker("W1", fte="0.50")], [*measures, a_measure("M1")], ("M1", "W1"), held=held)
    # 7.50 is 0.35 above 7.15: 100 x 35 x 35 / 715 = 171.3
    assert level("over_norm", plan) == 171


def test_that_one_far_above_weighs_more_than_two_a_little() -> None:
    one, held_one = busy("W1", 14)
    two, held_two = busy("W2", 14)
    new = [a_measure("M1"), a_measure("M2")]
    workers, held = [a_worker("W1"), a_worker("W2")], [*held_one, *held_two]
    spread = a_plan(workers, [*one, *two, *new], ("M1", "W1"), ("M2", "W2"), held=held)
    heaped = a_plan(workers, [*one, *two, *new], ("M1", "W1"), ("M2", "W1"), held=held)
    assert level("over_norm", spread) == 2 * 1007
    # 2.70 above: 100 x 270 x 270 / 1430 = 5097.9
    assert level("over_norm", heaped) == 5098


def test_that_a_second_contacts_share_counts_too() -> None:
    measures, held = busy("W2", 14)
    new = a_measure("M1", duo=Wanted.REQUIRED)
    plan = a_plan([a_worker("W1"), a_worker("W2")], [*measures, new], ("M1", "W1", "W2"), held=held)
    # W2 comes to 14.60: 0.30 above
    assert level("over_norm", plan) == 63


def test_that_who_has_no_capacity_is_left_out() -> None:
    plan = a_plan([a_worker("W1", contracts=())], [a_measure("M1")], ("M1", "W1"))
    assert level("over_norm", plan) == 0
