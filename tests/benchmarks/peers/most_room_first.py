"""What people do by hand: most urgent first, each where it costs least now."""

import time

from caseload_planner.distribution.greedy import greedy
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile
from caseload_planner.rules.round import plan_of
from tests.benchmarks.peers.attempt import Attempt, Moment, attempt_of


def place_most_urgent_first(problem: DistributionProblem, profile: Profile) -> Attempt:
    """Place measures one by one and never look back."""
    began = time.monotonic()
    placements = greedy(problem, [level.name for level in profile.levels])
    seconds = time.monotonic() - began
    attempt = attempt_of(plan_of(problem.round, placements.values()), profile, seconds)
    values = tuple(level.value for level in attempt.levels)
    return attempt_of(plan_of(problem.round, placements.values()), profile, seconds, moments=(Moment(seconds, values),))
