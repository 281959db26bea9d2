"""What a receiver can take together: patterns, each a set of takings that fits under her ceiling and into her weeks.

What a pattern costs is not the sum of what its parts cost: overload is convex and rounded, and so is the square of how
many she takes. So a model over patterns says exactly what a model over single takings can only say roughly.
"""

from collections.abc import Sequence

import numpy as np

from caseload_planner.winddown.board import Board
from caseload_planner.winddown.levels import overload
from caseload_planner.winddown.pattern_guide import PatternGuide
from caseload_planner.winddown.pattern_known import KnownPatterns
from caseload_planner.winddown.pattern_look import Effort, Floats, Guide, Look, Pattern, Priced, Prices
from caseload_planner.winddown.pattern_proof import PatternProof, ProofLimits
from caseload_planner.winddown.problem import Weeks
from caseload_planner.winddown.takings import Taking

WORTH_A_GUIDE = 12
"""Takings that bring something; with fewer a look goes through all sets in no time."""
MOST_STEPS = 400
"""Steps that the search for weeks of a pattern takes."""


class ReceiverPatterns:
    """Looks for the patterns of one receiver.

    Parameters
    ----------
    places
        Those of the takings that are hers.
    """

    def __init__(self, board: Board, worker: int, takings: Sequence[Taking], places: Sequence[int]) -> None:
        room = board.most[worker] - board.base[worker]
        self.worker = worker
        fitting = [p for p in places if not np.any((takings[p].least > 0) & (takings[p].least > room))]
        self.places = np.array(sorted(fitting, key=lambda p: (takings[p].family, p)), dtype=np.int64)
        self._board, self._takings = board, takings
        self.family = np.array([takings[p].family for p in self.places], dtype=np.int64)
        self.counts = np.array([takings[p].counts for p in self.places], dtype=np.int64)
        shape = (len(self.places), len(room))
        late = np.array([takings[p].late for p in self.places], dtype=np.float64).reshape(shape)
        least = np.array([takings[p].least for p in self.places], dtype=np.float64).reshape(shape)
        working = board.working[worker]
        felt = np.flatnonzero((late.max(axis=0, initial=0) > 0) & (working > 0))
        self.late, self._norm = late[:, felt], 100.0 * working[felt]
        self._above = (board.base[worker] - working)[felt].astype(np.float64)
        self._per_norm = 1.0 / self._norm
        self._already = float(np.maximum(0, self._above) ** 2 @ self._per_norm)
        telling = _telling(least, room)
        self._known, self._whole_room = {int(place) for place in self.places}, room
        self._a_week = board.problem.request.per_receiver
        turns, most = _turns([takings[p] for p in self.places], self._a_week)
        self.least = np.concatenate([least[:, telling], turns], axis=1)
        self.room = np.concatenate([room[telling], most]).astype(np.float64)
        self._guide = PatternGuide(self)
        self._proof = PatternProof(self, self._guide)
        self._kept = KnownPatterns(self.places)

    def overload(self, pattern: Pattern) -> int:
        """Give the overload of a pattern exactly as the levels do."""
        added = sum((self._takings[p].late for p in pattern), np.zeros_like(self._board.base[self.worker]))
        return int(overload(self._board.base[self.worker], added, self._board.working[self.worker]))

    def fits(self, pattern: Pattern) -> bool:
        """Whether there are weeks in which she could take it all: few enough a week, and never above her ceiling.

        True as well where that takes too long to find out.
        """
        takings = [self._takings[place] for place in pattern]
        if not set(pattern) <= self._known:
            return False
        alone = sum((t.least for t in takings if not t.counts), np.zeros_like(self._whole_room))
        return find_weeks([t for t in takings if t.counts], self._whole_room - alone, self._a_week)

    def keep(self, pattern: Pattern) -> None:
        """Know a pattern of hers from now on: what a look finds is no dearer."""
        self._kept.add(pattern, self.overload(pattern), sum(self._takings[place].counts for place in pattern))

    def cheapest(self, gains: Floats, prices: Prices, effort: Effort) -> Priced:
        """Look for the patterns that cost least: overload and square at their prices, less the gains of the members.

        `gains` are of her takings, in the order of `places`.
        """
        if not np.any(gains > 0):
            return Priced((), 0.0)
        known = self._kept.cheapest(gains, prices)
        guide = None
        if np.count_nonzero(gains > 0) >= WORTH_A_GUIDE:
            guide = self.line(gains, prices)
        return Look(self, gains, prices, effort, guide, known).run()

    def line(self, gains: Floats, prices: Prices) -> Guide:
        """Give a line below the cost of every pattern."""
        if not np.any(gains > 0):
            return Guide(0.0, -gains)
        return self._guide.at(gains, prices)

    @property
    def hardness(self) -> float:
        """How much work it took to prove something of her the last time."""
        return self._proof.work

    def proven(self, gains: Floats, prices: Prices, found: Priced, limits: ProofLimits) -> Priced:
        """Add to what a look found a proof that nothing is cheaper, or what is."""
        return self._proof.cheapest(gains, prices, found, limits)

    def convex(self, added: Floats) -> Floats:
        """Give the overload of loads in the weeks in which it is felt, in points that are not rounded."""
        over = added + self._above
        np.maximum(over, 0.0, out=over)
        np.square(over, out=over)
        worth: Floats = over @ self._per_norm - self._already
        return worth

    def slope(self, added: Floats) -> Floats:
        """Give by how much overload rises with each week's load."""
        slope: Floats = 2.0 * np.maximum(0, added + self._above) / self._norm
        return slope


