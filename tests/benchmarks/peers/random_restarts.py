"""Local search from random plans, again and again, as long as there is time: finds, and proves nothing."""

import random
import threading
import time
from collections.abc import Mapping

from caseload_planner.distribution.board import Board
from caseload_planner.distribution.local_search import improve
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.takers import Takers
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement, plan_of
from tests.benchmarks.peers.attempt import Attempt, Recorder

MOST_SECONDS = 10.0


def search_from_random_starts(problem: DistributionProblem, profile: Profile) -> Attempt:
    """Restart for ten seconds, or the request's limit where that is shorter; keep the best by the levels in order."""
    recorder, stop = Recorder(problem), StopSignal()
    seconds = min(MOST_SECONDS, problem.request.time_limit_seconds)
    timer = threading.Timer(seconds, stop.request)
    timer.start()
    dice = random.Random(problem.request.seed)
    order = [level.name for level in profile.levels]
    best: tuple[int, ...] | None = None
    end = time.monotonic() + seconds
    while best is None or time.monotonic() < end:
        found = improve(problem, _random_start(problem, order, dice), order, dice.randrange(2**31), stop)
        values = _values(problem, order, found)
        if best is None or values < best:
            best = values
            recorder.note(0, found)
    timer.cancel()
    return recorder.attempt(profile, 1)


def _random_start(problem: DistributionProblem, order: list[str], dice: random.Random) -> dict[str, Placement]:
    """Put measures down in a random order, each in a random place that fits."""
    board, placed = Board(problem, order), dict[str, Placement]()
    takers = Takers(board)
    for key in dice.sample(problem.round.asked, len(problem.round.asked)):
        options = [placement for _, placement in takers.options(key)]
        if options:
            placed[key] = dice.choice(options)
            board.put(placed[key])
    return placed


def _values(problem: DistributionProblem, order: list[str], found: Mapping[str, Placement]) -> tuple[int, ...]:
    plan = plan_of(problem.round, found.values())
    return tuple(LEVELS[name].value(plan) for name in order)
