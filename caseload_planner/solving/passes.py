"""Going over all levels again with more time for each, so that more time never gives a worse answer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import Placement
from caseload_planner.solving.levels_in_order import PROVEN_GAP, LevelOutcome
from caseload_planner.solving.search import Limits
from caseload_planner.solving.statement import LevelToSolve

FIRST_PASS = 1.0
"""Units of the solver's own time for each level in the first pass; most rounds are proven in less."""
TIMES_LONGER = 4
"""How much more each pass has than the one before, so that the last one is most of the work."""

Answer = tuple[dict[str, Placement], list[LevelOutcome]]
OnePass = Callable[[Mapping[str, Placement], Limits], Answer]
"""Minimises all levels in order from placements, within limits for each level."""


def in_passes(
    one_pass: OnePass,
    levels: Sequence[LevelToSolve],
    start: Mapping[str, Placement],
    limits: Limits,
    stop: StopSignal,
) -> Answer:
    """Minimise all levels, and where a level is not proven once more from there, as long as the limits last.

    Where work is counted a larger limit makes the same passes and perhaps more, and each keeps what is better level by
    level: so a larger limit never gives a worse answer. What lies between two passes is not used. By the clock
    all of the time is for one pass.
    """
    best: Answer | None = None
    for some in _limits_of_passes(limits):
        found = one_pass(best[0] if best is not None else start, some)
        if best is None or _values(levels, found[0]) <= _values(levels, best[0]):
            best = found
        if limits.over(stop) or _proven(levels, best):
            break
    assert best is not None  # noqa: S101 - there is always a first pass
    return best


def _limits_of_passes(limits: Limits) -> Iterator[Limits]:
    most = limits.deterministic_limit
    if most is None or most < FIRST_PASS:
        yield limits
        return
    counted = FIRST_PASS
    while counted <= most:
        yield replace(limits, deterministic_limit=counted)
        counted *= TIMES_LONGER


def _values(levels: Sequence[LevelToSolve], placements: Mapping[str, Placement]) -> tuple[int, ...]:
    return tuple(level.value(placements) for level in levels)


def _proven(levels: Sequence[LevelToSolve], answer: Answer) -> bool:
    placements, outcomes = answer
    gaps = [level.value(placements) - outcome.bound for level, outcome in zip(levels, outcomes, strict=True)]
    values = _values(levels, placements)
    return all(
        gap <= PROVEN_GAP * max(level.units, value) for gap, level, value in zip(gaps, levels, values, strict=True)
    )
