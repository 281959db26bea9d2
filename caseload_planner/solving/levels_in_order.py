"""Levels of an objective minimised one after the other on CP-SAT, with proven bounds, progress and cancel."""

import math
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import Placement
from caseload_planner.solving.search import Limits, minimise
from caseload_planner.solving.statement import LevelToSolve, Statement, WritingStoppedError

PROVEN_GAP = Decimal("0.005")
"""A level counts as proven where value and bound are this close, as a share of the value."""
MOST_REFINEMENTS = 12
MOST_RELAXATIONS = 4
HOPED_FOR = 0.01
HOPED_FOR_IN_COUNTS = 0.2
"""How far above its bound an answer is looked for at first, as a share of the bound; counts lie further above it."""
NARROWER = 0.75
"""Choices left, as a share of those before, from which on another relaxation says more."""
WORTH_RELAXING = 0.1
"""Of the gap, what a relaxation must have closed for another one to be tried."""
KERNEL_SHARE = 0.5
"""Of a level's time, for the search of what the relaxation likes best."""


@dataclass(frozen=True, slots=True)
class LevelOutcome:
    """What a level came to: its value in the final answer is worked out elsewhere; `bound` is proven, at worst 0.

    The bound holds for answers that keep the earlier levels at what was reached.
    """

    name: str
    bound: int


Repair = Callable[[Mapping[str, Placement]], dict[str, Placement]]
"""Gives placements that are at least as good, level by level in order."""

OnLevel = Callable[[str, int, int | None], None]
"""Told of a level's name, best value and bound whenever one of them moved; may be called from the solver's threads."""


def minimise_in_order(
    statement: Statement,
    levels: Sequence[LevelToSolve],
    start: Mapping[str, Placement],
    limits: Limits,
    stop: StopSignal,
    on_level: OnLevel,
    repair: Repair | None = None,
) -> tuple[dict[str, Placement], list[LevelOutcome]]:
    """Minimise levels one after the other, from placements that hold all rules.

    Every level is kept at its value (plus tolerance) while later ones are minimised, and what it rules out leaves the
    statement. No level is ever below 0, so one that is there already needs no search. A level that could be worsened
    is minimised once more at the end, so that nothing of it is given away for nothing. When time is up or a stop is
    asked for, the best so far is given; levels that were not searched have the bound 0.

    Returns
    -------
    The best placements by measure, and an outcome for every level in the same order.
    """
    search = _Search(statement, dict(start), limits, stop, on_level, repair)
    outcomes: list[LevelOutcome] = []
    for number, level in enumerate(levels):
        if search.over:
            outcomes.append(LevelOutcome(level.name, 0))
            continue
        bound = search.settled(level, limits.share(len(levels) - number))
        value = level.value(search.best)
        outcomes.append(LevelOutcome(level.name, bound))
        if not search.over:
            statement.keep(level, _allowed(value, bound, level))
        on_level(level.name, value, bound)
    search.take_back_what_was_lent()
    return search.best, outcomes


