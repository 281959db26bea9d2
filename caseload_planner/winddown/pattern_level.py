"""Column generation of one level: patterns as prices ask for them, a proven bound, and an answer in whole numbers."""

import math
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np
from ortools.util.python.solve_interrupter import SolveInterrupter  # type: ignore[import-untyped] # none published

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.first_prices import first_prices
from caseload_planner.winddown.levels import OVERLOAD, SPREAD
from caseload_planner.winddown.pattern_cases import prove_by_cases
from caseload_planner.winddown.pattern_dive import dive
from caseload_planner.winddown.pattern_look import Effort, Pattern, Priced, Prices
from caseload_planner.winddown.pattern_master import SAFETY, Relaxed, Row
from caseload_planner.winddown.pattern_proof import EXACT, ProofLimits
from caseload_planner.winddown.pattern_rows import ChosenPatterns, LevelRows
from caseload_planner.winddown.pattern_whole import WholeAnswer, WholeLimits, WholeSearch
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
    Stage(0.5, 120, 0.0, work=1.0),
    Stage(0.2, 120, 0.0, work=3.0),
)
PRECISION = 0.0002
"""A share of the value by which the proof for a receiver may stay below her best pattern."""
SETTLED = 0.005
"""A share of the value; prices that are likely to prove it but for so much are good enough to prove something with."""
COLUMN_SHARE = 0.82
WIDER_SHARE = 0.9
"""The parts of the time for prices and proofs, and until more patterns are listed; the rest is for whole numbers."""
WHOLE_SECONDS = 4.0
"""A search for whole numbers mostly finds something in a second or two; else other patterns are a better chance."""
MORE = 1.02
"""Whole numbers are looked for again once there are so many times as many patterns."""
WHOLE_WORK = 4.0
LEAST_SECONDS = 0.3
CLOSE = 0.013
"""A share of the value; what is proven that far is not looked into any further."""
MOST_PATTERNS = 2500
"""So many of the most promising patterns are asked for whole numbers, and kept for the next level."""


@dataclass(slots=True)
class Proof:
    """What is proven of a level, or of a case of it: a bound, at which prices, and the least of each receiver there.

    `center` are the prices that are likely to prove most, `likely` what they would.
    """

    bound: float = -math.inf
    prices: dict[Row, float] | None = None
    leasts: dict[int, float] = field(default_factory=dict)
    likely: float = -math.inf
    center: dict[Row, float] | None = None


