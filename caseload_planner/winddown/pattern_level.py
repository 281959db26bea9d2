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
from caseload_planner.winddown.options import NOBODY_NEW
from caseload_planner.winddown.pattern_answers import Answers
from caseload_planner.winddown.pattern_cases import Cases
from caseload_planner.winddown.pattern_dive import dive
from caseload_planner.winddown.pattern_look import Effort, Floats, Pattern, Priced, Prices
from caseload_planner.winddown.pattern_master import SAFETY, Relaxed, Row
from caseload_planner.winddown.pattern_proof import EXACT, ProofLimits
from caseload_planner.winddown.pattern_rows import LevelRows
from caseload_planner.winddown.pattern_sieve import Line, Sieve
from caseload_planner.winddown.patterns import ReceiverPatterns
from caseload_planner.winddown.search import Limits

MOST_TURNS = 200
TURNS_UNCLOCKED = 40
ENOUGH_PROOFS = 2
"""Once proofs are so many that prove what the relaxation says in whole units, more of them leave out little more."""
KEEP = 10
THREADS = 2


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
    Stage(0.6, 20, 0.05),
    Stage(0.5, 120, 0.0, work=1.0),
    Stage(0.2, 120, 0.0, work=3.0),
)
PRECISION = 0.0002
"""A share of the value by which the proof for a receiver may stay below her best pattern."""
SETTLED = 0.005
"""A share of the value; prices that are likely to prove it but for so much are good enough to prove something with."""
DIVE_SHARE = 0.4
"""The part of the time that is over after the first dives."""
FIRST_DIVES, DIVES_A_CASE = 6, 1
COLUMN_SHARE = 0.82
"""The part of the time for prices and proofs; the rest is for cases and whole numbers."""
LEAST_SECONDS = 0.3
MOST_KEPT = 2500
"""So many of the most promising patterns are kept for the next level."""


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
        self.answers = Answers(rows, limits, stop)
        self._relaxed: Relaxed | None = None
        self._dives = 0
        self._by_cases = -math.inf
        self._in_a_case, self._full_proofs = False, 0
        self.sieves: list[Sieve] = []
        self.interrupter = SolveInterrupter()
        stop.on_request(self.interrupter.interrupt)
        self._columns_until = limits.part(COLUMN_SHARE).deadline

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

    def settle(self, value: int) -> int:
        """Prove a bound, and look for answers below a value that is known; give the bound.

        While prices and proofs go on, whole numbers are looked for among the patterns that there are.
        """
        self._look(value)
        self.generate(STAGES)
        self._columns_until = self._limits.deadline
        self._ask_by_cases()
        self.answers.end(self._bounded)
        return self._bounded

    def look(self, value: int) -> None:
        """Look for answers below a value that is known, and prove nothing."""
        self._look(value)
        self.answers.end(self.answers.reached)

    def _look(self, value: int) -> None:
        self.answers.reached = value
        self.generate(STAGES[:1])
        self.answers.look_on(self._relaxed)
        self._dive_before_proofs()

    @property
    def _open(self) -> bool:
        """Whether an answer that is clearly better may be found yet."""
        return not self.out_of_time and self.answers.better_above(self._bounded)

    @property
    def out_of_time(self) -> bool:
        """Whether nothing more may be begun."""
        return self.stop.requested or time.monotonic() > self._limits.deadline - LEAST_SECONDS

    @property
    def _bounded(self) -> int:
        return 0 if self.proof.prices is None else max(0, math.ceil(max(self.proof.bound, self._by_cases)))

    def _ask_by_cases(self) -> None:
        """Prove more by cases, and dive for better answers between them, while something better may be found."""
        cases = Cases(self)
        while self._open and cases.split():
            self._by_cases = max(self._by_cases, cases.bound)
            if self.unclocked:
                self.answers.end()
            self.answers.look_on(self._relaxed)
            for _ in range(DIVES_A_CASE):
                if self._open:
                    self._dive(self._limits.deadline)
                    self.answers.look_on(self._relaxed)

    def _dive_before_proofs(self) -> None:
        """Dive while the relaxation says that there is more to be had: an answer is found sooner than its bound."""
        until = self._limits.part(DIVE_SHARE).deadline
        for _ in range(FIRST_DIVES):
            relaxed = self._relaxed
            if relaxed is None or self.stop.requested or time.monotonic() > until:
                break
            if not self.answers.better_above(relaxed.value):
                break
            self._dive(until)
            self.answers.look_on(self._relaxed)

    def _dive(self, until: float) -> None:
        self._dives += 1
        dive(self, self._dives, self._limits.seed, until)

    def promising(self) -> set[tuple[int, Pattern]]:
        """Give the patterns that a better plan may be made of, most promising first where they are many.

        A pattern that lies further above the least of its receiver than the bound lies under the value is in none.
        """
        if self.proof.prices is None:
            return set(self.rows.master.patterns)
        prices, master = self.proof.prices, self.rows.master
        above = [(master.worth(key, prices) - self.proof.leasts.get(key[0], 0.0), key) for key in master.patterns]
        gap = self.answers.reached - self.proof.bound
        return {key for worth, key in sorted(above)[:MOST_KEPT] if worth <= gap + SAFETY}

    def add_all(self, looks: Iterable[tuple[ReceiverPatterns, Priced]]) -> int:
        """Add the patterns that were found; give how many are new."""
        return sum(
            self.rows.add(receiver, pattern)
            for receiver, found in looks
            for _, pattern in found.patterns
            if receiver.fits(pattern)
        )

    def bound_of_case(self, *, hopeful: bool) -> float:
        """Prove a bound of the model with the sides that its rows have now; what is proven of the level stays.

        Where it is only hopeful a case of which the relaxation says that it proves too little is left for smaller ones.
        """
        kept, relaxed = self.proof, self._relaxed
        self.proof, self._in_a_case = replace(kept, leasts={}), True
        try:
            self.generate(STAGES, self.answers.enough, hopeful=hopeful)
            return self.proof.bound
        finally:
            self.proof, self._relaxed, self._in_a_case = kept, relaxed, False

    def generate(self, stages: Sequence[Stage], enough: float = math.inf, *, hopeful: bool = False) -> None:
        """Add patterns until none is worth it, the value or a bound that is enough is proven, or time is up.

        Where it is only hopeful it ends after a proof as well if enough is not to be proven.
        """
        stage, self._full_proofs = 0, 0
        turns = TURNS_UNCLOCKED if self.unclocked else MOST_TURNS
        for _ in range(turns):
            if self._over():
                break
            relaxed = self.rows.master.relaxed(self.interrupter)
            if relaxed is None:
                break
            self._relaxed = relaxed
            new = self._turn(self._smoothed(relaxed.prices, stages[stage].smoothing), stages[stage])
            if stages[stage].work and math.ceil(self.proof.bound) >= math.ceil(relaxed.value - SAFETY):
                self._full_proofs += 1
            proved = stages[stage].work > 0
            stage = self._next(stage, new, min(relaxed.value, self.answers.reached), enough)
            if hopeful and proved and relaxed.value < enough:
                break
            if stage >= len(stages) or self.proof.bound >= enough:
                break
            if proved and not self._in_a_case and not self.answers.better_above(self._bounded):
                break
            if math.isinf(enough):
                self.answers.look_on(self._relaxed)

    def _over(self) -> bool:
        return self.stop.requested or time.monotonic() > self._columns_until

    def _next(self, stage: int, new: int, reached: float, enough: float) -> int:
        """Give the stage after one that found so many new patterns; past the last where nothing is left to find.

        `reached` is the value of the model, or of a plan where that is less. What is likely to prove enough is asked,
        also where rows are left unmet: no bound counts on them.
        """
        near = SETTLED * max(1.0, reached)
        if self.rows.master.left_unmet and self.proof.likely < enough:
            if new == 0 or self.proof.likely >= reached - near:
                self.rows.master.dearer_penalties()
                return 0
        elif self.proof.bound >= reached - near / 2 or self._full_proofs >= ENOUGH_PROOFS:
            return len(STAGES)
        if new == 0 or self.proof.likely >= min(reached - near, enough):
            return stage + 1
        return 0 if STAGES[stage].work else stage

    def _smoothed(self, prices: dict[Row, float], share: float) -> dict[Row, float]:
        signed = self.rows.master.signed(prices)
        if self.proof.center is None:
            return signed
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
        leasts = {worker: min(0.0, one.least) for worker, one in priced.items()}
        if not self._in_a_case and (stage.work or bound > self.proof.bound):
            self.sieves.append(self._sieve(bound, prices, leasts))
        if bound > self.proof.bound:
            self.proof.bound, self.proof.prices, self.proof.leasts = bound, prices, leasts
        likely = self.rows.master.bound(prices, (one.least + one.gap for one in priced.values()))
        # A look may have missed what a proof now finds at the same prices: then these are not so good after all.
        if stage.work and bound >= self.proof.bound:
            self.proof.likely, self.proof.center = bound, prices
        elif likely > self.proof.likely or prices is self.proof.center:
            self.proof.likely, self.proof.center = likely, prices
        return self.add_all((self.receivers[worker], found) for worker, found in priced.items())

    def _gains(self, receiver: ReceiverPatterns, prices: Mapping[Row, float]) -> Floats:
        return np.array([self.rows.gain(int(place), prices) for place in receiver.places])

    def _paid(self, prices: Mapping[Row, float]) -> Prices:
        return Prices(
            overload=1.0 if self.rows.level == OVERLOAD else -prices.get(("keep", OVERLOAD), 0.0),
            square=1.0 if self.rows.level == SPREAD else 0.0,
        )

    def _sieve(self, bound: float, prices: Mapping[Row, float], leasts: Mapping[int, float]) -> Sieve:
        """Say what a proof leaves for the levels after this one."""
        takings, lines = self.rows.takings, dict[int, Line]()
        for receiver in self.receivers.values():
            line = receiver.line(self._gains(receiver, prices), self._paid(prices))
            keys = [takings[place].key for place in receiver.places]
            figures = dict(zip(keys, line.reduced.tolist(), strict=True))
            lines[receiver.worker] = Line(line.constant, figures, leasts[receiver.worker])
        by_nobody = {
            taking.key: -self.rows.gain(place, prices)
            for place, taking in enumerate(takings)
            if taking.worker == NOBODY_NEW
        }
        return Sieve(self.rows.level, bound, lines, by_nobody, self.rows.staying(prices))

    def cheapest(
        self, receiver: ReceiverPatterns, prices: Mapping[Row, float], effort: Effort, stage: Stage | None = None
    ) -> Priced:
        """Look for the cheapest patterns of a receiver; at some stages with a proof of what a look leaves open."""
        gains, paid = self._gains(receiver, prices), self._paid(prices)
        found = receiver.cheapest(gains, paid, effort)
        if stage is None or not stage.work:
            return found
        enough = max(EXACT, PRECISION * self.answers.reached)
        return receiver.proven(gains, paid, found, ProofLimits(self._columns_until, self.stop, stage.work, enough))
