"""The model over patterns in whole numbers: CP-SAT at work beside the pricing, in a thread of its own.

Weeks are most of the model and decide little: where their rows have no price in the continuous relaxation, they bind
nobody. Such families are asked without their weeks; whoever uses the answer finds weeks for them, exactly.
"""

import math
import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.solving.stopping import stoppable
from caseload_planner.winddown.pattern_look import Pattern
from caseload_planner.winddown.pattern_master import SAFETY, PatternMaster, Relaxed, Row

LEAST_SECONDS = 0.1
FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)
SPLITTING = ("taking", "resting")
"""Rows that a proof by cases makes, and that say nothing outside it."""
OF_A_FAMILY = ("when", "open")
"""Rows about the weeks of one family, which their second part names."""


@dataclass(frozen=True, slots=True)
class WholeAnswer:
    """The value of the best answer found, and of each variable by its number where it is not 0."""

    value: float
    values: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class WholeLimits:
    """How long a search may take: in seconds on the clock, or in units of the solver's own time so that it repeats."""

    seconds: float | None
    work: float | None
    seed: int = 0


class WholeSearch:
    """A search for the best whole numbers; it begins at once, and `answer` waits for it.

    Parameters
    ----------
    among
        The patterns that are asked.
    known
        Those of an answer that is known.
    relaxed
        The last answer of the continuous relaxation; nothing below its value is looked for.
    """

    def __init__(
        self,
        master: PatternMaster,
        among: Collection[tuple[int, Pattern]],
        known: Collection[tuple[int, Pattern]],
        relaxed: Relaxed,
        limits: WholeLimits,
        stop: StopSignal,
    ) -> None:
        self._question = _Question(master, among, relaxed)
        self._question.hint(known)
        self._limits, self._stop, self._enough = limits, stop, StopSignal()
        self._answer: WholeAnswer | None = None
        self._ended = threading.Event()
        threading.Thread(target=self._solve, daemon=True).start()

    def _solve(self) -> None:
        try:
            solver = _solver(self._limits)
            with stoppable(solver, self._stop), stoppable(solver, self._enough):
                status = solver.solve(self._question.model)
            if status in FOUND and not self._stop.requested:
                self._answer = WholeAnswer(solver.objective_value, self._question.values(solver.value))
        finally:
            self._ended.set()

    @property
    def ended(self) -> bool:
        """Whether an answer need not be waited for."""
        return self._ended.is_set()

    def be_content(self) -> None:
        """End with the best found so far."""
        self._enough.request()

    def answer(self) -> WholeAnswer | None:
        """Wait for the answer; None where none was found or a stop was asked for."""
        self._ended.wait()
        return self._answer


class _Question:
    """The model, with a variable for each pattern that is asked and each other variable that matters."""

    def __init__(self, master: PatternMaster, among: Collection[tuple[int, Pattern]], relaxed: Relaxed) -> None:
        self.model = cp_model.CpModel()
        self._numbers: dict[int, Any] = {}
        self._patterns: dict[tuple[int, Pattern], Any] = {}
        self._rows: dict[Row, list[tuple[Any, int]]] = {row: [] for row in master.sides}
        self._costs: list[Any] = []
        without_weeks = _with_weeks_of_no_matter(master, relaxed)
        for variable in master.plain:
            number = _weeks_of(variable.factors)
            if number is None or number not in without_weeks:
                self._add(variable.handle, round(variable.upper), variable.cost, variable.factors)
        for key in sorted(among):
            cost, factors = master.terms_of(key)
            self._patterns[key] = self._add(master.patterns[key], 1, cost, {**factors, ("receiver", key[0]): 1.0})
        for row, terms in self._rows.items():
            if terms and row[0] not in SPLITTING and not (row[0] in OF_A_FAMILY and row[1] in without_weeks):
                self._add_row(terms, *master.sides[row])
        total = sum(self._costs)
        self.model.add(total >= math.ceil(relaxed.value - SAFETY))
        self.model.minimize(total)

    def _add(self, handle: Any, upper: int, cost: float, factors: Mapping[Row, float]) -> Any:
        variable = self._numbers[handle.id] = self.model.new_int_var(0, upper, "")
        if cost:
            self._costs.append(round(cost) * variable)
        for row, factor in factors.items():
            if factor:
                self._rows[row].append((variable, round(factor)))
        return variable

    def _add_row(self, terms: list[tuple[Any, int]], least: float, most: float) -> None:
        ones = all(factor == 1 for _, factor in terms)
        total = sum(factor * variable for variable, factor in terms)
        if least == most == 1 and ones:
            self.model.add_exactly_one(variable for variable, _ in terms)
        elif most == 1 and ones and math.isinf(least):
            self.model.add_at_most_one(variable for variable, _ in terms)
        elif least == most:
            self.model.add(total == round(least))
        elif math.isinf(least):
            self.model.add(total <= round(most))
        else:
            self.model.add(total >= round(least))

    def hint(self, known: Collection[tuple[int, Pattern]]) -> None:
        """Begin at an answer that is known; the solver works out the rest of it."""
        for key, variable in self._patterns.items():
            self.model.add_hint(variable, key in known)

    def values(self, value_of: Callable[[Any], int]) -> dict[int, float]:
        """Give what is not 0, by the number of the variable in the master."""
        found = {number: float(value_of(variable)) for number, variable in self._numbers.items()}
        return {number: value for number, value in found.items() if value}


def _with_weeks_of_no_matter(master: PatternMaster, relaxed: Relaxed) -> set[int]:
    """Give the families whose weeks have neither a price nor a cost."""
    families = {row[1] for row in master.sides if row[0] == "when"}
    matter = {row[1] for row, price in relaxed.prices.items() if row[0] in OF_A_FAMILY and abs(price) > SAFETY}
    for variable in master.plain:
        number = _weeks_of(variable.factors)
        if number is not None and (variable.cost or any(row[0] in ("keep", "week") for row in variable.factors)):
            matter.add(number)
    return families - matter


def _weeks_of(factors: Mapping[Row, float]) -> int | None:
    """Give the family of which a variable says that it moves in some week; None for any other variable."""
    number: int | None = next((row[1] for row in factors if row[0] == "when"), None)
    return None if number is None or ("family", number) in factors else number


def _solver(limits: WholeLimits) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = 1
    parameters.random_seed = limits.seed % (2**31)
    parameters.catch_sigint_signal = False
    parameters.linearization_level = 2
    # With its default, 9.15 can call a wrong answer optimal (github.com/google/or-tools/issues/5293).
    parameters.presolve_inclusion_work_limit = 0
    if limits.work is not None:
        parameters.max_deterministic_time = limits.work
    if limits.seconds is not None:
        parameters.max_time_in_seconds = max(LEAST_SECONDS, limits.seconds)
    return solver
