"""Why not, exactly: the cost told is that of the best plan in which she has the position."""

import random

import pytest

from caseload_planner.distribution.explain_exactly import why_not_exactly
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.assignment import Position
from caseload_planner.rules.levels import LEVELS
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


def _first_difference(before: tuple[int, ...], after: tuple[int, ...]) -> tuple[str, int] | None:
    for name, one, other in zip(LEVELS, before, after, strict=True):
        if one != other:
            return name, other - one
    return None
