"""The cheapest pattern of a receiver without a doubt: a model of her weeks, asked where a look leaves room for one.

A look grows sets and gives up some; for somebody with room for twelve families of seventy it cannot say how far below
the best set that it found another might be. CP-SAT can. Overload counts in whole points: asked for one number of points
after the other, and only for what is cheaper than the best known, it answers in some hundredths of a second.
"""

import math
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from ortools.sat.python import cp_model

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.solving.stopping import stoppable
from caseload_planner.winddown.pattern_guide import ANY, PatternGuide
from caseload_planner.winddown.pattern_look import (
    HALF_UP,
    Floats,
    OneReceiver,
    Pattern,
    Priced,
    Prices,
    whole_points,
)

UNITS = 100_000
"""Gains and prices are counted in so many parts of a unit, always to the side that makes a pattern cheaper."""
POINT = 10_000
"""Overload before rounding is counted in so many parts of a point."""
MOST_ROUNDS = 40
MOST_SPLITS = 5
"""What overload can be is split so often; what is left is asked as it is."""
MOST_OVERLOAD = 1_000.0
LEAST_SECONDS = 0.2
MOST_TANGENTS = 40
EXACT = 1e-3
"""Units of a level within which doubles and whole parts of a unit agree."""
Tangent = tuple[float, Floats]
"""A line below overload: a constant and a figure for each of a receiver's takings."""
FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)


class ProvableReceiver(OneReceiver, Protocol):
    """What a proof asks of a receiver besides."""

    def slope(self, added: Floats) -> Floats:
        """Give by how much overload rises with each week's load."""

    def fits(self, pattern: Pattern) -> bool:
        """Whether there are weeks for it all; where there are none for some there are none for more."""


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
    """The proofs of one receiver.

    Attributes
    ----------
    work
        Units of the solver's own time that the last one took.
    """

    def __init__(self, of: ProvableReceiver, guide: PatternGuide) -> None:
        self._of, self._guide = of, guide
        self._tangents: dict[bytes, Tangent] = {}
        self.work = 0.0

    def cheapest(self, gains: Floats, prices: Prices, found: Priced, limits: ProofLimits) -> Priced:
        """Give what was found before with what this adds: a better pattern or a proof that there is none, as a rule."""
        self.work = 0.0
        if found.gap <= limits.enough:
            return found
        if not np.any(gains > 0):
            return Priced((), 0.0)
        best, leasts, parts, splits = found.patterns, [0.0], [ANY], 0
        while parts:
            overload = parts.pop()
            line = self._guide.at(gains, prices, overload)
            floor, below = line.floor(self._of.family), _below(best, limits.enough)
            if floor >= below:
                continue
            if prices.overload > 0 and overload[0] < overload[1] and splits < MOST_SPLITS:
                parts += _split(overload, line.overload)
                splits += 1
                continue
            self._remember(line.tangents)
            part = _Part(self._of, gains, prices, self._tangents.values(), overload)
            best, proven = part.cheaper(best, limits, limits.work - self.work)
            self._remember(part.found)
            self.work += part.work
            leasts.append(max(floor, proven))
        least = min(_below(best, limits.enough), *leasts)
        return Priced(best, max(found.least, least))

    def _remember(self, tangents: Iterable[Tangent]) -> None:
        """Keep lines below her overload for the next proof: at other prices much the same sets are in question."""
        for constant, slopes in tangents:
            key = slopes.tobytes()
            self._tangents.pop(key, None)
            self._tangents[key] = constant, slopes
        for key in list(self._tangents)[:-MOST_TANGENTS]:
            del self._tangents[key]


def _below(best: Sequence[tuple[float, Pattern]], enough: float) -> float:
    """Give the value below which a pattern is better by so much; to take none costs nothing."""
    return (min(0.0, best[0][0]) if best else 0.0) - enough


def _split(overload: tuple[float, float], where: float) -> list[tuple[float, float]]:
    """Split what overload can be into the points where the line has it and what lies on both sides of them."""
    least, most = overload
    point = float(math.floor(where))
    parts = [(point + 2, most), (least, point - 1), (point + 1, point + 1), (point, point)]
    return [(one, other) for one, other in parts if least <= one <= other <= most]


