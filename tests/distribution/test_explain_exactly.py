"""Why not, exactly: the cost told is that of the best plan in which she has the position."""

import random
from collections.abc import Iterable

import pytest

from caseload_planner.distribution.explain_exactly import why_not_exactly
from caseload_planner.distribution.profile import Profile, ProfileLevel
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.measures import Wanted
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement
from tests.builders import a_measure, a_worker, an_organisation, busy
from tests.distribution.tiny_rounds import STRICT, Size, every_sound_plan, problem_of, random_organisation, values


@pytest.mark.parametrize("seed", range(25))
def test_that_the_cost_is_that_of_the_best_plan_with_her(seed: int) -> None:
    problem = problem_of(random_organisation(random.Random(seed), Size(workers=4, measures=2)))
    best = solve(problem, STRICT)
    plans = list(every_sound_plan(problem))
    for placement in best.placements:
        for worker in problem.round.candidates:
            answer = why_not_exactly(problem, STRICT, best, placement.measure, worker, Position.FIRST)
            with_her = [
                values(plan)
                for plan in plans
                if placement.measure in plan.by_measure and plan.by_measure[placement.measure].first == worker
            ]
            if not with_her:
                assert answer.breaches or answer.loss
                continue
            least = min(with_her)
            if answer.breaches:
                # Only above her ceiling the solver may find it better to leave another measure over.
                assert {breach.rule for breach in answer.breaches} == {"H8"}
                continue
            told = (answer.loss.level, answer.loss.by) if answer.loss else None
            assert told == _first_difference(values_of(best), least)


@pytest.mark.parametrize("seed", range(40))
def test_that_the_cost_of_a_second_is_that_of_the_best_plan_beside_the_same_first(seed: int) -> None:
    dice = random.Random(seed)
    organisation = random_organisation(dice, Size(workers=3, measures=2))
    plans = list(every_sound_plan(problem_of(organisation)))
    problem = problem_of(organisation, kept=dice.choice(plans).placements)
    best = solve(problem, STRICT)
    plans = list(every_sound_plan(problem))
    for placement in best.placements:
        for worker in problem.round.candidates:
            answer = why_not_exactly(problem, STRICT, best, placement.measure, worker, Position.SECOND)
            asked = Placement(placement.measure, placement.first, worker)
            beside = [values(plan) for plan in plans if plan.by_measure.get(placement.measure) == asked]
            if not beside or answer.breaches:
                assert answer.breaches
                assert not beside or {breach.rule for breach in answer.breaches} == {"H8"}
                continue
            told = (answer.loss.level, answer.loss.by) if answer.loss else None
            assert told == _first_difference(values_of(best), min(beside))


@pytest.mark.parametrize("seed", range(40))
def test_that_a_cost_at_the_last_levels_is_exact_too(seed: int) -> None:
    # Only wishes and changes speak: everything before them is left out of the profile.
    late = Profile("late", tuple(ProfileLevel(name) for name in ("waiting", "wishes", "changes")))
    dice = random.Random(seed)
    organisation = random_organisation(dice, Size(workers=3, measures=2))
    kept = dice.choice(list(every_sound_plan(problem_of(organisation)))).placements
    problem = problem_of(organisation, kept=kept, wish_weights=(("W14", 3), ("W9", 2)))
    best = solve(problem, late)
    plans = list(every_sound_plan(problem))
    for placement in best.placements:
        for worker in problem.round.candidates:
            answer = why_not_exactly(problem, late, best, placement.measure, worker, Position.FIRST)
            with_her = [
                values(plan, late)
                for plan in plans
                if placement.measure in plan.by_measure and plan.by_measure[placement.measure].first == worker
            ]
            if with_her and not answer.breaches:
                told = (answer.loss.level, answer.loss.by) if answer.loss else None
                names = [level.name for level in late.levels]
                assert told == _first_difference(values_of(best), min(with_her), names)


def test_that_one_person_twice_is_no_answer_but_a_rule() -> None:
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], [a_measure("N1", duo=Wanted.PREFERRED)])
    problem = problem_of(organisation)
    best = solve(problem, STRICT)

    answer = why_not_exactly(problem, STRICT, best, "N1", best.placements[0].first, Position.SECOND)

    assert [(breach.rule, breach.code) for breach in answer.breaches] == [("H2", "one_person_twice")]


def test_that_others_may_move_along() -> None:
    carried, held = busy("W1", 13)
    organisation = an_organisation(
        [a_worker("W1"), a_worker("W2", team="T2")], [*carried, a_measure("N1"), a_measure("N2")], held
    )
    problem = problem_of(organisation)
    best = solve(problem, STRICT)

    answer = why_not_exactly(problem, STRICT, best, "N1", "W1", Position.FIRST)

    assert answer.breaches == ()


def values_of(proposal: object) -> tuple[int, ...]:
    return tuple(level.value for level in proposal.levels)  # type: ignore[attr-defined]


def _first_difference(
    before: tuple[int, ...], after: tuple[int, ...], names: Iterable[str] = tuple(LEVELS)
) -> tuple[str, int] | None:
    for name, one, other in zip(names, before, after, strict=True):
        if one != other:
            return name, other - one
    return None
