"""One level after the other: a bound and people from patterns or the relaxation, weeks for them, a local search."""

import math
import time
from collections.abc import Sequence
from dataclasses import replace

from caseload_planner.domain.run_control import OnProgress, Progress, StopSignal
from caseload_planner.winddown.board import Board, People
from caseload_planner.winddown.levels import CHANGES, FACES, LEVELS, NEAR, OVERLOAD, SPREAD, TIMING, UNPLACED
from caseload_planner.winddown.local_search import Aim, improve
from caseload_planner.winddown.mixing import best_mixture
from caseload_planner.winddown.pattern_search import Answer, Asked, PatternSearch
from caseload_planner.winddown.relaxation import Relaxation
from caseload_planner.winddown.search import Limits, search_level
from caseload_planner.winddown.solve import PROVEN_GAP, Best, best_of, restore

SOLVER_SHARE = 0.6
"""The part of a level's time that the solver has; the local search has the rest."""
PATTERN_SHARE = 0.85
"""The same where the question is of patterns: their answer leaves the local search little."""
RELAXATION_PART = 0.4
"""The part of a level's time for the relaxation where patterns come after it."""
LONG_LOOK = 0.7
"""The part of the time for who finds nobody that patterns have; the relaxation has what is left, if it needs it."""
GOOD_SHARE = 0.7
"""The part of the time for overload in which only plans without bad moments are looked at: they are fewer and mostly as
good, and what such a plan has no later level need look for."""
REPAIR_TURNS = 4
TIMES = {UNPLACED: 34, CHANGES: 20, OVERLOAD: 28, FACES: 9, TIMING: 9, NEAR: 12, SPREAD: 9}
"""So many times the time of another level."""
BY_PATTERNS = (CHANGES, OVERLOAD, FACES, TIMING, NEAR, SPREAD)
"""The levels at which what a receiver takes together counts."""


