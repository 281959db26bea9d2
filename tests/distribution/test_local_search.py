"""The board knows what a placement costs, and the local search never makes a plan worse."""

import random

from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.distribution.board import Board
from caseload_planner.distribution.greedy import USUAL_ORDER, greedy
from caseload_planner.distribution.judge import judge
from caseload_planner.distribution.local_search import improve
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import plan_of
from tests.distribution.tiny_rounds import Size, problem_of, random_organisation

SIZE = Size(workers=7, measures=6)


def levels_of(problem: object, placements: object) -> tuple[int, ...]:
    plan = plan_of(problem.round, placements)  # type: ignore[attr-defined, arg-type]
    return tuple(LEVELS[name].value(plan) for name in USUAL_ORDER)


@given(st.integers(0, 10**9))
def test_that_costs_add_up_to_the_levels_in_any_order(seed: int) -> None:
    dice = random.Random(seed)
    problem = problem_of(random_organisation(dice, SIZE))
    placements = list(greedy(problem).values())
    dice.shuffle(placements)
    board = Board(problem, USUAL_ORDER)
    total = [0] * len(USUAL_ORDER)
    for placement in placements:
        total = [sum(pair) for pair in zip(total, board.cost(placement), strict=True)]
        board.put(placement)

    waiting, *rest = levels_of(problem, placements)
    empty = levels_of(problem, [])
    assert total == [0, *(after - before for after, before in zip(rest, empty[1:], strict=True))]
    assert waiting == empty[0] - sum(board.waiting_cost(p.measure)[0] for p in placements)


@given(st.integers(0, 10**9))
def test_that_what_is_put_down_can_be_taken_up(seed: int) -> None:
    dice = random.Random(seed)
    problem = problem_of(random_organisation(dice, SIZE))
    board = Board(problem, USUAL_ORDER)
    before = {key: sorted(board.options(key)) for key in problem.round.asked}
    placements = list(greedy(problem).values())
    for placement in placements:
        board.put(placement)
    dice.shuffle(placements)
    for placement in placements:
        board.take_up(placement)

    assert {key: sorted(board.options(key)) for key in problem.round.asked} == before


@given(st.integers(0, 10**9))
def test_that_the_local_search_keeps_the_rules_and_never_makes_it_worse(seed: int) -> None:
    problem = problem_of(random_organisation(random.Random(seed), SIZE))
    start = greedy(problem)

    better = improve(problem, start, USUAL_ORDER, seed, StopSignal())

    assert judge(plan_of(problem.round, better.values())).clean
    assert levels_of(problem, better.values()) <= levels_of(problem, start.values())
    assert improve(problem, start, USUAL_ORDER, seed, StopSignal()) == better