class _Part:
    """The patterns whose overload lies between two figures, as a model."""

    def __init__(
        self,
        of: ProvableReceiver,
        gains: Floats,
        prices: Prices,
        tangents: Iterable[Tangent],
        overload: tuple[float, float],
    ) -> None:
        self._of, self._gains, self._prices = of, gains, prices
        self._model, self.work = cp_model.CpModel(), 0.0
        self.found: list[Tangent] = []
        self._takes = {int(row): self._model.new_bool_var("") for row in np.flatnonzero(gains > 0)}
        families: dict[int, list[Any]] = {}
        for row, take in self._takes.items():
            families.setdefault(int(of.family[row]), []).append(take)
        for some in families.values():
            self._model.add_at_most_one(some)
        for week, room in enumerate(of.room):
            self._add_row(of.least[:, week], int(room))
        self._over = self._overload(overload)
        if prices.overload > 0:
            # As overload is convex and 0 at 0, takings cost together at least what each costs alone.
            self._add_row(np.floor(POINT * of.convex(of.late)), POINT * self._over + POINT // 2)
            for constant, slopes in tangents:
                self._add_tangent(constant, slopes)
        cost = sum(-math.ceil(UNITS * float(gains[row])) * take for row, take in self._takes.items())
        if prices.square > 0:
            cost = cost + math.floor(UNITS * prices.square) * self._squared(len(families))
        self._cost = cost + math.floor(UNITS * prices.overload) * self._over
        self._model.minimize(self._cost)

    def _overload(self, overload: tuple[float, float]) -> Any:
        """Give her points: a number where there is one, else a variable; none where nothing is paid for them."""
        if self._prices.overload <= 0:
            return 0
        least, most = (round(min(points, MOST_OVERLOAD)) for points in overload)
        return least if least == most else self._model.new_int_var(least, most, "")

    def _add_row(self, weights: Floats, most: Any) -> None:
        weighing = [(round(float(weights[row])), take) for row, take in self._takes.items() if weights[row] > 0]
        if not isinstance(most, int) or sum(weight for weight, _ in weighing) > most:
            self._model.add(sum(weight * take for weight, take in weighing) <= most)

    def _add_tangent(self, constant: float, slopes: Floats) -> None:
        """Keep a line below her overload under her points."""
        self._add_row(np.floor(POINT * slopes), POINT * self._over - math.floor(POINT * constant) + 1)

    def _squared(self, most: int) -> Any:
        """Give a variable that is at least the square of her handovers."""
        square = self._model.new_int_var(0, most * most, "")
        count = sum(take for row, take in self._takes.items() if self._of.counts[row])
        for n in range(most):
            self._model.add(square >= (2 * n + 1) * count - n * (n + 1))
        return square

    def cheaper(
        self, best: tuple[tuple[float, Pattern], ...], limits: ProofLimits, work: float
    ) -> tuple[tuple[tuple[float, Pattern], ...], float]:
        """Put what is cheaper than the best known before it; give as well a value below which there is nothing."""
        below = _below(best, limits.enough)
        self._model.add(self._cost <= math.floor(UNITS * below))
        self._hint(best)
        least = -math.inf
        for _ in range(MOST_ROUNDS):
            if limits.over or self.work >= work:
                break
            solver = _solver(limits, work - self.work)
            with stoppable(solver, limits.stop):
                status = solver.solve(self._model)
            self.work += solver.response_proto.deterministic_time
            if status == cp_model.INFEASIBLE:
                return best, below
            if status not in FOUND:
                break
            least = max(least, solver.best_objective_bound / UNITS - EXACT * EXACT)
            rows = [row for row, take in self._takes.items() if solver.value(take)]
            if self._sharpened(rows, float(solver.value(self._over))):
                continue
            pattern = tuple(sorted(int(self._of.places[row]) for row in rows))
            if self._of.fits(pattern):
                return ((self._value(rows), pattern), *best), least
            self._model.add(sum(self._takes[row] for row in rows) <= len(rows) - 1)
        return best, least

    def _sharpened(self, rows: Sequence[int], points: float) -> bool:
        """Add the tangent at a set that has more overload than so many points; give whether it has."""
        of, load = self._of, self._of.late[list(rows)].sum(axis=0)
        worth = of.convex(load)
        if self._prices.overload <= 0 or whole_points(worth) <= points:
            return False
        slope = of.slope(load)
        self.found.append((float(worth) - HALF_UP - float(slope @ load), of.late @ slope))
        self._add_tangent(*self.found[-1])
        return True

    def _value(self, rows: Sequence[int]) -> float:
        """Give what a set costs exactly."""
        of = self._of
        points = float(whole_points(of.convex(of.late[list(rows)].sum(axis=0))))
        count = int(of.counts[list(rows)].sum())
        return self._prices.overload * points + self._prices.square * count**2 - float(self._gains[list(rows)].sum())

    def _hint(self, best: Sequence[tuple[float, Pattern]]) -> None:
        """Begin the search at the best set that is known."""
        members = set(best[0][1]) if best else set()
        for row, take in self._takes.items():
            self._model.add_hint(take, int(self._of.places[row]) in members)


def _solver(limits: ProofLimits, work: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = 1
    parameters.catch_sigint_signal = False
    parameters.linearization_level = 2
    parameters.cp_model_probing_level = 0
    # With its default, 9.15 can call a wrong answer optimal (github.com/google/or-tools/issues/5293).
    parameters.presolve_inclusion_work_limit = 0
    parameters.max_deterministic_time = work
    if not math.isinf(limits.deadline):
        parameters.max_time_in_seconds = max(LEAST_SECONDS, limits.deadline - time.monotonic())
    return solver
