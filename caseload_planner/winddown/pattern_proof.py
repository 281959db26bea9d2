"""The cheapest pattern of a receiver without a doubt: a model of her weeks, asked where a look leaves room for one.

A look grows sets and gives up some; for somebody with room for twelve families of seventy it cannot say how far below
the best set that it found another might be. CP-SAT can, mostly in less than a second.
"""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from ortools.sat.python import cp_model

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.solving.stopping import stoppable
from caseload_planner.winddown.pattern_look import HALF_UP, ROUNDING, Floats, OneReceiver, Pattern, Priced, Prices

UNITS = 100_000
"""Gains and prices are counted in so many parts of a unit, always to the side that makes a pattern cheaper."""
POINT = 10_000
"""Overload before rounding is counted in so many parts of a point."""
MOST_OVERLOAD = 1_000
MOST_ROUNDS = 40
LEAST_SECONDS = 0.2
EXACT = 1e-3
"""Units of a level within which doubles and whole parts of a unit agree."""
TANGENTS_BEFORE = 3
"""Of the patterns found before so many are told of with their overload."""
FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)


class ProvableReceiver(OneReceiver, Protocol):
    """What a proof asks of a receiver besides."""

    def slope(self, added: Floats) -> Floats:
        """Give by how much overload rises with each week's load."""

    def fits(self, pattern: Pattern) -> bool:
        """Whether there are weeks for it all."""


@dataclass(frozen=True, slots=True)
class ProofLimits:
    """How long a proof may take.

    Attributes
    ----------
    deadline
        On the monotonic clock; infinite where work alone is counted.
    work
        Units of the solver's own time; what is not proven by then is left open.
    enough
        Units that the proof may stay below the best pattern.
    """

    deadline: float
    stop: StopSignal
    work: float = 1.0
    enough: float = EXACT

    @property
    def over(self) -> bool:
        """Whether nothing more may be asked."""
        return self.stop.requested or time.monotonic() >= self.deadline


