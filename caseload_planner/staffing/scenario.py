"""A scenario: everything that is assumed of the years to come, as one frozen value with defaults and their sources.

Figures marked [A] are assumptions of ours, to be calibrated on the organisation's own history. S0, S1, S2 and S4 are
the documents that the project started from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from caseload_planner.domain.measures import MeasureType
from caseload_planner.staffing.assumption_fields import (
    Declared,
    Kind,
    assumption,
    by_place,
    choice,
    day,
    fraction,
    number,
    part,
    rows,
    text,
    whole,
)
from caseload_planner.staffing.durations import Duration, DurationFamily
from caseload_planner.staffing.support_assumptions import SupportAssumptions

LONGEST_WEEKS = 260
MOST_REPLICATIONS = 100_000

DEFAULT_DURATIONS: Mapping[MeasureType, Duration] = {
    MeasureType.SUPERVISION_ORDER: Duration(
        DurationFamily.COURT_TERMS, ends_at_half_year=0.08, ends_at_year=0.27, ends_each_later_year=0.45
    ),
    MeasureType.PROVISIONAL_SUPERVISION_ORDER: Duration(DurationFamily.BETWEEN, from_weeks=8, to_weeks=13),
    MeasureType.GUARDIANSHIP: Duration(DurationFamily.EXPONENTIAL, mean_weeks=365),
    MeasureType.PROVISIONAL_GUARDIANSHIP: Duration(DurationFamily.BETWEEN, from_weeks=16, to_weeks=64),
    MeasureType.PROBATION_MANDATORY: Duration(DurationFamily.LOGNORMAL, mean_weeks=67, sigma=0.6),
    MeasureType.PROBATION_VOLUNTARY: Duration(DurationFamily.GAMMA, mean_weeks=14, shape=6),
    MeasureType.INTENSIVE_GUIDANCE: Duration(DurationFamily.GAMMA, mean_weeks=26, shape=6),
    MeasureType.BEHAVIOUR_ORDER: Duration(DurationFamily.GAMMA, mean_weeks=39, shape=6),
    MeasureType.PREVENTIVE: Duration(DurationFamily.GAMMA, mean_weeks=26, shape=4),
    MeasureType.PMG_KANSRIJK: Duration(DurationFamily.GAMMA, mean_weeks=39, shape=4),
    MeasureType.PMG_STRAATKRACHT: Duration(DurationFamily.GAMMA, mean_weeks=39, shape=4),
    MeasureType.AFTERCARE: Duration(DurationFamily.EXPONENTIAL, mean_weeks=8),
}
"""Means of domain.md; shapes [A]."""

SEASON = (1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.7, 0.7, 1.15, 1.15, 1.15, 1.0)
CHILDREN = (0.62, 0.26, 0.09, 0.03)


def _by_type(about: str, low: float, high: float, *, optional: bool = False) -> Any:
    return assumption(Declared(Kind.BY_TYPE, about, low, high, optional=optional), factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inflow:
    """New measures a week."""

    level: float = number("All inflow against what it is now: 1.15 is 15 % more.", 1.0, 0.0, 10.0)
    growth_per_year: float = number("Growth of all inflow a year, added day by day: 0.05 is 5 %.", 0.0, -0.9, 5.0)
    season: tuple[float, ...] = assumption(
        Declared(Kind.NUMBERS, "Inflow of each month against the average, January first.", 0, 10, 12),
        default=SEASON,
    )
    children: tuple[float, ...] = assumption(
        Declared(Kind.NUMBERS, "Share of families with 1, 2, 3 and 4 children, together 1.", 0, 1, 4),
        default=CHILDREN,
    )
    per_week: Mapping[str, float] = _by_type(
        "Measures a week by type, those that follow on another measure included; "
        '"history" takes the average of our own last 52 weeks.',
        0.0,
        10_000.0,
        optional=True,
    )
    type_level: Mapping[str, float] = _by_type("Inflow of a type against what it is now.", 0.0, 10.0)
    type_growth_per_year: Mapping[str, float] = _by_type("Growth of a type a year, beside the general one.", -0.9, 5.0)
    place_level: Mapping[str, float] = by_place("Inflow of a team, location or region against what it is now.", 0, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transitions:
    """What a measure becomes when it ends."""

    provisional_to_supervision: float = fraction("Share of provisional orders (VOTS) that become an OTS [A].", 0.8)
    supervision_to_guardianship: float = fraction("Share of OTS that become voogdij [A].", 0.05)
    provisional_to_guardianship: float = fraction("Share of provisional guardianships that become voogdij [A].", 0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnover:
    """Who leaves, and how and when her place is filled."""

    per_year: float = number("Share of own people who leave a year (11 % and 15 % in two regions).", 0.13, 0.0, 5.0)
    places: Mapping[str, float] = by_place("The same for a team, location or region.", 0.0, 5.0)
    notice_weeks: int = whole("Weeks between giving notice and leaving.", 8, 0, 52)
    replaced_share: float = fraction("Share of leavers whose place is filled again.", 1.0)
    vacancy_weeks: float = number("Weeks that a place stands empty on average.", 12.0, 0.1, 260.0)
    vacancy_shape: float = number("Shape of the gamma distribution of those weeks; 1 is erratic [A].", 4.0, 0.1, 100.0)
    starter_share: float = fraction("Share of newcomers who start as starter; the rest is experienced [A].", 0.7)


class Onboards(StrEnum):
    """How a newcomer is onboarded."""

    STARTER = "starter"
    EXPERIENCED = "experienced"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancy:
    """A place that stands empty on the first day."""

    place: str = text("Team, location or region.")
    fte: float = number("Contracted fte of all empty places there together.", 1.0, 0.0, 1000.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hire:
    """People who come besides those who fill vacancies."""

    place: str = text("Team, location or region; empty is everywhere, by size.")
    people: int = whole("How many people.", 1, 1, 1000)
    fte: float = number("Contracted fte of each.", 0.89, 0.01, 1.2)
    in_weeks: int | None = whole("Weeks after the start at which they come...", None, 0, LONGEST_WEEKS)
    on: date | None = day("... or the date on which they do.")
    onboarding: Onboards = choice("starter, experienced or none.", Onboards.STARTER, Onboards)


class AbsenceModel(StrEnum):
    """How absence moves in time."""

    AUTOREGRESSIVE = "ar1"
    SPELLS = "spells"


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceShare:
    """Absence, and how much of it is long and so takes fte away."""

    share: float = fraction("Absent share of all hours (6.3 % and 8 % in two regions).", 0.07)
    places: Mapping[str, float] = by_place("The same for a team, location or region.")
    long_part: float = fraction("Part of it in spells over six weeks: only that lowers deployable fte.", 0.6)
    model: AbsenceModel = choice(
        "ar1: moves slowly round its mean. spells: people fall ill and come back.", AbsenceModel.AUTOREGRESSIVE,
        AbsenceModel,
    )  # fmt: skip
    deviation: float = fraction("Standard deviation of a team's long share (ar1) [A].", 0.02)
    persistence: float = number("Correlation of a week with the next (ar1) [A].", 0.95, 0.0, 0.999)
    spell_weeks: float = number("Mean length of a long spell (spells) [A].", 26.0, 1.0, 520.0)


class TeamDPlan(StrEnum):
    """What happens to team D."""

    END_DATES = "end_dates"
    NIL = "nil"
    STAYS = "stays"
    PLAN = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamD:
    """The seconded people of team D."""

    plan: TeamDPlan = choice(
        "plan: as the accepted plan of the page Team D says, and end_dates where there is none. end_dates: each leaves "
        "on her own last day. nil: falls evenly to nothing. stays: nobody leaves.",
        TeamDPlan.PLAN,
        TeamDPlan,
    )
    nil_in_weeks: int | None = whole("With nil: weeks after the start...", None, 1, LONGEST_WEEKS)
    nil_on: date | None = day("... or the date.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NormStep:
    """Other lines from a date on."""

    in_weeks: int | None = whole("Weeks after the start from which they hold...", None, 0, LONGEST_WEEKS)
    on: date | None = day("... or the date.")
    funded: float | None = number("Funded points per contracted fte; empty leaves it.", None, 1.0, 100.0)
    working: float | None = number("Working norm in points per deployable fte; empty leaves it.", None, 1.0, 100.0)
    ceiling: float | None = number("Ceiling in points per deployable fte; empty leaves it.", None, 1.0, 100.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Whether cases wait when there is no room."""

    limit: float | None = number(
        "Points per deployable fte above which new cases wait; empty: nobody waits, the load rises (wachtlijstvrij).",
        None,
        1.0,
        100.0,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Assistants:
    """The stream from assistant to registered caseworker."""

    registered_in_a_year: float = fraction("Chance to be registered within a year (17 of 37, S4).", 0.46)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Everything that is assumed; what is not said is as it is now."""

    name: str = text("Name on the shelf.", "Base")
    description: str = text("What it is about, in a sentence.")
    start: date | None = day("First day; empty: the day on which it is run.")
    weeks: int = whole("How many weeks to look ahead.", 104, 1, LONGEST_WEEKS)
    replications: int = whole("How many futures to throw.", 1000, 2, MOST_REPLICATIONS)
    seed: int = whole("Of the dice: the same seed gives the same futures.", 1, 0, 2**32 - 1)
    places: tuple[str, ...] = assumption(
        Declared(Kind.TEXTS, "Only these teams, locations or regions; empty: all."), default=()
    )
    inflow: Inflow = part("New measures.", Inflow)
    durations: Mapping[str, Duration] = assumption(
        Declared(
            Kind.DURATIONS,
            "How long measures last. Families: exponential (mean_weeks), gamma and weibull (mean_weeks, shape), "
            "lognormal (mean_weeks, sigma), between (from_weeks, to_weeks), court_terms (ends_at_half_year, "
            "ends_at_year, ends_each_later_year), history (our own curve).",
        ),
        factory=lambda: {type_.value: duration for type_, duration in DEFAULT_DURATIONS.items()},
    )
    transitions: Transitions = part("What measures become.", Transitions)
    turnover: Turnover = part("Who leaves and who comes instead.", Turnover)
    absence: AbsenceShare = part("Absence.", AbsenceShare)
    team_d: TeamD = part("Team D.", TeamD)
    waiting: Waiting = part("Waiting.", Waiting)
    support: SupportAssumptions = part(
        "Support workers (ondersteuners): relief, never a lower caseload.", SupportAssumptions
    )
    assistants: Assistants = part("Assistants.", Assistants)
    vacancies: tuple[Vacancy, ...] = rows("Places that stand empty on the first day.", Vacancy)
    hires: tuple[Hire, ...] = rows("People who come besides.", Hire)
    norm_steps: tuple[NormStep, ...] = rows("Changes of the norm.", NormStep)
    reasons: Mapping[str, str] = assumption(
        Declared(Kind.REASONS, 'Why an assumption was chosen, by key: "turnover.per_year" = "..."'), factory=dict
    )
