"""The continuous relaxation of a model: a bound that is safe whatever the LP solver says, and what is ruled out by it.

The bound is worked out again from the dual prices: for *any* prices of the right sign, prices times right-hand sides
plus the least that each variable can add is below every answer. So a tolerance of the LP solver, or its stopping
half-way, can make the bound weaker and never wrong.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import numpy as np
from ortools.math_opt import model_pb2  # type: ignore[import-untyped] # no types are published
from ortools.math_opt.core.python import solver  # type: ignore[import-untyped] # as above
from ortools.math_opt.python import mathopt  # type: ignore[import-untyped] # as above
from ortools.sat.python import cp_model
from ortools.util.python.solve_interrupter import SolveInterrupter  # type: ignore[import-untyped] # as above

from caseload_planner.domain.run_control import StopSignal

UNBOUNDED = 2**60
MOST_STEPS = 100_000
"""Steps of the simplex method where nobody looks at the clock; a round of 130 measures takes some thousands."""
LOOK_UP_EVERY = 500
"""Rows after which the clock is looked at."""
SAFETY = 1e-6
"""Units by which a bound is taken lower before it is rounded up: more than doubles lose in sums of this size."""


@dataclass(frozen=True, slots=True)
class Relaxation:
    """What the continuous relaxation says of minimising a term.

    Attributes
    ----------
    bound
        No answer of the model is below it, in units of the term.
    price
        By variable of the model: how far the bound rises where a 0/1 variable is 1 (above 0) or 0 (below 0).
    row_price
        By constraint of the model: what its right-hand side is worth; 0 where it was left out.
    values
        By variable: where the relaxation puts it; no answer as a rule, and a sign of where answers are.
    """

    bound: float
    price: np.ndarray[Any, np.dtype[np.float64]]
    row_price: np.ndarray[Any, np.dtype[np.float64]]
    values: np.ndarray[Any, np.dtype[np.float64]]

    def worth_of(self, row: int) -> float:
        """Give what a row adds to the bound for each unit that an answer is inside it; 0 for rows added since."""
        return abs(float(self.row_price[row])) if row < len(self.row_price) else 0.0


def relax(model: cp_model.CpModel, term: Any, stop: StopSignal, seconds: float | None = None) -> Relaxation | None:
    """Solve the continuous relaxation of minimising a term; None where it is stopped or out of time.

    Rows that hold only under a condition, and kinds of row that are not linear, are left out: the bound is valid
    without them.
    """
    model.clear_objective()  # type: ignore[no-untyped-call]
    model.minimize(term)
    ends = None if seconds is None else time.monotonic() + seconds
    rows = _rows(model.proto, lambda: stop.requested or (ends is not None and time.monotonic() > ends))
    if rows is None:
        return None
    lower, upper = _domains(model.proto)
    costs = np.zeros(len(lower))
    objective = model.proto.objective
    costs[np.fromiter(objective.vars, np.int64)] = np.fromiter(objective.coeffs, np.float64)
    parameters = mathopt.SolveParameters(
        threads=1,
        time_limit=None if ends is None else timedelta(seconds=max(0.01, ends - time.monotonic())),
        # Without a clock steps are counted, so that it ends and repeats.
        iteration_limit=MOST_STEPS if seconds is None else None,
    )
    solution = _solved(_program(rows, lower, upper, costs), parameters, stop)
    if solution is None:
        return None
    prices = _in_order(solution.dual_solution.dual_values, len(rows.least))
    bound, reduced, prices = _safe_bound(rows, lower, upper, costs, prices)
    row_price = np.zeros(len(model.proto.constraints))
    row_price[rows.constraint] = prices
    values = _in_order(solution.primal_solution.variable_values, len(lower))
    return Relaxation(bound + objective.offset - SAFETY * max(1.0, abs(bound) * SAFETY), reduced, row_price, values)


def _solved(program: model_pb2.ModelProto, parameters: mathopt.SolveParameters, stop: StopSignal) -> Any:
    """Give the first solution with prices, None without one.

    Asked in the solver's own messages: `mathopt.solve` makes a Python object of every row and variable on the way there
    and back, which takes longer than the solving and holds the interpreter meanwhile.
    """
    with _interrupted_by(stop) as interrupter:
        result = solver.solve(
            program,
            mathopt.SolverType.GLOP.value,
            mathopt.StreamableSolverInitArguments().to_proto(),
            parameters.to_proto(),
            mathopt.ModelSolveParameters().to_proto(),
            None,
            mathopt.CallbackRegistration().to_proto(),
            None,
            interrupter.pybind_interrupter,
        )
    return next((one for one in result.solutions if one.HasField("dual_solution")), None)


@dataclass(frozen=True, slots=True)
class _Rows:
    row: Any
    column: Any
    coefficient: Any
    least: Any
    most: Any
    constraint: Any
    """By row: the constraint of the model that it is."""


def _rows(proto: Any, over: Callable[[], bool]) -> _Rows | None:
    """Read the rows of a model; None where there is no time for it."""
    rows: list[int] = []
    columns: list[int] = []
    coefficients: list[int] = []
    least: list[float] = []
    most: list[float] = []
    constraints: list[int] = []
    for constraint, variables, factors, low, high in _linear_rows(proto):
        constraints.append(constraint)
        if len(least) % LOOK_UP_EVERY == 0 and over():
            return None
        rows.extend([len(least)] * len(variables))
        columns.extend(variables)
        coefficients.extend(factors)
        least.append(low if low > -UNBOUNDED else -np.inf)
        most.append(high if high < UNBOUNDED else np.inf)
    return _Rows(
        np.array(rows, np.int64),
        np.array(columns, np.int64),
        np.array(coefficients, np.float64),
        np.array(least, np.float64),
        np.array(most, np.float64),
        np.array(constraints, np.int64),
    )


def _linear_rows(proto: Any) -> Iterator[tuple[int, Sequence[int], Sequence[int], int, int]]:
    for number, row in enumerate(proto.constraints):
        if len(row.enforcement_literal):
            continue
        if row.has_linear():
            linear = row.linear
            low, high = _ends(linear.domain)
            yield number, _numbers(linear.vars), _numbers(linear.coeffs), low, high
        elif row.has_exactly_one() or row.has_at_most_one():
            exactly = row.has_exactly_one()
            literals = _numbers(row.exactly_one.literals if exactly else row.at_most_one.literals)
            negated = sum(literal < 0 for literal in literals)
            variables = [literal if literal >= 0 else -literal - 1 for literal in literals]
            factors = [1 if literal >= 0 else -1 for literal in literals]
            yield number, variables, factors, 1 - negated if exactly else -UNBOUNDED, 1 - negated


def _domains(proto: Any) -> tuple[Any, Any]:
    domains = np.array([_ends(variable.domain) for variable in proto.variables], np.float64).reshape(-1, 2)
    return domains[:, 0], domains[:, 1]


def _numbers(repeated: Any) -> list[int]:
    """Read numbers of a model; by their count, as these find out where they end by failing, which takes far longer."""
    return [repeated[place] for place in range(len(repeated))]


def _ends(domain: Any) -> tuple[int, int]:
    return domain[0], domain[len(domain) - 1]


def _program(rows: _Rows, lower: Any, upper: Any, costs: Any) -> model_pb2.ModelProto:
    program = model_pb2.ModelProto()
    program.variables.ids.extend(range(len(lower)))
    program.variables.lower_bounds.extend(lower)
    program.variables.upper_bounds.extend(upper)
    program.variables.integers.extend([False] * len(lower))
    program.linear_constraints.ids.extend(range(len(rows.least)))
    program.linear_constraints.lower_bounds.extend(rows.least)
    program.linear_constraints.upper_bounds.extend(rows.most)
    order = np.lexsort((rows.column, rows.row))
    matrix = program.linear_constraint_matrix
    matrix.row_ids.extend(rows.row[order])
    matrix.column_ids.extend(rows.column[order])
    matrix.coefficients.extend(rows.coefficient[order])
    used = np.flatnonzero(costs)
    program.objective.linear_coefficients.ids.extend(used)
    program.objective.linear_coefficients.values.extend(costs[used])
    return program


def _in_order(values: Any, count: int) -> Any:
    """Put numbers in the order of the ids that they came with; 0 where there is none."""
    ordered = np.zeros(count)
    ordered[np.array(values.ids, np.int64)] = np.array(values.values, np.float64)
    return ordered


def _safe_bound(rows: _Rows, lower: Any, upper: Any, costs: Any, prices: Any) -> tuple[float, Any, Any]:
    """Give a bound below every answer for whatever prices, what is left of each variable's cost, and those prices."""
    prices = np.where((prices > 0) & np.isinf(rows.least), 0.0, prices)
    prices = np.where((prices < 0) & np.isinf(rows.most), 0.0, prices)
    sides = np.where(prices > 0, rows.least, rows.most)
    paid = float(np.sum(np.where(prices == 0, 0.0, prices * np.where(prices == 0, 0.0, sides))))
    reduced = costs - np.bincount(rows.column, weights=rows.coefficient * prices[rows.row], minlength=len(costs))
    return paid + float(np.sum(np.minimum(reduced * lower, reduced * upper))), reduced, prices


@contextmanager
def _interrupted_by(stop: StopSignal) -> Iterator[SolveInterrupter]:
    interrupter = SolveInterrupter()
    stop.on_request(interrupter.interrupt)
    yield interrupter