class _Search:
    """The best placements so far, and how one level after another is brought down."""

    def __init__(
        self,
        statement: Statement,
        best: dict[str, Placement],
        limits: Limits,
        stop: StopSignal,
        on_level: OnLevel,
        repair: Repair | None,
    ) -> None:
        self.best = best
        self._proven = 0
        self._statement, self._limits, self._stop = statement, limits, stop
        self._on_level, self._repair = on_level, repair

    @property
    def over(self) -> bool:
        """Whether there is no time for another level."""
        return self._limits.over(self._stop)

    def settled(self, level: LevelToSolve, limits: Limits) -> int:
        """Minimise a level; give its proven bound, 0 where a stop came before there was one."""
        self._proven = 0
        try:
            return self._settle(level, limits)
        except WritingStoppedError:
            return min(self._proven, level.value(self.best))

    def _settle(self, level: LevelToSolve, limits: Limits) -> int:
        started, before = self.best, level.value(self.best)
        if before <= 0:
            return 0
        bound = self._relax(level, limits)
        if self.over or before <= bound + _gap_allowed(level, before):
            return min(bound, before)
        moved, searched = self._search_kernel(level, bound, limits)
        if bound < level.value(moved) < (bound + before) / 2:
            self.best = moved
            if self._statement.rule_out_above(_allowed(level.value(moved), bound, level)):
                bound = searched = self._relax(level, limits, bound)
        if level.value(moved) > bound + _gap_allowed(level, before) and not self.over:
            moved, searched = self._search(self._statement, level, bound, limits, moved)
        if self._repair is not None and moved != started:
            repaired = self._repair(moved)
            moved = repaired if self._holds(repaired, level, level.value(moved)) else moved
        self.best = moved
        value = level.value(self.best)
        self._statement.rule_out_above(_allowed(value, max(bound, searched), level))
        return min(max(bound, searched), value)

    def take_back_what_was_lent(self) -> None:
        """Minimise once more what later levels were allowed to worsen and did not need to."""
        for level, most in self._statement.kept:
            if level.tolerance and not self.over and level.value(self.best) < most:
                with suppress(WritingStoppedError):
                    self.best, _ = self._search(self._statement, level, 0, self._limits.short(), self.best)

    def _relax(self, level: LevelToSolve, limits: Limits, known: int = 0) -> int:
        """Bound a level by its continuous relaxation, again and again as long as that rules choices out."""
        value = level.value(self.best)
        bound = max(known, self._statement.lay_floors(level, _allowed(value, 0, level)))
        self._proven = bound
        self._on_level(level.name, value, min(bound, value))
        for _ in range(MOST_RELAXATIONS):
            self._proven = bound
            if bound >= value - _gap_allowed(level, value):
                break
            relaxed = self._statement.relax(level, self.best, self._stop, limits)
            if relaxed is None:
                break
            closed, bound = max(0, relaxed - bound), max(bound, relaxed)
            self._on_level(level.name, value, min(bound, value))
            most = _allowed(value, min(bound, value), level)
            had = self._statement.open_choices.count
            self._statement.rule_out_above(most)
            narrower = self._statement.open_choices.count <= NARROWER * had
            if bound >= value - _gap_allowed(level, value) or not narrower or self.over:
                break
            if closed < WORTH_RELAXING * (value - bound):
                break
        return bound

    def _search_kernel(self, level: LevelToSolve, bound: int, limits: Limits) -> tuple[dict[str, Placement], int]:
        """Search among what the relaxation likes best: small, and most often the answer is there."""
        kernel = self._statement.kernel(self.best, _hoped_for(level, bound, level.value(self.best)))
        if kernel is None:
            return self.best, bound
        moved, _ = self._search(kernel, level, bound, limits.part(KERNEL_SHARE), self.best)
        return moved, bound

    def _search(
        self, statement: Statement, level: LevelToSolve, bound: int, limits: Limits, best: dict[str, Placement]
    ) -> tuple[dict[str, Placement], int]:
        """Search a level, refining the model until what it says of its answer is exact."""
        teller = _LevelTeller(level, self._on_level, bound if statement is not self._statement else None)
        gap = float(PROVEN_GAP) / 2 if level.gap_allowed else 0.0
        known = bound
        for number in range(MOST_REFINEMENTS):
            if self._stop.requested:
                break
            model, term = statement.refined(level, best)
            if isinstance(term, int):
                break
            if number == 0:
                model.at_least(term, known)
            found, new_bound = minimise(model, term, best, limits, self._stop, teller.on_answer, gap=gap)
            bound = max(bound, new_bound)
            if found is None:
                break
            if self._holds(found, level, level.value(best)):
                best = found
            proven = level.value(best) <= bound + math.floor(gap * level.value(best))
            if self._stop.requested or proven or not model.refine(found):
                break
        return best, min(bound, level.value(best))

    def _holds(self, placements: Mapping[str, Placement], level: LevelToSolve, most: int) -> bool:
        """Whether placements keep all levels that are kept, and this one at `most`."""
        return all(kept.value(placements) <= limit for kept, limit in [*self._statement.kept, (level, most)])


def _hoped_for(level: LevelToSolve, bound: int, value: int) -> int:
    """Give a value so near its bound that an answer with it may well exist."""
    share = HOPED_FOR_IN_COUNTS if level.units == 1 else HOPED_FOR
    return min(value, bound + max(1, math.ceil(bound * share)))


def _gap_allowed(level: LevelToSolve, value: int) -> int:
    """Give how far above its bound a level may stay."""
    return math.floor(PROVEN_GAP / 2 * value) if level.gap_allowed else 0


def _allowed(value: int, bound: int, level: LevelToSolve) -> int:
    """Give how far later levels may worsen this one: its tolerance, and never so far that its proof is lost."""
    allowed = value + math.floor(level.tolerance * abs(value))
    if level.tolerance == 0:
        return value
    within_proof = max(math.floor(bound / (1 - PROVEN_GAP)), bound + math.floor(PROVEN_GAP * level.units))
    return max(value, min(allowed, within_proof))


class _LevelTeller:
    """Tells a level's best value, worked out from its definition as the model may still be a little too low.

    `bound` is told instead of what the solver says where it looks at a part of the choices only.
    """

    def __init__(self, level: LevelToSolve, on_level: OnLevel, bound: int | None) -> None:
        self._level, self._on_level = level, on_level
        self._known = bound
        self._best: int | None = None

    def on_answer(self, placements: dict[str, Placement] | None, bound: int | None) -> None:
        """Tell a better answer or bound."""
        if placements is not None:
            value = self._level.value(placements)
            if self._best is not None and value >= self._best:
                return
            self._best = value
        if self._best is not None:
            self._on_level(self._level.name, self._best, bound if self._known is None else self._known)
