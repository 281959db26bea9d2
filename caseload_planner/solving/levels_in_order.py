"""Levels of an objective minimised one after the other on CP-SAT, with proven bounds, progress and cancel."""

import math
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from ortools.sat.python import cp_model

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import Placement
from caseload_planner.solving.rule_model import CpRuleModel

PROVEN_GAP = Decimal("0.005")
"""A level counts as proven where value and bound are this close, as a share of the value."""
HINT_SECONDS = 5.0
MOST_REFINEMENTS = 12
SHORT = 0.5
"""Units of the solver's own time, about as many seconds."""
STOP_EVERY_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class LevelToSolve:
    """A level to minimise: its term, by how much later levels may worsen it, and whether a gap is allowed.

    Attributes
    ----------
    post
        Adds the level to the model and gives its term.
    value
        Works the term's value out again from placements, so that a solver's claim is never taken on trust.
    units
        How many units of the term make 1 as reported: gaps are shares of at least one whole.
    """

    name: str
    post: Callable[[CpRuleModel], Any]
    value: Callable[[Mapping[str, Placement]], int]
    tolerance: Decimal = Decimal(0)
    gap_allowed: bool = False
    units: int = 1


@dataclass(frozen=True, slots=True)
class LevelOutcome:
    """What a level came to: its value in the final answer is worked out elsewhere; `bound` is proven, at worst 0.

    The bound holds for answers that keep the earlier levels at what was reached.
    """

    name: str
    bound: int


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

    def short(self) -> "Limits":
        """Give the limits for what is only a bonus: counted by the solver and not by the clock, so that it repeats."""
        return replace(self, deterministic_limit=min(SHORT, self.deterministic_limit or SHORT))

    def seconds_left(self) -> float:
        """Give the seconds until the deadline."""
        return max(0.0, self.deadline - time.monotonic())


OnLevel = Callable[[str, int, int | None], None]
"""Told of a level's name, best value and bound whenever one of them moved; may be called from the solver's threads."""


def minimise_in_order(
    rule_model: CpRuleModel,
    levels: Sequence[LevelToSolve],
    start: Mapping[str, Placement],
    limits: Limits,
    stop: StopSignal,
    on_level: OnLevel,
) -> tuple[dict[str, Placement], list[LevelOutcome]]:
    """Minimise levels one after the other, from placements that hold all rules.

    Every level is kept at its value (plus tolerance) while later ones are minimised. No level is ever below 0, so one
    that is there already needs no search. A level that could be worsened is minimised once more at the end, so that
    nothing of it is given away for nothing. When time is up or a stop is asked for, the best so far is given; levels
    that were not searched have the bound 0.

    Returns
    -------
    The best placements by measure, and an outcome for every level in the same order.
    """
    best = dict(start)
    outcomes: list[LevelOutcome] = []
    kept: list[tuple[LevelToSolve, int]] = []
    lent: list[tuple[LevelToSolve, Any]] = []
    for number, level in enumerate(levels):
        before = level.value(best)
        if stop.requested or (limits.by_clock and limits.seconds_left() <= 0):
            outcomes.append(LevelOutcome(level.name, 0))
            continue
        term = level.post(rule_model)
        bound = 0
        if before > 0 and not isinstance(term, int):
            share = limits.share(len(levels) - number)
            best, bound = _settle(rule_model, term, level, best, kept, share, stop, on_level)
        value = level.value(best)
        outcomes.append(LevelOutcome(level.name, bound))
        kept.append((level, _allowed(value, bound, level)))
        if not isinstance(term, int):
            rule_model.model.add(term <= kept[-1][1])
            if kept[-1][1] > value:
                lent.append((level, term))
        on_level(level.name, value, bound)
    for level, term in lent:
        if not stop.requested:
            best, _ = _settle(rule_model, term, level, best, kept, limits.short(), stop, on_level)
    return best, outcomes


def _settle(
    rule_model: CpRuleModel,
    term: Any,
    level: LevelToSolve,
    best: dict[str, Placement],
    kept: Sequence[tuple[LevelToSolve, int]],
    limits: Limits,
    stop: StopSignal,
    on_level: OnLevel,
) -> tuple[dict[str, Placement], int]:
    """Minimise one level, refining the model until what it says of its answer is exact."""
    bound = 0
    for _ in range(MOST_REFINEMENTS):
        rule_model.refine(best)
        found, new_bound = _minimise(rule_model, term, level, best, limits, stop, on_level)
        bound = max(bound, new_bound)
        if found is None:
            break
        holds = all(earlier.value(found) <= most for earlier, most in kept)
        if holds and level.value(found) <= level.value(best):
            best = found
        if stop.requested or not rule_model.refine(found):
            break
    return best, min(bound, level.value(best))


