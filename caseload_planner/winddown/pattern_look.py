"""One look for the cheapest patterns of a receiver: sets grown family by family, left alone where a bound says so."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

Pattern = tuple[int, ...]
"""Places among the takings of a problem, sorted."""
Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
HALF_UP = 0.5
ROUNDING = 1e-5
"""Points by which overload in doubles may differ from that of `levels`, which rounds each week."""
CELLS = 400_000
"""Receivers' weeks that are worked out at a time, so that memory stays small."""
PRICES_OF_ROOM = (0.3, 0.6, 0.8, 0.9)
"""Quantiles of gain over weight at which a room is priced, to say what more of it could be worth."""


@dataclass(frozen=True, slots=True)
class Prices:
    """What a pattern costs beside its gains.

    Attributes
    ----------
    overload, square
        Of a point of overload, and of one in the square of how many handovers there are.
    """

    overload: float
    square: float


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard to look.

    Attributes
    ----------
    keep
        So many patterns are given.
    slack
        Patterns that are better than the best found by less than this need not be found; below 0 those that are worse
        by up to so much are looked for as well.
    width
        So many sets of a size are grown further.
    """

    keep: int
    slack: float
    width: int


@dataclass(frozen=True, slots=True)
class Priced:
    """The cheapest patterns found, cheapest first, and a value below which there is none."""

    patterns: tuple[tuple[float, Pattern], ...]
    least: float

    @property
    def gap(self) -> float:
        """By how much a pattern could be cheaper than the cheapest found; to take none costs nothing."""
        return (self.patterns[0][0] if self.patterns else 0.0) - self.least


@dataclass(frozen=True, slots=True, eq=False)
class Guide:
    """A line below the cost of every pattern: a constant and a figure for each taking of a receiver, in their order.

    Attributes
    ----------
    tangents
        Lines below her overload that it is made of, in the same form.
    overload
        Hers, were takings split as they would be worth most.
    """

    constant: float
    reduced: Floats
    tangents: tuple[tuple[float, Floats], ...] = ()
    overload: float = 0.0

    def floor(self, family: Numbers) -> float:
        """Give a value below which no pattern is; families are sorted."""
        new = np.r_[True, family[1:] != family[:-1]]
        cheapest = np.minimum(0.0, np.minimum.reduceat(self.reduced, np.flatnonzero(new)))
        return self.constant + float(cheapest.sum())


class OneReceiver(Protocol):
    """What a look asks of a receiver; takings are rows, in the order of `places`."""

    places: Numbers
    family: Numbers
    counts: Numbers
    late: Floats
    least: Floats
    room: Floats

    def convex(self, added: Floats) -> Floats:
        """Give the overload of loads, without rounding to whole points."""


class SlopedReceiver(OneReceiver, Protocol):
    """A receiver of whom it is known as well how her overload rises."""

    def slope(self, added: Floats) -> Floats:
        """Give by how much overload rises with each week's load."""


@dataclass(slots=True)
class _Sets:
    """Sets on the way: loads for overload and for room, gains, how many handovers, and from where they may grow."""

    late: Floats
    least: Floats
    gain: Floats
    count: Numbers
    start: Numbers
    bound: Floats
    members: Numbers

    def only(self, rows: Any) -> "_Sets":
        return _Sets(*(getattr(self, column.name)[rows] for column in fields(self)))


