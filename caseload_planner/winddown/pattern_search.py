"""A level over patterns: new patterns as long as prices ask for them, a proven bound, and people in whole numbers."""

import math
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from ortools.util.python.solve_interrupter import SolveInterrupter  # type: ignore[import-untyped] # none published

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.board import Board, Choice, Chosen, People
from caseload_planner.winddown.first_prices import first_prices
from caseload_planner.winddown.levels import OVERLOAD, SPREAD, TIMING
from caseload_planner.winddown.options import NOBODY_NEW
from caseload_planner.winddown.pattern_look import Effort, Pattern, Priced, Prices
from caseload_planner.winddown.pattern_master import SAFETY, Row
from caseload_planner.winddown.pattern_rows import LevelRows
from caseload_planner.winddown.patterns import ReceiverPatterns
from caseload_planner.winddown.search import Limits
from caseload_planner.winddown.takings import Taking, takings_of

Key = tuple[int, bool, int, int | None, int]
"""A taking by what it is, whatever the list: family, whether first, group, choice, whether early."""
MOST_TURNS = 120
WIDTHS = (120, 1000)
KEEP = 10
THREADS = 2
KEEP_AT_LAST = 100
SMOOTHINGS = (0.5, 0.0)
"""Prices are taken so far from those of the model towards the best so far: else they swing, and so do patterns."""
SLACKS = (0.3, 0.03)
"""Units a receiver by which a pattern may be missed: at first much, so that a turn is quick."""
COLUMN_SHARE = 0.55
"""The part of the time for patterns; the rest is for whole numbers."""
NODES = 200
TURNS_UNCLOCKED = 40


@dataclass(frozen=True, slots=True)
class Answer:
    """A proven bound of a level, and who takes what in the best answer over the patterns, where one was found."""

    bound: int
    people: dict[int, People] | None


