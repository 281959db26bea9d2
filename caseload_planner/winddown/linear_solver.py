"""GLOP, asked again after each change of a model, in its own messages.

Reading an answer by the classes of `mathopt` takes as long as finding it: they make an object for each variable.
"""

from datetime import timedelta
from typing import Any

from ortools.math_opt import parameters_pb2  # type: ignore[import-untyped] # no types are published
from ortools.math_opt.core.python import solver as math_opt  # type: ignore[import-untyped] # as above
from ortools.math_opt.python import mathopt  # type: ignore[import-untyped] # as above
from ortools.util.python.solve_interrupter import SolveInterrupter  # type: ignore[import-untyped] # as above
from pybind11_abseil.status import StatusNotOk  # type: ignore[import-untyped] # as above

MOST_STEPS = 200_000
MOST_TIME = timedelta(seconds=30)
"""Far more than it takes; what cycles is given up."""


class LinearAnswer:
    """An answer: its value, the values of variables and the prices of rows by number; those left out are 0."""

    def __init__(self, solution: Any) -> None:
        primal, dual = solution.primal_solution, solution.dual_solution
        self.value = float(primal.objective_value)
        self.values = dict(zip(primal.variable_values.ids, primal.variable_values.values, strict=True))
        self.prices = dict(zip(dual.dual_values.ids, dual.dual_values.values, strict=True))


class LinearSolver:
    """The solver of one model, which begins where it ended the last time."""

    def __init__(self, model: Any) -> None:
        self._model, self._changes = model, model.add_update_tracker()
        self._solver = self._begun()

    def _begun(self) -> Any:
        return math_opt.new(
            mathopt.SolverType.GLOP.value, self._model.export_model(), parameters_pb2.SolverInitializerProto()
        )

    def solve(self, interrupter: SolveInterrupter) -> LinearAnswer | None:
        """Solve the model as it is now; None where it has no answer or was stopped."""
        changes = self._changes.export_update()
        if changes is not None:
            if not self._solver.update(changes):
                self._solver = self._begun()
            self._changes.advance_checkpoint()
        result = self._asked(interrupter)
        if result is None:
            self._solver = self._begun()
            result = self._asked(interrupter, simplified=True)
        for solution in () if result is None else result.solutions:
            if _is_whole(solution):
                return LinearAnswer(solution)
        return None

    def _asked(self, interrupter: SolveInterrupter, *, simplified: bool = False) -> Any:
        """Give what the solver answers; None where its figures went astray.

        A model that is simplified first is solved from nothing each time, in five times as many steps.
        """
        presolve = mathopt.Emphasis.MEDIUM if simplified else mathopt.Emphasis.OFF
        parameters = mathopt.SolveParameters(iteration_limit=MOST_STEPS, time_limit=MOST_TIME, presolve=presolve)
        try:
            return self._solver.solve(
                parameters.to_proto(),
                mathopt.ModelSolveParameters().to_proto(),
                None,
                mathopt.CallbackRegistration().to_proto(),
                None,
                interrupter.pybind_interrupter,
            )
        except StatusNotOk:
            return None


def _is_whole(solution: Any) -> bool:
    """Whether a solution has values that keep to the rows, and prices that prove something."""
    feasible = mathopt.SolutionStatus.FEASIBLE.value
    return bool(
        solution.HasField("primal_solution")
        and solution.HasField("dual_solution")
        and solution.primal_solution.feasibility_status == feasible
        and solution.dual_solution.feasibility_status == feasible
    )
