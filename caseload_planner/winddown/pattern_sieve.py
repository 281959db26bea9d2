"""What a proven level says of the levels after it: what costs too much at its prices is in no plan that keeps it.

At the prices of a proof a plan lies above the bound by as much as its patterns lie above the least of their receivers,
all together. So a taking that brings a pattern further above it than the kept value lies above the bound is in no such
plan, and neither is a family that stays, or moves, at so high a price.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from caseload_planner.winddown.options import NOBODY_NEW
from caseload_planner.winddown.takings import Key, Taking

TOLERANCE = 1e-5
"""A share by which doubles may be off; nothing is left out that lies so near."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line below what the patterns of a receiver cost: a constant and a figure for each taking; and their least."""

    constant: float
    figures: Mapping[Key, float]
    least: float


@dataclass(frozen=True, slots=True, eq=False)
class Sieve:
    """A proof of a level.

    Attributes
    ----------
    lines
        By worker.
    by_nobody
        What a taking by nobody costs above its gains.
    staying
        By family what it costs above its gains that it stays where it is.
    """

    level: str
    bound: float
    lines: Mapping[int, Line]
    by_nobody: Mapping[Key, float]
    staying: Sequence[float]

    def room(self, kept: Mapping[str, int]) -> float:
        """Give by how much a plan may lie above the bound."""
        return kept[self.level] - self.bound + TOLERANCE * max(1.0, abs(self.bound))

    def must_stay(self, kept: Mapping[str, int]) -> set[int]:
        """Give the families that no plan moves."""
        return {number for number, cost in enumerate(self.staying) if -cost > self.room(kept)}

    def must_move(self, kept: Mapping[str, int]) -> set[int]:
        """Give the families that every plan moves."""
        return {number for number, cost in enumerate(self.staying) if cost > self.room(kept)}

    def left(self, worker: int, takings: Sequence[Taking], kept: Mapping[str, int]) -> list[Taking]:
        """Give the takings of a worker, by family, that may be in a plan; without those that were left out before."""
        if worker == NOBODY_NEW:
            return [taking for taking in takings if self.by_nobody.get(taking.key, math.inf) <= self.room(kept)]
        line = self.lines.get(worker)
        if line is None:
            return []
        known = [taking for taking in takings if taking.key in line.figures]
        figures = np.array([line.figures[taking.key] for taking in known])
        least = line.constant + figures + _of_others(figures, [taking.family for taking in known])
        most = line.least + self.room(kept)
        return [taking for taking, lowest in zip(known, least, strict=True) if lowest <= most]


def _of_others(figures: np.ndarray, families: Sequence[int]) -> np.ndarray:
    """Give for each taking what those of other families can lower a line by; they are sorted by family."""
    if not len(figures):
        return figures
    new = np.r_[True, np.diff(families) != 0]
    cheapest = np.minimum(0.0, np.minimum.reduceat(figures, np.flatnonzero(new)))
    others: np.ndarray = cheapest.sum() - cheapest[np.cumsum(new) - 1]
    return others


def sieved(
    takings: Sequence[Taking], sieves: Sequence[Sieve], kept: Mapping[str, int]
) -> tuple[list[Taking], set[int]]:
    """Give the takings that all sieves let through, and the families that every plan moves."""
    staying = set[int]().union(*(sieve.must_stay(kept) for sieve in sieves))
    left = [taking for taking in takings if not (taking.counts and taking.family in staying)]
    while True:
        before = len(left)
        for sieve in sieves:
            through = {
                id(taking)
                for worker, places in by_worker(left).items()
                for taking in sieve.left(worker, [left[place] for place in places], kept)
            }
            left = [taking for taking in left if id(taking) in through]
        if len(left) == before:
            return left, set[int]().union(*(sieve.must_move(kept) for sieve in sieves))


def by_worker(takings: Sequence[Taking]) -> dict[int, list[int]]:
    """Give the places of each worker's takings, and of those by nobody, in the order of the workers."""
    places: dict[int, list[int]] = {}
    for place, taking in enumerate(takings):
        places.setdefault(taking.worker, []).append(place)
    return dict(sorted(places.items()))
