"""The patterns of a receiver that are known, priced all at once: what is found at other prices may be one of them."""

import numpy as np

from caseload_planner.winddown.pattern_look import Floats, Numbers, Pattern, Prices


class KnownPatterns:
    """The patterns of one receiver.

    Parameters
    ----------
    places
        Those of her takings, sorted by family; gains come in that order.
    """

    def __init__(self, places: Numbers) -> None:
        self._at = {int(place): row for row, place in enumerate(places)}
        self._patterns: list[Pattern] = []
        self._overload, self._count = list[float](), list[float]()
        # The row after the last taking brings nothing: it fills up those that have fewer members.
        self._members = np.zeros((0, 0), dtype=np.int64)

    def add(self, pattern: Pattern, overload: float, count: int) -> None:
        """Add a pattern with its overload and its number of handovers."""
        self._patterns.append(pattern)
        self._overload.append(overload)
        self._count.append(count)

    def cheapest(self, gains: Floats, prices: Prices) -> tuple[float, Pattern] | None:
        """Give the one that costs least at prices; None where none costs less than nothing."""
        if not self._patterns:
            return None
        self._catch_up()
        cost = prices.overload * np.array(self._overload) + prices.square * np.array(self._count) ** 2
        value = cost - np.append(gains, 0.0)[self._members].sum(axis=1)
        best = int(np.argmin(value))
        return (float(value[best]), self._patterns[best]) if value[best] < 0 else None

    def _catch_up(self) -> None:
        done, width = self._members.shape
        if done == len(self._patterns):
            return
        longest = max(width, *(len(pattern) for pattern in self._patterns[done:]), 1)
        members = np.full((len(self._patterns), longest), len(self._at), dtype=np.int64)
        members[:done, :width] = self._members
        for number in range(done, len(self._patterns)):
            pattern = self._patterns[number]
            members[number, : len(pattern)] = [self._at[place] for place in pattern]
        self._members = members
