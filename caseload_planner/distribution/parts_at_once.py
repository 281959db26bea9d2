"""Parts of a round solved at the same time: two threads here, or one here and another process beside this one.

CP-SAT lets go of the interpreter while it works; writing models down and the local search do not. In a large round that
is half of the work, so two threads of one process take as long as one.
"""

import threading
from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol

from caseload_planner.distribution.parts import independent_parts
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile
from caseload_planner.domain.run_control import OnProgress, Progress, StopSignal
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement

if TYPE_CHECKING:
    from caseload_planner.solving.levels_in_order import LevelOutcome, OnLevel
    from caseload_planner.solving.search import Limits

AT_ONCE = 2
WORTH_ANOTHER_PROCESS = 25
"""Measures of the second largest part from which another process is worth what it takes to hand the round over."""
FINISHING_SECONDS_A_MEASURE = 0.001
FINISHING_SHARE = 0.1
"""Of the limit, at most, for judging and explaining the answer."""

PartAnswer = tuple[dict[str, Placement], "list[LevelOutcome]"]
"""Placements by measure, and an outcome for every level of the profile."""


class SolvesPart(Protocol):
    """Solves one part from placements that hold all rules, within limits; a stop gives the best so far."""

    def __call__(
        self,
        part: DistributionProblem,
        profile: Profile,
        start: Mapping[str, Placement],
        limits: "Limits",
        stop: StopSignal,
        on_level: "OnLevel",
    ) -> PartAnswer:
        """Give the answer; `on_level` is told of each level's best value and bound."""
        ...


Beside = SolvesPart
"""One that works outside this process, on one part at a time."""


def solve_parts(
    problem: DistributionProblem,
    profile: Profile,
    baseline: Mapping[str, Placement],
    began: float,
    stop: StopSignal,
    on_progress: OnProgress,
    beside: Beside | None = None,
) -> list[PartAnswer]:
    """Solve what stands on its own apart, the largest first; answers come in the order of the parts.

    Parameters
    ----------
    baseline
        Placements that hold all rules.
    began
        When the time of the request began to run, on the monotonic clock.
    beside
        Where one part at a time is solved while another is solved here; small ones never are.
    """
    # CP-SAT pulls pandas and takes over a second to import: only who solves pays for it.
    from caseload_planner.distribution.solve_part import part_of, solve_part
    from caseload_planner.solving.search import Limits

    parts, counted = independent_parts(problem), problem.request.deterministic_limit
    ends = began + problem.request.time_limit_seconds - _finishing_seconds(problem)
    limits = Limits(ends, counted, problem.request.seed, by_clock=counted is None)
    teller = _Teller(profile, len(parts), on_progress)
    waiting = deque(sorted(enumerate(parts), key=lambda numbered: -len(numbered[1])))
    answers: dict[int, PartAnswer] = {}

    def work(solves: SolvesPart) -> None:
        while waiting:
            try:
                number, keys = waiting.popleft()
            except IndexError:
                return  # the other was quicker
            start = {key: baseline[key] for key in keys if key in baseline}
            part = part_of(problem, keys)
            answers[number] = solves(part, profile, start, limits, stop, teller.of_part(number))

    with_another = beside is not None and _second_largest(parts) >= WORTH_ANOTHER_PROCESS
    places = [solve_part, beside] if beside is not None and with_another else [solve_part] * AT_ONCE
    with ThreadPoolExecutor(max_workers=len(places), thread_name_prefix="solve") as pool:
        for done in [pool.submit(work, place) for place in places]:
            done.result()
    return [answers[number] for number in range(len(parts))]


def _second_largest(parts: Sequence[Sequence[str]]) -> int:
    sizes = sorted((len(keys) for keys in parts), reverse=True)
    return sizes[1] if len(sizes) > 1 else 0


def _finishing_seconds(problem: DistributionProblem) -> float:
    """Give what judging and explaining the answer takes, so that it comes within the limit."""
    seconds = len(problem.round.asked) * FINISHING_SECONDS_A_MEASURE
    return min(seconds, FINISHING_SHARE * problem.request.time_limit_seconds)


class _Teller:
    """Joins what parts tell from several threads into one progress, one call at a time."""

    def __init__(self, profile: Profile, parts: int, on_progress: OnProgress) -> None:
        self._lock = threading.Lock()
        self._order = [level.name for level in profile.levels]
        self._total, self._on_progress = parts * len(self._order), on_progress
        self._at: dict[int, int] = dict.fromkeys(range(parts), 0)

    def of_part(self, number: int) -> "_PartTeller":
        return _PartTeller(self, number)

    def tell(self, number: int, name: str, best: int, bound: int | None) -> None:
        scale = LEVELS[name].scale
        figures = {"best": best / scale} if bound is None else {"best": best / scale, "bound": bound / scale}
        with self._lock:
            self._at[number] = max(self._at[number], self._order.index(name))
            self._on_progress(Progress(name, sum(self._at.values()), self._total, figures))


class _PartTeller:
    def __init__(self, teller: _Teller, number: int) -> None:
        self._teller, self._number = teller, number

    def __call__(self, name: str, best: int, bound: int | None) -> None:
        self._teller.tell(self._number, name, best, bound)
