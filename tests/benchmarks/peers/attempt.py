"""What a way of distributing came to: its placements over time, what it proved, and how long it took."""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass

from caseload_planner.distribution.judge import judge, level_values
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import LevelValue
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement, Plan, plan_of

BROKEN = "breaks a rule"
PROVEN = "proven"
FOUND = "found"
TOO_LARGE = "too large"

Bounds = Mapping[str, int]
"""Proven bound by level, without what no plan can change."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A better plan: when it was known, in seconds from the start, and its levels in the profile's order."""

    seconds: float
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What a method came to on one round.

    Attributes
    ----------
    status
        `PROVEN` where every level is proven to within 0.5 %, `FOUND` where a plan is sound, else why there is none.
    moments
        Plans as they came, as far as the method tells.
    near_seconds
        When every level up to evenness came within 1 % of its bound, where the method knows that itself.
    cpu_seconds, peak_memory_mb
        Of its process, over all threads, where it had one of its own.
    """

    status: str
    seconds: float
    levels: tuple[LevelValue, ...] = ()
    moments: tuple[Moment, ...] = ()
    first_seconds: float | None = None
    near_seconds: float | None = None
    cpu_seconds: float | None = None
    peak_memory_mb: float | None = None


class Recorder:
    """Notes the plans of parts as they come from several threads, and values them when all is over."""

    def __init__(self, problem: DistributionProblem) -> None:
        self._problem = problem
        self._lock = threading.Lock()
        self._noted: list[tuple[float, int, dict[str, Placement]]] = []
        self._began = time.monotonic()

    def note(self, part: int, placements: Mapping[str, Placement]) -> None:
        """Note the plan of a part as it is now."""
        with self._lock:
            self._noted.append((self.seconds, part, dict(placements)))

    @property
    def seconds(self) -> float:
        """Seconds since the method began."""
        return time.monotonic() - self._began

    def attempt(self, profile: Profile, parts: int, bounds: Bounds | None = None) -> Attempt:
        """Judge and value what was noted; a moment counts from when every part has a plan."""
        seconds = self.seconds
        now: dict[int, dict[str, Placement]] = {}
        moments: list[Moment] = []
        for at, part, placements in self._noted:
            now[part] = placements
            if len(now) == parts:
                values = tuple(LEVELS[level.name].value(self._plan(now)) for level in profile.levels)
                if not moments or values < moments[-1].values:
                    moments.append(Moment(at, values))
        return attempt_of(self._plan(now), profile, seconds, moments=tuple(moments), bounds=bounds)

    def _plan(self, parts: Mapping[int, Mapping[str, Placement]]) -> Plan:
        return plan_of(self._problem.round, [p for placed in parts.values() for p in placed.values()])


def attempt_of(
    plan: Plan,
    profile: Profile,
    seconds: float,
    *,
    moments: tuple[Moment, ...] = (),
    bounds: Bounds | None = None,
) -> Attempt:
    """Judge a plan, work its levels out and lay the bounds beside them."""
    levels = tuple(
        LevelValue(value.name, value.value, _whole_bound(plan, value.name, bounds), value.scale)
        for value in level_values(plan, [level.name for level in profile.levels])
    )
    status = PROVEN if all(level.proven for level in levels) else FOUND
    return Attempt(
        status=status if judge(plan).clean else BROKEN,
        seconds=seconds,
        levels=levels,
        moments=moments,
        first_seconds=moments[0].seconds if moments else seconds,
    )


def _whole_bound(plan: Plan, name: str, bounds: Bounds | None) -> int | None:
    return None if bounds is None else bounds[name] + LEVELS[name].fixed_part(plan.round)