class PatternSearch:
    """Patterns of all receivers, kept from level to level."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._pool: dict[tuple[int, frozenset[Key]], None] = {}
        self._lists: dict[bool, tuple[list[Taking], list[ReceiverPatterns]]] = {}

    def settle(
        self,
        level: str,
        kept: Mapping[str, int],
        choices: Sequence[Choice],
        value: int,
        limits: Limits,
        stop: StopSignal,
    ) -> Answer:
        """Minimise a level with the earlier ones kept, from a plan that keeps them and comes to `value`."""
        takings, receivers = self._listed(at_a_good_moment=kept.get(TIMING) == 0)
        now = self._patterns_of(choices)
        self._pool |= dict.fromkeys(now)
        search = _Level(LevelRows(self._board, takings, level, kept), receivers, limits, stop)
        search.begin(LevelRows(self._board, takings, level, kept))
        places = {_key(taking): place for place, taking in enumerate(takings)}
        for worker, keys in self._pool:
            if all(key in places for key in keys):
                search.add(worker, tuple(sorted(places[key] for key in keys)))
        search.hint = [
            (worker, tuple(sorted(places[key] for key in keys)))
            for worker, keys in now
            if all(key in places for key in keys)
        ]
        bound = search.generate()
        search.widen(value)
        chosen = search.whole()
        for worker, pattern in search.rows.master.patterns:
            self._pool[worker, frozenset(_key(takings[place]) for place in pattern)] = None
        return Answer(bound, None if chosen is None else _people(takings, chosen))

    def _listed(self, *, at_a_good_moment: bool) -> tuple[list[Taking], list[ReceiverPatterns]]:
        if at_a_good_moment not in self._lists:
            takings = takings_of(self._board, at_a_good_moment=at_a_good_moment)
            by_worker: dict[int, list[int]] = {}
            for place, taking in enumerate(takings):
                if taking.worker != NOBODY_NEW:
                    by_worker.setdefault(taking.worker, []).append(place)
            receivers = [
                ReceiverPatterns(self._board, worker, takings, places) for worker, places in sorted(by_worker.items())
            ]
            self._lists[at_a_good_moment] = takings, receivers
        return self._lists[at_a_good_moment]

    def _patterns_of(self, choices: Sequence[Choice]) -> list[tuple[int, frozenset[Key]]]:
        """Give what each receiver has in a plan."""
        found: dict[int, set[Key]] = {}
        for number, choice in enumerate(choices):
            for worker, key in self._keys(number, choice):
                if worker != NOBODY_NEW:
                    found.setdefault(worker, set()).add(key)
        return [(worker, frozenset(keys)) for worker, keys in sorted(found.items())]

    def _keys(self, number: int, choice: Choice) -> list[tuple[int, Key]]:
        board = self._board
        if choice is None:
            if board.problem.families[number].may_run_out:
                return []
            return [(worker, (number, False, NOBODY_NEW, None, 0)) for worker, _ in board.left_alone[number]]
        return _keys_of_chosen(board, number, choice)


class _Level:
    """Column generation of one level."""

    def __init__(
        self, rows: LevelRows, receivers: Sequence[ReceiverPatterns], limits: Limits, stop: StopSignal
    ) -> None:
        self.rows, self._limits, self._stop = rows, limits, stop
        self._receivers = {receiver.worker: receiver for receiver in receivers if len(receiver.places)}
        self._center: dict[Row, float] | None = None
        self._bound = -math.inf
        self.hint: list[tuple[int, Pattern]] = []
        self._interrupter = SolveInterrupter()
        stop.on_request(self._interrupter.interrupt)
        self._columns_until = limits.part(COLUMN_SHARE).deadline

    def begin(self, rough: LevelRows) -> None:
        """Begin at the prices of the rough model."""
        prices = first_prices(rough, list(self._receivers.values()), self._interrupter)
        if prices is not None:
            self._turn(self.rows.master.signed(prices), 1)

    def add(self, worker: int, pattern: Pattern) -> None:
        """Add a pattern that is known already."""
        receiver = self._receivers.get(worker)
        if receiver is not None and receiver.fits(pattern):
            self.rows.add(receiver, pattern)

    def generate(self) -> int:
        """Add patterns until none is worth it, or time is up; give the best bound."""
        stage = 0
        turns = MOST_TURNS if self._limits.deterministic_limit is None else TURNS_UNCLOCKED
        for _ in range(turns):
            if self._stop.requested or time.monotonic() > self._columns_until:
                break
            relaxed = self.rows.master.relaxed(self._interrupter)
            if relaxed is None:
                break
            new, bound = self._turn(self._smoothed(relaxed.prices, SMOOTHINGS[stage]), stage)
            if math.ceil(bound) >= math.ceil(relaxed.value - SAFETY) and not self.rows.master.left_unmet:
                break
            if new == 0:
                stage += 1
            if stage == len(WIDTHS):
                if not self.rows.master.dearer_penalties():
                    break
                stage = 0
        return max(0, math.ceil(self._bound)) if self._center is not None else 0

    def widen(self, value: int) -> None:
        """Add what else a plan better than this value could be made of, as far as the bound does not rule it out."""
        gap = value - self._bound
        if self._center is None or gap <= 0:
            return
        effort = Effort(KEEP_AT_LAST, -gap, WIDTHS[-1])
        for receiver in self._receivers.values():
            if self._stop.requested or time.monotonic() > self._columns_until:
                return
            for _, pattern in self._cheapest(receiver, self._center, effort).patterns:
                if receiver.fits(pattern):
                    self.rows.add(receiver, pattern)

    def _smoothed(self, prices: dict[Row, float], share: float) -> dict[Row, float]:
        signed = self.rows.master.signed(prices)
        if self._center is None:
            return signed
        return {row: share * self._center.get(row, 0.0) + (1 - share) * price for row, price in signed.items()}

    def _turn(self, prices: dict[Row, float], stage: int) -> tuple[int, float]:
        effort = Effort(KEEP, SLACKS[stage], WIDTHS[stage])
        # NumPy lets go of the interpreter in its loops: two looks at a time take little more than half as long.
        with ThreadPoolExecutor(THREADS) as threads:
            looks = threads.map(lambda one: self._cheapest(one, prices, effort), self._receivers.values())
            priced = dict(zip(self._receivers, looks, strict=True))
        bound = self.rows.master.bound(prices, (one.least for one in priced.values()))
        if bound > self._bound:
            self._bound, self._center = bound, prices
        new = 0
        for worker, found in priced.items():
            receiver = self._receivers[worker]
            new += sum(self.rows.add(receiver, pattern) for _, pattern in found.patterns if receiver.fits(pattern))
        return new, self._bound

    def _cheapest(self, receiver: ReceiverPatterns, prices: Mapping[Row, float], effort: Effort) -> Priced:
        gains = np.array([self.rows.gain(int(place), prices) for place in receiver.places])
        paid = Prices(
            overload=1.0 if self.rows.level == OVERLOAD else -prices.get(("keep", OVERLOAD), 0.0),
            square=1.0 if self.rows.level == SPREAD else 0.0,
        )
        return receiver.cheapest(gains, paid, effort)

    def whole(self) -> tuple[list[Pattern], list[int]] | None:
        """Choose a pattern a receiver in whole numbers; give the patterns, and the takings by nobody."""
        if self._stop.requested or self._center is None:
            return None
        unclocked = self._limits.deterministic_limit is not None
        seconds = None if unclocked else max(0.1, self._limits.seconds_left())
        found = self.rows.master.whole(self._stop, seconds, NODES if unclocked else None, self.hint)
        if found is None:
            return None
        patterns, values = found
        return [pattern for _, pattern in patterns], self.rows.nobody_new(values)


def _key(taking: Taking) -> Key:
    return (taking.family, taking.first, taking.group, taking.choice, taking.early)


def _keys_of_chosen(board: Board, number: int, choice: Chosen) -> list[tuple[int, Key]]:
    group = int(board.options[number].firsts.second_set[choice.first])
    found: list[tuple[int, Key]] = []
    for options, row in board.rows(number, choice):
        key = (number, not found, group, int(options.choice[row]), int(options.early[row]))
        found.append((int(options.worker[row]), key))
    return found


def _people(takings: Sequence[Taking], chosen: tuple[list[Pattern], list[int]]) -> dict[int, People]:
    patterns, nobody = chosen
    firsts: dict[int, int] = {}
    seconds: dict[int, int] = {}
    for place in (*nobody, *(place for pattern in patterns for place in pattern)):
        taking = takings[place]
        if taking.choice is not None:
            (firsts if taking.first else seconds)[taking.family] = taking.choice
    return {number: People(first, seconds.get(number)) for number, first in sorted(firsts.items())}
