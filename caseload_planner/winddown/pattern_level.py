"""Column generation of one level: patterns as prices ask for them, a proven bound, and an answer in whole numbers."""

import math
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from ortools.util.python.solve_interrupter import SolveInterrupter  # type: ignore[import-untyped] # none published

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.first_prices import first_prices
from caseload_planner.winddown.levels import OVERLOAD, SPREAD
from caseload_planner.winddown.pattern_look import Effort, Pattern, Priced, Prices
from caseload_planner.winddown.pattern_master import SAFETY, Row
from caseload_planner.winddown.pattern_proof import EXACT, ProofLimits
from caseload_planner.winddown.pattern_rows import ChosenPatterns, LevelRows
from caseload_planner.winddown.pattern_whole import WholeAnswer, WholeSearch
from caseload_planner.winddown.patterns import ReceiverPatterns
from caseload_planner.winddown.search import Limits

MOST_TURNS = 200
TURNS_UNCLOCKED = 40
KEEP = 10
THREADS = 2
KEEP_AT_LAST = 100
WIDTH_AT_LAST = 1000


@dataclass(frozen=True, slots=True)
class Stage:
    """How a turn looks for patterns.

    Attributes
    ----------
    smoothing
        Prices are taken so far from those of the model towards the best so far: else they swing, and so do patterns.
    width, slack
        See `Effort`: at first little and much, so that a turn is quick.
    work
        Units of the solver's own time for a proof of what a look leaves open; 0 where there is none.
    """

    smoothing: float
    width: int
    slack: float
    work: float = 0.0


STAGES = (
    # Quick turns until prices settle; then proofs at the best prices so far, and nearer to those of the model.
    Stage(0.6, 40, 0.05),
    Stage(1.0, 120, 0.0, work=1.0),
    Stage(0.5, 120, 0.0, work=1.0),
    Stage(0.2, 120, 0.0, work=3.0),
)
PRECISION = 0.0002
"""A share of the value by which the proof for a receiver may stay below her best pattern."""
SETTLED = 0.005
"""A share of the value; prices that are likely to prove it but for so much are good enough to prove something with."""
COLUMN_SHARE = 0.65
WIDER_SHARE = 0.75
"""The parts of the time for prices and proofs, and until more patterns are listed; the rest is for whole numbers."""
FIRST_WHOLE_SHARE = 0.4
LATER_WHOLE_SHARE = 0.6
"""The part of the time left for whole numbers beside prices and proofs, at first and then."""
MORE = 1.02
"""Whole numbers are looked for again once there are so many times as many patterns."""
NODES = 200
MOST_PATTERNS = 2500
"""So many of the most promising patterns are asked for whole numbers, and kept for the next level."""


