"""Who comes by plan, and which part of team D stays: what is known before any dice are thrown."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from caseload_planner.staffing.arrays import Floats
from caseload_planner.staffing.durations import DAYS_A_WEEK
from caseload_planner.staffing.scenario import Hire, Onboards, Scenario, TeamDPlan
from caseload_planner.staffing.snapshot import StaffingSnapshot

MOST_OF_A_ROW = 1000
"""People of one row of a scenario; each has a number of her own, so that her dice stay hers."""


class Steps(IntEnum):
    """How a newcomer is onboarded, as arrays number it."""

    STARTER = 0
    EXPERIENCED = 1
    NONE = 2


STEPS = {Onboards.STARTER: Steps.STARTER, Onboards.EXPERIENCED: Steps.EXPERIENCED, Onboards.NONE: Steps.NONE}


@dataclass(frozen=True, slots=True)
class Comer:
    """Somebody who comes by plan.

    Attributes
    ----------
    week
        In which she comes; for a vacancy, the week from which the place stands empty.
    contract
        Hundredths of fte.
    steps
        How she is onboarded; None for an empty place, as that is drawn with who fills it.
    number
        Of her dice.
    """

    team: int
    week: int
    contract: int
    steps: Steps | None
    number: int


def team_d_share(scenario: Scenario, snapshot: StaffingSnapshot) -> Floats | None:
    """Give which part of team D is there by week; None where everybody's own last day counts."""
    plan, weeks = scenario.team_d.plan, np.arange(scenario.weeks, dtype=np.float64)
    if plan is TeamDPlan.STAYS:
        return np.ones(scenario.weeks)
    if plan is TeamDPlan.NIL:
        until = scenario.team_d.nil_in_weeks
        if until is None and scenario.team_d.nil_on is not None:
            until = -(-(scenario.team_d.nil_on - snapshot.on).days // DAYS_A_WEEK)
        return np.clip(1.0 - weeks / max(1, until or 1), 0.0, 1.0)
    if plan is TeamDPlan.PLAN and snapshot.plan_weeks is not None:
        planned = np.zeros(scenario.weeks)
        known = snapshot.plan_weeks[: scenario.weeks]
        planned[: len(known)] = known
        return planned
    return None


def planned_comers(scenario: Scenario, snapshot: StaffingSnapshot) -> tuple[Comer, ...]:
    """List who comes by plan: hires, and the empty places of the first day.

    People of one place are spread over its teams by size.
    """
    contract = snapshot.people.contract[:, 0].astype(np.float64)
    size = np.bincount(snapshot.people.team, weights=contract, minlength=len(snapshot.places)).astype(np.float64)
    return (*_hired(scenario, snapshot, size), *_vacant(scenario, snapshot, size))


def _hired(scenario: Scenario, snapshot: StaffingSnapshot, size: Floats) -> Iterator[Comer]:
    for number, hire in enumerate(scenario.hires):
        week, contract, steps = _hire_week(hire, snapshot), round(hire.fte * 100), STEPS[hire.onboarding]
        for n, team in enumerate(_spread(snapshot, hire.place, size, hire.people)):
            yield Comer(team, week, contract, steps, number * MOST_OF_A_ROW + n)


def _vacant(scenario: Scenario, snapshot: StaffingSnapshot, size: Floats) -> Iterator[Comer]:
    for number, vacancy in enumerate(scenario.vacancies):
        people = max(1, round(vacancy.fte)) if vacancy.fte > 0 else 0
        parts = np.diff(np.round(np.linspace(0, vacancy.fte * 100, people + 1)).astype(int)).tolist()
        for n, team in enumerate(_spread(snapshot, vacancy.place, size, people)):
            yield Comer(team, 0, parts[n], None, number * MOST_OF_A_ROW + n)


def _hire_week(hire: Hire, snapshot: StaffingSnapshot) -> int:
    if hire.on is not None:
        return max(0, -(-(hire.on - snapshot.on).days // DAYS_A_WEEK))
    return hire.in_weeks or 0


def _spread(snapshot: StaffingSnapshot, place: str, size: Floats, people: int) -> list[int]:
    """Give a team for each of some people: the next one goes where most is short of the team's part."""
    teams = list(snapshot.teams_at(place)) if place else list(range(len(snapshot.places)))
    if not teams:
        return []
    weights = {team: float(size[team]) or 1.0 for team in teams}
    total = sum(weights.values())
    given = dict.fromkeys(teams, 0)
    chosen = []
    for n in range(people):
        team = max(teams, key=lambda t: (weights[t] / total * (n + 1) - given[t], -t))
        given[team] += 1
        chosen.append(team)
    return chosen
