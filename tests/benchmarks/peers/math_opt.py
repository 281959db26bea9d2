"""The same rules and levels as a mixed-integer program for HiGHS and SCIP."""

import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from ortools.math_opt.python import mathopt  # type: ignore[import-untyped] # no types are published

from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.ceiling import room_in_round
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import ContactPosition, Placement
from tests.benchmarks.peers.attempt import Attempt
from tests.benchmarks.peers.level_by_level import Placements, solve_level_by_level
from tests.benchmarks.peers.lower_lines import LowerLines

MOST_REFINEMENTS = 12
WHOLE_GAP = 0.99
"""Every level is a whole number: a gap under one is none."""
BOUND_SLACK = 1e-4
PARTS_AT_ONCE = 2

Term = Any
"""MathOpt's expressions satisfy the rules' `Term` but are not spelled as such."""


class MathOpt:
    """A way of distributing: a solver behind MathOpt, with or without the planner's cut.

    Parameters
    ----------
    with_cut
        Whether functions of loads get the planner's cut and few lines first, or all their lines at once.
    helped
        Whether it gets the planner's parts, and its greedy start as a hint.
    """

    def __init__(self, solver: mathopt.SolverType, *, with_cut: bool, helped: bool = True) -> None:
        self._solver, self._with_cut, self._helped = solver, with_cut, helped

    def __call__(self, problem: DistributionProblem, profile: Profile) -> Attempt:
        """Solve a round level by level."""
        return solve_level_by_level(problem, profile, self._model_of, parts_at_once=PARTS_AT_ONCE, helped=self._helped)

    def _model_of(self, part: DistributionProblem) -> "MathOptRuleModel":
        return MathOptRuleModel(part, self._solver, with_cut=self._with_cut, with_hint=self._helped)


@dataclass(frozen=True, slots=True)
class _Item:
    measure: str
    variable: mathopt.Variable
    share: Hundredths
    first: bool


