"""H8*: the load after the round stays at or under the ceiling."""

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.measures import Wanted
from caseload_planner.rules.ceiling import pinned_share, room_for, room_in_round
from caseload_planner.rules.hard_rules import judge_pair, judge_plan
from caseload_planner.rules.round import Pin
from tests.builders import a_measure, a_worker, busy, holds, running
from tests.rules.judging import a_plan, broken, the_breach

# A new supervision order weighs 1.50; a ceiling of full time is 16.00.


def test_that_the_ceiling_may_be_reached_exactly() -> None:
    measures, held = busy("W1", 13)
    measures.append(running("X1", points=100))
    held.append(holds("X1", "W1"))
    plan = a_plan([a_worker("W1", personal_ceiling=1550)], [*measures, a_measure("M1")], ("M1", "W1"), held=held)
    assert plan.load_after("W1") == 1550
    assert broken(plan) == []


def test_that_a_hundredth_above_is_too_much() -> None:
    measures, held = busy("W1", 14)
    plan = a_plan([a_worker("W1", personal_ceiling=1549)], [*measures, a_measure("M1")], ("M1", "W1"), held=held)
    breach = the_breach(plan)
    assert (breach.rule, breach.code, breach.worker) == ("H8", "over_ceiling", "W1")
    assert breach.figures == {"before": 1400, "after": 1550, "ceiling": 1549}


def test_that_measures_that_fit_one_by_one_are_judged_together() -> None:
    measures, held = busy("W1", 14)
    new = [a_measure("M1"), a_measure("M2")]
    one = a_plan([a_worker("W1")], [*measures, *new], ("M1", "W1"), held=held)
    assert broken(one) == []
    both = a_plan([a_worker("W1")], [*measures, *new], ("M1", "W1"), ("M2", "W1"), held=held)
    assert [(b.rule, b.measure, b.figures["after"]) for b in judge_plan(both)] == [
        ("H8", "M1", 1700),
        ("H8", "M2", 1700),
    ]


def test_that_who_is_above_it_already_gets_nothing_and_is_left_alone() -> None:
    measures, held = busy("W1", 17)
    workers = [a_worker("W1"), a_worker("W2")]
    measures.append(a_measure("M1"))
    assert broken(a_plan(workers, measures, ("M1", "W2"), held=held)) == []
    assert broken(a_plan(workers, measures, ("M1", "W1"), held=held)) == [("H8", "over_ceiling")]


def test_that_a_duo_counts_by_its_shares() -> None:
    measures, held = busy("W1", 15)
    more, more_held = busy("W2", 15)
    new = a_measure("M1", duo=Wanted.REQUIRED)
    workers = [a_worker("W1", personal_ceiling=1590), a_worker("W2", personal_ceiling=1560)]
    everything, all_held = [*measures, *more, new], [*held, *more_held]
    assert broken(a_plan(workers, everything, ("M1", "W1", "W2"), held=all_held)) == []
    swapped = a_plan(workers, everything, ("M1", "W2", "W1"), held=all_held)
    assert [(b.rule, b.worker, b.position, b.figures["after"]) for b in judge_plan(swapped)] == [
        ("H8", "W2", "first", 1590)
    ]


def test_that_a_measure_alone_that_fits_only_as_a_duo_breaks_it() -> None:
    measures, held = busy("W1", 15)
    new = a_measure("M1", duo=Wanted.PREFERRED)
    workers = [a_worker("W1"), a_worker("W2")]
    assert broken(a_plan(workers, [*measures, new], ("M1", "W1", "W2"), held=held)) == []
    assert broken(a_plan(workers, [*measures, new], ("M1", "W1"), held=held)) == [("H8", "over_ceiling")]
    assert judge_pair(a_plan(workers, [*measures, new], held=held).round, "M1", "W1", Position.FIRST) == ()


def test_that_one_measure_by_itself_too_heavy_blocks_the_pair() -> None:
    measures, held = busy("W1", 15)
    plan = a_plan([a_worker("W1")], [*measures, a_measure("M1")], held=held)
    (breach,) = judge_pair(plan.round, "M1", "W1", Position.FIRST)
    assert (breach.rule, breach.figures) == ("H8", {"before": 1500, "after": 1650, "ceiling": 1600})


def test_that_takeover_points_count_before_the_round() -> None:
    measures, held = busy("W1", 14)
    measures += [running("X1"), running("X2"), a_measure("M1")]
    held += [holds("X1", "W2"), holds("X2", "W2"), holds("X1", "W1", "incoming"), holds("X2", "W1", "incoming")]
    workers = [a_worker("W1", personal_ceiling=1599), a_worker("W2")]
    plan = a_plan(workers, measures, ("M1", "W1"), held=held)
    assert the_breach(plan).figures == {"before": 1450, "after": 1600, "ceiling": 1599}


def test_that_what_is_pinned_takes_its_room_before_the_rest() -> None:
    measures, held = busy("W1", 13)
    new = [a_measure("M1", duo=Wanted.REQUIRED), a_measure("M2")]
    workers = [a_worker("W1"), a_worker("W2"), a_worker("W3")]
    round_ = a_plan(workers, [*measures, *new], held=held, pins=[Pin("M1", "W2", "W1")]).round
    # As second W1 gets 0.60 of 1.50; 3.00 is free under her ceiling.
    assert [pinned_share(round_, worker) for worker in ("W1", "W2", "W3")] == [60, 150, 0]
    assert room_in_round(round_, "W1") == 300
    assert room_for(round_, "W1", "M1") == 300
    assert room_for(round_, "W1", "M2") == 240
    assert room_for(round_, "W3", "M1") == 1600


def test_that_a_pin_above_the_ceiling_leaves_room_for_itself_only() -> None:
    measures, held = busy("W1", 15)
    new = [a_measure("M1"), a_measure("M2")]
    round_ = a_plan([a_worker("W1")], [*measures, *new], held=held, pins=[Pin("M1", "W1")]).round
    assert room_in_round(round_, "W1") == room_for(round_, "W1", "M1") == 150
    assert room_for(round_, "W1", "M2") < 0