class PatternLevel:
    """Column generation of one level."""

    def __init__(
        self, rows: LevelRows, receivers: Sequence[ReceiverPatterns], limits: Limits, stop: StopSignal
    ) -> None:
        self.rows, self._limits, self._stop = rows, limits, stop
        self._receivers = {receiver.worker: receiver for receiver in receivers if len(receiver.places)}
        self._center: dict[Row, float] | None = None
        self._proven_at: dict[Row, float] | None = None
        self._bound = self._likely = -math.inf
        self._unclocked = limits.deterministic_limit is not None
        self._whole: WholeSearch | None = None
        self._best: WholeAnswer | None = None
        self._asked_whole, self._reached = 0, 0
        self._leasts: dict[int, float] = {}
        self.hint: list[tuple[int, Pattern]] = []
        self._interrupter = SolveInterrupter()
        stop.on_request(self._interrupter.interrupt)
        self._columns_until = limits.part(COLUMN_SHARE).deadline
        self._widened_until = limits.part(WIDER_SHARE).deadline

    def begin(self, rough: LevelRows) -> None:
        """Begin at the prices of the rough model."""
        prices = first_prices(rough, list(self._receivers.values()), self._interrupter)
        if prices is not None:
            signed = self.rows.master.signed(prices)
            self._bound, self._proven_at = rough.master.bound(rough.master.signed(prices), ()), signed
            self._turn(signed, STAGES[0])

    def add(self, worker: int, pattern: Pattern) -> None:
        """Add a pattern that is known already."""
        receiver = self._receivers.get(worker)
        if receiver is not None and receiver.fits(pattern):
            self.rows.add(receiver, pattern)

    def settle(self, value: int) -> tuple[int, ChosenPatterns | None]:
        """Prove a bound, and look for an answer below a value that is known; give both.

        While prices and proofs go on, whole numbers are looked for among the patterns that there are.
        """
        self._reached = value
        self._generate(STAGES[:1])
        self._begin_whole(FIRST_WHOLE_SHARE)
        self._generate(STAGES)
        self._end_whole()
        if self._bounded < self._reached and not self._stop.requested:
            self._widen(self._reached)
            self._begin_whole(1.0)
            self._end_whole()
        return self._bounded, None if self._best is None else self.rows.chosen(self._best.values)

    @property
    def _bounded(self) -> int:
        return 0 if self._proven_at is None else max(0, math.ceil(self._bound))

    def _begin_whole(self, share: float) -> None:
        """Begin to look for whole numbers over the patterns there are, if there are more than at the last time."""
        master = self.rows.master
        if self._stop.requested or self._proven_at is None or len(master.patterns) <= MORE * self._asked_whole:
            return
        self._asked_whole = len(master.patterns)
        seconds = None if self._unclocked else share * self._limits.seconds_left()
        known = set(self.hint if self._best is None else self.rows.chosen(self._best.values)[0])
        among = self.promising() | known
        start = {handle.id: key in known for key, handle in master.patterns.items() if key in among}
        nodes = NODES if self._unclocked else None
        self._whole = WholeSearch(master.whole_program(among), start, seconds, nodes, self._stop)

    def promising(self) -> set[tuple[int, Pattern]]:
        """Give the patterns that a better plan may be made of, most promising first where they are many.

        A pattern that lies further above the least of its receiver than the bound lies under the value is in none.
        """
        if self._proven_at is None:
            return set(self.rows.master.patterns)
        prices, master = self._proven_at, self.rows.master
        above = [(master.worth(key, prices) - self._leasts.get(key[0], 0.0), key) for key in master.patterns]
        gap = self._reached - self._bound
        return {key for worth, key in sorted(above)[:MOST_PATTERNS] if worth <= gap + SAFETY}

    def _end_whole(self) -> None:
        """Wait for the answer in whole numbers that is looked for, and keep it where it is the best."""
        if self._whole is None:
            return
        found, self._whole = self._whole.answer(), None
        if found is not None and (self._best is None or found.value < self._best.value):
            self._best = found
            self._reached = min(self._reached, round(found.value))

    def _generate(self, stages: Sequence[Stage]) -> None:
        """Add patterns until none is worth it, the value is proven, or time is up."""
        stage = 0
        turns = TURNS_UNCLOCKED if self._unclocked else MOST_TURNS
        for _ in range(turns):
            if self._over():
                break
            relaxed = self.rows.master.relaxed(self._interrupter)
            if relaxed is None:
                break
            new = self._turn(self._smoothed(relaxed.prices, stages[stage].smoothing), stages[stage])
            stage = self._next(stage, new, min(relaxed.value, self._reached))
            if stage >= len(stages):
                break
            # Where work is counted, when it ended may not matter.
            if self._whole is not None and self._whole.ended and not self._unclocked:
                self._end_whole()
                self._begin_whole(LATER_WHOLE_SHARE)

    def _over(self) -> bool:
        return self._stop.requested or time.monotonic() > self._columns_until

    def _next(self, stage: int, new: int, reached: float) -> int:
        """Give the stage after one that found so many new patterns; past the last where nothing is left to find.

        `reached` is the value of the model, or of a plan where that is less.
        """
        near = SETTLED * max(1.0, reached)
        if self.rows.master.left_unmet:
            if (new == 0 and stage > 0) or self._likely >= reached - near:
                self.rows.master.dearer_penalties()
                return 0
        elif math.ceil(self._bound) >= math.ceil(reached - SAFETY) or self._bound >= reached - near / 2:
            return len(STAGES)
        if new == 0 or self._likely >= reached - near:
            return stage + 1
        return 0 if STAGES[stage].work else stage

    def _widen(self, value: int) -> None:
        """Add what else a plan better than this value could be made of, as far as the bound does not rule it out."""
        gap = value - self._bound
        if self._proven_at is None or gap <= 0:
            return
        effort = Effort(KEEP_AT_LAST, -gap, WIDTH_AT_LAST)
        for receiver in self._receivers.values():
            if self._stop.requested or time.monotonic() > self._widened_until:
                return
            for _, pattern in self._cheapest(receiver, self._proven_at, effort).patterns:
                if receiver.fits(pattern):
                    self.rows.add(receiver, pattern)

    def _smoothed(self, prices: dict[Row, float], share: float) -> dict[Row, float]:
        signed = self.rows.master.signed(prices)
        if self._center is None or share == 0.0:
            return signed
        if share == 1.0:
            return self._center
        return {row: share * self._center.get(row, 0.0) + (1 - share) * price for row, price in signed.items()}

    def _turn(self, prices: dict[Row, float], stage: Stage) -> int:
        """Look for patterns at prices, note the bound that they prove, and give how many new ones there were."""
        effort = Effort(KEEP, stage.slack, stage.width)
        # NumPy and CP-SAT let go of the interpreter: two looks at a time take little more than half as long.
        hardest_first = sorted(self._receivers.values(), key=lambda one: -one.hardness)
        with ThreadPoolExecutor(THREADS) as threads:
            looks = threads.map(lambda one: self._cheapest(one, prices, effort, stage), hardest_first)
            by_worker = {one.worker: look for one, look in zip(hardest_first, looks, strict=True)}
        priced = {worker: by_worker[worker] for worker in self._receivers}
        bound = self.rows.master.bound(prices, (one.least for one in priced.values()))
        if bound > self._bound:
            self._bound, self._proven_at = bound, prices
            self._leasts = {worker: min(0.0, one.least) for worker, one in priced.items()}
        likely = self.rows.master.bound(prices, (one.least + one.gap for one in priced.values()))
        # A look may have missed what a proof now finds at the same prices: then these are not so good after all.
        if likely > self._likely or prices is self._center:
            self._likely, self._center = likely, prices
        new = 0
        for worker, found in priced.items():
            receiver = self._receivers[worker]
            new += sum(self.rows.add(receiver, pattern) for _, pattern in found.patterns if receiver.fits(pattern))
        return new

    def _cheapest(
        self, receiver: ReceiverPatterns, prices: Mapping[Row, float], effort: Effort, stage: Stage | None = None
    ) -> Priced:
        gains = np.array([self.rows.gain(int(place), prices) for place in receiver.places])
        paid = Prices(
            overload=1.0 if self.rows.level == OVERLOAD else -prices.get(("keep", OVERLOAD), 0.0),
            square=1.0 if self.rows.level == SPREAD else 0.0,
        )
        found = receiver.cheapest(gains, paid, effort)
        if stage is None or not stage.work:
            return found
        enough = max(EXACT, PRECISION * self._reached)
        return receiver.proven(gains, paid, found, ProofLimits(self._columns_until, self._stop, stage.work, enough))
