"""A proof by cases: somebody takes a family or she does not, a family stays or it does not; each case proves more.

The continuous relaxation mixes halves of what cannot be halved, mostly where an earlier level leaves it next to no
room. One question that it answers by halves, asked both ways, is often all that it takes.
"""

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from caseload_planner.winddown.pattern_master import SAFETY, Relaxed, Row
from caseload_planner.winddown.pattern_whole import WholeAnswer

if TYPE_CHECKING:
    from caseload_planner.winddown.pattern_level import PatternLevel

MOST_CASES, MOST_CASES_UNCLOCKED = 60, 4
HALVES, HALVES_THAT_STAY = 10, 4
"""So many of the questions nearest to a half are tried before one is asked, and of those about families that stay."""
NO, YES = (-math.inf, 0.0), (1.0, math.inf)
OPEN = (-math.inf, math.inf)
Sides = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Case:
    """A case with what is proven of it: rows with their sides; whether its relaxation leaves nothing to ask."""

    bound: float
    told: tuple[tuple[Row, Sides], ...]
    whole: bool = False


class Cases:
    """The cases of a level, in which its own proof is left as it is; together they are all that can be."""

    def __init__(self, level: "PatternLevel") -> None:
        self._level = level
        self._cases = [Case(level.proof.bound, ())]
        self._splits = 0

    @property
    def bound(self) -> float:
        """A bound that holds in all cases."""
        return min(case.bound for case in self._cases)

    def split(self) -> bool:
        """Ask one more question in the case of which least is proven; give whether there was one to ask."""
        level = self._level
        if level.out_of_time or self._splits >= (MOST_CASES_UNCLOCKED if level.unclocked else MOST_CASES):
            return False
        worst = min(self._cases, key=lambda case: case.bound)
        if worst.whole:
            return False
        with _told(level, worst):
            row = _best_question(level)
        if row is None:
            parts = [_proven(level, replace(worst, whole=True))]
        else:
            parts = [_proven(level, Case(worst.bound, (*worst.told, (row, sides)))) for sides in (NO, YES)]
        self._cases = [case for case in self._cases if case is not worst] + parts
        self._splits += 1
        return True


@contextmanager
def _told(level: "PatternLevel", case: Case) -> Iterator[None]:
    master = level.rows.master
    for row, sides in case.told:
        master.limit(row, *sides)
    try:
        yield
    finally:
        for row, _ in case.told:
            master.limit(row, *OPEN)


def _proven(level: "PatternLevel", case: Case) -> Case:
    """Prove as much of a case as there is time for."""
    with _told(level, case):
        bound = level.bound_of_case(hopeful=not case.whole)
    return replace(case, bound=max(case.bound, bound))


def _best_question(level: "PatternLevel") -> Row | None:
    """Give the question whose easier answer makes the relaxation dearest."""
    relaxed = level.rows.master.relaxed(level.interrupter)
    if relaxed is None:
        return None
    best: tuple[float, Row] | None = None
    questions = _nearest_to_a_half(level, relaxed)
    if not questions and not level.rows.master.left_unmet:
        level.answers.note(WholeAnswer(relaxed.value, relaxed.values))
    for row in questions:
        worth = min(_relaxed_with(level, row, sides) for sides in (NO, YES))
        if best is None or worth > best[0]:
            best = worth, row
        if worth >= level.answers.enough or level.out_of_time:
            break
    return None if best is None else best[1]


def _nearest_to_a_half(level: "PatternLevel", relaxed: Relaxed) -> list[Row]:
    """Give rows to ask about: families that stay first, as most hangs on them."""
    takings, resting = level.rows.shares(relaxed.values)
    stay = [number for number in _halved(resting)[:HALVES_THAT_STAY] if level.rows.leaves_open(number)]
    taken = _halved(takings)[: HALVES - len(stay)]
    return [*map(level.rows.row_of_resting, stay), *map(level.rows.row_of_taking, taken)]


def _halved(shares: Mapping[int, float]) -> list[int]:
    return sorted((n for n, share in shares.items() if SAFETY < share < 1 - SAFETY), key=lambda n: abs(shares[n] - 0.5))


def _relaxed_with(level: "PatternLevel", row: Row, sides: Sides) -> float:
    """Give the value of the relaxation over the patterns there are, were a question answered so."""
    master = level.rows.master
    master.limit(row, *sides)
    relaxed = master.relaxed(level.interrupter)
    master.limit(row, *OPEN)
    return math.inf if relaxed is None else relaxed.value