def _telling(least: Floats, room: Weeks) -> list[int]:
    """Give the weeks whose room another week's does not already imply."""
    telling: list[int] = []
    for week in sorted(range(least.shape[1]), key=lambda w: (int(room[w]), w)):
        column = least[:, week]
        if np.any(column > 0) and not any(room[o] <= room[week] and np.all(least[:, o] >= column) for o in telling):
            telling.append(week)
    return telling


def find_weeks(takings: Sequence[Taking], room: Weeks, a_week: int) -> bool:
    """Whether takings find weeks of their own within a room a week; True where that was not found out in some steps."""
    order = sorted(takings, key=lambda t: (len(t.moments), -int(t.least.max(initial=0))))
    steps = 0

    def place(at: int, left: Weeks, taken: dict[int, int]) -> bool:
        nonlocal steps
        if at == len(order):
            return True
        for week, added in order[at].moments:
            steps += 1
            if steps > MOST_STEPS:
                return True
            if taken.get(week, 0) < a_week and not np.any((added > 0) & (added > left)):
                found = place(at + 1, left - added, {**taken, week: taken.get(week, 0) + 1})
                if found:
                    return True
        return False

    return place(0, room, {})


def _turns(takings: Sequence[Taking], a_week: int) -> tuple[Floats, Floats]:
    """Give rows that keep to a receiver's turns: of what must move within some weeks, no more than they have turns.

    Takings x rows of 0 and 1, and the most of each row.
    """
    spans = [(min(t.weeks), max(t.weeks)) if t.weeks else (0, -1) for t in takings]
    rows: dict[tuple[int, ...], int] = {}
    for start in sorted({start for start, end in spans if start <= end}):
        for end in sorted({end for first, end in spans if start <= first <= end}):
            within = tuple(n for n, (first, last) in enumerate(spans) if start <= first <= last <= end)
            weeks = frozenset().union(*(takings[n].weeks for n in within))
            most = a_week * len(weeks)
            if most < len({takings[n].family for n in within}):
                rows[within] = min(most, rows.get(within, most))
    turns = np.zeros((len(takings), len(rows)))
    for column, within in enumerate(rows):
        turns[list(within), column] = 1.0
    return turns, np.array(list(rows.values()), dtype=np.float64)
