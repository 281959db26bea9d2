"""The model over patterns in whole numbers: HiGHS at work on a copy, in a thread of its own.

Nothing of math_opt is shared with that thread but messages: its models may not be read and changed at the same time,
and OR-Tools 9.15 ended the process twice where one was listed beside a window at work.
"""

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from ortools.math_opt.core.python import solver as math_opt  # type: ignore[import-untyped] # no types are published
from ortools.math_opt.python import mathopt  # type: ignore[import-untyped] # as above

from caseload_planner.domain.run_control import StopSignal

NEARLY = 0.99
"""Levels are whole numbers: what is closer than this cannot be better."""
CLOSE = 0.003
"""A share of the value; whole numbers that close are good enough."""
LEAST_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class WholeAnswer:
    """The value of the best answer found, and of each variable by its number."""

    value: float
    values: Sequence[float]


class WholeSearch:
    """A search for the best whole numbers; it begins at once, and `answer` waits for it.

    Parameters
    ----------
    program
        The model as a message; variables are numbered from 0.
    hint
        By variable whether it is 1 in an answer that is known, or 0; the solver works out the others.
    seconds, nodes
        How long it may take, on the clock or in nodes of the search tree.
    """

    def __init__(
        self, program: Any, hint: Mapping[int, bool], seconds: float | None, nodes: int | None, stop: StopSignal
    ) -> None:
        self._program, self._stop = program, stop
        limit = None if seconds is None else timedelta(seconds=max(LEAST_SECONDS, seconds))
        self._parameters = mathopt.SolveParameters(
            time_limit=limit, node_limit=nodes, absolute_gap_tolerance=NEARLY, relative_gap_tolerance=CLOSE
        ).to_proto()
        self._start = mathopt.ModelSolveParameters().to_proto()
        if any(hint.values()):
            values = self._start.solution_hints.add().variable_values
            values.ids.extend(sorted(hint))
            values.values.extend(float(hint[number]) for number in sorted(hint))
        self._results: list[Any] = []
        self._ended = threading.Event()
        # HiGHS does not listen to a stop: its thread is then left to end by itself, at its limit.
        stop.on_request(self._ended.set)
        threading.Thread(target=self._solve, daemon=True).start()

    def _solve(self) -> None:
        try:
            self._results.append(
                math_opt.solve(
                    self._program,
                    mathopt.SolverType.HIGHS.value,
                    mathopt.StreamableSolverInitArguments().to_proto(),
                    self._parameters,
                    self._start,
                    None,
                    mathopt.CallbackRegistration().to_proto(),
                    None,
                    None,
                )
            )
        finally:
            self._ended.set()

    @property
    def ended(self) -> bool:
        """Whether an answer need not be waited for."""
        return self._ended.is_set()

    def answer(self) -> WholeAnswer | None:
        """Wait for the answer; None where none was found or a stop was asked for."""
        self._ended.wait()
        if self._stop.requested or not self._results:
            return None
        for solution in self._results[0].solutions:
            if solution.HasField("primal_solution"):
                primal = solution.primal_solution
                values = [0.0] * len(self._program.variables.ids)
                for number, value in zip(primal.variable_values.ids, primal.variable_values.values, strict=True):
                    values[number] = value
                return WholeAnswer(primal.objective_value, values)
        return None


def seconds_until(deadline: float) -> float:
    """Give the seconds until a moment on the monotonic clock."""
    return max(LEAST_SECONDS, deadline - time.monotonic())
