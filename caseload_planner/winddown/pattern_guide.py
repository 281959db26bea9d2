"""What takings are worth to a receiver where they could be split: a line below the cost of every pattern of hers.

The cost of a pattern is at least a constant and a figure for each of its takings. So a look knows at once which takings
belong together and which sets need not be grown, and the line alone proves most of what a proof would.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import numpy as np
from ortools.math_opt import model_pb2, result_pb2  # type: ignore[import-untyped] # no types are published
from ortools.math_opt.core.python import solver as math_opt  # type: ignore[import-untyped] # as above
from ortools.math_opt.python import mathopt  # type: ignore[import-untyped] # as above

from caseload_planner.winddown.pattern_look import HALF_UP, Floats, Guide, Prices, SlopedReceiver

MOST_ROUNDS = 12
CLOSE = 0.02
"""Points by which overload may be too low where takings are split."""
SAFETY = 1e-6
MOST_STEPS = 5_000
MOST_TIME = timedelta(seconds=2)
"""Far more than it takes, which is some tens of steps and two milliseconds: but no look may hang on one that cycles."""
ANY = (0.0, np.inf)
STEPS = 30
"""The square of so many handovers is bounded from below by a line each."""


@dataclass(frozen=True, slots=True)
class _Answer:
    values: Floats
    prices: Floats
    tangents: int


@dataclass(frozen=True, slots=True)
class _Sides:
    """The least and the most of each row, and the same of each variable."""

    least: Floats
    most: Floats
    lower: Floats
    upper: Floats


class PatternGuide:
    """The continuous question of one receiver; what it learns of her overload stays from price to price."""

    def __init__(self, of: SlopedReceiver) -> None:
        self._of = of
        self._families = np.unique(of.family, return_inverse=True)[1]
        count = len(of.places)
        self._slopes, self._constants = np.zeros((0, count)), np.zeros(0)
        numbers = np.arange(min(STEPS, 1 + int(self._families.max(initial=0))))
        self._square_lines = (2 * numbers + 1)[:, None] * of.counts[None].astype(np.float64)
        self._square_constants = (numbers * (numbers + 1)).astype(np.float64)

    def at(self, gains: Floats, prices: Prices, overload: tuple[float, float] = ANY) -> Guide:
        """Give the line at some prices, below the cost of every pattern whose overload lies between two figures."""
        useful = np.flatnonzero(gains > 0)
        answer = self._solved(useful, gains, prices, overload)
        for _ in range(MOST_ROUNDS):
            if answer is None or prices.overload <= 0 or not self._sharpen(useful, answer):
                break
            answer = self._solved(useful, gains, prices, overload)
        # Where there is no answer it says nothing, and a look goes by gains.
        return Guide(-np.inf, -gains) if answer is None else self._line(gains, prices, overload, answer)

    def _sharpen(self, useful: Any, answer: _Answer) -> bool:
        """Add the tangent where an answer has overload too low; give whether it did."""
        load = answer.values[: len(useful)] @ self._of.late[useful]
        worth = float(self._of.convex(load))
        if worth - HALF_UP <= answer.values[len(useful)] + CLOSE:
            return False
        slope = self._of.slope(load)
        self._slopes = np.vstack([self._slopes, self._of.late @ slope])
        self._constants = np.append(self._constants, worth - HALF_UP - float(slope @ load))
        return True

    def _solved(self, useful: Any, gains: Floats, prices: Prices, overload: tuple[float, float]) -> _Answer | None:
        """Solve the continuous question over the takings that bring something."""
        of, count = self._of, len(useful)
        families = np.zeros((int(self._families.max(initial=0)) + 1, count))
        families[self._families[useful], np.arange(count)] = 1.0
        squares = len(self._square_constants) if prices.square > 0 else 0
        blocks = [
            np.hstack([of.least[useful].T, np.zeros((len(of.room), 2))]),
            np.hstack([-self._slopes[:, useful], np.tile([1.0, 0.0], (len(self._slopes), 1))]),
            np.hstack([-self._square_lines[:squares, useful], np.tile([0.0, 1.0], (squares, 1))]),
            np.hstack([families, np.zeros((len(families), 2))]),
        ]
        least = np.concatenate(
            [
                np.full(len(of.room), -np.inf),
                self._constants,
                -self._square_constants[:squares],
                np.full(len(families), -np.inf),
            ]
        )
        open_above = np.full(len(self._constants) + squares, np.inf)
        most = np.concatenate([of.room, open_above, np.ones(len(families))])
        costs = np.concatenate([-gains[useful], [prices.overload, prices.square]])
        lower = np.concatenate([np.zeros(count), [overload[0], 0.0]])
        upper = np.concatenate([np.ones(count), [overload[1], np.inf]])
        sides = _Sides(least, most, lower, upper)
        return _linear_answer(np.vstack(blocks), sides, costs, len(self._constants))

    def _line(self, gains: Floats, prices: Prices, overload: tuple[float, float], answer: _Answer) -> Guide:
        """Make a line of the prices of rooms, tangents and squares: below every pattern for whatever prices."""
        of, rooms = self._of, len(self._of.room)
        room = np.maximum(0.0, -answer.prices[:rooms])
        tangents = answer.tangents
        over = _shared(answer.prices[rooms : rooms + tangents], prices.overload if np.isinf(overload[1]) else np.inf)
        unshared = prices.overload - float(over.sum())
        squares = len(self._square_constants) if prices.square > 0 else 0
        square = _shared(answer.prices[rooms + tangents : rooms + tangents + squares], prices.square)
        constant = float(over @ self._constants[:tangents] - room @ of.room - square @ self._square_constants[:squares])
        constant += max(0.0, unshared) * overload[0]
        if np.isfinite(overload[1]):
            constant += min(0.0, unshared) * overload[1]
        reduced = -gains + of.least @ room + over @ self._slopes[:tangents] + square @ self._square_lines[:squares]
        used = [(float(self._constants[n]), self._slopes[n]) for n in np.flatnonzero(over > SAFETY)]
        split = float(answer.values[len(answer.values) - 2])
        return Guide(constant - SAFETY * max(1.0, abs(constant)), reduced, tuple(used), split)


def _shared(prices: Floats, most: float) -> Floats:
    """Give prices of the right sign that come to no more than what is paid."""
    right: Floats = np.maximum(0.0, prices)
    total = float(right.sum())
    return right * (most / total) if total > most else right


def _linear_answer(rows: Floats, sides: _Sides, costs: Floats, tangents: int) -> _Answer | None:
    """Minimise costs; None where the solver gives no prices."""
    program = model_pb2.ModelProto()
    _put(program.variables, sides.lower, sides.upper)
    program.variables.integers.extend([False] * len(costs))
    _put(program.linear_constraints, sides.least, sides.most)
    row, column = np.nonzero(rows)
    program.linear_constraint_matrix.row_ids.extend(row)
    program.linear_constraint_matrix.column_ids.extend(column)
    program.linear_constraint_matrix.coefficients.extend(rows[row, column])
    used = np.flatnonzero(costs)
    program.objective.linear_coefficients.ids.extend(used)
    program.objective.linear_coefficients.values.extend(costs[used])
    result: result_pb2.SolveResultProto = math_opt.solve(
        program,
        mathopt.SolverType.GLOP.value,
        mathopt.StreamableSolverInitArguments().to_proto(),
        mathopt.SolveParameters(threads=1, iteration_limit=MOST_STEPS, time_limit=MOST_TIME).to_proto(),
        mathopt.ModelSolveParameters().to_proto(),
        None,
        mathopt.CallbackRegistration().to_proto(),
        None,
        None,
    )
    for solution in result.solutions:
        if solution.HasField("primal_solution") and solution.HasField("dual_solution"):
            values = _dense(solution.primal_solution.variable_values, len(costs))
            return _Answer(values, _dense(solution.dual_solution.dual_values, len(sides.least)), tangents)
    return None


def _put(where: Any, lower: Floats, upper: Floats) -> None:
    where.ids.extend(range(len(lower)))
    where.lower_bounds.extend(lower)
    where.upper_bounds.extend(upper)


def _dense(sparse: Any, count: int) -> Floats:
    values = np.zeros(count)
    values[list(sparse.ids)] = list(sparse.values)
    return values
