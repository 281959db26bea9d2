"""Teams, workers, contracts and absences, and the whole organisation as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.points import Hundredths


class Role(StrEnum):
    """What somebody is employed as."""

    YOUTH_PROTECTION = "youth_protection"
    YOUTH_PROBATION = "youth_probation"
    JUNIOR = "junior"
    CAREER_CHANGER = "career_changer"
    ASSISTANT = "assistant"
    SUPPORT = "support"
    BEHAVIOURAL_SCIENTIST = "behavioural_scientist"
    TEAM_LEADER = "team_leader"


CARRYING_ROLES = frozenset(
    {Role.YOUTH_PROTECTION, Role.YOUTH_PROBATION, Role.JUNIOR, Role.CAREER_CHANGER, Role.ASSISTANT}
)
"""Roles that carry cases; an assistant only as second contact."""


class Employment(StrEnum):
    """How somebody is bound to the organisation; `SECONDED` is team D."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    SECONDED = "seconded"


class Onboarding(StrEnum):
    """Which onboarding steps somebody follows."""

    NONE = "none"
    STARTER = "starter"
    EXPERIENCED = "experienced"


class Skill:
    """Names of the skills that rules ask for; a source may hold others as well."""

    PROBATION = "jr"
    PMG = "pmg"
    SNS = "sns"
    SCHOTTEN = "schotten"
    SCHOTTEN_TEAM = "schotten_team"


@dataclass(frozen=True, slots=True)
class Team:
    """A team with its location and region."""

    key: str
    name: str
    region: str
    location: str


@dataclass(frozen=True, slots=True)
class Contract:
    """Contracted fte over a period; `until_on` is the last day, None while open."""

    from_on: date
    until_on: date | None
    fte: Decimal

    def holds_on(self, on: date) -> bool:
        """Whether it holds on the date."""
        return self.from_on <= on and (self.until_on is None or self.until_on >= on)


@dataclass(frozen=True, slots=True)
class Absence:
    """A share (0-1) of her hours absent, never with a reason; `until_on` is the last day, None while unknown."""

    from_on: date
    until_on: date | None
    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """Somebody in service, with everything dated that bears on what she can carry."""

    key: str
    name: str
    team: str
    role: Role
    employment: Employment
    started_on: date
    ends_on: date | None = None
    skj_until: date | None = None
    skills: frozenset[str] = frozenset()
    task_share: Decimal = Decimal(0)
    personal_ceiling: Hundredths | None = None
    onboarding: Onboarding = Onboarding.NONE
    wishes: frozenset[str] = frozenset()
    contracts: tuple[Contract, ...] = ()
    absences: tuple[Absence, ...] = ()

    @property
    def carries(self) -> bool:
        """Whether her role carries cases."""
        return self.role in CARRYING_ROLES

    @property
    def seconded(self) -> bool:
        """Whether she belongs to team D."""
        return self.employment is Employment.SECONDED

    def in_service(self, on: date) -> bool:
        """Whether she is in service on the date."""
        return self.started_on <= on and (self.ends_on is None or self.ends_on >= on)


@dataclass(frozen=True, slots=True)
class WindingDown:
    """Somebody who hands over what she has by an accepted plan.

    Attributes
    ----------
    from_on
        The first day on which she takes nothing new: the day after the plan's last one for new cases.
    nil_on
        The day on which she is to carry nothing.
    """

    from_on: date
    nil_on: date


@dataclass(frozen=True, slots=True)
class Supporter:
    """Hours a week that a support worker gives to a team."""

    worker: str
    team: str
    hours_per_week: Decimal


@dataclass(frozen=True)
class Organisation:
    """Everything that is known, over all dates; the functions beside it ask it about one date.

    Mappings are by key and sorted by key; assignments of a measure are sorted by (from, position, worker).
    `winding_down` is by worker and comes from accepted wind-down plans; no source has it.
    """

    teams: Mapping[str, Team]
    workers: Mapping[str, Worker]
    measures: Mapping[str, Measure]
    assignments: tuple[Assignment, ...]
    norms: NormSet
    conflicts: frozenset[tuple[str, str]] = frozenset()
    supporters: tuple[Supporter, ...] = ()
    winding_down: Mapping[str, WindingDown] = field(default_factory=dict)
    revision: int = field(default=0, compare=False)

    @cached_property
    def assignments_of(self) -> Mapping[str, tuple[Assignment, ...]]:
        """Assignments by measure, every measure present."""
        grouped: dict[str, list[Assignment]] = {key: [] for key in self.measures}
        for assignment in self.assignments:
            grouped[assignment.measure].append(assignment)
        order = {key: sorted(rows, key=lambda a: (a.from_on, a.position, a.worker)) for key, rows in grouped.items()}
        return {key: tuple(rows) for key, rows in order.items()}

    @cached_property
    def measures_by_family(self) -> Mapping[str, tuple[Measure, ...]]:
        """Measures by family, in the order in which they share work: (counts from, key)."""
        grouped: dict[str, list[Measure]] = {}
        for measure in self.measures.values():
            grouped.setdefault(measure.family, []).append(measure)
        return {family: tuple(sorted(rows, key=lambda m: (m.counts_from, m.key))) for family, rows in grouped.items()}

    def takes_nothing_new(self, worker: str, on: date) -> bool:
        """Whether an accepted wind-down plan keeps somebody from new cases on a date.

        Team D stays closed as long as the plan stands. Somebody of the own staff who handed over for an absence is open
        again after the day on which she was to be at nil.
        """
        plan = self.winding_down.get(worker)
        if plan is None or on < plan.from_on:
            return False
        return self.workers[worker].seconded or on <= plan.nil_on

    def team_of(self, worker: str) -> Team:
        """Give the team of a worker."""
        return self.teams[self.workers[worker].team]

    def region_of_measure(self, measure: str) -> str:
        """Give the region whose team answers for a measure."""
        return self.teams[self.measures[measure].team].region

    def region_of_worker(self, worker: str) -> str:
        """Give the region of a worker's team."""
        return self.team_of(worker).region
