"""Find the best wind-down: by hand, a local search, the relaxation level by level with its bounds, and the judge."""

import importlib
import math
import time
from collections.abc import Mapping
from dataclasses import dataclass

from caseload_planner.domain.errors import PlannerError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import OnProgress, Progress, StopSignal, ignore_progress
from caseload_planner.winddown.board import Board, Chosen, Cost
from caseload_planner.winddown.greedy import as_agreed, most_room_first
from caseload_planner.winddown.judge import judge_wind_down, weeks_after
from caseload_planner.winddown.leftovers import explain_unplaced
from caseload_planner.winddown.levels import LEVELS
from caseload_planner.winddown.local_search import improve, total_cost
from caseload_planner.winddown.outcome import fates_of, handovers_of, leaver_weeks, week_loads
from caseload_planner.winddown.plan import LevelValue, WindDownPlan
from caseload_planner.winddown.problem import WindDownProblem

PROVEN_GAP = 0.02
"""A level is proven where value and bound are this close, as a share of the value and of at least 1."""
FIRST_TURNS = 8
"""Turns of the local search a family, before the solver is asked anything."""
FIRST_SHARE = 0.04
"""The part of the time that goes to it at most."""


class PlanRefusedError(PlannerError):
    """The judge refuses a plan that the search made: a fault of the program, shown with a reference number."""

    code = "solver_disagrees"


@dataclass(frozen=True, slots=True)
class Best:
    """The best choices so far with what they come to."""

    choices: Mapping[int, Chosen]
    total: Cost


def solve_wind_down(
    organisation: Organisation,
    problem: WindDownProblem,
    *,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> WindDownPlan:
    """Find the best plan in the order of the levels.

    Never raises because not everything fits: what nobody takes over is listed with the rules that bind it. When
    stopped or out of time the best so far is given.

    Raises
    ------
    PlanRefusedError
        The judge found a broken rule; nothing of the answer may be shown.
    """
    began, stop = time.monotonic(), stop or StopSignal()
    request = problem.request
    by_clock = request.deterministic_limit is None
    end = began + request.time_limit_seconds if by_clock else math.inf
    board = first_plan(problem, request.seed, stop, began + FIRST_SHARE * (end - began) if by_clock else None)
    best = best_of(board)
    on_progress(Progress(LEVELS[0], 0, len(LEVELS), _figures(LEVELS[0], best.total, None)))
    bounds: tuple[int, ...] = (0,) * len(LEVELS)
    if problem.families and not stop.requested:
        # CP-SAT pulls pandas and takes over a second to import: only who solves pays for it.
        from caseload_planner.winddown.by_level import LevelSearch

        search = LevelSearch(board, best, end, stop, on_progress)
        best, bounds = search.run()
    restore(board, best)
    return finished_plan(organisation, board, bounds, time.monotonic() - began)


def warm_up() -> None:
    """Import the solver, better before it is asked."""
    importlib.import_module("caseload_planner.winddown.by_level")


def first_plan(problem: WindDownProblem, seed: int, stop: StopSignal, deadline: float | None) -> Board:
    """Make the plan that people make by hand, and one from nothing, improve both a little and give the better.

    Where there is a plan to keep, the one made around it comes first: little time must not cost what was agreed.
    """
    fresh = Board(problem)
    by_hand = Board(problem, fresh)
    boards = [by_hand, fresh]
    most_room_first(by_hand)
    if problem.request.kept:
        boards.insert(0, Board(problem, fresh))
        as_agreed(boards[0])
    for board in boards:
        improve(board, seed, stop, deadline=deadline, turns_a_family=FIRST_TURNS)
    return min(boards, key=total_cost)


def greedy_plan(organisation: Organisation, problem: WindDownProblem) -> WindDownPlan:
    """Give the plan that people make by hand, judged: the peer of the benchmarks."""
    board = Board(problem)
    most_room_first(board)
    return finished_plan(organisation, board, (0,) * len(LEVELS), 0.0)


def best_of(board: Board) -> Best:
    """Note down what lies on a board."""
    return Best({n: choice for n, choice in enumerate(board.choices) if choice is not None}, total_cost(board))


def restore(board: Board, best: Best) -> None:
    """Lay noted choices on a board."""
    for number in range(len(board.choices)):
        board.take_up(number)
    for number in range(len(board.choices)):
        board.put(number, best.choices.get(number))


def finished_plan(organisation: Organisation, board: Board, bounds: tuple[int, ...], seconds: float) -> WindDownPlan:
    """Have the judge look at what lies on a board and make it a plan."""
    problem, moved = board.problem, handovers_of(board)
    runs_out, unplaced = fates_of(board)
    after = weeks_after(organisation, problem, moved)
    faults = judge_wind_down(problem, after, moved, runs_out, unplaced)
    if faults:
        codes = sorted({fault.code for fault in faults})
        raise PlanRefusedError(f"the checker refuses the plan: {', '.join(codes)}", rules=codes)
    return WindDownPlan(
        handovers=tuple(one for one in moved if not one.joins),
        joining=tuple(one for one in moved if one.joins),
        runs_out=runs_out,
        unplaced=explain_unplaced(board, unplaced),
        levels=level_values(total_cost(board), bounds),
        loads=week_loads(board, after, moved),
        leaver_loads=leaver_weeks(board, after),
        extra=tuple(
            (worker, sum(after.extra_above_norm(worker, week) for week in range(problem.horizon.planned)))
            for worker in sorted({one.receiver for one in moved})
        ),
        seconds=seconds,
    )


def level_values(total: Cost, bounds: tuple[int, ...]) -> tuple[LevelValue, ...]:
    """Put values and bounds together by level."""
    return tuple(
        LevelValue(name, value, min(bound, value)) for name, value, bound in zip(LEVELS, total, bounds, strict=True)
    )


def _figures(level: str, total: Cost, bound: int | None) -> dict[str, float]:
    value = float(total[LEVELS.index(level)])
    return {"best": value} if bound is None else {"best": value, "bound": float(bound)}
