"""Proposing again after one change: as little moves as the levels allow, and that is proven."""

import random
from dataclasses import replace

import pytest

from caseload_planner.distribution.judge import plan_from_proposal
from caseload_planner.distribution.profile import Profile, ProfileLevel
from caseload_planner.distribution.proposal import Status
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.organisation import Organisation
from caseload_planner.rules.round import Placement
from tests.builders import a_measure, a_worker, an_organisation, the_profile
from tests.distribution.tiny_rounds import STRICT, Size, every_sound_plan, problem_of, random_organisation, values

KEEPING_FIRST = Profile("keeping", (ProfileLevel("waiting"), ProfileLevel("changes")))
"""A profile in which little may move at whatever other cost."""


@pytest.mark.parametrize("seed", range(40))
def test_that_after_one_changed_case_no_plan_as_good_moves_less(seed: int) -> None:
    dice = random.Random(seed)
    organisation = random_organisation(dice, Size(workers=3, measures=3))
    kept = solve(problem_of(organisation), STRICT).placements
    problem = problem_of(_one_case_changed(dice, organisation), kept=kept)

    again = solve(problem, STRICT)

    assert values(plan_from_proposal(problem.round, again)) == min(map(values, every_sound_plan(problem)))
    assert again.status is Status.OPTIMAL


@pytest.mark.parametrize("seed", range(25))
def test_that_where_keeping_comes_first_nothing_moves_that_may_stay(seed: int) -> None:
    dice = random.Random(seed)
    organisation = random_organisation(dice, Size(workers=3, measures=3))
    kept = solve(problem_of(organisation), STRICT).placements
    problem = problem_of(_one_case_changed(dice, organisation), kept=kept)

    again = plan_from_proposal(problem.round, solve(problem, KEEPING_FIRST))

    least = min(values(plan, KEEPING_FIRST) for plan in every_sound_plan(problem))
    assert values(again, KEEPING_FIRST) == least


@pytest.mark.parametrize("seed", range(15))
def test_that_the_same_round_again_gives_the_same_proposal(seed: int) -> None:
    organisation = random_organisation(random.Random(seed), Size(workers=8, measures=6))
    first = solve(problem_of(organisation), the_profile())

    again = solve(problem_of(organisation, kept=first.placements), the_profile())

    assert again.placements == first.placements


def test_that_a_change_that_nobody_can_avoid_is_proven() -> None:
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], [a_measure("N1")])
    kept = (Placement("N1", "W1"),)

    again = solve(problem_of(organisation, kept=kept, exclusions=(("N1", "W1"),)), STRICT)

    assert [(level.value, level.bound) for level in again.levels if level.name == "changes"] == [(1, 1)]
    assert again.status is Status.OPTIMAL


def _one_case_changed(dice: random.Random, organisation: Organisation) -> Organisation:
    """Make one asked case heavier, or of another team, or add one."""
    asked = sorted(key for key in organisation.measures if key.startswith("N"))
    case = organisation.measures[dice.choice(asked)]
    other = dice.choice(
        (
            replace(case, factors=frozenset({"out_of_home", "acute_safety"})),
            replace(case, team="T3"),
            a_measure("N9", team="T2"),
        )
    )
    return replace(organisation, measures={**organisation.measures, other.key: other})
