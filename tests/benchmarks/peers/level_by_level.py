"""Levels one after the other for a peer: what the planner states, without its local search and its last turn."""

import math
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any, Protocol

from caseload_planner.distribution.greedy import greedy
from caseload_planner.distribution.parts import independent_parts
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile, ProfileLevel
from caseload_planner.distribution.solve_part import part_of
from caseload_planner.rules.hard_rules import HARD_RULES
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement, plan_of
from caseload_planner.rules.rule_model import RuleModel
from tests.benchmarks.peers.attempt import Attempt, Recorder

PROVEN_GAP = Decimal("0.005")

Placements = Mapping[str, Placement]
OnFound = Callable[[Placements], None]


class PeerModel(RuleModel, Protocol):
    """A rule model that can be minimised."""

    def post_level(self, level: str) -> Any:
        """Give the term of a level; a plain number where no choice bears on it."""
        ...

    def minimise(
        self, term: Any, start: Placements, *, relative_gap: float, seconds: float
    ) -> tuple[dict[str, Placement] | None, int]:
        """Minimise a term from a start; give the placements found, and the proven bound (0 where there is none)."""
        ...


MakeModel = Callable[[DistributionProblem], PeerModel]


def solve_level_by_level(
    problem: DistributionProblem, profile: Profile, make_model: MakeModel, *, parts_at_once: int, helped: bool = True
) -> Attempt:
    """Solve level by level within the request's time limit.

    `helped` gives what the planner gives itself: its parts and a greedy start. Without it the round is one model and
    begins with nothing placed.
    """
    recorder = Recorder(problem)
    deadline = time.monotonic() + problem.request.time_limit_seconds
    start = greedy(problem, [level.name for level in profile.levels]) if helped else {}
    parts = independent_parts(problem) if helped else (problem.round.asked,)
    for number, keys in enumerate(parts):
        recorder.note(number, {key: start[key] for key in keys if key in start})

    def solve_part(numbered: tuple[int, tuple[str, ...]]) -> dict[str, int]:
        number, keys = numbered
        part = part_of(problem, keys)
        part_start = {key: start[key] for key in keys if key in start}
        return _solve_part(part, profile, make_model, part_start, deadline, lambda found: recorder.note(number, found))

    with ThreadPoolExecutor(max_workers=parts_at_once) as pool:
        bounds = list(pool.map(solve_part, enumerate(parts)))
    total = {level.name: sum(part[level.name] for part in bounds) for level in profile.levels}
    return recorder.attempt(profile, len(parts), total)


def _solve_part(
    part: DistributionProblem,
    profile: Profile,
    make_model: MakeModel,
    start: Placements,
    deadline: float,
    on_found: OnFound,
) -> dict[str, int]:
    """Give the bounds of the levels; plans go to `on_found`."""
    bounds = {level.name: 0 for level in profile.levels}
    model, best = make_model(part), dict(start)
    for rule in HARD_RULES:
        rule.post(part.round, model)
    kept: list[tuple[str, int]] = []
    for level in profile.levels:
        if time.monotonic() >= deadline:
            break
        term, before = model.post_level(level.name), _value(part, level.name, best)
        if before > 0 and not isinstance(term, int):
            gap = float(PROVEN_GAP) / 2 if level.tolerance else 0.0
            seconds = deadline - time.monotonic()
            found, bound = model.minimise(term, best, relative_gap=gap, seconds=seconds)
            if found is not None and _is_better(part, found, level.name, before, kept):
                best = found
                on_found(best)
            bounds[level.name] = min(bound, _value(part, level.name, best))
        elif isinstance(term, int):
            bounds[level.name] = term
        kept.append((level.name, _allowed(part, level, best, bounds[level.name])))
        if not isinstance(term, int):
            model.require_at_most(term, kept[-1][1])
    return bounds


def _is_better(
    part: DistributionProblem, found: Placements, level: str, before: int, kept: list[tuple[str, int]]
) -> bool:
    """Whether a level is no worse and no earlier one is given away for it, but for the rounding of each worker."""
    rounding = len({worker for placement in found.values() for _, worker in placement.contacts})
    slack = {name: rounding if LEVELS[name].scale > 100 else 0 for name, _ in kept}
    holds = all(_value(part, name, found) <= most + slack[name] for name, most in kept)
    return holds and _value(part, level, found) <= before


def _value(part: DistributionProblem, level: str, placements: Placements) -> int:
    rule = LEVELS[level]
    return rule.value(plan_of(part.round, placements.values())) - rule.fixed_part(part.round)


def _allowed(part: DistributionProblem, level: ProfileLevel, best: Placements, bound: int) -> int:
    """Give how far later levels may worsen this one: its tolerance, and never so far that the proof is lost."""
    value = _value(part, level.name, best)
    if not level.tolerance:
        return value
    proven = max(math.floor(bound / (1 - PROVEN_GAP)), bound + math.floor(PROVEN_GAP * LEVELS[level.name].scale))
    return max(value, min(value + math.floor(level.tolerance * value), proven))
