"""The model over patterns: each receiver has one, and families, kept levels and weeks are rows over them.

Its continuous relaxation gives prices; with the cheapest pattern of every receiver at those prices they prove a bound.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from ortools.math_opt.python import mathopt  # type: ignore[import-untyped] # no types are published
from ortools.util.python.solve_interrupter import SolveInterrupter  # type: ignore[import-untyped] # as above

from caseload_planner.winddown.pattern_look import Pattern

Row = tuple[Any, ...]
"""The name of a row: what kind it is, and of what."""
SAFETY = 1e-6
"""By which a bound is taken lower before it is rounded up: more than doubles lose in sums of this size."""

MOST_STEPS = 200_000
MOST_TIME = timedelta(seconds=30)
"""Far more than it takes; what cycles is given up."""
DEARER = 4.0
"""Times the penalty where it was too low."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable that is no pattern: its bounds, its cost, and its factors by row."""

    lower: float
    upper: float
    cost: float
    factors: Mapping[Row, float]
    handle: Any = field(repr=False)


@dataclass(frozen=True, slots=True)
class Relaxed:
    """What the continuous relaxation says: its value, a price for each row, and the values of its variables."""

    value: float
    prices: dict[Row, float]
    values: Mapping[Any, float]


class PatternMaster:
    """Rows, plain variables and patterns; the continuous relaxation of them, and the whole numbers.

    A pattern's row says that its receiver has one at most.
    """

    def __init__(self) -> None:
        self._model = mathopt.Model(name="patterns")
        self._model.objective.is_maximize = False
        self.sides: dict[Row, tuple[float, float]] = {}
        self._rows: dict[Row, Any] = {}
        self.plain: list[Variable] = []
        self.patterns: dict[tuple[int, Pattern], Any] = {}
        self._factors: dict[int, dict[Row, float]] = {}
        self._terms: dict[tuple[int, Pattern], tuple[float, Mapping[Row, float]]] = {}
        self._unmet: list[Any] = []
        self._penalty, self.left_unmet = 0.0, False
        self._solver: Any = None

    def add_row(self, row: Row, least: float, most: float) -> None:
        """Add a row with its sides."""
        self.sides[row] = least, most
        self._rows[row] = self._model.add_linear_constraint(lb=least, ub=most)

    def add_variable(self, cost: float, factors: Mapping[Row, float], *, upper: float = 1.0) -> Any:
        """Add a variable from 0 that is no pattern; give its handle."""
        handle = self._add(upper, cost, factors)
        self._factors[handle.id] = dict(factors)
        self.plain.append(Variable(0.0, upper, cost, self._factors[handle.id], handle))
        return handle

    def add_penalties(self, cost: float) -> None:
        """Let the rows there are be unmet at a cost, so that no price is wild while patterns are few.

        Only prices are made with that; bounds and whole answers are without it.
        """
        self._penalty = cost
        for row, (least, most) in self.sides.items():
            signs = [1.0] if row[0] == "family" else [1.0, -1.0] if least == most else []
            self._unmet += [self._add(math.inf, cost, {row: sign}) for sign in signs]

    def dearer_penalties(self) -> bool:
        """Raise the cost of unmet rows where the last prices were made with some; give whether that was so."""
        if self.left_unmet:
            self._penalty *= DEARER
            for unmet in self._unmet:
                self._model.objective.set_linear_coefficient(unmet, self._penalty)
        return self.left_unmet

    def add_pattern(self, worker: int, pattern: Pattern, cost: float, factors: Mapping[Row, float]) -> bool:
        """Add a pattern of a receiver; give whether it is a new one."""
        if (worker, pattern) in self.patterns:
            return False
        row = ("receiver", worker)
        if row not in self._rows:
            self.add_row(row, -math.inf, 1.0)
        self.patterns[worker, pattern] = self._add(math.inf, cost, {**factors, row: 1.0})
        self._terms[worker, pattern] = cost, factors
        return True

    def worth(self, key: tuple[int, Pattern], prices: Mapping[Row, float]) -> float:
        """Give what a pattern costs at prices."""
        cost, factors = self._terms[key]
        return cost - sum(prices[row] * factor for row, factor in factors.items())

    def _add(self, upper: float, cost: float, factors: Mapping[Row, float]) -> Any:
        handle = self._model.add_variable(lb=0.0, ub=upper)
        if cost:
            self._model.objective.set_linear_coefficient(handle, cost)
        for row, factor in factors.items():
            if factor:
                self._rows[row].set_coefficient(handle, factor)
        return handle

    def put(self, row: Row, handle: Any, factor: float) -> None:
        """Put a variable that there is already, and is no pattern, into a row."""
        self._factors[handle.id][row] = factor
        self._rows[row].set_coefficient(handle, factor)

    def relaxed(self, interrupter: SolveInterrupter) -> Relaxed | None:
        """Solve the continuous relaxation; None where it was stopped."""
        if self._solver is None:
            self._solver = mathopt.IncrementalSolver(self._model, mathopt.SolverType.GLOP)
        limits = mathopt.SolveParameters(iteration_limit=MOST_STEPS, time_limit=MOST_TIME)
        result = self._solver.solve(params=limits, interrupter=interrupter)
        if not result.has_dual_feasible_solution() or not result.has_primal_feasible_solution():
            return None
        values, duals = result.variable_values(), result.dual_values()
        self.left_unmet = sum(values[unmet] for unmet in self._unmet) > SAFETY
        prices = {row: float(duals[handle]) for row, handle in self._rows.items()}
        return Relaxed(result.objective_value(), prices, values)

    def signed(self, prices: Mapping[Row, float]) -> dict[Row, float]:
        """Give prices of the right sign: none that a row without that side could not have."""
        signed: dict[Row, float] = {}
        for row, (least, most) in self.sides.items():
            price = prices.get(row, 0.0)
            wrong = (price > 0 and math.isinf(least)) or (price < 0 and math.isinf(most))
            signed[row] = 0.0 if wrong or row[0] == "receiver" else price
        return signed

    def bound(self, prices: Mapping[Row, float], least_patterns: Iterable[float]) -> float:
        """Give a value below every answer: valid for whatever signed prices.

        `least_patterns` are values, one a receiver, below which none of her patterns is at those prices.
        """
        paid = 0.0
        for row, price in prices.items():
            if price:
                paid += price * self.sides[row][0 if price > 0 else 1]
        for variable in self.plain:
            reduced = variable.cost - sum(prices[row] * factor for row, factor in variable.factors.items())
            paid += min(reduced * variable.lower, reduced * variable.upper)
        total = paid + sum(min(0.0, least) for least in least_patterns)
        return total - SAFETY * max(1.0, abs(total) * SAFETY)

    def whole_program(self, among: Collection[tuple[int, Pattern]]) -> Any:
        """Give a copy of the model in whole numbers, in which every row is met, with some of the patterns."""
        program = self._model.export_model()
        program.variables.integers[:] = [True] * len(program.variables.ids)
        closed = [handle for key, handle in self.patterns.items() if key not in among]
        for handle in (*self._unmet, *closed):
            program.variables.upper_bounds[handle.id] = 0.0
        return program


def gathered(factors: Iterable[tuple[Row, float]]) -> dict[Row, float]:
    """Add factors up by row."""
    sums: dict[Row, float] = defaultdict(float)
    for row, factor in factors:
        sums[row] += factor
    return dict(sums)