class Look:
    """One look for patterns at one set of prices.

    Loads are never below 0 and what a pattern costs is convex in them: what a taking costs on top of a set it costs at
    least on top of a larger one. That is what the bounds of `_grow` stand on.
    """

    def __init__(
        self,
        of: OneReceiver,
        gains: Floats,
        prices: Prices,
        effort: Effort,
        guide: Guide | None = None,
        known: tuple[float, Pattern] | None = None,
    ) -> None:
        self._of, self._prices, self._effort = of, prices, effort
        useful = np.flatnonzero(gains > 0)
        dearness = -gains if guide is None else guide.reduced
        best: dict[int, float] = {}
        for row in useful:
            family = int(of.family[row])
            best[family] = min(best.get(family, np.inf), float(dearness[row]))
        self._rows = np.array(sorted(useful, key=lambda r: (best[int(of.family[r])], of.family[r], r)), np.int64)
        families = of.family[self._rows]
        new = np.r_[True, families[1:] != families[:-1]]
        self._starts = np.flatnonzero(new)
        self._block = np.cumsum(new) - 1
        self._next = np.r_[self._starts[1:], len(families)][self._block]
        self._gain, self._late, self._least = gains[self._rows], of.late[self._rows], of.least[self._rows]
        self._counts = of.counts[self._rows]
        self._weights = np.ascontiguousarray(self._least.T, dtype=np.float32)
        self._rooms = self._priced_rooms() if guide is None else []
        self._line(guide)
        self._known = known
        self._found: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]

    def _line(self, guide: Guide | None) -> None:
        """Note what the guide says of each taking, of all that can come after it, and of all patterns."""
        if guide is None:
            self._constant, self._reduced = -np.inf, np.zeros(len(self._rows))
        else:
            self._constant, self._reduced = guide.constant, guide.reduced[self._rows]
        cheapest = np.minimum(0.0, np.minimum.reduceat(self._reduced, self._starts))
        self._later = np.r_[np.cumsum(cheapest[::-1])[::-1], 0.0][self._block + 1]
        self._floor = self._constant + float(cheapest.sum())

    def _priced_rooms(self) -> list[tuple[int, float]]:
        """Give some weeks that are soon full, each with prices for a hundredth of room."""
        rooms = []
        fullness = self._least.sum(axis=0) / np.maximum(self._of.room, 1.0)
        for week in np.argsort(-fullness, kind="stable")[:2]:
            weighing = self._least[:, week] > 0
            if weighing.any():
                worth = self._gain[weighing] / self._least[weighing, week]
                rooms += [(int(week), float(price)) for price in np.quantile(worth, PRICES_OF_ROOM)]
        return rooms

    def run(self) -> Priced:
        """Give what was found."""
        width, least = self._effort.width, 0.0
        sets = self._nothing()
        while len(sets.gain):
            step = max(1, CELLS // (len(self._gain) * max(1, self._late.shape[1])))
            grown = [self._grow(sets.only(slice(at, at + step))) for at in range(0, len(sets.gain), step)]
            sets = _joined(grown)
            sets = sets.only(np.flatnonzero(sets.bound < self._limit))
            if len(sets.gain) > width:
                order = np.argsort(sets.bound, kind="stable")
                least = min(least, float(sets.bound[order[width]]))
                sets = sets.only(order[:width])
        found = tuple(
            (value, tuple(sorted(int(self._of.places[self._rows[m]]) for m in members)))
            for value, members in self._found
            if members
        )
        least = min(least, self._cheapest - max(0.0, self._effort.slack))
        return Priced(self._with_known(found), max(least, min(0.0, self._floor)))

    def _with_known(self, found: tuple[tuple[float, Pattern], ...]) -> tuple[tuple[float, Pattern], ...]:
        known = () if self._known is None else (self._known,)
        return tuple(sorted({*found, *known}))

    @property
    def _cheapest(self) -> float:
        """The value of the cheapest pattern there is so far."""
        return self._found[0][0] if self._known is None else min(self._known[0], self._found[0][0])

    @property
    def _limit(self) -> float:
        """The value above which a set is not grown further."""
        return self._cheapest - self._effort.slack

    def _nothing(self) -> _Sets:
        numbers = np.zeros(1, dtype=np.int64)
        late, least = np.zeros((1, self._late.shape[1])), np.zeros((1, self._least.shape[1]))
        return _Sets(late, least, np.zeros(1), numbers, numbers, np.zeros(1), np.zeros((1, 0), dtype=np.int64))

    def _grow(self, sets: _Sets) -> _Sets:
        """Add one more taking to each set in every way that fits; note the cheapest, give what may grow further."""
        fits = self._fitting(sets)
        worth = self._of.convex(sets.late[:, None, :] + self._late[None])
        count = sets.count[:, None] + self._counts[None]
        gain = sets.gain[:, None] + self._gain[None]
        square = self._prices.square * count**2
        value = self._prices.overload * whole_points(worth) + square - gain
        more = np.where(fits, self._gain[None], 0.0)
        dearer = self._prices.overload * (worth - self._of.convex(sets.late)[:, None])
        dearer = dearer + self._prices.square * (count**2 - sets.count[:, None] ** 2)
        exact = self._prices.overload * (worth - HALF_UP - ROUNDING) + square - gain
        bound = np.maximum(
            exact - self._to_come(np.maximum(0.0, more - np.where(fits, dearer, 0.0)), sets),
            value - self._to_come(more, sets),
        )
        below = self._constant + self._reduced[sets.members].sum(axis=1)
        bound = np.maximum(bound, below[:, None] + (self._reduced + self._later)[None])
        self._note(sets, fits, value)
        rows, added = self._worth_growing(fits & (self._next[None] < len(self._gain)), bound)
        return _Sets(
            sets.late[rows] + self._late[added],
            sets.least[rows] + self._least[added],
            gain[rows, added],
            count[rows, added],
            self._next[added],
            bound[rows, added],
            np.concatenate([sets.members[rows], added[:, None]], axis=1),
        )

    def _fitting(self, sets: _Sets) -> Any:
        """Give which takings may be added to which sets: of a later family, and never above the room of its weeks."""
        # A week in which a taking weighs nothing is full without harm: its rest counts as 0, not as less.
        rest = np.maximum(0.0, self._of.room - sets.least).astype(np.float32)
        over = np.any(self._weights[:, None, :] > rest.T[:, :, None], axis=0)
        return (np.arange(len(self._gain))[None] >= sets.start[:, None]) & ~over

    def _worth_growing(self, may_grow: Any, bound: Floats) -> tuple[Any, Any]:
        """Give sets and what is added to them: below the limit, and hardly more than are grown further anyway."""
        rows, added = np.nonzero(may_grow & (bound < self._limit))
        width = self._effort.width
        if len(rows) <= width + 1:
            return rows, added
        bounds = bound[rows, added]
        best = np.flatnonzero(bounds <= np.partition(bounds, width)[width])
        return rows[best], added[best]

    def _note(self, sets: _Sets, fits: Any, value: Floats) -> None:
        full = len(self._found) >= self._effort.keep
        limit = max(0.0, self._limit)
        if full:
            limit = min(limit, self._found[-1][0])
        rows, added = np.nonzero(fits & (value < limit))
        order = np.argsort(value[rows, added], kind="stable")[: self._effort.keep]
        new = [(float(value[rows[k], added[k]]), (*sets.members[rows[k]].tolist(), int(added[k]))) for k in order]
        self._found = sorted(self._found + new)[: max(1, self._effort.keep)]

    def _to_come(self, more: Floats, sets: _Sets) -> Floats:
        """Give the most that the families after each one could still bring, given the room that is left."""
        best = self._summed(more)
        for week, price in self._rooms:
            weight = self._least[:, week][None]
            rest = self._summed(np.maximum(0.0, more - price * weight))
            best = np.minimum(best, rest + price * (self._of.room[week] - sets.least[:, week][:, None] - weight))
        return best

    def _summed(self, more: Floats) -> Floats:
        """Give for each taking the sum over later families of the most that one of their takings brings."""
        blocks = np.maximum.reduceat(more, self._starts, axis=1)
        sums = np.cumsum(blocks[:, ::-1], axis=1)[:, ::-1]
        later: Floats = np.concatenate([sums, np.zeros((len(more), 1))], axis=1)[:, self._block + 1]
        return later


def whole_points(overload: Floats) -> Floats:
    """Give overload in whole points, not above that of `levels`, from what it is without rounding."""
    points: Floats = np.maximum(0.0, np.floor(overload + HALF_UP - ROUNDING))
    return points


def _joined(some: Sequence[_Sets]) -> _Sets:
    return _Sets(*(np.concatenate([getattr(one, column.name) for one in some]) for column in fields(_Sets)))
