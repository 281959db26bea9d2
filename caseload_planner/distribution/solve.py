"""Solve a round: greedy, a local search, level by level for each part that stands on its own, and the judge."""

import importlib
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from caseload_planner.distribution.greedy import greedy
from caseload_planner.distribution.judge import judge, level_values, load_changes
from caseload_planner.distribution.last_look import place_what_still_fits
from caseload_planner.distribution.leftovers import explain_leftovers
from caseload_planner.distribution.parts_at_once import Beside, solve_parts
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import LevelValue, Proposal, Status
from caseload_planner.distribution.reasons import reasons_of
from caseload_planner.domain.errors import PlannerError, RuleRefusalError
from caseload_planner.domain.run_control import OnProgress, Progress, StopSignal, ignore_progress
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement, Plan, plan_of

if TYPE_CHECKING:
    from caseload_planner.solving.levels_in_order import LevelOutcome


class SolverDisagreesError(PlannerError):
    """The judge refuses what the solver gave: a fault of the program, shown with a reference number."""

    code = "solver_disagrees"


def solve(
    problem: DistributionProblem,
    profile: Profile,
    *,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
    beside: Beside | None = None,
) -> Proposal:
    """Find the best distribution in the order of a profile's levels.

    Never raises because not everything fits: what is left over is listed with the rules that bind it. When stopped or
    out of time the best so far is given, at worst the greedy one.

    Parameters
    ----------
    problem
        What is asked; its request has the time limit and seed.
    stop
        Asked to stop, the solver ends within two seconds with the best so far.
    on_progress
        Told of levels and their best values; called from several threads, never at the same time.
    beside
        Where a large part may be solved beside this process; all are solved here without it.

    Raises
    ------
    SolverDisagreesError
        The judge found a broken rule; nothing of the answer may be shown.
    """
    began = time.monotonic()
    baseline = greedy(problem, [level.name for level in profile.levels])
    _tell_first(problem, profile, baseline, on_progress)
    answers = solve_parts(problem, profile, baseline, began, stop or StopSignal(), on_progress, beside)
    placements = {key: placement for placed, _ in answers for key, placement in placed.items()}
    placements = place_what_still_fits(problem, placements, [level.name for level in profile.levels])
    plan = plan_of(problem.round, placements.values())
    forbidden = judge(plan).forbidden
    if forbidden:
        rules = sorted({breach.rule for breach in forbidden})
        raise SolverDisagreesError(f"the checker refuses the solver's answer: {', '.join(rules)}", rules=rules)
    bounds = _bounds(problem, profile, [outcomes for _, outcomes in answers])
    return _proposal(plan, bounds, time.monotonic() - began)


def _tell_first(
    problem: DistributionProblem, profile: Profile, baseline: Mapping[str, Placement], on_progress: OnProgress
) -> None:
    """Tell what the first answer comes to: there is something to show before the search begins."""
    first = LEVELS[profile.levels[0].name]
    value = first.value(plan_of(problem.round, baseline.values())) / first.scale
    on_progress(Progress(first.name, 0, max(1, len(profile.levels)), {"best": value}))


def warm_up() -> None:
    """Import the solver: takes over a second and holds the interpreter now and then, so better before it is asked."""
    importlib.import_module("caseload_planner.distribution.solve_part")


def proposal_of_plan(plan: Plan, profile: Profile) -> Proposal:
    """Make a proposal out of a plan that a leader drew herself: judged and valued, nothing proven.

    Raises
    ------
    RuleRefusalError
        The plan breaks a rule that the leader's own pins do not answer for; the first one is named.
    """
    forbidden = judge(plan).forbidden
    if forbidden:
        first = forbidden[0]
        raise RuleRefusalError(
            f"{first.rule}: {first.measure} {first.worker or ''} ({first.code})",
            rule=first.rule,
            code=first.code,
            measure=first.measure,
            worker=first.worker,
        )
    return _proposal(plan, {level.name: None for level in profile.levels}, 0.0)


def _bounds(
    problem: DistributionProblem, profile: Profile, answers: Sequence[Sequence["LevelOutcome"]]
) -> dict[str, int]:
    """Add the bounds of the parts up."""
    return {
        level.name: LEVELS[level.name].fixed_part(problem.round) + sum(outcomes[number].bound for outcomes in answers)
        for number, level in enumerate(profile.levels)
    }


def _proposal(plan: Plan, bounds: Mapping[str, int] | Mapping[str, None], seconds: float) -> Proposal:
    levels = tuple(
        LevelValue(value.name, value.value, bounds[value.name], value.scale) for value in level_values(plan, bounds)
    )
    return Proposal(
        status=Status.OPTIMAL if all(level.proven for level in levels) else Status.FEASIBLE,
        placements=plan.placements,
        unplaced=explain_leftovers(plan),
        levels=levels,
        loads=load_changes(plan),
        needs_override=judge(plan).needs_override,
        reasons={placement.measure: reasons_of(plan, placement) for placement in plan.placements},
        seconds=seconds,
    )
