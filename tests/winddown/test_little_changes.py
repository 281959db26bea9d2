"""Planning again changes as little as possible of a plan that is kept, against every plan of small teams."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.board import Board
from caseload_planner.winddown.levels import CHANGES, LEVELS, UNPLACED
from caseload_planner.winddown.pattern_search import Asked, PatternSearch
from caseload_planner.winddown.problem import WindDownProblem
from caseload_planner.winddown.request import KeptHandover
from caseload_planner.winddown.search import Limits
from caseload_planner.winddown.solve import Best, restore, solve_wind_down
from tests.builders import a_worker
from tests.winddown.small_teams import SEARCH_WORK, a_secondee, a_team, busy_up_to, cases, problem_of, weeks
from tests.winddown.test_wind_down_exactly import UNTIL, best_of_all, every_total, fits, organisations

PLACE, CHANGED = LEVELS.index(UNPLACED), LEVELS.index(CHANGES)


@st.composite
def kept_plans(draw: st.DrawFn) -> WindDownProblem:
    """Draw a wind-down with a plan of before, some of which nobody could make any more."""
    people = [a_secondee("D"), a_worker("ANN"), a_worker("BEA", team=draw(st.sampled_from(["T1", "T2"])))]
    count = draw(st.integers(1, 3))
    groups = [cases("D", count)]
    groups += [busy_up_to(key, draw(st.integers(10, 17))) for key in ("ANN", "BEA")]
    kept = tuple(
        KeptHandover(f"D-{number}", "D", draw(st.sampled_from(["ANN", "BEA"])), weeks(draw(st.integers(1, 5))))
        for number in range(draw(st.integers(0, count)))
    )
    return problem_of(a_team(people, *groups), UNTIL, kept=kept)


@given(problem=kept_plans())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_that_patterns_find_how_little_need_change(problem: WindDownProblem) -> None:
    board = Board(problem)
    totals = every_total(board)
    fewest = min(total[PLACE] for total in totals.values())
    mine = max((plan for plan in totals if totals[plan][PLACE] == fewest), key=lambda plan: totals[plan][CHANGED])
    least = min(total[CHANGED] for total in totals.values() if total[PLACE] == fewest)
    restore(board, Best({n: choice for n, choice in enumerate(mine) if choice is not None}, ()))
    limits = Limits(float("inf"), deterministic_limit=SEARCH_WORK)
    value = totals[mine][CHANGED]
    asked = Asked(CHANGES, {UNPLACED: fewest}, limits, StopSignal())
    answer = PatternSearch(board).settle(asked, board.choices, value)
    assert answer.bound <= least
    assert answer.value == least
    if answer.plan is not None:
        restore(board, Best(answer.plan, ()))
        found = fits(board, tuple(board.choices))
        assert found is not None
        assert found[: CHANGED + 1] == (fewest, least)


@pytest.mark.parametrize("number", range(5))
def test_that_no_plan_that_keeps_another_is_better_than_the_one_found(number: int) -> None:
    organisation = organisations()[number]
    before = solve_wind_down(organisation, problem_of(organisation, UNTIL))
    kept = tuple(KeptHandover(h.measure, h.giver, h.receiver, h.week, agreed=False) for h in before.handovers[:2])
    problem = problem_of(organisation, UNTIL, kept=kept)
    plan = solve_wind_down(organisation, problem)
    assert tuple(level.value for level in plan.levels) == best_of_all(problem)
