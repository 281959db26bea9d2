"""Other good proposals that really differ: each better at something, none far behind on what matters most."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from caseload_planner.distribution.judge import plan_from_proposal
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile, ProfileLevel
from caseload_planner.distribution.proposal import LevelValue, Proposal
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.run_control import OnProgress, StopSignal, ignore_progress
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Plan

LEADING_LEVELS = 3
"""Levels at the head of a profile that alternatives keep to: nobody waits, families, the working norm."""
LENT = 0.05
"""Share of its own value by which an alternative may be behind on a leading level."""
DIFFERENT_SHARE = 8
"""One in so many placements differs at least, and never fewer than one."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A proposal beside the best one.

    Attributes
    ----------
    better_at
        Names of the levels at which it is better than the best proposal, in the profile's order.
    differences
        Measures that are placed in another way.
    """

    proposal: Proposal
    better_at: tuple[str, ...]
    differences: tuple[str, ...]


def alternatives(
    problem: DistributionProblem,
    profile: Profile,
    best: Proposal,
    count: int,
    *,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> tuple[Alternative, ...]:
    """Look for up to `count` alternatives; fewer where no more really differ.

    Each is the best for a profile in which one later level comes first after the leading ones. It is kept where it is
    better at something, hardly behind on the leading levels, and differs enough from all that were kept before.
    """
    stop = stop or StopSignal()
    base = plan_from_proposal(problem.round, best)
    apart = max(1, len(base.placements) // DIFFERENT_SHARE)
    kept: list[Alternative] = []
    for other in _profiles(profile):
        if len(kept) == count or stop.requested:
            break
        proposal = solve(problem, other, stop=stop, on_progress=on_progress)
        proposal = replace(proposal, levels=_in_order(proposal, profile))
        plan = plan_from_proposal(problem.round, proposal)
        better = _better_at(base, plan, profile)
        plans = [base, *(plan_from_proposal(problem.round, one.proposal) for one in kept)]
        far = all(len(differences(one, plan)) >= apart for one in plans)
        if better and far and not _behind(base, plan, profile):
            kept.append(Alternative(proposal, better, differences(base, plan)))
    return tuple(kept)


def differences(one: Plan, other: Plan) -> tuple[str, ...]:
    """Give the measures that two plans of a round place in another way."""
    keys = sorted({*one.by_measure, *other.by_measure})
    return tuple(key for key in keys if one.by_measure.get(key) != other.by_measure.get(key))


def _profiles(profile: Profile) -> Iterator[Profile]:
    """Give the profile with each later level moved up to right behind the leading ones."""
    leading, rest = profile.levels[:LEADING_LEVELS], profile.levels[LEADING_LEVELS:]
    for level in rest[1:]:
        others = tuple(one for one in rest if one is not level)
        yield replace(profile, levels=(*leading, ProfileLevel(level.name), *others))


def _in_order(proposal: Proposal, profile: Profile) -> tuple[LevelValue, ...]:
    by_name = {level.name: level for level in proposal.levels}
    return tuple(by_name[level.name] for level in profile.levels)


def _better_at(base: Plan, plan: Plan, profile: Profile) -> tuple[str, ...]:
    rules = [LEVELS[level.name] for level in profile.levels]
    return tuple(rule.name for rule in rules if rule.value(plan) < rule.value(base))


def _behind(base: Plan, plan: Plan, profile: Profile) -> bool:
    rules = [LEVELS[level.name] for level in profile.levels[:LEADING_LEVELS]]
    return any(rule.value(plan) > rule.value(base) + LENT * abs(rule.value(base)) for rule in rules)
