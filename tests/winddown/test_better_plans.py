"""The best mixture of two plans against every mixture; proofs by cases and dives against every plan."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.board import Board, Choice, Chosen, Cost, People
from caseload_planner.winddown.greedy import most_room_first
from caseload_planner.winddown.levels import LEVELS
from caseload_planner.winddown.local_search import total_cost
from caseload_planner.winddown.mixing import best_mixture, people_of
from caseload_planner.winddown.pattern_cases import OPEN, Cases
from caseload_planner.winddown.pattern_dive import dive
from caseload_planner.winddown.pattern_level import STAGES, PatternLevel
from caseload_planner.winddown.pattern_rows import LevelRows
from caseload_planner.winddown.problem import WindDownProblem
from caseload_planner.winddown.search import Limits
from caseload_planner.winddown.solve import Best, restore
from caseload_planner.winddown.takings import takings_of
from tests.winddown.small_teams import SEARCH_WORK, problem_of
from tests.winddown.test_patterns import BY_PATTERNS, receivers_of, small_problems
from tests.winddown.test_wind_down_exactly import UNTIL, every_total, fits, organisations

SLOW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def limits() -> Limits:
    return Limits(time.monotonic() + 60, deterministic_limit=SEARCH_WORK)


def people(board: Board, plan: tuple[Choice, ...]) -> dict[int, People]:
    return {number: people_of(board, number, choice) for number, choice in enumerate(plan) if choice is not None}


def chosen(plan: tuple[Choice, ...]) -> dict[int, Chosen]:
    return {number: choice for number, choice in enumerate(plan) if choice is not None}


@given(problem=small_problems(), data=st.data())
@SLOW
def test_that_no_mixture_of_two_plans_is_better_than_the_one_found(
    problem: WindDownProblem, data: st.DataObject
) -> None:
    board = Board(problem)
    totals = every_total(board)
    mine, other = (data.draw(st.sampled_from(sorted(totals, key=repr))) for _ in range(2))
    ways = (people(board, mine), people(board, other))
    mixtures = [
        total
        for plan, total in totals.items()
        if all(way in (ways[0].get(number), ways[1].get(number)) for number, way in people(board, plan).items())
    ]
    number = data.draw(st.sampled_from([LEVELS.index(name) for name in BY_PATTERNS]))
    allowed = totals[mine][:number]
    least = min(total[number] for total in mixtures if all(a <= b for a, b in zip(total, allowed, strict=False)))
    restore(board, Best(chosen(mine), ()))
    mixture = best_mixture(board, [ways[1]], allowed, 0, limits(), StopSignal())
    assert mixture is not None
    restore(board, Best(mixture, ()))
    found = fits(board, tuple(board.choices))
    assert found is not None
    assert all(a <= b for a, b in zip(found, allowed, strict=False))
    assert found[number] == least


def a_level(board: Board, name: str, best: Cost) -> PatternLevel:
    """Give the question of a level over patterns, with some made, from the best plan that there is."""
    kept = dict(zip(LEVELS[: LEVELS.index(name)], best, strict=False))
    takings = takings_of(board, at_a_good_moment=False)
    receivers = [receiver for receiver, _ in receivers_of(board)]
    level = PatternLevel(LevelRows(board, takings, name, kept), receivers, limits(), StopSignal())
    level.begin(LevelRows(board, takings, name, kept))
    level.answers.reached = best[LEVELS.index(name)] + 20
    level.generate(STAGES)
    return level


@given(problem=small_problems(), name=st.sampled_from(BY_PATTERNS))
@SLOW
def test_that_a_proof_by_cases_holds_for_every_plan(problem: WindDownProblem, name: str) -> None:
    board = Board(problem)
    best = min(every_total(board).values())
    level = a_level(board, name, best)
    before = level.proof.bound
    cases = Cases(level)
    while cases.split():
        assert before <= cases.bound
    bound = cases.bound
    assert before <= bound
    assert bound <= best[LEVELS.index(name)] + 1e-6
    sides = level.rows.master.sides
    assert all(sides[row] == OPEN for row in sides if row[0] in ("taking", "resting"))


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("nth", [1, 2])
def test_that_a_dive_ends_in_a_plan(number: int, nth: int) -> None:
    board = Board(problem_of(organisations()[number], UNTIL))
    most_room_first(board)
    level = a_level(board, "unplaced", total_cost(board))
    before = level.rows.master.relaxed(level.interrupter)
    dive(level, nth, 7, time.monotonic() + 60)
    assert level.answers.plan is not None
    restore(board, Best(level.answers.plan, ()))
    assert fits(board, tuple(board.choices)) is not None
    assert total_cost(board)[LEVELS.index("unplaced")] == level.answers.reached
    assert level.answers.reached >= level.proof.bound
    after = level.rows.master.relaxed(level.interrupter)
    assert before is not None
    assert after is not None
    assert after.value == pytest.approx(before.value)
