"""A convex function of a load in a linear program: the lines of its lower hull, added where answers come."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from ortools.math_opt.python import mathopt  # type: ignore[import-untyped] # no types are published

from caseload_planner.domain.points import Hundredths
from caseload_planner.solving.convex_table import ROUNDING, SPACING, lower_hull, reachable_sums

Option = tuple[Any, Hundredths]


class LowerLines:
    """A variable of at least the lower hull of `function` at a total.

    The same lines, the same cut over single items and the same lifts of points above the hull as the planner's own
    table has: the two programs state the same, and differ in who solves them. Where `with_cut` is false, every edge of
    the hull stands there from the start and there is no cut: what one writes without it.
    """

    def __init__(
        self,
        model: mathopt.Model,
        total: Any,
        options: Sequence[Sequence[Option]],
        room: Hundredths,
        function: Callable[[Hundredths], int],
        *,
        with_cut: bool,
    ) -> None:
        self._model, self._total, self._room, self._function = model, total, room, function
        shares = [[share for _, share in group] for group in options]
        loads = reachable_sums(shares, room)
        self._hull = lower_hull([(load, function(load)) for load in loads])
        self.constant = all(function(load) == 0 for load in (loads[-1], *(load for load, _ in self._hull)))
        if self.constant:
            return
        self._edges: set[int] = set()
        self._lifted: set[Hundredths] = set()
        self._most = max(function(load) for load in loads)
        self.value = model.add_integer_variable(lb=0, ub=self._most)
        if with_cut:
            cut = [(variable, function(share) - ROUNDING) for group in options for variable, share in group]
            self._add_row(self.value - mathopt.LinearSum(variable * least for variable, least in cut if least > 0), 0)
        corners = [load for load, _ in self._hull]
        for load in _likely_loads(shares, loads, room) if with_cut else corners:
            self._add_edges_at(load)

    def refine(self, load: Hundredths) -> bool:
        """Make the program exact at a load; give whether that changed it."""
        changed, wanted = self._add_edges_at(load), self._function(load)
        if load in self._lifted or wanted <= self._hull_at(load):
            return changed
        self._lifted.add(load)
        below, above = self._model.add_binary_variable(), self._model.add_binary_variable()
        self._add_row(load - 1 + (self._room - load + 1) * (1 - below) - self._total, 0)
        self._add_row(self._total - (load + 1) * above, 0)
        self._add_row(self.value + wanted * (below + above), wanted)
        return True

    def _hull_at(self, load: Hundredths) -> int:
        """Give the hull at a load, rounded up as the value is whole."""
        at = bisect_left(self._hull, (load, -1))
        if self._hull[at][0] == load:
            return self._hull[at][1]
        (start, low), (end, high) = self._hull[at - 1], self._hull[at]
        return low + -(-(high - low) * (load - start) // (end - start))

    def _add_edges_at(self, load: Hundredths) -> bool:
        at = bisect_left(self._hull, (load, -1))
        found = {at - 1, at} if at < len(self._hull) and self._hull[at][0] == load else {at - 1}
        new = {edge for edge in found if 0 <= edge < len(self._hull) - 1} - self._edges
        for edge in sorted(new):
            (start, low), (end, high) = self._hull[edge], self._hull[edge + 1]
            width, rise = end - start, high - low
            self._add_row(width * self.value - rise * self._total, low * width - rise * start)
        self._edges |= new
        return bool(new)

    def _add_row(self, expression: Any, least: float) -> None:
        self._model.add_linear_constraint(expression >= least)


def _likely_loads(
    shares: Sequence[Sequence[Hundredths]], loads: Sequence[Hundredths], room: Hundredths
) -> list[Hundredths]:
    """Give the loads of one or two items, and some at even distances."""
    single = {share for group in shares for share in group}
    pairs = {a + b for n, group in enumerate(shares) for other in shares[:n] for a in group for b in other}
    spread = loads[:: max(1, len(loads) * SPACING // (loads[-1] + 1))]
    return [load for load in sorted({0, *single, *pairs, *spread}) if load <= room]
