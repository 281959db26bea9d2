"""New families by week: rates from the assumptions, counts by inversion, and what each family brings."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from caseload_planner.domain.measures import MeasureType
from caseload_planner.staffing.arrays import Floats, Ints
from caseload_planner.staffing.durations import DAYS_A_WEEK, DAYS_A_YEAR, Survival
from caseload_planner.staffing.random_numbers import Dice, Purpose
from caseload_planner.staffing.scenario import Inflow, Scenario, Transitions
from caseload_planner.staffing.snapshot import TYPES, StaffingSnapshot

FAMILY_TYPES = frozenset(
    {
        MeasureType.SUPERVISION_ORDER,
        MeasureType.PROVISIONAL_SUPERVISION_ORDER,
        MeasureType.GUARDIANSHIP,
        MeasureType.PROVISIONAL_GUARDIANSHIP,
        MeasureType.PREVENTIVE,
    }
)
"""Types that brothers and sisters get together; the others come for one youth."""
ENOUGH_HISTORY = 20
"""Fewer measures than this in the last year say too little: the rate then follows from Little's law."""
EVENT_BITS = 12
"""Room for 4,096 families of a type in a week."""
_NEGLIGIBLE = 1e-13


def successors(transitions: Transitions) -> Mapping[MeasureType, tuple[MeasureType, float]]:
    """Give what each type becomes, and with which chance."""
    return {
        MeasureType.PROVISIONAL_SUPERVISION_ORDER: (
            MeasureType.SUPERVISION_ORDER,
            transitions.provisional_to_supervision,
        ),
        MeasureType.SUPERVISION_ORDER: (MeasureType.GUARDIANSHIP, transitions.supervision_to_guardianship),
        MeasureType.PROVISIONAL_GUARDIANSHIP: (MeasureType.GUARDIANSHIP, transitions.provisional_to_guardianship),
    }


def measures_per_week(scenario: Scenario, snapshot: StaffingSnapshot, survivals: tuple[Survival, ...]) -> Floats:
    """Give all starts a week by type, before level, growth and season: as given, else as in our own last year."""
    rates = np.zeros(len(TYPES))
    seen = snapshot.arrivals.per_week
    enough = seen.sum() * 52 >= ENOUGH_HISTORY
    for number, type_ in enumerate(TYPES):
        given = scenario.inflow.per_week.get(type_.value)
        running = int(np.count_nonzero(snapshot.cases.kind == number))
        mean_weeks = survivals[number].mean_days / DAYS_A_WEEK
        own = float(seen[number]) if enough else running / max(1.0, mean_weeks)
        rates[number] = own if given is None else given
    return rates


def from_outside(rates: Floats, transitions: Transitions) -> Floats:
    """Take off what follows on another measure, as the engine makes those itself when the other one ends."""
    outside = rates.copy()
    for before, (after, chance) in successors(transitions).items():
        outside[TYPES.index(after)] -= chance * rates[TYPES.index(before)]
    return np.maximum(outside, 0.0)


def mean_children(inflow: Inflow, type_: MeasureType) -> float:
    """Give the mean number of measures that a new family of this type brings."""
    if type_ not in FAMILY_TYPES:
        return 1.0
    return sum((n + 1) * share for n, share in enumerate(inflow.children))


def family_rates(scenario: Scenario, snapshot: StaffingSnapshot, survivals: tuple[Survival, ...]) -> Floats:
    """Give the expected number of new families by type and week (between that day and the next one looked at)."""
    inflow = scenario.inflow
    outside = from_outside(measures_per_week(scenario, snapshot, survivals), scenario.transitions)
    season = np.asarray(inflow.season)
    season = season / season.mean() if season.mean() > 0 else season
    days = snapshot.days[: scenario.weeks]
    by_week = np.array([season[day.month - 1] for day in days])
    years = np.arange(scenario.weeks) * DAYS_A_WEEK / DAYS_A_YEAR
    rates = np.zeros((len(TYPES), scenario.weeks))
    for number, type_ in enumerate(TYPES):
        growth = (1 + inflow.growth_per_year) * (1 + inflow.type_growth_per_year.get(type_.value, 0.0))
        level = inflow.level * inflow.type_level.get(type_.value, 1.0)
        rates[number] = outside[number] * level * growth**years * by_week / mean_children(inflow, type_)
    return rates


def poisson_counts(rates: Floats, uniform: Floats) -> Ints:
    """Invert the Poisson distribution: `rates` by week, `uniform` by week and replication.

    A higher rate never gives fewer with the same number.
    """
    counts = np.zeros(uniform.shape, dtype=np.int64)
    chance = np.exp(-rates)
    below = chance.copy()
    n = 0
    while np.any(uniform > below[:, None]) and n < 1 << EVENT_BITS:
        counts += uniform > below[:, None]
        n += 1
        chance = chance * rates / n
        below = below + chance
        if np.all((chance < _NEGLIGIBLE) & (n > rates)):
            break
    return counts


@dataclass(frozen=True, eq=False)
class NewFamilies:
    """New families of one type: one entry a family in a replication.

    Attributes
    ----------
    event
        Number of the event, common to all scenarios; children number on from it.
    replication
        Which future, counted from the first of this chunk.
    day
        Day against the first day.
    team
        Number of the team.
    """

    event: Ints
    replication: Ints
    day: Ints
    team: Ints


def new_families(
    dice: Dice, code: int, rates: Floats, team_share: Floats, replications: Ints, purpose: Purpose
) -> NewFamilies:
    """Throw the families of one type over all weeks.

    Parameters
    ----------
    code
        Number of the stream: type and origin.
    rates
        Families a week.
    team_share
        Chance of each team.
    """
    weeks = np.arange(len(rates), dtype=np.int64)
    counts = poisson_counts(rates, dice.uniforms(purpose, code, weeks[:, None], replications[None, :])).ravel()
    cell = np.repeat(np.arange(counts.size), counts)
    within = np.arange(cell.size) - np.repeat(np.cumsum(counts) - counts, counts)
    week, replication = np.divmod(cell, len(replications))
    event = ((week << EVENT_BITS) | within) << 2
    absolute = replications[replication]
    day = week * DAYS_A_WEEK + (dice.uniforms(Purpose.DAY, code, event, absolute) * DAYS_A_WEEK).astype(np.int64)
    edges = np.cumsum(team_share)[:-1]
    team = np.searchsorted(edges, dice.uniforms(Purpose.TEAM, code, event, absolute), side="right")
    return NewFamilies(event, replication, day, team.astype(np.int64))


def children_of(inflow: Inflow, type_: MeasureType, uniform: Floats) -> Ints:
    """Give how many measures each family brings, by inversion."""
    if type_ not in FAMILY_TYPES:
        return np.ones(uniform.shape, dtype=np.int64)
    edges = np.cumsum(inflow.children)[:-1]
    return 1 + np.searchsorted(edges, uniform, side="right").astype(np.int64)


def team_levels(scenario: Scenario, snapshot: StaffingSnapshot) -> Floats:
    """Give the inflow of each team against what it is now; the narrowest place named counts."""
    levels = np.ones(len(snapshot.places))
    for place in sorted(scenario.inflow.place_level, key=lambda name: -len(snapshot.teams_at(name))):
        levels[list(snapshot.teams_at(place))] = scenario.inflow.place_level[place]
    return levels
