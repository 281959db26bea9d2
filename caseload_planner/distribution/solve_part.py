"""One part of a round on CP-SAT: choices, rules and levels of the profile, one after the other."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from caseload_planner.distribution.floors import FloorCosts
from caseload_planner.distribution.last_look import place_what_still_fits
from caseload_planner.distribution.local_search import LocalSearch
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile, ProfileLevel
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.ceiling import room_in_round
from caseload_planner.rules.hard_rules import HARD_RULES
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement, plan_of
from caseload_planner.solving.levels_in_order import LevelOutcome, OnLevel, minimise_in_order
from caseload_planner.solving.open_choices import OpenChoices
from caseload_planner.solving.passes import Answer, in_passes
from caseload_planner.solving.rule_model import CpRuleModel
from caseload_planner.solving.search import Limits
from caseload_planner.solving.statement import Floors, LevelToSolve, Statement, WritingStoppedError

FINDING_SHARE = 0.2
"""Of the time, at most, for finding before anything is proven; most rounds need a moment."""
PROVEN_THROUGHOUT = 25
"""Parts of up to so many measures are as a rule proven on every level; in larger ones a level that ends without a proof
leaves later levels far from good, and a local search makes up for that in a moment."""
REPAIR_EFFORT = 0.1
"""Share of a whole local search that a repair is worth."""
REPAIR_SHARE = 0.1
"""Of the time left, at most, for one repair."""


def part_of(problem: DistributionProblem, keys: tuple[str, ...]) -> DistributionProblem:
    """Give the problem of some of the measures only."""
    return replace(
        problem,
        round=replace(problem.round, asked=keys),
        choices={key: problem.choices[key] for key in keys},
    )


def solve_part(
    part: DistributionProblem,
    profile: Profile,
    start: Mapping[str, Placement],
    limits: Limits,
    stop: StopSignal,
    on_level: OnLevel,
) -> tuple[dict[str, Placement], list[LevelOutcome]]:
    """Minimise the profile's levels from placements that hold all rules: a local search, then `minimise_in_order`.

    Values and bounds of levels are without what no plan can change (`Level.fixed_part`).
    """
    order = [level.name for level in profile.levels]
    search = LocalSearch(part, order, limits.seed)
    start = search.improve(start, stop, _until(limits, FINDING_SHARE))
    if stop.requested:
        return start, [LevelOutcome(name, 0) for name in order]

    def look_up() -> None:
        if limits.over(stop):
            raise WritingStoppedError

    floors = FloorCosts(part)
    levels = [_level(part, level, floors) for level in profile.levels]

    def repair(placements: Mapping[str, Placement]) -> dict[str, Placement]:
        return search.improve(placements, stop, _until(limits, REPAIR_SHARE), REPAIR_EFFORT)

    large = len(part.round.asked) > PROVEN_THROUGHOUT

    def one_pass(begin: Mapping[str, Placement], some: Limits) -> Answer:
        statement = Statement(lambda open_choices: _model(part, open_choices, look_up), _open_choices(part))
        found, outcomes = minimise_in_order(statement, levels, begin, some, stop, on_level, repair if large else None)
        return place_what_still_fits(part, found, order), outcomes

    return in_passes(one_pass, levels, start, limits, stop)


def _until(limits: Limits, share: float) -> float | None:
    """Give when a share of the time left is over; None where nobody looks at the clock."""
    return time.monotonic() + share * limits.seconds_left() if limits.by_clock else None


def _open_choices(part: DistributionProblem) -> OpenChoices:
    return OpenChoices({key: (c.alone, c.leads, c.seconds) for key, c in part.choices.items()})


def _model(part: DistributionProblem, open_choices: OpenChoices, look_up: Callable[[], None]) -> CpRuleModel:
    round_ = part.round
    shares = {key: (round_.shares(key, duo=False)[0], *round_.shares(key, duo=True)) for key in round_.asked}
    workers = {worker for roles in open_choices.roles.values() for some in roles for worker in some}
    rooms = {worker: room_in_round(round_, worker) for worker in workers}
    model = CpRuleModel(open_choices, shares, rooms, look_up)
    for rule in HARD_RULES:
        rule.post(round_, model)
    return model


def _level(part: DistributionProblem, level: ProfileLevel, floor_costs: FloorCosts) -> LevelToSolve:
    rule = LEVELS[level.name]

    def floors(open_choices: OpenChoices) -> Floors:
        found = floor_costs.of_level(level.name, open_choices)
        least = rule.least(part.round, open_choices.firsts(), open_choices.placed)
        return found if least <= found.bound else Floors(least)

    fixed = rule.fixed_part(part.round)
    return LevelToSolve(
        name=level.name,
        post=lambda model: rule.post(part.round, model),
        value=lambda placements: rule.value(plan_of(part.round, placements.values())) - fixed,
        tolerance=level.tolerance,
        # Later levels may worsen it by more than the last half per cent, so that need not be proven either.
        gap_allowed=level.tolerance > 0,
        units=rule.scale,
        floors=floors,
        implied=lambda open_, most: rule.implied(part.round, open_.firsts(), open_.placed, most),
    )
