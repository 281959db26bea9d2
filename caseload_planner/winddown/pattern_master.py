"""The model over patterns: each receiver has one, and families, kept levels and weeks are rows over them.

Its continuous relaxation gives prices; with the cheapest pattern of every receiver at those prices they prove a bound.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ortools.math_opt.python import mathopt  # type: ignore[import-untyped] # no types are published
from ortools.util.python.solve_interrupter import SolveInterrupter  # type: ignore[import-untyped] # as above

from caseload_planner.winddown.linear_solver import LinearSolver
from caseload_planner.winddown.pattern_look import Pattern

Row = tuple[Any, ...]
"""The name of a row: what kind it is, and of what."""
SAFETY = 1e-6
"""By which a bound is taken lower before it is rounded up: more than doubles lose in sums of this size."""
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
    """What the continuous relaxation says: its value, a price for each row, and by number the variables not at 0."""

    value: float
    prices: dict[Row, float]
    values: Mapping[int, float]


class PatternMaster:
    """Rows, plain variables and patterns; the continuous relaxation of them, and the whole numbers.

    A pattern's row says that its receiver has one at most.

    Parameters
    ----------
    besides
        The most that costs come to which are none of the level itself: values and bounds are given lower by so much.
    """

    def __init__(self, besides: float = 0.0) -> None:
        self._besides = besides
        self._model = mathopt.Model(name="patterns")
        self._model.objective.is_maximize = False
        self.sides: dict[Row, tuple[float, float]] = {}
        self._rows: dict[Row, Any] = {}
        self.plain: list[Variable] = []
        self.patterns: dict[tuple[int, Pattern], Any] = {}
        self._factors: dict[int, dict[Row, float]] = {}
        self._terms: dict[tuple[int, Pattern], tuple[float, Mapping[Row, float]]] = {}
        self._unmet: list[Any] = []
        self._taken: list[tuple[int, Pattern]] = []
        self._penalty, self.left_unmet = 0.0, False
        self._solver: LinearSolver | None = None

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

    def add_penalty(self, row: Row) -> None:
        """Let a row that came later stay below its least at the same cost."""
        self._unmet.append(self._add(math.inf, self._penalty, {row: 1.0}))

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

    def terms_of(self, key: tuple[int, Pattern]) -> tuple[float, Mapping[Row, float]]:
        """Give what a pattern costs, and its factors by row but for that of its receiver."""
        return self._terms[key]

    def worth(self, key: tuple[int, Pattern], prices: Mapping[Row, float]) -> float:
        """Give what a pattern costs at prices."""
        cost, factors = self._terms[key]
        return cost - sum(prices.get(row, 0.0) * factor for row, factor in factors.items())

    def _add(self, upper: float, cost: float, factors: Mapping[Row, float]) -> Any:
        handle = self._model.add_variable(lb=0.0, ub=upper)
        if cost:
            self._model.objective.set_linear_coefficient(handle, cost)
        for row, factor in factors.items():
            if factor:
                self._rows[row].set_coefficient(handle, factor)
        return handle

    def limit(self, row: Row, least: float, most: float) -> None:
        """Change the sides of a row."""
        self.sides[row] = least, most
        self._rows[row].lower_bound, self._rows[row].upper_bound = least, most

    def put_pattern(self, row: Row, key: tuple[int, Pattern], factor: float) -> None:
        """Put a pattern that there is already into a row."""
        cost, factors = self._terms[key]
        self._terms[key] = cost, {**factors, row: factor}
        self._rows[row].set_coefficient(self.patterns[key], factor)

    def put(self, row: Row, handle: Any, factor: float) -> None:
        """Put a variable that there is already, and is no pattern, into a row."""
        self._factors[handle.id][row] = factor
        self._rows[row].set_coefficient(handle, factor)

    def take(self, keys: Iterable[tuple[int, Pattern]]) -> None:
        """Have the relaxation take patterns whole, until all are let go."""
        for key in keys:
            self.patterns[key].lower_bound = 1.0
            self._taken.append(key)

    def let_go(self) -> None:
        """Let go of the patterns that were taken."""
        for key in self._taken:
            self.patterns[key].lower_bound = 0.0
        self._taken = []

    def relaxed(self, interrupter: SolveInterrupter) -> Relaxed | None:
        """Solve the continuous relaxation; None where it was stopped."""
        self._solver = self._solver or LinearSolver(self._model)
        answer = self._solver.solve(interrupter)
        if answer is None:
            return None
        self.left_unmet = sum(answer.values.get(unmet.id, 0.0) for unmet in self._unmet) > SAFETY
        prices = {row: answer.prices.get(handle.id, 0.0) for row, handle in self._rows.items()}
        return Relaxed(answer.value - self._besides, prices, answer.values)

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
        return total - self._besides - SAFETY * max(1.0, abs(total) * SAFETY)


def gathered(factors: Iterable[tuple[Row, float]]) -> dict[Row, float]:
    """Add factors up by row."""
    sums: dict[Row, float] = defaultdict(float)
    for row, factor in factors:
        sums[row] += factor
    return dict(sums)
