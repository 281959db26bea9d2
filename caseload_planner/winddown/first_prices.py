"""Prices to begin with: those of the model over single takings, which is solved in a moment.

Without patterns yet the model over patterns has wild prices. Those of the rough model are near the true ones, and the
bound that they prove is at once above that of the rough model itself.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from ortools.util.python.solve_interrupter import SolveInterrupter  # type: ignore[import-untyped] # none published

from caseload_planner.winddown.levels import OVERLOAD, SPREAD
from caseload_planner.winddown.pattern_look import HALF_UP
from caseload_planner.winddown.pattern_master import Row
from caseload_planner.winddown.pattern_rows import LevelRows
from caseload_planner.winddown.patterns import ReceiverPatterns

MOST_ROUNDS = 8
CLOSE = 0.05
"""Points of overload by which the rough model may be too low."""


def first_prices(
    rows: LevelRows, receivers: Sequence[ReceiverPatterns], interrupter: SolveInterrupter
) -> dict[Row, float] | None:
    """Give a price for each row, or None where it was stopped; `rows` are used up."""
    rough = [_RoughReceiver(rows, receiver) for receiver in receivers]
    relaxed = None
    for _ in range(MOST_ROUNDS):
        relaxed = rows.master.relaxed(interrupter)
        if relaxed is None or not sum(one.sharpen(relaxed.values) for one in rough):
            break
    return None if relaxed is None else relaxed.prices


class _RoughReceiver:
    """A receiver's takings one by one, under her ceiling, with tangents of her overload."""

    def __init__(self, rows: LevelRows, receiver: ReceiverPatterns) -> None:
        self._rows, self._receiver = rows, receiver
        master, worker = rows.master, receiver.worker
        for number, room in enumerate(receiver.room):
            master.add_row(("room", worker, number), -np.inf, float(room))
        kept = {("keep", OVERLOAD): 1.0} if ("keep", OVERLOAD) in master.sides else {}
        if rows.level == SPREAD:
            master.add_row(("count", worker), 0.0, 0.0)
            for nth in range(len(set(receiver.family.tolist()))):
                master.add_variable(2.0 * nth + 1.0, {("count", worker): -1.0})
        most = float(receiver.convex(receiver.late.sum(axis=0)))
        self._over = master.add_variable(float(rows.level == OVERLOAD), kept, upper=most + 1.0)
        self._chosen = [self._add(number, int(place)) for number, place in enumerate(receiver.places)]
        self._tangents = 0

    def _add(self, number: int, place: int) -> Any:
        least = self._receiver.least[number]
        rooms: dict[Row, float] = {("room", self._receiver.worker, k): float(least[k]) for k in np.flatnonzero(least)}
        if self._rows.level == SPREAD and self._receiver.counts[number]:
            rooms["count", self._receiver.worker] = 1.0
        return self._rows.master.add_variable(self._rows.cost(place), {**self._rows.factors(place), **rooms})

    def sharpen(self, values: Mapping[int, float]) -> bool:
        """Add a tangent where an answer shows overload too low; give whether it did."""
        receiver = self._receiver
        chosen = np.array([values.get(handle.id, 0.0) for handle in self._chosen])
        load = chosen @ receiver.late
        worth = float(receiver.convex(load))
        if worth - HALF_UP <= values.get(self._over.id, 0.0) + CLOSE:
            return False
        slope = receiver.slope(load)
        row = ("tangent", receiver.worker, self._tangents)
        self._tangents += 1
        self._rows.master.add_row(row, worth - HALF_UP - float(slope @ load), np.inf)
        self._rows.master.put(row, self._over, 1.0)
        for handle, weight in zip(self._chosen, receiver.late @ slope, strict=True):
            if weight:
                self._rows.master.put(row, handle, -float(weight))
        return True
