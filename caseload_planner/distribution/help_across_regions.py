"""Help across regions: what a region cannot place is asked of the others, once the region itself is full."""

import time
from dataclasses import replace

from caseload_planner.distribution.parts_at_once import Beside
from caseload_planner.distribution.problem import DistributionProblem, build_problem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import Proposal
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import OnProgress, StopSignal, ignore_progress
from caseload_planner.rules.waiting import Waiting

LEAST_SECONDS = 1.0
"""What is left for the second round where the first took all the time."""


def solve_with_help(
    organisation: Organisation,
    problem: DistributionProblem,
    profile: Profile,
    *,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
    beside: Beside | None = None,
) -> tuple[DistributionProblem, Proposal]:
    """Solve with the people of each region, then again with help for what that left over.

    Help is asked for those measures only; everything else stays in its region. Each contact from another region stands
    under `needs_override` (H10), as that region has to agree. Where nothing is left over nobody is asked.

    Returns
    -------
    The problem answered, in whose request `helped` names what help is asked for, and its proposal. Never one in which
    more waits than without help.
    """
    began = time.monotonic()
    alone = solve(problem, profile, stop=stop, on_progress=on_progress, beside=beside)
    left = tuple(row.measure for row in alone.unplaced)
    if not left or (stop is not None and stop.requested):
        return problem, alone
    seconds = max(LEAST_SECONDS, problem.request.time_limit_seconds - (time.monotonic() - began))
    request = replace(problem.request, measures=problem.round.asked, helped=left)
    opened = build_problem(organisation, replace(request, time_limit_seconds=seconds))
    helped = solve(opened, profile, stop=stop, on_progress=on_progress, beside=beside)
    if _waiting(helped) > _waiting(alone):
        return problem, alone
    # Asked as it was asked: the time that the second round had is nobody's wish.
    return replace(opened, request=request), replace(helped, seconds=alone.seconds + helped.seconds)


def _waiting(proposal: Proposal) -> int:
    return sum(level.value for level in proposal.levels if level.name == Waiting.name)
