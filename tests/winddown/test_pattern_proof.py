"""Proofs of the cheapest pattern, and lines below all of them, against every set of receivers with much overload."""

import math
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.pattern_guide import PatternGuide
from caseload_planner.winddown.pattern_look import Floats, Pattern, Priced, Prices, whole_points
from caseload_planner.winddown.pattern_proof import PatternProof, ProofLimits

WEEKS = 3
NOTHING_KNOWN = Priced((), -10_000.0)


@dataclass
class DrawnReceiver:
    """Somebody of whom loads, room and norm were drawn: as a proof sees a receiver."""

    family: np.ndarray
    late: Floats
    room: Floats
    above: Floats
    norm: float
    too_much: frozenset[frozenset[int]]
    places: np.ndarray = field(init=False)
    counts: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.places = 10 + np.arange(len(self.family))
        self.counts = np.ones(len(self.family), dtype=np.int64)

    @property
    def least(self) -> Floats:
        return self.late

    def convex(self, added: Floats) -> Floats:
        over, before = np.maximum(0, added + self.above), np.maximum(0, self.above)
        worth: Floats = ((over**2 - before**2) / self.norm).sum(axis=-1)
        return worth

    def slope(self, added: Floats) -> Floats:
        return 2 * np.maximum(0, added + self.above) / self.norm

    def fits(self, pattern: Pattern) -> bool:
        # Who has no weeks for some families has none for more.
        return not any(some <= set(pattern) for some in self.too_much)

    def sets(self) -> list[list[int]]:
        rows = range(len(self.family))
        some = [list(s) for size in range(len(self.family) + 1) for s in combinations(rows, size)]
        one_a_family = [s for s in some if len(set(self.family[s])) == len(s)]
        return [s for s in one_a_family if np.all(self.late[s].sum(axis=0) <= self.room)]

    def pattern(self, rows: list[int]) -> Pattern:
        return tuple(int(place) for place in self.places[rows])

    def points(self, rows: list[int]) -> float:
        return float(whole_points(self.convex(self.late[rows].sum(axis=0))))

    def cost(self, rows: list[int], gains: Floats, prices: Prices) -> float:
        return prices.overload * self.points(rows) + prices.square * len(rows) ** 2 - float(gains[rows].sum())


@st.composite
def receivers(draw: st.DrawFn) -> DrawnReceiver:
    """Draw somebody with a few families in reach and a norm that some of them bring her far above."""
    count = draw(st.integers(1, 8))
    family = np.array(sorted(draw(st.lists(st.integers(0, 5), min_size=count, max_size=count))))
    loads = st.lists(st.integers(0, 60), min_size=WEEKS, max_size=WEEKS)
    late = np.array([draw(loads) for _ in range(count)], dtype=np.float64)
    room = np.array(draw(st.lists(st.integers(20, 240), min_size=WEEKS, max_size=WEEKS)), dtype=np.float64)
    above = np.array(draw(st.lists(st.integers(-60, 30), min_size=WEEKS, max_size=WEEKS)), dtype=np.float64)
    some = st.frozensets(st.integers(10, 9 + count), min_size=1, max_size=2)
    norm = draw(st.sampled_from([400.0, 2_000.0]))
    return DrawnReceiver(family, late, room, above, norm, draw(st.frozensets(some, max_size=2)))


def gains_of(receiver: DrawnReceiver, data: st.DataObject) -> Floats:
    count = len(receiver.family)
    return np.array(data.draw(st.lists(st.floats(-3, 20), min_size=count, max_size=count)))


@given(receiver=receivers(), data=st.data())
@settings(max_examples=150, deadline=None)
def test_that_a_proof_finds_the_cheapest_of_all_sets(receiver: DrawnReceiver, data: st.DataObject) -> None:
    gains = gains_of(receiver, data)
    prices = Prices(data.draw(st.sampled_from([0.0, 0.05, 1.0, 4.0])), data.draw(st.sampled_from([0.0, 1.0])))
    proof = PatternProof(receiver, PatternGuide(receiver))
    allowed = [s for s in receiver.sets() if receiver.fits(receiver.pattern(s))]
    for asked in (gains, gains * 0.8, gains):
        cheapest = min(receiver.cost(s, asked, prices) for s in allowed)
        found = proof.cheapest(asked, prices, NOTHING_KNOWN, ProofLimits(math.inf, StopSignal()))
        assert min([0.0, *(value for value, _ in found.patterns)]) == pytest.approx(cheapest, abs=0.002)
        assert cheapest - 0.01 <= found.least <= cheapest + 1e-9


@given(receiver=receivers(), data=st.data())
@settings(max_examples=150, deadline=None)
def test_that_lines_lie_below_all_sets_with_so_much_overload(receiver: DrawnReceiver, data: st.DataObject) -> None:
    gains = gains_of(receiver, data)
    prices = Prices(data.draw(st.sampled_from([0.0, 0.05, 1.0, 4.0])), data.draw(st.sampled_from([0.0, 1.0])))
    least = data.draw(st.sampled_from(sorted({receiver.points(s) for s in receiver.sets()})))
    most = data.draw(st.sampled_from([least, least + 3.0, math.inf]))
    line = PatternGuide(receiver).at(gains, prices, (least, most))
    between = [s for s in receiver.sets() if least <= receiver.points(s) <= most]
    for rows in between:
        cost = receiver.cost(rows, gains, prices)
        assert line.constant + float(line.reduced[rows].sum()) <= cost + 1e-9
        assert line.floor(receiver.family) <= cost + 1e-9


def test_that_a_proof_without_time_leaves_open_what_it_did_not_see() -> None:
    receiver = DrawnReceiver(
        np.arange(6), np.full((6, WEEKS), 50.0), np.full(WEEKS, 120.0), np.zeros(WEEKS), 2_000.0, frozenset()
    )
    stop = StopSignal()
    stop.request()
    gains = np.array([9.0, 8.0, 7.0, 6.0, 5.0, 4.0])
    found = PatternProof(receiver, PatternGuide(receiver)).cheapest(
        gains, Prices(0.1, 0.0), NOTHING_KNOWN, ProofLimits(math.inf, stop)
    )
    assert found.patterns == ()
    assert found.least <= min(receiver.cost(s, gains, Prices(0.1, 0.0)) for s in receiver.sets())
