"""Levels of an objective minimised one after the other on CP-SAT, with proven bounds, progress and cancel."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import Placement
from caseload_planner.solving.rule_model import CpRuleModel
from caseload_planner.solving.search import Limits, minimise

PROVEN_GAP = Decimal("0.005")
"""A level counts as proven where value and bound are this close, as a share of the value."""
MOST_REFINEMENTS = 12


@dataclass(frozen=True, slots=True)
class LevelToSolve:
    """A level to minimise: its term, by how much later levels may worsen it, and whether a gap is allowed.

    Attributes
    ----------
    post
        Adds the level to the model and gives its term.
    value
        Works the term's value out again from placements, so that a solver's claim is never taken on trust.
    units
        How many units of the term make 1 as reported: gaps are shares of at least one whole.
    """

    name: str
    post: Callable[[CpRuleModel], Any]
    value: Callable[[Mapping[str, Placement]], int]
    tolerance: Decimal = Decimal(0)
    gap_allowed: bool = False
    units: int = 1


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
    rule_model: CpRuleModel,
    levels: Sequence[LevelToSolve],
    start: Mapping[str, Placement],
    limits: Limits,
    stop: StopSignal,
    on_level: OnLevel,
    repair: Repair | None = None,
) -> tuple[dict[str, Placement], list[LevelOutcome]]:
    """Minimise levels one after the other, from placements that hold all rules.

    Every level is kept at its value (plus tolerance) while later ones are minimised. No level is ever below 0, so one
    that is there already needs no search. A level that could be worsened is minimised once more at the end, so that
    nothing of it is given away for nothing. When time is up or a stop is asked for, the best so far is given; levels
    that were not searched have the bound 0.

    Returns
    -------
    The best placements by measure, and an outcome for every level in the same order.
    """
    best = dict(start)
    outcomes: list[LevelOutcome] = []
    kept: list[tuple[LevelToSolve, int]] = []
    lent: list[tuple[LevelToSolve, Any]] = []
    for number, level in enumerate(levels):
        before = level.value(best)
        if stop.requested or (limits.by_clock and limits.seconds_left() <= 0):
            outcomes.append(LevelOutcome(level.name, 0))
            continue
        term = level.post(rule_model)
        # A term that no choice moves is its own bound.
        bound = min(before, term) if isinstance(term, int) else 0
        if before > 0 and not isinstance(term, int):
            share = limits.share(len(levels) - number)
            moved, bound = _settle(rule_model, term, level, best, kept, share, stop, on_level)
            best = _repaired(moved, best, [*kept, (level, level.value(moved))], repair)
        value = level.value(best)
        outcomes.append(LevelOutcome(level.name, bound))
        kept.append((level, _allowed(value, bound, level)))
        if not isinstance(term, int):
            rule_model.model.add(term <= kept[-1][1])
            if kept[-1][1] > value:
                lent.append((level, term))
        on_level(level.name, value, bound)
    for level, term in lent:
        if not stop.requested:
            best, _ = _settle(rule_model, term, level, best, kept, limits.short(), stop, on_level)
    return best, outcomes


def _repaired(
    moved: dict[str, Placement],
    before: Mapping[str, Placement],
    kept: Sequence[tuple[LevelToSolve, int]],
    repair: Repair | None,
) -> dict[str, Placement]:
    """Make up for later levels what a better answer on this one cost them, where that keeps this one and all before."""
    if repair is None or moved == before:
        return moved
    repaired = repair(moved)
    return repaired if all(level.value(repaired) <= most for level, most in kept) else moved


def _settle(
    rule_model: CpRuleModel,
    term: Any,
    level: LevelToSolve,
    best: dict[str, Placement],
    kept: Sequence[tuple[LevelToSolve, int]],
    limits: Limits,
    stop: StopSignal,
    on_level: OnLevel,
) -> tuple[dict[str, Placement], int]:
    """Minimise one level, refining the model until what it says of its answer is exact."""
    bound = 0
    teller = _LevelTeller(level, on_level)
    gap = float(PROVEN_GAP) / 2 if level.gap_allowed else 0.0
    for _ in range(MOST_REFINEMENTS):
        if stop.requested:
            break
        rule_model.refine(best)
        found, new_bound = minimise(rule_model, term, best, limits, stop, teller.on_answer, gap=gap)
        bound = max(bound, new_bound)
        if found is None:
            break
        holds = all(earlier.value(found) <= most for earlier, most in kept)
        if holds and level.value(found) <= level.value(best):
            best = found
        if stop.requested or not rule_model.refine(found):
            break
    return best, min(bound, level.value(best))


def _allowed(value: int, bound: int, level: LevelToSolve) -> int:
    """Give how far later levels may worsen this one: its tolerance, and never so far that its proof is lost."""
    allowed = value + math.floor(level.tolerance * abs(value))
    if level.tolerance == 0:
        return value
    within_proof = max(math.floor(bound / (1 - PROVEN_GAP)), bound + math.floor(PROVEN_GAP * level.units))
    return max(value, min(allowed, within_proof))


class _LevelTeller:
    """Tells a level's best value, worked out from its definition as the model may still be a little too low."""

    def __init__(self, level: LevelToSolve, on_level: OnLevel) -> None:
        self._level, self._on_level = level, on_level
        self._best: int | None = None

    def on_answer(self, placements: dict[str, Placement] | None, bound: int | None) -> None:
        """Tell a better answer or bound."""
        if placements is not None:
            value = self._level.value(placements)
            if self._best is not None and value >= self._best:
                return
            self._best = value
        if self._best is not None:
            self._on_level(self._level.name, self._best, bound)
