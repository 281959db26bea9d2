"""The planner itself, with what it tells of its progress."""

import threading
import time
from dataclasses import dataclass

from caseload_planner.application.solving_process import SolvingProcess
from caseload_planner.distribution.judge import judge, plan_from_proposal
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import Status
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.run_control import Progress
from tests.benchmarks.peers.attempt import BROKEN, FOUND, PROVEN, Attempt

NEAR = 0.01
LAST_NEAR_LEVEL = "evenness"


@dataclass(frozen=True, slots=True)
class _Told:
    seconds: float
    best: float
    bound: float


def solve_with_planner(problem: DistributionProblem, profile: Profile) -> Attempt:
    """Solve as the program does: a second large part in a process beside this one, which begins when it is asked."""
    beside = SolvingProcess()
    try:
        return _solved(problem, profile, beside)
    finally:
        beside.end()


def _solved(problem: DistributionProblem, profile: Profile, beside: SolvingProcess) -> Attempt:
    began = time.monotonic()
    order = [level.name for level in profile.levels]
    searches = _Searches(began, order)
    proposal = solve(problem, profile, on_progress=searches.on_progress, beside=beside)
    seconds = time.monotonic() - began
    status = PROVEN if proposal.status is Status.OPTIMAL else FOUND
    if not judge(plan_from_proposal(problem.round, proposal)).clean:
        status = BROKEN
    near = searches.near_seconds(frozenset(order[: order.index(LAST_NEAR_LEVEL) + 1]))
    return Attempt(
        status=status,
        seconds=seconds,
        levels=proposal.levels,
        first_seconds=searches.first_seconds,
        near_seconds=near,
    )


class _Searches:
    """What was told, grouped by search: a part's search of one level is told by one thread without another between.

    Levels go up within a part and a next part begins with the first; a level that comes back after later ones only gets
    back what they did not need, and is left out.
    """

    def __init__(self, began: float, order: list[str]) -> None:
        self._began, self._order = began, order
        self._searches: list[tuple[str, list[_Told]]] = []
        self._running: dict[int, int] = {}
        self.first_seconds: float | None = None

    def on_progress(self, progress: Progress) -> None:
        """Note what is told; never called twice at the same time."""
        seconds, thread = time.monotonic() - self._began, threading.get_ident()
        if self.first_seconds is None:
            self.first_seconds = seconds
        if "bound" not in progress.figures:
            return
        at = self._running.get(thread)
        if at is None or self._searches[at][0] != progress.step:
            if at is not None and 0 < self._order.index(progress.step) < self._order.index(self._searches[at][0]):
                return
            at = self._running[thread] = len(self._searches)
            self._searches.append((progress.step, []))
        told = _Told(seconds, progress.figures["best"], progress.figures["bound"])
        self._searches[at][1].append(told)

    def near_seconds(self, levels: frozenset[str]) -> float | None:
        """Give when the last search of these levels came within 1 % of its bound, None where one never did."""
        moments = [_near(told) for level, told in self._searches if level in levels]
        return None if not moments or None in moments else max(moment for moment in moments if moment is not None)


def _near(told: list[_Told]) -> float | None:
    bound = max(row.bound for row in told)
    return next((row.seconds for row in told if row.best <= bound + NEAR * max(1.0, abs(row.best))), None)
