"""A wind-down to solve: families that move together, who may take them, and what they add to each week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from caseload_planner.winddown.horizon import Horizon
from caseload_planner.winddown.loads_ahead import LoadsAhead
from caseload_planner.winddown.request import Leaver, WindDownRequest

Weeks = npt.NDArray[np.int64]
"""A figure for each week of the horizon."""


@dataclass(frozen=True, slots=True)
class Member:
    """A running measure of which leavers hold a position.

    Attributes
    ----------
    first_giver, second_giver
        The leaver who is first, and second, contact; None where that is somebody who stays, or nobody.
    first_stays, second_stays
        Who stays in the position.
    last_day
        The day on which it is expected to end.
    end_known
        Whether that day is its own; an overdue end, or a guess from its type, does not count as near.
    """

    measure: str
    first_giver: str | None
    second_giver: str | None
    first_stays: str | None
    second_stays: str | None
    last_day: date
    end_known: bool

    @property
    def givers(self) -> tuple[str, ...]:
        """The leavers who hold it."""
        return tuple(giver for giver in (self.first_giver, self.second_giver) if giver is not None)


@dataclass(frozen=True, slots=True)
class SecondChoice:
    """Somebody who may become second contact of some members, with what she then carries and walks along with.

    `loads` is her share in each week from the change on; `walking` her incoming points before a change in that week.
    """

    worker: str
    weeks: frozenset[int]
    loads: Weeks
    walking: Weeks
    new_face: bool
    steps: int


@dataclass(frozen=True, slots=True)
class FirstChoice:
    """Somebody who may become first contact of all members that lose theirs; `worker` None where none does.

    `second_set` is the number of the members that then need another second, None where none do.
    """

    worker: str | None
    second_set: int | None
    weeks: frozenset[int]
    loads: Weeks
    walking: Weeks
    new_face: bool
    steps: int


@dataclass(frozen=True, slots=True)
class Family:
    """Everything of one family that leavers hold: it moves in one week to one first and one second contact.

    Attributes
    ----------
    weeks
        The weeks in which it can move at all, as far as time goes; somebody who can take it is another matter.
    may_run_out
        Whether all of it is expected to end before its leavers do.
    firsts, second_sets, set_members
        Who may take it over; and for each set of members that may need a second who may be that, and its measures.
    still_running, badly_timed
        Per week the number of members that would move then, and of those that would do so shortly before their end or
        in their first weeks.
    given
        What each leaver carries of it in each week while she has it.
    left_alone
        What those who stay beside a leaver carry more once she is gone, where the family is not handed over.
    starters
        Who is in her first half year; two of them are no duo.
    kept_away
        For everybody who may not take it, the first rule that says so.
    """

    key: str
    members: tuple[Member, ...]
    weeks: tuple[int, ...]
    may_run_out: bool
    firsts: tuple[FirstChoice, ...]
    second_sets: tuple[tuple[SecondChoice, ...], ...]
    set_members: tuple[frozenset[str], ...]
    still_running: Weeks
    badly_timed: Weeks
    given: Mapping[str, Weeks]
    left_alone: Mapping[str, Weeks]
    starters: frozenset[str]
    kept_away: tuple[str, ...]

    @property
    def givers(self) -> tuple[str, ...]:
        """The leavers who hold something of it, sorted."""
        return tuple(sorted({giver for member in self.members for giver in member.givers}))

    @property
    def given_weeks(self) -> int:
        """The number of weeks of the horizon."""
        return len(self.still_running)


@dataclass(frozen=True)
class WindDownProblem:
    """A wind-down with everything worked out that does not depend on the plan.

    Attributes
    ----------
    base, working, most
        Per receiver and week: what she carries where nothing moves, her working norm, and the most she may carry.
    step_limits
        Per leaver the most she may carry in each week; absent where no curve was drawn for her.
    """

    request: WindDownRequest
    leavers: tuple[Leaver, ...]
    horizon: Horizon
    ahead: LoadsAhead
    families: tuple[Family, ...]
    receivers: tuple[str, ...]
    base: Mapping[str, Weeks]
    working: Mapping[str, Weeks]
    most: Mapping[str, Weeks]
    step_limits: Mapping[str, Weeks]

    def overlap(self, week: int) -> int:
        """Give the weeks of walking along before a change in a week: as asked, fewer where there is no time."""
        return min(self.request.overlap_weeks, week - self.horizon.first_start)

    def added(self, loads: Weeks, walking: Weeks, week: int) -> Weeks:
        """Give what a choice adds to somebody's weeks where the change is in `week`."""
        whole = np.where(np.arange(len(loads)) >= week, loads, 0)
        start = week - self.overlap(week)
        whole[start:week] += walking[week] * np.ones(week - start, dtype=np.int64)
        return whole
