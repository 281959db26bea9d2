"""One search of CP-SAT: its parameters, a complete hint, and a stop that is always heard."""

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ortools.sat.python import cp_model

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import Placement
from caseload_planner.solving.rule_model import CpRuleModel
from caseload_planner.solving.stopping import stoppable

MOST_FOR_A_HINT = 5.0
"""Units of the solver's own time; a hint that takes longer is done without."""
SHORT = 0.5
"""Units of the solver's own time, about as many seconds."""
FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)

OnAnswer = Callable[[dict[str, Placement] | None, int | None], None]
"""Told of a better answer (None: the same as before) and of the bound so far, from the solver's threads."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a solve may take.

    Attributes
    ----------
    deadline
        On the monotonic clock; looked at where `by_clock` holds.
    deterministic_limit
        For each level, in the solver's own unit of work; with it and without the clock a solve repeats exactly.
    """

    deadline: float
    deterministic_limit: float | None = None
    seed: int = 0
    by_clock: bool = True

    def share(self, levels_left: int) -> "Limits":
        """Give the limits for the next level: twice its even share of the time left, as most levels need little."""
        share = min(1.0, 2 / levels_left)
        return replace(self, deadline=time.monotonic() + share * self.seconds_left())

    def part(self, share: float) -> "Limits":
        """Give the limits for a part of the work."""
        counted = None if self.deterministic_limit is None else self.deterministic_limit * share
        return replace(self, deadline=time.monotonic() + share * self.seconds_left(), deterministic_limit=counted)

    def short(self) -> "Limits":
        """Give the limits for what is only a bonus: counted by the solver and not by the clock, so that it repeats."""
        return replace(self, deterministic_limit=min(SHORT, self.deterministic_limit or SHORT))

    def over(self, stop: StopSignal) -> bool:
        """Whether there is no time left, or a stop was asked for."""
        return stop.requested or (self.by_clock and self.seconds_left() <= 0)

    def seconds_left(self) -> float:
        """Give the seconds until the deadline."""
        return max(0.0, self.deadline - time.monotonic())


def minimise(
    rule_model: CpRuleModel,
    term: Any,
    start: Mapping[str, Placement],
    limits: Limits,
    stop: StopSignal,
    on_answer: OnAnswer,
    *,
    gap: float = 0.0,
) -> tuple[dict[str, Placement] | None, int]:
    """Minimise a term of the model from placements that hold all its rules.

    Returns
    -------
    The best placements found, None where there are none, and the proven bound, at worst 0.
    """
    model = rule_model.model
    model.clear_hints()  # type: ignore[no-untyped-call]
    model.clear_objective()  # type: ignore[no-untyped-call]
    _hint(rule_model, start, limits, stop)
    model.minimize(term)
    solver = cp_model.CpSolver()
    _configure(solver, limits, gap)
    watch = _Watch(rule_model, on_answer)
    solver.best_bound_callback = watch.on_bound
    with stoppable(solver, stop):
        status = solver.solve(model, watch)
    if status not in FOUND:
        return None, 0
    return rule_model.placements(solver.value), max(0, math.ceil(solver.best_objective_bound - 1e-6))


def _configure(solver: cp_model.CpSolver, limits: Limits, gap: float) -> None:
    parameters = solver.parameters
    parameters.num_workers = 1
    parameters.random_seed = limits.seed % (2**31)
    parameters.catch_sigint_signal = False
    # With its default, 9.15 can call a wrong answer optimal (github.com/google/or-tools/issues/5293); drop this line
    # when the benchmark that loads that model says that a newer release is right.
    parameters.presolve_inclusion_work_limit = 0
    parameters.linearization_level = 2
    # Measured on thirteen levels of two rounds: without these a large round takes half of the time and a tight one
    # three quarters. Without any cuts the large one is as quick, and the tight one takes twice as long.
    parameters.cp_model_probing_level = 0
    parameters.add_cg_cuts = False
    parameters.add_rlt_cuts = False
    parameters.relative_gap_limit = gap
    if limits.deterministic_limit is not None:
        parameters.max_deterministic_time = limits.deterministic_limit
    if limits.by_clock:
        parameters.max_time_in_seconds = limits.seconds_left()


def _hint(rule_model: CpRuleModel, start: Mapping[str, Placement], limits: Limits, stop: StopSignal) -> None:
    """Hint every variable, the auxiliary ones too: a hint that misses one is lost without a word."""
    fixed = rule_model.model.clone()
    rule_model.fix(fixed, start)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False
    solver.parameters.max_deterministic_time = MOST_FOR_A_HINT
    if limits.by_clock:
        solver.parameters.max_time_in_seconds = limits.seconds_left()
    with stoppable(solver, stop):
        status = solver.solve(fixed)
    if status in FOUND:
        for index, value in enumerate(solver.response_proto.solution):
            rule_model.model.add_hint(rule_model.model.get_int_var_from_proto_index(index), value)


class _Watch(cp_model.CpSolverSolutionCallback):
    """Hears of better answers and bounds."""

    def __init__(self, rule_model: CpRuleModel, on_answer: OnAnswer) -> None:
        super().__init__()
        self._rule_model, self._on_answer = rule_model, on_answer
        self._bound: int | None = None

    def on_solution_callback(self) -> None:
        """Tell a better answer."""
        self._on_answer(self._rule_model.placements(self.value), self._bound)

    def on_bound(self, bound: float) -> None:
        """Tell a better bound."""
        self._bound = max(0, math.ceil(bound - 1e-6))
        self._on_answer(None, self._bound)
