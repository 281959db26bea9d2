"""The problem of a round: who may take what, which parts stand apart, and when a proposal is out of date."""

import random
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.distribution.parts import independent_parts
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Organisation, WindingDown
from tests.builders import ON, a_measure, a_worker, an_organisation, busy, holds, running
from tests.distribution.tiny_rounds import Size, problem_of, random_organisation


def two_regions() -> Organisation:
    carried, held = busy("W1", 3)
    elsewhere, held_there = busy("W9", 3)
    return an_organisation(
        [a_worker("W1"), a_worker("W2"), a_worker("W9", team="Z1")],
        [*carried, *elsewhere, a_measure("N1"), a_measure("N2"), a_measure("N9", team="Z1")],
        [*held, *held_there],
    )


def test_that_regions_are_parts_of_their_own() -> None:
    assert independent_parts(problem_of(two_regions())) == (("N1", "N2"), ("N9",))


def test_that_a_team_asks_for_its_own_measures_and_looks_in_its_region() -> None:
    problem = problem_of(two_regions(), teams=("T1",))

    assert problem.round.asked == ("N1", "N2")
    assert problem.round.candidates == ("W1", "W2")


def test_that_measures_of_somebody_who_left_are_to_be_distributed() -> None:
    gone = a_worker("W1", ends_on=ON - timedelta(days=1))
    organisation = an_organisation([gone, a_worker("W2")], [running("R1")], [holds("R1", "W1")])

    assert problem_of(organisation).round.asked == ("R1",)


def test_that_a_digest_stays_when_another_region_changes() -> None:
    before = two_regions()
    after = replace(before, assignments=tuple(a for a in before.assignments if a.measure != "W9-R00"))

    assert _digest(before) == _digest(after)


def test_that_a_digest_stays_when_a_new_measure_is_reported() -> None:
    before = two_regions()
    after = replace(before, measures=before.measures | {"N3": a_measure("N3")})

    assert _digest(before) == _digest(after)


def test_that_a_digest_moves_with_load_measure_norm_and_absence() -> None:
    before = two_regions()
    lighter = replace(before, assignments=tuple(a for a in before.assignments if a.measure != "W1-R00"))
    duo = replace(before, measures=before.measures | {"N1": a_measure("N1", duo=Wanted.REQUIRED)})
    norm = replace(before.norms.norms[0], ceiling=1700)
    raised = replace(before, norms=replace(before.norms, norms=(norm,)))
    leaver = replace(before.workers["W2"], ends_on=ON + timedelta(days=10))
    leaving = replace(before, workers=before.workers | {"W2": leaver})

    assert len({_digest(one) for one in (before, lighter, duo, raised, leaving)}) == 5


@given(st.permutations(["sns", "jr", "pmg", "schotten"]))
def test_that_a_digest_does_not_depend_on_the_order_of_sets(skills: list[str]) -> None:
    base = an_organisation([a_worker("W1", skills=frozenset(sorted(skills)))], [a_measure("N1")])
    same = an_organisation([a_worker("W1", skills=frozenset(skills))], [a_measure("N1")])

    assert problem_of(base).digest == problem_of(same).digest


def _digest(organisation: Organisation) -> str:
    return problem_of(organisation, measures=("N1", "N2")).digest


@given(st.integers(0, 10**6))
def test_that_who_winds_down_is_in_no_choice_and_changes_the_digest(seed: int) -> None:
    dice = random.Random(seed)
    open_ = random_organisation(dice, Size(workers=4, measures=3))
    leaver = dice.choice(sorted(open_.workers))
    closed = replace(open_, winding_down={leaver: WindingDown(from_on=ON, nil_on=ON)})
    asked = problem_of(open_).round.asked
    left_out = problem_of(open_, exclusions=tuple((key, leaver) for key in asked))

    assert problem_of(closed).choices == left_out.choices
    unchanged = problem_of(closed).digest == problem_of(open_).digest
    assert unchanged == (leaver not in problem_of(open_).round.candidates)


def test_that_a_plan_for_later_keeps_the_digest() -> None:
    organisation = two_regions()
    later = WindingDown(from_on=ON + timedelta(days=1), nil_on=ON + timedelta(days=90))

    assert _digest(replace(organisation, winding_down={"W1": later})) == _digest(organisation)


def test_that_a_digest_stays_when_a_team_is_called_otherwise() -> None:
    before = two_regions()
    teams = {key: replace(team, name="Nieuwe naam") for key, team in before.teams.items()}
    assert _digest(before) == _digest(replace(before, teams=teams))
    moved = {key: replace(team, location="Elders") for key, team in before.teams.items()}
    assert _digest(before) != _digest(replace(before, teams=moved))
