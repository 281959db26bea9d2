"""Nothing is left over that somebody has room for, however early a search was ended."""

import random

import pytest

from caseload_planner.distribution.judge import judge
from caseload_planner.distribution.last_look import place_what_still_fits
from caseload_planner.distribution.leftovers import explain_leftovers
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement, plan_of
from tests.builders import a_measure, a_worker, an_organisation, busy
from tests.distribution.tiny_rounds import Size, every_sound_plan, problem_of, random_organisation

ORDER = tuple(LEVELS)


def test_that_what_fits_is_placed_and_nothing_moves() -> None:
    carried, held = busy("W1", 13)
    organisation = an_organisation([a_worker("W1")], [*carried, a_measure("N1"), a_measure("N2")], held)
    problem = problem_of(organisation)

    placed = place_what_still_fits(problem, {"N2": Placement("N2", "W1")}, ORDER)

    assert placed == {"N1": Placement("N1", "W1"), "N2": Placement("N2", "W1")}


@pytest.mark.parametrize("seed", range(40))
def test_that_no_sound_plan_places_more_beside_what_stands(seed: int) -> None:
    problem = problem_of(random_organisation(random.Random(seed), Size(workers=3, measures=3)))

    plan = plan_of(problem.round, place_what_still_fits(problem, {}, ORDER).values())

    assert judge(plan).clean
    assert len(explain_leftovers(plan)) == len(plan.unplaced)
    stands = set(plan.placements)
    assert not any(stands < set(other.placements) for other in every_sound_plan(problem))
