"""Tiny wind-downs against every possible plan, and bounds that no plan is below."""

import math
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import StopSignal, ignore_progress
from caseload_planner.winddown.board import Board, Choice, Chosen, Cost
from caseload_planner.winddown.by_level import LevelSearch
from caseload_planner.winddown.greedy import most_room_first
from caseload_planner.winddown.levels import LEVELS, OVERLOAD
from caseload_planner.winddown.local_search import improve, total_cost
from caseload_planner.winddown.options import NOBODY_NEW
from caseload_planner.winddown.problem import WindDownProblem
from caseload_planner.winddown.relaxation import Relaxation
from caseload_planner.winddown.search import Limits, search_level
from caseload_planner.winddown.solve import Best, best_of, restore, solve_wind_down
from tests.builders import a_worker, holds, running
from tests.winddown.small_teams import SEARCH_WORK, a_secondee, a_team, busy_up_to, cases, planned, problem_of, weeks

UNTIL = 5
"""Weeks: three in which a family can move, so that every plan can be looked at."""


def every_choice(board: Board, number: int) -> list[Choice]:
    """Give everything that could happen to a family."""
    options, found = board.options[number], [None]
    choices: list[Choice] = [*found]
    for first in range(len(options.firsts)):
        group = int(options.firsts.second_set[first])
        if group == NOBODY_NEW:
            choices.append(Chosen(first, None))
            continue
        seconds = options.seconds[group]
        choices += [
            Chosen(first, second)
            for second in range(len(seconds))
            if seconds.week[second] == options.firsts.week[first]
            and board.may_pair(number, int(options.firsts.worker[first]), int(seconds.worker[second]))
        ]
    return choices


def fits(board: Board, choices: tuple[Choice, ...]) -> Cost | None:
    """Give what a whole plan comes to, or None where it breaks something."""
    restore(board, Best({n: choice for n, choice in enumerate(choices) if choice is not None}, ()))
    for number in range(len(choices)):
        choice = board.take_up(number)
        possible = board.cost_of(number, choice) is not None
        board.put(number, choice)
        if not possible:
            return None
    return total_cost(board)


def every_total(board: Board) -> dict[tuple[Choice, ...], Cost]:
    """Give every plan that breaks nothing, with what it comes to."""
    plans = product(*(every_choice(board, number) for number in range(len(board.choices))))
    return {plan: total for plan in plans if (total := fits(board, plan)) is not None}


def best_of_all(problem: WindDownProblem) -> Cost:
    """Look at every plan and give the best."""
    return min(every_total(Board(problem)).values())


def organisations() -> list[Organisation]:
    duo = running("DUO", duo=Wanted.REQUIRED)
    alone = [running("S0", family="F", youth="A"), running("S1", family="F", youth="B")]
    return [
        a_team([a_secondee("D"), a_worker("ANN"), a_worker("BEA", team="T2")], cases("D", 3), busy_up_to("ANN", 14)),
        a_team([a_secondee("D"), a_worker("ANN")], cases("D", 4), busy_up_to("ANN", 12)),
        a_team(
            [a_secondee("D"), a_worker("ANN"), a_worker("BEA")],
            ([duo], [holds("DUO", "D"), holds("DUO", "ANN", "second")]),
            cases("D", 1),
        ),
        a_team(
            [a_secondee("D"), a_worker("ANN"), a_worker("BEA", team="T3")],
            (alone, [holds("S0", "D"), holds("S1", "D")]),
            busy_up_to("ANN", 14),
            cases("D", 1),
        ),
        a_team([a_secondee("D"), a_worker("ANN", fte="0.50")], cases("D", 2), busy_up_to("ANN", 6)),
    ]


@pytest.mark.parametrize("number", range(5))
def test_that_no_plan_is_better_than_the_one_found(number: int) -> None:
    organisation = organisations()[number]
    problem = problem_of(organisation, UNTIL)
    plan = solve_wind_down(organisation, problem)
    assert tuple(level.value for level in plan.levels) == best_of_all(problem)


@pytest.mark.parametrize("number", range(5))
def test_that_no_bound_is_above_the_best_plan(number: int) -> None:
    problem = problem_of(organisations()[number], UNTIL)
    board = Board(problem)
    most_room_first(board)
    best, bounds = LevelSearch(board, best_of(board), math.inf, StopSignal(), ignore_progress).run()
    assert all(bound <= value for bound, value in zip(bounds, best.total, strict=True))
    assert bounds[0] == best.total[0]


@pytest.mark.parametrize("number", range(5))
def test_that_a_plan_holds_in_the_relaxation_however_sharp_it_is_made(number: int) -> None:
    problem = problem_of(organisations()[number], UNTIL)
    board = Board(problem)
    improve(board, 0, StopSignal())
    total = total_cost(board)
    relaxation = Relaxation(board)
    for level, value in zip(LEVELS, total, strict=True):
        limits = Limits(math.inf, deterministic_limit=SEARCH_WORK)
        bound, _ = search_level(relaxation, level, limits, StopSignal())
        assert bound <= value
        relaxation.keep(level, value)
    relaxation.hint(board.choices)
    relaxation.model.clear_objective()
    solver = cp_model.CpSolver()
    solver.parameters.fix_variables_to_their_hinted_value = True
    assert solver.solve(relaxation.model) in {cp_model.OPTIMAL, cp_model.FEASIBLE}


def test_that_a_bound_of_overload_counts_who_is_left_alone() -> None:
    measures = [running(f"DUO-{number}") for number in range(6)]
    held = [holds(m.key, who, position) for m in measures for who, position in (("D", "second"), ("ANN", "first"))]
    organisation = a_team([a_secondee("D"), a_worker("ANN")], (measures, held), busy_up_to("ANN", 14))
    plan = solve_wind_down(organisation, problem_of(organisation, UNTIL))
    overload = next(level for level in plan.levels if level.name == OVERLOAD)
    assert overload.value > 0
    assert overload.bound == overload.value


@st.composite
def known_plans(draw: st.DrawFn) -> Organisation:
    """Draw an organisation in which everything can be handed over: each case has somebody with room of her own."""
    count = draw(st.integers(1, 4))
    people = [a_secondee("D")]
    groups = [cases("D", count)]
    for number in range(count):
        people.append(a_worker(f"W{number}", team=draw(st.sampled_from(["T1", "T2", "T3"]))))
        groups.append(busy_up_to(f"W{number}", draw(st.integers(8, 15))))
    return a_team(people, *groups)


@given(organisation=known_plans())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_that_what_can_be_handed_over_is_never_left_over(organisation: Organisation) -> None:
    plan = planned(organisation, 9)
    assert plan.unplaced == ()
    assert all(row.load <= row.most for row in plan.loads)


def test_that_every_level_is_named_once() -> None:
    assert len(set(LEVELS)) == len(LEVELS)
    assert weeks(1) > weeks(0)
