"""Search the relaxation level by level: bounds for the plan, and people to make a better one with."""

import math
import time
from dataclasses import dataclass, replace
from typing import Any

from ortools.sat.python import cp_model

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.solving.relaxation import relax
from caseload_planner.solving.stopping import stoppable
from caseload_planner.winddown.board import People
from caseload_planner.winddown.levels import LEVELS, OVERLOAD
from caseload_planner.winddown.relaxation import Relaxation

MOST_REFINEMENTS = 30
FIRST_LOOK = 0.2
"""The part of the time that goes to a first, rough search; each later one has the same part of what is left."""
CLOSE = 0.003
"""A share of the value; a search that is so close is done."""
WORKERS = 2
LEAST_SECONDS = 0.3
MOST_SHARPENINGS = 10
SMALL_QUESTION_SECONDS = 6.0
FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)


@dataclass(frozen=True, slots=True)
class Limits:
    """Until when to search on the monotonic clock, or how much work a search may take so that it repeats."""

    deadline: float
    deterministic_limit: float | None = None
    seed: int = 0

    def seconds_left(self) -> float:
        """Give the seconds until the deadline."""
        return max(0.0, self.deadline - time.monotonic())

    def part(self, share: float) -> "Limits":
        """Give a share of the time that is left."""
        if math.isinf(self.deadline):
            return self
        return replace(self, deadline=time.monotonic() + max(LEAST_SECONDS, share * self.seconds_left()))

    def short(self) -> "Limits":
        """Give the limits for a small question."""
        return replace(self, deadline=min(self.deadline, time.monotonic() + SMALL_QUESTION_SECONDS))


def search_level(
    relaxation: Relaxation, level: str, limits: Limits, stop: StopSignal
) -> tuple[int, dict[int, People] | None]:
    """Minimise one level of the relaxation; give a proven bound, at worst 0, and the people of the best answer."""
    term = relaxation.term(level)
    if isinstance(term, int):
        return term, None
    # Before its turn nothing is asked of overload, and rows about it would only be in the way.
    sharpen = LEVELS.index(level) >= LEVELS.index(OVERLOAD)
    bound, people = _sharpened(relaxation, term, limits, stop) if sharpen else 0, None
    relaxation.model.clear_objective()  # type: ignore[no-untyped-call]
    relaxation.model.minimize(term)
    for turn in range(MOST_REFINEMENTS):
        if stop.requested or limits.seconds_left() <= 0:
            break
        solver = level_solver(limits.part(FIRST_LOOK if turn else 2 * FIRST_LOOK))
        with stoppable(solver, stop):
            status = solver.solve(relaxation.model)
        if status not in FOUND:
            break
        bound = max(bound, math.ceil(solver.best_objective_bound - 1e-6))
        people = relaxation.people(solver.value)
        sharper = sharpen and relaxation.refine(solver.value)
        if not sharper and (status == cp_model.OPTIMAL or limits.deterministic_limit is not None):
            break
    return bound, people


def _sharpened(relaxation: Relaxation, term: Any, limits: Limits, stop: StopSignal) -> int:
    """Let the continuous relaxation say where overload is too low in the model, until it is not; give its bound."""
    bound = 0
    for _ in range(MOST_SHARPENINGS):
        seconds = None if limits.deterministic_limit is not None else limits.seconds_left() / 2
        if stop.requested or (seconds is not None and seconds <= LEAST_SECONDS):
            break
        relaxed = relax(relaxation.model, term, stop, seconds)
        if relaxed is None:
            break
        bound = max(bound, math.ceil(relaxed.bound - 1e-6))
        values = relaxed.values
        if not relaxation.refine(lambda variable, at=values: float(at[variable.index])):  # type: ignore[misc]
            break
    return bound


def level_solver(limits: Limits) -> cp_model.CpSolver:
    """Give a solver for a level, within limits."""
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.random_seed = limits.seed % (2**31)
    parameters.catch_sigint_signal = False
    parameters.relative_gap_limit = CLOSE
    parameters.linearization_level = 2
    # With its default, 9.15 can call a wrong answer optimal (github.com/google/or-tools/issues/5293).
    parameters.presolve_inclusion_work_limit = 0
    if limits.deterministic_limit is None:
        parameters.num_workers = WORKERS
        parameters.max_time_in_seconds = limits.seconds_left()
    else:
        parameters.num_workers = 1
        parameters.max_deterministic_time = limits.deterministic_limit
    return solver