class PatternProof:
    """The patterns of one receiver as a model; what it learns of her overload and weeks stays from price to price.

    Attributes
    ----------
    work
        Units of the solver's own time that the last question took.
    """

    def __init__(self, of: ProvableReceiver) -> None:
        self._of, self._model = of, cp_model.CpModel()
        model = self._model
        self._takes = [model.new_bool_var("") for _ in of.places]
        for family in np.unique(of.family):
            model.add_at_most_one(self._takes[row] for row in np.flatnonzero(of.family == family))
        for week, room in enumerate(of.room):
            weighing = np.flatnonzero(of.least[:, week])
            model.add(sum(int(of.least[row, week]) * self._takes[row] for row in weighing) <= int(room))
        self._over = model.new_int_var(0, MOST_OVERLOAD, "")
        self._square: Any = None
        self.work = 0.0
        self._known: set[tuple[int, ...]] = set()
        self._told: set[bytes] = set()
        self._at = {int(place): row for row, place in enumerate(of.places)}
        self._tell_of_single()

    def _tell_of_single(self) -> None:
        """Say that takings cost together at least what each costs alone, as overload is convex and 0 at 0."""
        alone = np.floor(POINT * self._of.convex(self._of.late)) if len(self._takes) else np.zeros(0)
        if np.any(alone > 0):
            worth = sum(int(cost) * take for cost, take in zip(alone, self._takes, strict=True) if cost > 0)
            self._model.add(POINT * self._over + POINT // 2 >= worth)

    def tell(self, tangents: Sequence[tuple[float, Floats]]) -> None:
        """Tell of lines below her overload: a constant and a figure for each of her takings."""
        for constant, slopes in tangents:
            if slopes.tobytes() in self._told:
                continue
            self._told.add(slopes.tobytes())
            weights = np.floor(POINT * slopes).astype(np.int64)
            terms = sum(int(weight) * take for weight, take in zip(weights, self._takes, strict=True) if weight)
            self._model.add(POINT * self._over >= math.floor(POINT * constant) - 1 + terms)

    def cheapest(self, gains: Floats, prices: Prices, found: Priced, limits: ProofLimits) -> Priced:
        """Give what was found before with what this adds: a better pattern or a proof that there is none, as a rule."""
        if found.gap <= limits.enough:
            return found
        best, least = found.patterns, found.least
        self._ask(gains, prices)
        self.work = 0.0
        for _, pattern in best[:TANGENTS_BEFORE]:
            self._sharpen([self._at[place] for place in pattern])
        for _ in range(MOST_ROUNDS):
            if limits.stop.requested or self.work >= limits.work or Priced(best, least).gap <= limits.enough:
                break
            solver = _solver(limits, limits.work - self.work)
            self._hint(best)
            with stoppable(solver, limits.stop):
                status = solver.solve(self._model)
            self.work += solver.response_proto.deterministic_time
            if status not in FOUND:
                break
            least = max(least, solver.best_objective_bound / UNITS - EXACT * EXACT)
            rows = [row for row, take in enumerate(self._takes) if solver.value(take)]
            value, pattern = self._priced(rows, gains, prices), tuple(sorted(int(self._of.places[row]) for row in rows))
            if not self._of.fits(pattern):
                self._model.add(sum(self._takes[row] for row in rows) <= len(rows) - 1)
                continue
            if rows and all(pattern != known for _, known in best):
                best = tuple(sorted((*best, (value, pattern))))
            if limits.over or (not self._sharpen(rows) and status != cp_model.OPTIMAL):
                break
        return Priced(best, least)

    def _ask(self, gains: Floats, prices: Prices) -> None:
        """Say what everything costs now."""
        model = self._model
        model.clear_objective()  # type: ignore[no-untyped-call]
        terms = [
            -math.ceil(UNITS * float(gain)) * take for gain, take in zip(gains, self._takes, strict=True) if gain > 0
        ]
        rest = [take for gain, take in zip(gains, self._takes, strict=True) if gain <= 0]
        cost = sum(terms) + math.floor(UNITS * prices.overload) * self._over + sum(rest)
        if prices.square > 0:
            cost = cost + math.floor(UNITS * prices.square) * self._squared()
        model.minimize(cost)

    def _squared(self) -> Any:
        """Give the variable that is at least the square of her handovers."""
        if self._square is None:
            most = len(np.unique(self._of.family))
            self._square = self._model.new_int_var(0, most * most, "")
            count = sum(take for take, one in zip(self._takes, self._of.counts, strict=True) if one)
            for n in range(most):
                self._model.add(self._square >= (2 * n + 1) * count - n * (n + 1))
        return self._square

    def _sharpen(self, rows: Sequence[int]) -> bool:
        """Add the tangent at a set where the model may take its overload for less; give whether it did."""
        of = self._of
        load = of.late[list(rows)].sum(axis=0)
        worth = float(of.convex(load))
        if math.floor(worth + HALF_UP - ROUNDING) <= 0 or tuple(rows) in self._known:
            return False
        self._known.add(tuple(rows))
        slope = of.slope(load)
        weights = np.floor(POINT * (of.late @ slope)).astype(np.int64)
        constant = math.floor(POINT * (worth - float(slope @ load))) - 1
        terms = sum(int(weight) * take for weight, take in zip(weights, self._takes, strict=True) if weight)
        self._model.add(POINT * self._over + POINT // 2 >= constant + terms)
        return True

    def _priced(self, rows: Sequence[int], gains: Floats, prices: Prices) -> float:
        """Give what a set costs exactly."""
        of = self._of
        worth = float(of.convex(of.late[list(rows)].sum(axis=0)))
        over = max(0.0, math.floor(worth + HALF_UP - ROUNDING))
        count = int(of.counts[list(rows)].sum())
        return prices.overload * over + prices.square * count**2 - float(gains[list(rows)].sum())

    def _hint(self, best: Sequence[tuple[float, Pattern]]) -> None:
        """Begin the search at the best set that is known."""
        self._model.clear_hints()  # type: ignore[no-untyped-call]
        members = set(best[0][1]) if best else set()
        for place, row in self._at.items():
            self._model.add_hint(self._takes[row], place in members)


def _solver(limits: ProofLimits, work: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = 1
    parameters.catch_sigint_signal = False
    parameters.linearization_level = 2
    parameters.cp_model_probing_level = 0
    parameters.absolute_gap_limit = limits.enough * UNITS / 2
    # With its default, 9.15 can call a wrong answer optimal (github.com/google/or-tools/issues/5293).
    parameters.presolve_inclusion_work_limit = 0
    parameters.max_deterministic_time = work
    if not math.isinf(limits.deadline):
        parameters.max_time_in_seconds = max(LEAST_SECONDS, limits.deadline - time.monotonic())
    return solver
