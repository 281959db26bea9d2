"""Overload in a model: a variable a receiver that is at least her convex function, by tangents where a search comes."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from ortools.sat.python import cp_model

from caseload_planner.winddown.problem import Weeks

POINT = 10_000
"""Overload before rounding is counted in so many parts of a point."""
NO_LIMIT = 10**6


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Something that may come to weigh on a receiver: its hundredths in each week, and the variable that says so."""

    load: Weeks
    chosen: Any


class OverloadTerm:
    """The overload of all receivers together, to be minimised.

    Parameters
    ----------
    base, working
        Receivers x weeks: what they carry where nothing moves, and their working norm.
    parts
        By place of a receiver what may come to weigh on her: families that she takes, and those of a leaver beside
        whom she is left alone.
    """

    def __init__(
        self, model: cp_model.CpModel, base: Weeks, working: Weeks, parts: Mapping[int, Sequence[Part]]
    ) -> None:
        self._model, self._base, self._working, self._parts = model, base, working, parts
        self._over: dict[int, Any] = {}
        for worker, some in sorted(parts.items()):
            top = self._convex(worker, sum((part.load for part in some), np.zeros_like(base[worker])))
            if top >= POINT // 2:
                self._over[worker] = model.new_int_var(0, math.ceil(top / POINT) + 1, "")
                self._add_single_costs(worker)

    @property
    def total(self) -> Any:
        """The sum over receivers, in points."""
        return sum(self._over.values())

    def _add_single_costs(self, worker: int) -> None:
        """Say that parts cost together at least what each costs alone, as the function is convex and 0 at 0."""
        costs = [(math.floor(self._convex(worker, part.load)), part.chosen) for part in self._parts[worker]]
        worth = sum(cost * chosen for cost, chosen in costs if cost)
        self._model.add(POINT * self._over[worker] + POINT // 2 >= worth)

    def _convex(self, worker: int, added: npt.NDArray[Any]) -> float:
        """Give the overload of somebody's weeks without rounding, in 1/10,000 point."""
        base, working = self._base[worker], self._working[worker]
        norm = np.maximum(working, 1)
        after, before = np.maximum(0, base + added - working), np.maximum(0, base - working)
        return float(np.where(working > 0, 100.0 * (after**2 - before**2) / norm, 0).sum())

    def refine(self, value_of: Callable[[Any], float]) -> bool:
        """Add the tangents where a solution shows the model too low; give whether there were any."""
        rose = False
        for worker, over in self._over.items():
            parts = self._parts[worker]
            loads = [value_of(part.chosen) * part.load for part in parts]
            added: npt.NDArray[Any] = sum(loads, np.zeros(len(self._base[worker])))
            worth = self._convex(worker, added)
            if worth > POINT * (value_of(over) + 0.5) + len(parts):
                rose = True
                self._add_tangent(worker, added, worth)
        return rose

    def know(self, worker: int, added: npt.NDArray[Any]) -> None:
        """Make the model exact where somebody carries so much more in each week."""
        if worker in self._over:
            worth = self._convex(worker, added)
            if worth > 0:
                self._add_tangent(worker, added, worth)

    def _add_tangent(self, worker: int, added: npt.NDArray[Any], worth: float) -> None:
        base, working = self._base[worker], self._working[worker]
        slope = np.where(working > 0, 200.0 * np.maximum(0, base + added - working) / np.maximum(working, 1), 0.0)
        weights = [(math.floor(float(slope @ part.load)), part.chosen) for part in self._parts[worker]]
        constant = math.floor(worth - float(slope @ added)) - 1
        self._model.add(
            POINT * self._over[worker] + POINT // 2 >= constant + sum(w * chosen for w, chosen in weights if w)
        )

    def keep_each_under(self, most: int) -> None:
        """Say of each receiver what follows for her from the overload of all: in no week so much that hers is more."""
        for worker, parts in self._parts.items():
            base, working = self._base[worker], self._working[worker]
            over = np.maximum(0, base - working)
            reach = np.floor(np.sqrt(over**2 + (most + 0.5) * POINT * np.maximum(working, 0) / 100.0)) + 1
            room = np.where(working > 0, np.maximum(working - base, 0) + reach - over, NO_LIMIT).astype(np.int64)
            add_rooms(self._model, parts, room)


def add_rooms(model: cp_model.CpModel, parts: Sequence[Part], room: Weeks) -> None:
    """Say that what weighs on a receiver stays within her room in each week."""
    loads = np.array([part.load for part in parts])
    for week in telling_weeks(loads, room):
        terms = [int(loads[n, week]) * part.chosen for n, part in enumerate(parts) if loads[n, week]]
        model.add(sum(terms) <= int(room[week]))


def telling_weeks(loads: Weeks, room: Weeks) -> list[int]:
    """Give the weeks whose limit another week's does not already imply, as far as that shows at once."""
    telling: list[int] = []
    for week in range(loads.shape[1]):
        column = loads[:, week]
        if not np.any(column > 0):
            continue
        if any(room[other] <= room[week] and np.all(loads[:, other] >= column) for other in telling):
            continue
        telling.append(week)
    return telling
