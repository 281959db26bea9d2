"""Level `families`: a family keeps its face, and new brothers and sisters go together."""

from datetime import date, timedelta
from typing import Any

import pytest

from caseload_planner.domain.measures import Measure, MeasureType, Wanted
from caseload_planner.domain.organisation import Employment
from caseload_planner.rules.round import Pin
from tests.builders import ON, a_measure, a_worker, busy, holds, running
from tests.rules.judging import a_plan, level

DAY = timedelta(days=1)
WORKERS = [a_worker("W1"), a_worker("W2"), a_worker("W3")]
KNOWN = [running("R1", family="F", youth="a")]
HELD = [holds("R1", "W1")]


def new(key: str, youth: str = "b", **facts: Any) -> Measure:
    return a_measure(key, family="F", youth=youth, **facts)


@pytest.mark.parametrize(("first", "value"), [("W1", 0), ("W2", 1)])
def test_that_a_known_face_passed_over_counts_one(first: str, value: int) -> None:
    assert level("families", a_plan(WORKERS, [*KNOWN, new("M1")], ("M1", first), held=HELD)) == value


def test_that_a_known_family_counts_by_measure() -> None:
    measures = [*KNOWN, new("M1", "b"), new("M2", "c"), new("M3", "d")]
    assert level("families", a_plan(WORKERS, measures, ("M1", "W2"), ("M2", "W2"), ("M3", "W1"), held=HELD)) == 2


def test_that_a_measure_left_over_is_nobody_passed_over() -> None:
    assert level("families", a_plan(WORKERS, [*KNOWN, new("M1")], held=HELD)) == 0


def test_that_a_known_face_who_stands_second_is_passed_over() -> None:
    measures = [*KNOWN, new("M1", duo=Wanted.REQUIRED)]
    assert level("families", a_plan(WORKERS, measures, ("M1", "W2", "W1"), held=HELD)) == 1


@pytest.mark.parametrize(
    ("facts", "type_"),
    [
        ({"skj_until": ON - DAY}, MeasureType.SUPERVISION_ORDER),
        ({"ends_on": ON + 91 * DAY}, MeasureType.SUPERVISION_ORDER),
        ({"ends_on": ON + 91 * DAY, "employment": Employment.SECONDED}, MeasureType.SUPERVISION_ORDER),
        ({"contracts": ()}, MeasureType.SUPERVISION_ORDER),
        ({"team": "Z1"}, MeasureType.SUPERVISION_ORDER),
        ({}, MeasureType.PROBATION_MANDATORY),
    ],
    ids=["registration over", "leaving", "leaving secondee", "no contract", "other region", "no skill"],
)
def test_that_a_known_face_whom_a_rule_keeps_away_is_not_passed_over(facts: dict[str, Any], type_: MeasureType) -> None:
    workers = [a_worker("W1", **facts), a_worker("W2", skills=frozenset({"jr"})), a_worker("W3")]
    plan = a_plan(workers, [*KNOWN, new("M1", type=type_)], ("M1", "W2"), held=HELD)
    assert level("families", plan) == 0


def test_that_siblings_of_a_face_kept_away_may_be_spread() -> None:
    workers = [a_worker("W1", skj_until=None), a_worker("W2"), a_worker("W3")]
    plan = a_plan(workers, [*KNOWN, new("M1", "b"), new("M2", "c")], ("M1", "W2"), ("M2", "W3"), held=HELD)
    assert level("families", plan) == 0


def test_that_a_conflict_keeps_a_known_face_away() -> None:
    plan = a_plan(WORKERS, [*KNOWN, new("M1")], ("M1", "W2"), held=HELD, conflicts=[("W1", "F")])
    assert level("families", plan) == 0


def test_that_what_the_leader_chose_otherwise_stays_visible() -> None:
    measures = [*KNOWN, new("M1")]
    assert level("families", a_plan(WORKERS, measures, ("M1", "W2"), held=HELD, exclusions=[("M1", "W1")])) == 1
    assert level("families", a_plan(WORKERS, measures, ("M1", "W2"), held=HELD, pins=[Pin("M1", "W2")])) == 1


def test_that_a_full_known_face_is_passed_over() -> None:
    full, held = busy("W1", 16)
    plan = a_plan(WORKERS, [*KNOWN, *full, new("M1")], ("M1", "W2"), held=[*HELD, *held])
    assert level("families", plan) == 1


def test_that_the_face_of_the_oldest_running_measure_is_the_known_one() -> None:
    older = running("R2", family="F", youth="c", reported_on=date(2019, 1, 7), started_on=date(2019, 1, 7))
    measures, held = [*KNOWN, older, new("M1")], [*HELD, holds("R2", "W3")]
    assert [level("families", a_plan(WORKERS, measures, ("M1", first), held=held)) for first in ("W1", "W2", "W3")] == [
        1,
        1,
        0,
    ]


def test_that_a_family_whose_first_contact_has_left_is_new() -> None:
    workers = [a_worker("W1", ends_on=ON - DAY), a_worker("W2"), a_worker("W3")]
    measures = [*KNOWN, new("M1")]
    together = a_plan(workers, measures, ("M1", "W2"), ("R1", "W2"), held=HELD)
    assert level("families", together) == 0
    apart = a_plan(workers, measures, ("M1", "W2"), ("R1", "W3"), held=HELD)
    assert level("families", apart) == 1


@pytest.mark.parametrize(
    ("firsts", "value"),
    [
        (("W1", "W1", "W1"), 0),
        (("W1", "W2", "W1"), 1),
        (("W1", "W2", "W3"), 2),
        (("W1", "W2"), 1),
        (("W1",), 0),
        ((), 0),
    ],
)
def test_that_new_siblings_count_their_first_contacts_less_one(firsts: tuple[str, ...], value: int) -> None:
    siblings = [new("M1", "a"), new("M2", "b"), new("M3", "c")]
    placements = [(f"M{number}", first) for number, first in enumerate(firsts, start=1)]
    assert level("families", a_plan(WORKERS, siblings, *placements)) == value


def test_that_families_add_up() -> None:
    measures = [*KNOWN, new("M1"), a_measure("N1", family="G", youth="a"), a_measure("N2", family="G", youth="b")]
    plan = a_plan(WORKERS, measures, ("M1", "W2"), ("N1", "W1"), ("N2", "W2"), held=HELD)
    assert level("families", plan) == 2
