"""H11: pins, exclusions and recorded conflicts hold."""

from caseload_planner.domain.measures import Wanted
from caseload_planner.rules.hard_rules import judge_plan
from caseload_planner.rules.round import Pin
from tests.builders import a_measure, a_worker
from tests.rules.judging import a_plan, broken, the_breach

WORKERS = [a_worker("W1"), a_worker("W2"), a_worker("W3")]
DUO = a_measure("M1", duo=Wanted.PREFERRED)


def test_that_a_conflict_keeps_somebody_from_every_measure_of_the_family() -> None:
    measures = [a_measure("M1", family="F", youth="a"), a_measure("M2", family="F", youth="b"), a_measure("M3")]
    plan = a_plan(WORKERS, measures, ("M1", "W1"), ("M2", "W2"), ("M3", "W1"), conflicts=[("W1", "F")])
    breach = the_breach(plan)
    assert (breach.rule, breach.code, breach.measure, breach.worker) == ("H11", "conflict", "M1", "W1")


def test_that_a_conflict_holds_for_a_second_contact() -> None:
    breach = the_breach(a_plan(WORKERS, [DUO], ("M1", "W1", "W2"), conflicts=[("W2", "F-M1")]))
    assert (breach.rule, breach.code, breach.worker, breach.position) == ("H11", "conflict", "W2", "second")


def test_that_an_exclusion_holds_in_both_positions_and_for_one_measure_only() -> None:
    first = a_plan(WORKERS, [DUO], ("M1", "W1"), exclusions=[("M1", "W1")])
    assert broken(first) == [("H11", "excluded")]
    second = a_plan(WORKERS, [DUO], ("M1", "W2", "W1"), exclusions=[("M1", "W1")])
    assert broken(second) == [("H11", "excluded")]
    other = a_plan(WORKERS, [DUO, a_measure("M2")], ("M1", "W2"), ("M2", "W1"), exclusions=[("M1", "W1")])
    assert broken(other) == []


def test_that_a_pinned_measure_goes_to_whom_it_was_pinned() -> None:
    pins = [Pin("M1", "W1")]
    assert broken(a_plan(WORKERS, [DUO], ("M1", "W1"), pins=pins)) == []
    breach = the_breach(a_plan(WORKERS, [DUO], ("M1", "W2"), pins=pins))
    assert (breach.rule, breach.code, breach.worker, breach.figures["pinned"]) == (
        "H11",
        "pinned_elsewhere",
        "W2",
        "W1",
    )


def test_that_a_pin_of_a_first_leaves_the_second_free() -> None:
    assert broken(a_plan(WORKERS, [DUO], ("M1", "W1", "W3"), pins=[Pin("M1", "W1")])) == []


def test_that_a_pinned_pair_is_both_and_in_place() -> None:
    pins = [Pin("M1", "W1", "W2")]
    assert broken(a_plan(WORKERS, [DUO], ("M1", "W1", "W2"), pins=pins)) == []
    swapped = a_plan(WORKERS, [DUO], ("M1", "W2", "W1"), pins=pins)
    assert {breach.rule for breach in judge_plan(swapped)} == {"H11"}
    other_second = the_breach(a_plan(WORKERS, [DUO], ("M1", "W1", "W3"), pins=pins))
    assert (other_second.code, other_second.worker, other_second.figures["pinned"]) == ("pinned_elsewhere", "W3", "W2")


def test_that_a_pinned_second_may_not_be_missing() -> None:
    breach = the_breach(a_plan(WORKERS, [DUO], ("M1", "W1"), pins=[Pin("M1", "W1", "W2")]))
    assert (breach.rule, breach.code, breach.figures["pinned"]) == ("H11", "pinned_second_missing", "W2")