class LevelSearch:
    """The search over levels; `run` gives the best choices and a bound for every level.

    A bound holds for plans that keep the earlier levels within what was reached and allowed.
    """

    def __init__(self, board: Board, best: Best, end: float, stop: StopSignal, on_progress: OnProgress) -> None:
        self._problem, self._best, self._end = board.problem, best, end
        self._stop, self._on_progress = stop, on_progress
        self._board = board
        self._made: Relaxation | None = None
        self._patterns = PatternSearch(self._board)
        self._allowed: list[int] = []

    def run(self) -> tuple[Best, tuple[int, ...]]:
        """Go through the levels."""
        bounds: list[int] = []
        for number, level in enumerate(LEVELS):
            bound = 0
            if self._best.total[number] > 0 and not self._out_of_time():
                bound = self._settle(number, level)
            bounds.append(bound)
            # Where a later level found less of an earlier one, no plan need have more of that again.
            reached = list(self._best.total[: number + 1])
            before, self._allowed = [*self._allowed, math.inf], reached
            if self._made is not None:
                self._keep(self._made, before)
            self._tell(number, level, bound)
        self._prove_the_rest(bounds)
        return self._best, tuple(bounds)

    @property
    def _relaxation(self) -> Relaxation:
        """Give the relaxation, which takes seconds to make: where there are patterns at all levels nobody asks it."""
        if self._made is None:
            self._made = Relaxation(self._board)
            self._keep(self._made, [math.inf] * len(self._allowed))
        return self._made

    def _keep(self, relaxation: Relaxation, before: Sequence[float]) -> None:
        for level, kept, most in zip(LEVELS, before, self._allowed, strict=False):
            if most < kept:
                relaxation.keep(level, most)

    def _prove_the_rest(self, bounds: list[int]) -> None:
        """Spend the time that is left on levels whose bound is still too low.

        A better plan at one of them may be worse at later ones; what is proven of those holds for it as well.
        """
        if math.isinf(self._end):
            return
        for number, level in enumerate(LEVELS):
            value = self._best.total[number]
            if level not in BY_PATTERNS or value - bounds[number] <= PROVEN_GAP * max(1, value) or self._out_of_time():
                continue
            restore(self._board, self._best)
            kept = dict(zip(LEVELS[:number], self._best.total, strict=False))
            limits = self._limits(self._end)
            answer = self._patterns.settle(Asked(level, kept, limits, self._stop), self._board.choices, value)
            bounds[number] = max(bounds[number], answer.bound)
            self._allowed = list(self._best.total[:number])
            self._use_plan(answer)

    def _out_of_time(self) -> bool:
        return self._stop.requested or time.monotonic() >= self._end

    def _settle(self, number: int, level: str) -> int:
        now, share = time.monotonic(), self._share(number)
        # With nobody above her norm the relaxation proves most by itself; with many it says little.
        tight = self._best.total[LEVELS.index(OVERLOAD)] > 0
        if tight and level == OVERLOAD:
            self._without_bad_moments(number, level, now, share * GOOD_SHARE)
            now, share = time.monotonic(), self._share(number)
        if tight and level in BY_PATTERNS:
            return self._by_patterns(number, level, now, share)
        if not tight:
            bound = self._by_relaxation(number, level, now, share * RELAXATION_PART)
            asked = level in (UNPLACED, *BY_PATTERNS)
            return self._also_by_patterns(number, level, now, share, bound) if asked else bound
        if level != UNPLACED:
            return self._by_relaxation(number, level, now, share)
        bound = self._by_patterns(number, level, now, share * LONG_LOOK)
        if self._best.total[number] - bound > PROVEN_GAP * self._best.total[number] and not self._out_of_time():
            again = time.monotonic()
            bound = max(bound, self._by_relaxation(number, level, again, now + share - again))
        return bound

    def _also_by_patterns(self, number: int, level: str, now: float, share: float, bound: int) -> int:
        if bound >= self._best.total[number] or self._out_of_time():
            return bound
        return max(bound, self._by_patterns(number, level, now, share))

    def _by_relaxation(self, number: int, level: str, now: float, share: float) -> int:
        restore(self._board, self._best)
        self._relaxation.hint(self._board.choices)
        bound, people = search_level(self._relaxation, level, self._limits(now + share * SOLVER_SHARE), self._stop)
        self._put_to_use(people, bound, number, now + share)
        return bound

    def _by_patterns(self, number: int, level: str, now: float, share: float) -> int:
        asked, end = self._asked(level, now + share * PATTERN_SHARE), now + share
        answer = self._patterns.settle(asked, self._board.choices, self._best.total[number])
        self._use_answer(answer, number, end)
        return answer.bound

    def _without_bad_moments(self, number: int, level: str, now: float, share: float) -> None:
        """Look for a plan in which nobody moves at a bad moment."""
        asked, end = self._asked(level, now + share * PATTERN_SHARE), now + share
        asked = replace(asked, kept={**asked.kept, TIMING: 0})
        self._use_answer(self._patterns.look(asked, self._board.choices, self._best.total[number]), number, end)

    def _asked(self, level: str, deadline: float) -> Asked:
        """Ask for less of a level than the best plan has, which comes on the board."""
        restore(self._board, self._best)
        kept = dict(zip(LEVELS, self._allowed, strict=False))
        return Asked(level, kept, self._limits(deadline), self._stop)

    def _use_answer(self, answer: Answer, number: int, end: float) -> None:
        self._use_plan(answer)
        if answer.people:
            self._try(answer.people, answer.value, number, self._until(end - time.monotonic()))

    def _use_plan(self, answer: Answer) -> None:
        if answer.plan is not None:
            restore(self._board, Best(answer.plan, ()))
            self._keep_if_better()

    def _put_to_use(self, people: dict[int, People] | None, bound: int, number: int, end: float) -> None:
        """Give people weeks and repair what does not fit, then look further from the best there is."""
        half = (end - time.monotonic()) / 2
        if people is not None:
            self._try([people], bound, number, self._until(half))
        restore(self._board, self._best)
        self._improve(number, self._until(half))

    def _until(self, seconds: float) -> float | None:
        return None if math.isinf(self._end) else time.monotonic() + seconds

    def _share(self, number: int) -> float:
        """Give the seconds for the next level: its share of what is left, by how much hangs on it."""
        if math.isinf(self._end):
            return 0.0
        waiting = [name for name, value in zip(LEVELS, self._best.total, strict=True) if value > 0]
        weights = [TIMES.get(name, 1) for name in waiting if LEVELS.index(name) >= number]
        return (self._end - time.monotonic()) * TIMES.get(LEVELS[number], 1) / max(1, sum(weights))

    def _limits(self, deadline: float) -> Limits:
        request = self._problem.request
        return Limits(math.inf if math.isinf(self._end) else deadline, request.deterministic_limit, request.seed)

    def _try(self, people: list[dict[int, People]], enough: int, number: int, deadline: float | None) -> None:
        """Find weeks for people, or for those of the best plan, look further, and keep it where it is better.

        Less than `enough` is not to be had of them.
        """
        restore(self._board, self._best)
        limits = self._limits(self._end).short()
        mixture = best_mixture(self._board, people, self._allowed, enough, limits, self._stop)
        if mixture is not None:
            restore(self._board, Best(mixture, ()))
            self._improve(number, deadline)

    def _improve(self, number: int, deadline: float | None) -> None:
        aim, seed = Aim(tuple(self._allowed)), self._problem.request.seed + number
        improve(self._board, seed, self._stop, aim=aim, deadline=deadline, turns_a_family=REPAIR_TURNS)
        self._keep_if_better()

    def _keep_if_better(self) -> None:
        aim, found = Aim(tuple(self._allowed)), best_of(self._board)
        if aim.key(found.total) < aim.key(self._best.total):
            self._best = found

    def _tell(self, number: int, level: str, bound: int) -> None:
        figures = {"best": float(self._best.total[number]), "bound": float(bound)}
        self._on_progress(Progress(level, number + 1, len(LEVELS), figures))