class MathOptRuleModel:
    """Implements `RuleModel` on MathOpt: choices are binary, what is counted over them is not."""

    def __init__(
        self, part: DistributionProblem, solver: mathopt.SolverType, *, with_cut: bool, with_hint: bool = True
    ) -> None:
        self._with_hint = with_hint
        self._part, self._solver, self._model = part, solver, mathopt.Model()
        self._with_cut = with_cut
        self._alone: dict[tuple[str, str], mathopt.Variable] = {}
        self._lead: dict[tuple[str, str], mathopt.Variable] = {}
        self._second: dict[tuple[str, str], mathopt.Variable] = {}
        self._left: dict[str, mathopt.Variable] = {}
        self._items: dict[str, list[_Item]] = {}
        self._tables: list[tuple[str, bool, LowerLines]] = []
        for measure in part.round.asked:
            self._add_measure(measure)
        workers = sorted(self._items)
        self._added = {worker: self._sum(worker, self._items[worker]) for worker in workers}
        firsts = {worker: [item for item in self._items[worker] if item.first] for worker in workers}
        self._first_added = {worker: self._sum(worker, items) for worker, items in firsts.items() if items}

    def _add_measure(self, measure: str) -> None:
        choices, round_ = self._part.choices[measure], self._part.round
        whole, (lead, second) = round_.shares(measure, duo=False)[0], round_.shares(measure, duo=True)
        for group, workers, share, first in (
            (self._alone, choices.alone, whole, True),
            (self._lead, choices.leads, lead, True),
            (self._second, choices.seconds, second, False),
        ):
            for worker in workers:
                group[measure, worker] = self._model.add_binary_variable()
                self._items.setdefault(worker, []).append(_Item(measure, group[measure, worker], share, first))
        self._left[measure] = self._model.add_binary_variable()
        leads = mathopt.LinearSum(self._lead[measure, worker] for worker in choices.leads)
        alone = mathopt.LinearSum(self._alone[measure, worker] for worker in choices.alone)
        seconds = mathopt.LinearSum(self._second[measure, worker] for worker in choices.seconds)
        self._model.add_linear_constraint(alone + leads + self._left[measure] == 1)
        self._model.add_linear_constraint(seconds - leads == 0)
        for worker in set(choices.seconds) & set(choices.firsts):
            self.require_at_most(self.first(measure, worker) + self._second[measure, worker], 1)

    def _sum(self, worker: str, items: Sequence[_Item]) -> mathopt.Variable:
        # Whole, and whole coefficients wherever it stands: SCIP called wrong answers optimal on fractional rows.
        total = self._model.add_integer_variable(lb=0, ub=room_in_round(self._part.round, worker))
        self._model.add_linear_constraint(total - mathopt.LinearSum(item.variable * item.share for item in items) == 0)
        return total

    def candidates(self, measure: str, position: ContactPosition) -> Sequence[str]:
        """Give who may take a position on a measure, sorted."""
        choices = self._part.choices[measure]
        return choices.seconds if position is Position.SECOND else choices.firsts

    def first(self, measure: str, worker: str) -> Term:
        """Whether a worker becomes first contact, alone or in a duo."""
        terms = [group[measure, worker] for group in (self._alone, self._lead) if (measure, worker) in group]
        return mathopt.LinearSum(terms) if terms else 0

    def second(self, measure: str, worker: str) -> Term:
        """Whether a worker becomes second contact."""
        return self._second.get((measure, worker), 0)

    def first_in_duo(self, measure: str, worker: str) -> Term:
        """Whether a worker becomes first contact of a duo."""
        return self._lead.get((measure, worker), 0)

    def placed(self, measure: str) -> Term:
        """Whether a measure is placed."""
        return 1 - self._left[measure]

    def duo(self, measure: str) -> Term:
        """Whether a measure is placed with a second."""
        leads = [self._lead[measure, worker] for worker in self._part.choices[measure].leads]
        return mathopt.LinearSum(leads) if leads else 0

    def added(self, worker: str) -> Term:
        """Hundredths added to a worker's load."""
        return self._added.get(worker, 0)

    def first_added(self, worker: str) -> Term:
        """Hundredths that new first contacts add."""
        return self._first_added.get(worker, 0)

    def workers_in_play(self) -> Sequence[str]:
        """Give the workers who can get something, sorted."""
        return sorted(self._items)

    def require_at_most(self, term: Term, limit: int) -> None:
        """Demand that a term is at most a limit."""
        if isinstance(term, int):
            assert term <= limit, "a constant stands above its limit"
            return
        self._model.add_linear_constraint(term <= limit)

    def at_least_any(self, terms: Iterable[Term]) -> Term:
        """Give 1 as soon as one of the terms is; to be minimised."""
        present = [term for term in terms if not isinstance(term, int)]
        if not present:
            return 0
        either = self._model.add_variable(lb=0, ub=1)
        for term in present:
            self._model.add_linear_constraint(either - term >= 0)
        return either

    def at_most_any(self, terms: Iterable[Term]) -> Term:
        """Give 1 only where one of the terms is; to be maximised."""
        present = [term for term in terms if not isinstance(term, int)]
        if not present:
            return 0
        either = self._model.add_variable(lb=0, ub=1)
        self._model.add_linear_constraint(either - mathopt.LinearSum(present) <= 0)
        return either

    def at_most_all(self, terms: Iterable[Term]) -> Term:
        """Give 1 only where all of the terms are; to be maximised."""
        wanted = list(terms)
        if any(isinstance(term, int) and term < 1 for term in wanted):
            return 0
        both = self._model.add_variable(lb=0, ub=1)
        for term in wanted:
            self._model.add_linear_constraint(both - term <= 0)
        return both

    def at_least_all(self, terms: Sequence[Term]) -> Term:
        """Give 1 where all of the terms are; to be minimised."""
        both = self._model.add_variable(lb=0, ub=1)
        self._model.add_linear_constraint(both - mathopt.LinearSum(terms) >= 1 - len(terms))
        return both

    def excess(self, term: Term, enough: int, most: int) -> Term:
        """Give by how much a term goes beyond a number; to be minimised."""
        if most <= enough:
            return 0
        above = self._model.add_variable(lb=0, ub=most - enough)
        self._model.add_linear_constraint(above - term >= -enough)
        return above

    def convex_of_added(self, worker: str, function: Callable[[Hundredths], int]) -> Term:
        """Give the lower hull of `function` at what is added to a worker."""
        return self._table(worker, self._added.get(worker), function, firsts_only=False)

    def convex_of_first_added(self, worker: str, function: Callable[[Hundredths], int]) -> Term:
        """Give the lower hull of `function` at what new first contacts add to a worker."""
        return self._table(worker, self._first_added.get(worker), function, firsts_only=True)

    def _table(self, worker: str, total: Term, function: Callable[[Hundredths], int], *, firsts_only: bool) -> Term:
        if total is None:
            return 0
        options: dict[str, list[tuple[Term, Hundredths]]] = {}
        for item in self._items[worker]:
            if item.first or not firsts_only:
                options.setdefault(item.measure, []).append((item.variable, item.share))
        room = room_in_round(self._part.round, worker)
        lines = LowerLines(self._model, total, list(options.values()), room, function, with_cut=self._with_cut)
        if lines.constant:
            return 0
        self._tables.append((worker, firsts_only, lines))
        return lines.value

    def post_level(self, level: str) -> Term:
        """Let the level post itself."""
        return LEVELS[level].post(self._part.round, self)

    def minimise(
        self, term: Term, start: Placements, *, relative_gap: float, seconds: float
    ) -> tuple[dict[str, Placement] | None, int]:
        """Minimise a term, adding lines at the loads of each answer until there are none to add."""
        deadline = time.monotonic() + seconds
        best: dict[str, Placement] | None = None
        bound = 0
        self._model.minimize(term)
        for _ in range(MOST_REFINEMENTS):
            result = self._solved(start if best is None else best, relative_gap, deadline - time.monotonic())
            if math.isfinite(result.termination.objective_bounds.dual_bound):
                bound = max(bound, math.ceil(result.termination.objective_bounds.dual_bound - BOUND_SLACK))
            if not result.has_primal_feasible_solution():
                break
            best = self._placements(result.variable_values())
            if time.monotonic() >= deadline or not self._refine(best):
                break
        return best, bound

    def _solved(self, start: Placements, relative_gap: float, seconds: float) -> mathopt.SolveResult:
        parameters = mathopt.SolveParameters(
            time_limit=timedelta(seconds=max(0.1, seconds)),
            relative_gap_tolerance=relative_gap,
            absolute_gap_tolerance=WHOLE_GAP,
        )
        hint = mathopt.SolutionHint(variable_values=self._choices_of(start))
        settings = mathopt.ModelSolveParameters(solution_hints=[hint] if self._with_hint else [])
        return mathopt.solve(self._model, self._solver, params=parameters, model_params=settings)

    def _choices_of(self, placements: Placements) -> dict[mathopt.Variable, float]:
        hint = {variable: float(measure not in placements) for measure, variable in self._left.items()}
        for (measure, worker), variable in self._alone.items():
            hint[variable] = float(placements.get(measure) == Placement(measure, worker))
        for (measure, worker), variable in self._lead.items():
            placed = placements.get(measure)
            hint[variable] = float(placed is not None and placed.second is not None and placed.first == worker)
        for (measure, worker), variable in self._second.items():
            placed = placements.get(measure)
            hint[variable] = float(placed is not None and placed.second == worker)
        return hint

    def _placements(self, values: Mapping[mathopt.Variable, float]) -> dict[str, Placement]:
        seconds = {measure: worker for (measure, worker), v in self._second.items() if values[v] > 0.5}
        alone = {m: Placement(m, worker) for (m, worker), v in self._alone.items() if values[v] > 0.5}
        led = {m: Placement(m, worker, seconds[m]) for (m, worker), v in self._lead.items() if values[v] > 0.5}
        return dict(sorted({**alone, **led}.items()))

    def _refine(self, placements: Placements) -> bool:
        added: dict[tuple[str, bool], Hundredths] = {}
        for placement in placements.values():
            shares = self._part.round.shares(placement.measure, duo=placement.second is not None)
            for (position, worker), share in zip(placement.contacts, shares, strict=False):
                added[worker, False] = added.get((worker, False), 0) + share
                added[worker, True] = added.get((worker, True), 0) + share * (position is Position.FIRST)
        changes = [lines.refine(added.get((worker, firsts), 0)) for worker, firsts, lines in self._tables]
        return any(changes)
