"""One part of a round on CP-SAT: choices, rules and levels of the profile, one after the other."""

from collections.abc import Mapping
from dataclasses import replace

from caseload_planner.distribution.local_search import improve
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile, ProfileLevel
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.ceiling import room_in_round
from caseload_planner.rules.hard_rules import HARD_RULES
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement, plan_of
from caseload_planner.solving.levels_in_order import LevelOutcome, LevelToSolve, OnLevel, minimise_in_order
from caseload_planner.solving.rule_model import CpRuleModel
from caseload_planner.solving.search import Limits

PROVEN_THROUGHOUT = 25
"""Parts of up to so many measures are as a rule proven on every level; in larger ones a level that ends without a proof
leaves later levels far from good, and a local search makes up for that in a moment."""


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
    """Minimise the profile's levels from placements that hold all rules; see `minimise_in_order`.

    Values and bounds of levels are without what no plan can change (`Level.fixed_part`).
    """
    model = _model(part)
    for rule in HARD_RULES:
        rule.post(part.round, model)
    levels = [_level(part, level) for level in profile.levels]
    order = [level.name for level in profile.levels]

    def repair(placements: Mapping[str, Placement]) -> dict[str, Placement]:
        return improve(part, placements, order, limits.seed, stop)

    large = len(part.round.asked) > PROVEN_THROUGHOUT
    return minimise_in_order(model, levels, start, limits, stop, on_level, repair if large else None)


def _model(part: DistributionProblem) -> CpRuleModel:
    choices = {key: (c.alone, c.leads, c.seconds) for key, c in part.choices.items()}
    shares = {
        key: (part.round.shares(key, duo=False)[0], *part.round.shares(key, duo=True)) for key in part.round.asked
    }
    workers = {worker for group in choices.values() for some in group for worker in some}
    return CpRuleModel(choices, shares, {worker: room_in_round(part.round, worker) for worker in workers})


def _level(part: DistributionProblem, level: ProfileLevel) -> LevelToSolve:
    rule = LEVELS[level.name]
    fixed = rule.fixed_part(part.round)
    return LevelToSolve(
        name=level.name,
        post=lambda model: rule.post(part.round, model),
        value=lambda placements: rule.value(plan_of(part.round, placements.values())) - fixed,
        tolerance=level.tolerance,
        # Later levels may worsen it by more than the last half per cent, so that need not be proven either.
        gap_allowed=level.tolerance > 0,
        units=rule.scale,
    )
