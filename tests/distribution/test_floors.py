"""What choices cost at the least is below what every plan costs, and what is too dear is in no plan worth having."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from caseload_planner.distribution.floors import FloorCosts
from caseload_planner.rules.levels import LEVELS
from caseload_planner.solving.open_choices import Choice, OpenChoices, Role
from tests.distribution.tiny_rounds import Size, every_sound_plan, problem_of, random_organisation


@given(st.integers(0, 10**9), st.sampled_from(sorted(LEVELS)))
@settings(max_examples=40)
def test_that_no_plan_is_below_its_floors(seed: int, name: str) -> None:
    problem = problem_of(random_organisation(random.Random(seed), Size(workers=4, measures=3)))
    level, round_ = LEVELS[name], problem.round
    roles = {key: (c.alone, c.leads, c.seconds) for key, c in problem.choices.items()}
    plans = list(every_sound_plan(problem))
    placed = frozenset(round_.asked) if any(not plan.unplaced for plan in plans) else frozenset()
    open_choices = OpenChoices(roles, placed=placed)

    floors = FloorCosts(problem).of_level(name, open_choices)
    least = level.least(round_, open_choices.firsts(), placed)

    for plan in plans:
        if placed <= {placement.measure for placement in plan.placements}:
            value = level.value(plan) - level.fixed_part(round_)
            assert max(floors.bound, least) <= value
            for placement in plan.placements:
                assert all(floors.bound + floors.excess.get(choice, 0) <= value for choice in choices_of(placement))


@given(st.integers(0, 10**9))
@settings(max_examples=40)
def test_that_what_a_kept_level_implies_holds_in_every_plan_that_keeps_it(seed: int) -> None:
    problem = problem_of(random_organisation(random.Random(seed), Size(workers=4, measures=3)))
    round_ = problem.round
    open_choices = OpenChoices({key: (c.alone, c.leads, c.seconds) for key, c in problem.choices.items()})
    plans = list(every_sound_plan(problem))
    for name in ("waiting", "families"):
        most = min(LEVELS[name].value(plan) for plan in plans)
        plans = [plan for plan in plans if LEVELS[name].value(plan) == most]
        implied = LEVELS[name].implied(round_, open_choices.firsts(), open_choices.placed, most)
        for plan in plans:
            firsts = {placement.measure: placement.first for placement in plan.placements}
            assert implied.placed <= set(firsts)
            assert all(firsts[key] in some for key, some in implied.firsts.items() if key in firsts)
            assert all(len({firsts[key] for key in group}) == 1 for group in implied.together)
        open_choices = open_choices.with_implied(implied)


def choices_of(placement: object) -> list[Choice]:
    key, first, second = placement.measure, placement.first, placement.second  # type: ignore[attr-defined]
    if second is None:
        return [(Role.ALONE, key, first)]
    return [(Role.LEAD, key, first), (Role.SECOND, key, second)]
