"""The board knows what a placement costs, and the local search never makes a plan worse."""

import random

from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.distribution.board import Board
from caseload_planner.distribution.greedy import USUAL_ORDER, greedy
from caseload_planner.distribution.judge import judge
from caseload_planner.distribution.local_search import improve
from caseload_planner.distribution.takers import Takers
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement, plan_of
from tests.builders import a_measure, a_worker, an_organisation, busy
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
    total = 0
    for placement in placements:
        total += board.cost(placement)
        board.put(placement)

    waiting, *rest = levels_of(problem, placements)
    empty = levels_of(problem, [])
    added = [after - before for after, before in zip(rest, empty[1:], strict=True)]
    assert board.costs.levels(total) == (0, *added)
    saved = board.costs.levels(sum(board.waiting_cost(p.measure) for p in placements))
    assert waiting == empty[0] - saved[0]


@given(st.integers(0, 10**9))
def test_that_what_is_put_down_can_be_taken_up(seed: int) -> None:
    dice = random.Random(seed)
    problem = problem_of(random_organisation(dice, SIZE))
    board = Board(problem, USUAL_ORDER)
    takers = Takers(board)
    before = {key: sorted(takers.options(key)) for key in problem.round.asked}
    placements = list(greedy(problem).values())
    for placement in placements:
        board.put(placement)
    dice.shuffle(placements)
    for placement in placements:
        board.take_up(placement)

    assert {key: sorted(takers.options(key)) for key in problem.round.asked} == before


@given(st.integers(0, 10**9))
def test_that_the_local_search_keeps_the_rules_and_never_makes_it_worse(seed: int) -> None:
    problem = problem_of(random_organisation(random.Random(seed), SIZE))
    start = greedy(problem)

    better = improve(problem, start, USUAL_ORDER, seed, StopSignal())

    assert judge(plan_of(problem.round, better.values())).clean
    assert levels_of(problem, better.values()) <= levels_of(problem, start.values())
    assert improve(problem, start, USUAL_ORDER, seed, StopSignal()) == better


@given(st.integers(0, 10**9))
def test_that_nobody_is_cheaper_than_the_cheapest(seed: int) -> None:
    dice = random.Random(seed)
    problem = problem_of(random_organisation(dice, SIZE))
    board = Board(problem, USUAL_ORDER)
    takers = Takers(board)
    for key in dice.sample(problem.round.asked, len(problem.round.asked)):
        options = list(takers.options(key))
        cheapest = takers.cheapest(key)
        assert (cheapest is None) == (not options)
        if cheapest is not None:
            assert cheapest[0] == min(cost for cost, _ in options) == board.cost(cheapest[1])
            board.put(dice.choice(options)[1])


def test_that_siblings_move_to_one_first_contact_together() -> None:
    carried, held = busy("W1", 12)
    workers = [a_worker("W1"), a_worker("W2", team="T2")]
    asked = [a_measure(f"N{n}", family="F-new", youth=f"Y-N{n}") for n in range(3)]
    problem = problem_of(an_organisation(workers, [*carried, *asked], held))
    split = {"N0": Placement("N0", "W1"), "N1": Placement("N1", "W1"), "N2": Placement("N2", "W1")}

    better = improve(problem, split, USUAL_ORDER, 0, StopSignal())

    assert {placement.first for placement in better.values()} == {"W2"}
