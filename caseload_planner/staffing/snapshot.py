"""What is there on the first day, as arrays: measures with their ages, people with what they will work, and lines."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.norm import Norm, NormSet
from caseload_planner.staffing.arrays import Floats, Ints
from caseload_planner.staffing.durations import Survival

TYPES: tuple[MeasureType, ...] = tuple(MeasureType)
"""Measure types in the order in which arrays number them."""
UNSHARED, SIBLING, CONCURRENT = 0, 1, 2
"""Whether a measure shares work in its family, as arrays number it; more is lighter."""


@dataclass(frozen=True, slots=True)
class Place:
    """A team with where it is."""

    key: str
    name: str
    location: str
    region: str


@dataclass(frozen=True, slots=True)
class Weighing:
    """A norm by which cases are weighed, from a week on."""

    from_week: int
    norm: Norm


def weighings_of(norms: NormSet, days: Sequence[date]) -> tuple[Weighing, ...]:
    """Give the norms that weigh cases on some days, by the first of the days; the first one from the first day.

    A version of the norm that only moves the lines weighs as the one before.
    """
    found = [Weighing(0, norms.on(days[0]))]
    for week, day in enumerate(days):
        norm = norms.on(day)
        if not norm.weighs_as(found[-1].norm):
            found.append(Weighing(week, norm))
    return tuple(found)


@dataclass(frozen=True, eq=False, kw_only=True)
class RunningCases:
    """Running measures: one row each.

    Attributes
    ----------
    kind
        Number of the type in `TYPES`.
    started
        Day of its start against the first day; 0 or negative.
    known_end
        First day on which it no longer runs, where that is known; else a large number.
    extra
        Points of its factors in hundredths: a row for each of the snapshot's `weighings`.
    portion_case, portion_team
        The parts that teams carry: row of the case, number of the team.
    portion_share
        Share of each part in percent: a row for each of the snapshot's `weighings`.
    earlier_same_youth, earlier_in_family
        Rows of the earlier running measures with which a case shares work, by row; absent where there are none.
    """

    kind: Ints
    started: Ints
    known_end: Ints
    extra: Ints
    portion_case: Ints
    portion_team: Ints
    portion_share: Ints
    earlier_same_youth: Mapping[int, tuple[int, ...]]
    earlier_in_family: Mapping[int, tuple[int, ...]]


@dataclass(frozen=True, eq=False, kw_only=True)
class People:
    """Who carries cases: one row each, and what she will work by week (week 0 is the first day).

    Attributes
    ----------
    contract
        Hundredths of contracted fte by week, her own last day included.
    carrying
        Millionths of fte by week: contract x not on tasks x onboarded, before absence.
    seconded, assistant
        Whether she belongs to team D, whether she is an assistant.
    notice_given
        Whether her last day is known already.
    task_percent
        Share of her hours on other tasks.
    absent_now
        Long-absent share on the first day.
    steps
        Which onboarding steps she is in; only that she stays is random.
    """

    team: Ints
    contract: Ints
    carrying: Ints
    seconded: Ints
    assistant: Ints
    notice_given: Ints
    task_percent: Ints
    absent_now: Floats


@dataclass(frozen=True, eq=False, kw_only=True)
class Arrivals:
    """Our own recent inflow, by type (rows of `TYPES`).

    Attributes
    ----------
    per_week
        Measures a week over the last 52 weeks.
    team_share
        Where they come, by type and team; rows add up to 1.
    factor_points
        Factor sums of running measures by type, lightest first: newcomers draw one of them. A row for each of the
        snapshot's `weighings`, so that who is drawn weighs what she would weigh under each.
    concurrent_share
        Share of running measures whose youth has an earlier one.
    """

    per_week: Floats
    team_share: Floats
    factor_points: tuple[Ints, ...]
    concurrent_share: Floats


@dataclass(frozen=True, eq=False, kw_only=True)
class StaffingSnapshot:
    """Everything a run starts from; holds numbers and keys of teams only, nobody's name or key."""

    on: date
    weeks: int
    revision: int
    digest: str
    places: tuple[Place, ...]
    cases: RunningCases
    people: People
    arrivals: Arrivals
    norms: NormSet
    support_fte: Floats
    own_curves: tuple[Survival | None, ...]
    plan_weeks: Floats | None = None

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that are looked at: the first day, and the same day of each week after."""
        return tuple(self.on + timedelta(weeks=n) for n in range(self.weeks + 1))

    @cached_property
    def weighings(self) -> tuple[Weighing, ...]:
        """The norms that weigh cases, one after the other."""
        return weighings_of(self.norms, self.days)

    def teams_at(self, place: str) -> tuple[int, ...]:
        """Give the numbers of the teams of a team, location or region; none where there is no such place."""
        found = tuple(n for n, team in enumerate(self.places) if place == team.key)
        return found or tuple(n for n, team in enumerate(self.places) if place in (team.location, team.region))

    def place_names(self) -> Collection[str]:
        """Give every word that names a place: teams first, then locations and regions."""
        names = [team.key for team in self.places]
        names += sorted({team.location for team in self.places} | {team.region for team in self.places})
        return tuple(dict.fromkeys(names))