def _allowed(value: int, bound: int, level: LevelToSolve) -> int:
    """Give how far later levels may worsen this one: its tolerance, and never so far that its proof is lost."""
    allowed = value + math.floor(level.tolerance * abs(value))
    if level.tolerance == 0:
        return value
    within_proof = max(math.floor(bound / (1 - PROVEN_GAP)), bound + math.floor(PROVEN_GAP * level.units))
    return max(value, min(allowed, within_proof))


def _minimise(
    rule_model: CpRuleModel,
    term: Any,
    level: LevelToSolve,
    start: Mapping[str, Placement],
    limits: Limits,
    stop: StopSignal,
    on_level: OnLevel,
) -> tuple[dict[str, Placement] | None, int]:
    model = rule_model.model
    model.clear_hints()  # type: ignore[no-untyped-call]
    model.clear_objective()  # type: ignore[no-untyped-call]
    _hint(rule_model, start)
    model.minimize(term)
    solver = cp_model.CpSolver()
    _configure(solver, limits, level)
    watch = _Watch(solver, rule_model, level, stop, on_level)
    solver.best_bound_callback = watch.on_bound
    status = solver.solve(model, watch)
    watch.end()
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return None, 0
    bound = math.ceil(solver.best_objective_bound - 1e-6)
    return rule_model.placements(solver.value), bound


def _configure(solver: cp_model.CpSolver, limits: Limits, level: LevelToSolve) -> None:
    parameters = solver.parameters
    parameters.num_workers = 1
    parameters.random_seed = limits.seed % (2**31)
    parameters.catch_sigint_signal = False
    # With its default, 9.15 can call a wrong answer optimal (github.com/google/or-tools/issues/5293); drop this line
    # when the benchmark that loads that model says that a newer release is right.
    parameters.presolve_inclusion_work_limit = 0
    parameters.linearization_level = 2
    if level.gap_allowed:
        parameters.relative_gap_limit = float(PROVEN_GAP) / 2
    if limits.deterministic_limit is not None:
        parameters.max_deterministic_time = limits.deterministic_limit
    if limits.by_clock:
        parameters.max_time_in_seconds = limits.seconds_left()


def _hint(rule_model: CpRuleModel, start: Mapping[str, Placement]) -> None:
    """Hint every variable, the auxiliary ones too: a hint that misses one is lost without a word."""
    fixed = rule_model.model.clone()
    rule_model.fix(fixed, start)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False
    solver.parameters.max_time_in_seconds = HINT_SECONDS
    if solver.solve(fixed) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return
    for index, value in enumerate(solver.response_proto.solution):
        rule_model.model.add_hint(rule_model.model.get_int_var_from_proto_index(index), value)


class _Watch(cp_model.CpSolverSolutionCallback):
    """Hears of better answers and bounds, and stops the search when a stop is asked for."""

    def __init__(
        self,
        solver: cp_model.CpSolver,
        rule_model: CpRuleModel,
        level: LevelToSolve,
        stop: StopSignal,
        on_level: OnLevel,
    ) -> None:
        super().__init__()
        self._solver, self._rule_model, self._level, self._on_level = solver, rule_model, level, on_level
        self._best: int | None = None
        self._bound: int | None = None
        self._ended = threading.Event()
        stop.on_request(self._stop_until_ended)

    def on_solution_callback(self) -> None:
        """Note a better answer, by its worked-out value: the model may still be a little too low."""
        value = self._level.value(self._rule_model.placements(self.value))
        if self._best is None or value < self._best:
            self._best = value
            self._tell()

    def on_bound(self, bound: float) -> None:
        """Note a better bound."""
        self._bound = math.ceil(bound - 1e-6)
        self._tell()

    def end(self) -> None:
        """Hear no more."""
        self._ended.set()

    def _tell(self) -> None:
        if self._best is not None:
            self._on_level(self._level.name, self._best, self._bound)

    def _stop_until_ended(self) -> None:
        if not self._ended.is_set():
            threading.Thread(target=self._keep_stopping, daemon=True).start()

    def _keep_stopping(self) -> None:
        """Stop again and again: a stop that comes before the search began is lost by the solver."""
        while not self._ended.wait(STOP_EVERY_SECONDS):
            self._solver.stop_search()