class PatternLevel:
    """Column generation of one level."""

    def __init__(
        self, rows: LevelRows, receivers: Sequence[ReceiverPatterns], limits: Limits, stop: StopSignal
    ) -> None:
        self.rows, self._limits, self.stop = rows, limits, stop
        self.receivers = {receiver.worker: receiver for receiver in receivers if len(receiver.places)}
        self.proof = Proof()
        self.unclocked = limits.deterministic_limit is not None
        self._whole: WholeSearch | None = None
        self._best: WholeAnswer | None = None
        self._asked_whole, self._wholes, self.reached = 0, 0, 0
        self._relaxed: Relaxed | None = None
        self._dives = 0
        self.hint: list[tuple[int, Pattern]] = []
        self.interrupter = SolveInterrupter()
        stop.on_request(self.interrupter.interrupt)
        self._columns_until = limits.part(COLUMN_SHARE).deadline
        self._widened_until = limits.part(WIDER_SHARE).deadline

    def begin(self, rough: LevelRows) -> None:
        """Begin at the prices of the rough model."""
        prices = first_prices(rough, list(self.receivers.values()), self.interrupter)
        if prices is not None:
            signed = self.rows.master.signed(prices)
            self.proof.bound, self.proof.prices = rough.master.bound(rough.master.signed(prices), ()), signed
            self._turn(signed, STAGES[0])

    def add(self, worker: int, pattern: Pattern) -> None:
        """Add a pattern that is known already."""
        receiver = self.receivers.get(worker)
        if receiver is not None and receiver.fits(pattern):
            self.rows.add(receiver, pattern)

    def settle(self, value: int) -> tuple[int, ChosenPatterns | None]:
        """Prove a bound, and look for an answer below a value that is known; give both.

        While prices and proofs go on, whole numbers are looked for among the patterns that there are.
        """
        self.reached = value
        self.generate(STAGES[:1])
        self._begin_whole()
        self.generate(STAGES)
        self._end_whole()
        if self._open:
            self._widen(self.reached)
        self._columns_until = self._limits.deadline
        while self._open and self._begin_whole():
            self.proof.bound = max(self.proof.bound, prove_by_cases(self))
            if self._open:
                self._dives += 1
                dive(self, self._dives, self._limits.seed, self._limits.deadline)
            self._end_whole()
        return self._bounded, self.answer

    @property
    def answer(self) -> ChosenPatterns | None:
        """The best answer in whole numbers; None where none was found."""
        return None if self._best is None else self.rows.chosen(self._best.values)

    @property
    def _open(self) -> bool:
        """Whether an answer that is clearly better may be found yet."""
        return not self.out_of_time and self.reached - self._bounded > CLOSE * self.reached

    @property
    def out_of_time(self) -> bool:
        """Whether nothing more may be begun."""
        return self.stop.requested or time.monotonic() > self._limits.deadline - LEAST_SECONDS

    @property
    def enough(self) -> float:
        """The bound from which nothing clearly better can be found."""
        return (1.0 - CLOSE) * self.reached

    @property
    def _bounded(self) -> int:
        return 0 if self.proof.prices is None else max(0, math.ceil(self.proof.bound))

    def _begin_whole(self) -> bool:
        """Begin to look for whole numbers over the patterns there are, if there are more than at the last time.

        Give whether it did.
        """
        master = self.rows.master
        relaxed = self._relaxed
        if self.stop.requested or relaxed is None or len(master.patterns) <= MORE * self._asked_whole:
            return False
        self._asked_whole, self._wholes = len(master.patterns), self._wholes + 1
        seconds = None if self.unclocked else min(WHOLE_SECONDS, self._limits.seconds_left())
        limits = WholeLimits(seconds, WHOLE_WORK if self.unclocked else None, self._limits.seed + self._wholes)
        known = set(self.hint if self._best is None else self.rows.chosen(self._best.values)[0])
        among = self._near_the_relaxed(relaxed) | (known & set(master.patterns))
        self._whole = WholeSearch(master, among, known, relaxed, limits, self.stop)
        return True

    def promising(self) -> set[tuple[int, Pattern]]:
        """Give the patterns that a better plan may be made of, most promising first where they are many.

        A pattern that lies further above the least of its receiver than the bound lies under the value is in none.
        """
        if self.proof.prices is None:
            return set(self.rows.master.patterns)
        prices, master = self.proof.prices, self.rows.master
        above = [(master.worth(key, prices) - self.proof.leasts.get(key[0], 0.0), key) for key in master.patterns]
        gap = self.reached - self.proof.bound
        return {key for worth, key in sorted(above)[:MOST_PATTERNS] if worth <= gap + SAFETY}

    def _near_the_relaxed(self, relaxed: Relaxed) -> set[tuple[int, Pattern]]:
        """Give the patterns that cost least at the prices of a relaxed answer.

        One that costs more than lies between that answer and the value to beat is hardly in a better plan.
        """
        master = self.rows.master
        above = [
            (master.worth(key, relaxed.prices) - relaxed.prices.get(("receiver", key[0]), 0.0), key)
            for key in master.patterns
        ]
        gap = self.reached - relaxed.value
        return {key for worth, key in sorted(above)[:MOST_PATTERNS] if worth <= gap + SAFETY}

    def add_all(self, looks: Iterable[tuple[ReceiverPatterns, Priced]]) -> int:
        """Add the patterns that were found; give how many are new."""
        return sum(
            self.rows.add(receiver, pattern)
            for receiver, found in looks
            for _, pattern in found.patterns
            if receiver.fits(pattern)
        )

    def bound_of_case(self) -> float:
        """Prove a bound of the model with the sides that its rows have now; what is proven of the level stays."""
        kept, relaxed = self.proof, self._relaxed
        self.proof = replace(kept, leasts={})
        try:
            self.generate(STAGES, self.enough)
            return self.proof.bound
        finally:
            self.proof, self._relaxed = kept, relaxed

    def note(self, found: WholeAnswer | None) -> None:
        """Keep an answer in whole numbers where it is the best."""
        if found is not None and (self._best is None or found.value < self._best.value):
            self._best = found
            self.reached = min(self.reached, round(found.value))

    def _end_whole(self) -> None:
        """Wait for the answer in whole numbers that is looked for, and keep it where it is the best."""
        if self._whole is None:
            return
        found, self._whole = self._whole.answer(), None
        self.note(found)

    def generate(self, stages: Sequence[Stage], enough: float = math.inf) -> None:
        """Add patterns until none is worth it, the value or a bound that is enough is proven, or time is up."""
        stage = 0
        turns = TURNS_UNCLOCKED if self.unclocked else MOST_TURNS
        for _ in range(turns):
            if self._over():
                break
            relaxed = self.rows.master.relaxed(self.interrupter)
            if relaxed is None:
                break
            self._relaxed = relaxed
            new = self._turn(self._smoothed(relaxed.prices, stages[stage].smoothing), stages[stage])
            stage = self._next(stage, new, min(relaxed.value, self.reached), enough)
            if stage >= len(stages) or self.proof.bound >= enough:
                break
            if math.isinf(enough):
                self.ask_whole_anew()

    def ask_whole_anew(self) -> None:
        """Where the search for whole numbers has ended, note what it found, and begin again with the new patterns."""
        # Where work is counted, when it ended may not matter.
        if self._whole is not None and self._whole.ended and not self.unclocked:
            self._end_whole()
            self._begin_whole()

    def _over(self) -> bool:
        return self.stop.requested or time.monotonic() > self._columns_until

    def _next(self, stage: int, new: int, reached: float, enough: float) -> int:
        """Give the stage after one that found so many new patterns; past the last where nothing is left to find.

        `reached` is the value of the model, or of a plan where that is less. What is likely to prove enough is asked,
        also where rows are left unmet: no bound counts on them.
        """
        near = SETTLED * max(1.0, reached)
        if self.rows.master.left_unmet and self.proof.likely < enough:
            if (new == 0 and stage > 0) or self.proof.likely >= reached - near:
                self.rows.master.dearer_penalties()
                return 0
        elif math.ceil(self.proof.bound) >= math.ceil(reached - SAFETY) or self.proof.bound >= reached - near / 2:
            return len(STAGES)
        if new == 0 or self.proof.likely >= min(reached - near, enough):
            return stage + 1
        return 0 if STAGES[stage].work else stage

    def _widen(self, value: int) -> None:
        """Add what else a plan better than this value could be made of, as far as the bound does not rule it out."""
        gap = value - self.proof.bound
        if self.proof.prices is None or gap <= 0:
            return
        effort = Effort(KEEP_AT_LAST, -gap, WIDTH_AT_LAST)
        for receiver in self.receivers.values():
            if self.stop.requested or time.monotonic() > self._widened_until:
                return
            for _, pattern in self.cheapest(receiver, self.proof.prices, effort).patterns:
                if receiver.fits(pattern):
                    self.rows.add(receiver, pattern)

    def _smoothed(self, prices: dict[Row, float], share: float) -> dict[Row, float]:
        signed = self.rows.master.signed(prices)
        if self.proof.center is None or share == 0.0:
            return signed
        if share == 1.0:
            return self.proof.center
        return {row: share * self.proof.center.get(row, 0.0) + (1 - share) * price for row, price in signed.items()}

    def _turn(self, prices: dict[Row, float], stage: Stage) -> int:
        """Look for patterns at prices, note the bound that they prove, and give how many new ones there were."""
        effort = Effort(KEEP, stage.slack, stage.width)
        # NumPy and CP-SAT let go of the interpreter: two looks at a time take little more than half as long.
        hardest_first = sorted(self.receivers.values(), key=lambda one: -one.hardness)
        with ThreadPoolExecutor(THREADS) as threads:
            looks = threads.map(lambda one: self.cheapest(one, prices, effort, stage), hardest_first)
            by_worker = {one.worker: look for one, look in zip(hardest_first, looks, strict=True)}
        priced = {worker: by_worker[worker] for worker in self.receivers}
        bound = self.rows.master.bound(prices, (one.least for one in priced.values()))
        if bound > self.proof.bound:
            self.proof.bound, self.proof.prices = bound, prices
            self.proof.leasts = {worker: min(0.0, one.least) for worker, one in priced.items()}
        likely = self.rows.master.bound(prices, (one.least + one.gap for one in priced.values()))
        # A look may have missed what a proof now finds at the same prices: then these are not so good after all.
        if stage.work and bound >= self.proof.bound:
            self.proof.likely, self.proof.center = bound, prices
        elif likely > self.proof.likely or prices is self.proof.center:
            self.proof.likely, self.proof.center = likely, prices
        return self.add_all((self.receivers[worker], found) for worker, found in priced.items())

    def cheapest(
        self, receiver: ReceiverPatterns, prices: Mapping[Row, float], effort: Effort, stage: Stage | None = None
    ) -> Priced:
        """Look for the cheapest patterns of a receiver; at some stages with a proof of what a look leaves open."""
        gains = np.array([self.rows.gain(int(place), prices) for place in receiver.places])
        paid = Prices(
            overload=1.0 if self.rows.level == OVERLOAD else -prices.get(("keep", OVERLOAD), 0.0),
            square=1.0 if self.rows.level == SPREAD else 0.0,
        )
        found = receiver.cheapest(gains, paid, effort)
        if stage is None or not stage.work:
            return found
        enough = max(EXACT, PRECISION * self.reached)
        return receiver.proven(gains, paid, found, ProofLimits(self._columns_until, self.stop, stage.work, enough))
