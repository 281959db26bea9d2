"""A convex function of a load in a linear model: lower lines where they matter, exact wherever the search comes."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from ortools.sat.python import cp_model

from caseload_planner.domain.points import Hundredths
from caseload_planner.solving.relaxation import Relaxation

Point = tuple[int, int]

SPACING: Hundredths = 15
"""Distance of the loads at which edges are laid from the start; between two the lines are a few units too low."""
ROUNDING = 2
"""Units by which a rounded convex function may fall short of adding up, an item."""


class ConvexTable:
    """A model variable that is at least `function(total)`, to be minimised.

    The function is 0 at 0 and convex but for rounding. It is bounded from below in three ways: a cut over the items,
    ``value >= sum of function(item)``, which makes the relaxation tight as most people get one item; the edges of its
    lower hull at loads of one or two items and at even distances; and, by `refine`, the edges at any load that the
    search comes to. Where rounding lifts the function above its hull, `refine` adds that very point. So the model stays
    small, and what it says of an answer is exact once `refine` has nothing left to add.

    Parameters
    ----------
    total
        Variable that is the sum of the items chosen, in hundredths.
    options
        Per measure: the (variable, share) pairs of which at most one is chosen.
    room
        The most that can be added.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        total: Any,
        options: Sequence[Sequence[tuple[Any, Hundredths]]],
        room: Hundredths,
        function: Callable[[Hundredths], int],
    ) -> None:
        self._model, self._total, self._function = model, total, function
        shares = [[share for _, share in group] for group in options]
        self._loads = reachable_sums(shares, room)
        self._values = [function(load) for load in self._loads]
        self._hull = lower_hull(list(zip(self._loads, self._values, strict=True)))
        self._edges: dict[int, int] = {}
        self._points: set[int] = set()
        self.value: Any = model.new_int_var(0, max(self._values), "")
        single = {share for group in shares for share in group}
        self._smallest = min(single, default=0)
        slack = 0 if adds_up(function, sorted(single), self._loads) else ROUNDING
        cut = [(variable, function(share) - slack) for group in options for variable, share in group]
        self._cut = model.add(self.value >= sum(variable * least for variable, least in cut if least > 0)).index
        for load in self._likely_loads(shares, room):
            self._add_edges_at(load)

    @property
    def constant(self) -> bool:
        """Whether nothing that can be added makes the function other than 0."""
        return all(value == 0 for _, value in self._hull) and self._function(self._loads[-1]) == 0

    def refine(self, load: Hundredths) -> bool:
        """Make the model exact at a load; give whether that changed it. One out of its reach changes nothing."""
        if load > self._loads[-1]:
            return False
        changed = self._add_edges_at(load)
        wanted = self._function(load)
        if wanted <= self._hull_at(load) or load in self._points:
            return changed
        self._points.add(load)
        below, above = self._model.new_bool_var(""), self._model.new_bool_var("")
        self._model.add(self._total <= load - 1).only_enforce_if(below)
        self._model.add(self._total >= load + 1).only_enforce_if(above)
        self._model.add(self.value >= wanted).only_enforce_if([~below, ~above])
        return True

    def _likely_loads(self, shares: Sequence[Sequence[Hundredths]], room: Hundredths) -> list[Hundredths]:
        single = sorted({share for group in shares for share in group})
        pairs = {a + b for a in single for b in single}
        spread = self._loads[:: max(1, len(self._loads) * SPACING // (self._loads[-1] + 1))]
        return [load for load in sorted({0, *single, *pairs, *spread}) if load <= room]

    def _add_edges_at(self, load: Hundredths) -> bool:
        """Add the hull edges that end at a load, or that it lies on."""
        at = bisect_left(self._hull, (load, -1))
        found = {at - 1, at} if at < len(self._hull) and self._hull[at][0] == load else {at - 1}
        new = {edge for edge in found if 0 <= edge < len(self._hull) - 1} - self._edges.keys()
        for edge in sorted(new):
            (start, low), (end, high) = self._hull[edge], self._hull[edge + 1]
            width = end - start
            row = self._model.add(self.value * width >= low * width + (high - low) * (self._total - start))
            self._edges[edge] = row.index
        return bool(new)

    def most_within(self, relaxed: Relaxation, slack: float) -> tuple[Hundredths, Hundredths]:
        """Give the most that can be added, and the most in two items or more, where an answer has little to lose.

        The prices of the relaxation say how far every load and every sum of items lies above what its bound counts
        on. Whoever lies further above it than `slack` is in no answer that close to the bound.
        """
        loads, values = np.array(self._loads), np.array(self._values, np.float64)
        above = max(0.0, relaxed.price[self.value.index]) * values
        for edge, row in self._edges.items():
            price = relaxed.worth_of(row)
            if price > 0:
                (start, low), (end, high) = self._hull[edge], self._hull[edge + 1]
                above += price * ((values - low) * (end - start) - (high - low) * (loads - start))
        most = int(loads[above <= slack].max(initial=0))
        price = relaxed.worth_of(self._cut)
        if price > 0:
            above = above + price * (values - self._most_apart(loads, values))
        two = (above <= slack) & (loads >= 2 * self._smallest)
        return most, int(loads[two].max(initial=0))

    def _most_apart(self, loads: Any, values: Any) -> Any:
        """Give what two items or more that make a load can cost one by one at the most.

        The most uneven split costs most, as the function is convex; what rounding may add to that is counted in.
        """
        apart = [self._function(max(0, load - self._smallest)) for load in self._loads]
        corners, heights = zip(*self._hull, strict=True)
        convex = np.all(values - np.interp(loads, corners, heights) < 1e-6)
        rounding = 0 if convex else loads // max(1, self._smallest) + ROUNDING
        return np.array(apart, np.float64) + self._function(self._smallest) + rounding

    def _hull_at(self, load: Hundredths) -> int:
        """Give the hull at a load, rounded up as the variable is whole."""
        at = bisect_left(self._hull, (load, -1))
        end, high = self._hull[at]
        if end == load:
            return high
        start, low = self._hull[at - 1]
        return low + -(-(high - low) * (load - start) // (end - start))


def adds_up(function: Callable[[Hundredths], int], shares: Sequence[Hundredths], loads: Sequence[Hundredths]) -> bool:
    """Whether the values of single shares never add up to more than the value of their sum, rounding included.

    The true function adds up, and by more the larger load and share are; so where the smallest that count leave room
    for the rounding of three values, all do. Else each load is looked at.
    """
    counted = [share for share in shares if function(share) > 0]
    heavy = next((load for load in loads if function(load) > 0), None)
    if not counted or heavy is None:
        return True
    if function(heavy + counted[0]) - function(heavy) - function(counted[0]) > ROUNDING:
        return True
    reached = [(load, function(load)) for load in loads]
    return all(value + function(share) <= function(load + share) for share in counted for load, value in reached)


def reachable_sums(options: Iterable[Sequence[Hundredths]], room: Hundredths) -> list[Hundredths]:
    """Give every sum of at most one share of each group that is at most `room`, sorted; 0 is always one."""
    reached, within = 1, (1 << (room + 1)) - 1  # one bit a sum
    for shares in options:
        before = reached
        for share in set(shares):
            reached |= (before << share) & within
    return [total for total, bit in enumerate(reversed(f"{reached:b}")) if bit == "1"]


def lower_hull(points: Sequence[Point]) -> list[Point]:
    """Give the corners of the lower convex hull of points that are sorted by their first coordinate."""
    hull: list[Point] = []
    for point in points:
        while len(hull) > 1 and _not_below(hull[-2], hull[-1], point):
            hull.pop()
        hull.append(point)
    return hull


def _not_below(a: Point, b: Point, c: Point) -> bool:
    """Whether b lies on or above the line from a to c."""
    return (b[1] - a[1]) * (c[0] - a[0]) >= (c[1] - a[1]) * (b[0] - a[0])
