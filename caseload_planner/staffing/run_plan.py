"""A scenario made ready for a snapshot: every assumption a number, every place a team, every date a week."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np

from caseload_planner.domain.errors import PlannerError
from caseload_planner.domain.forecast import REMAINING_WEEKS
from caseload_planner.staffing.arrays import Floats, Ints
from caseload_planner.staffing.durations import DAYS_A_WEEK, DurationFamily, Survival, survival_of
from caseload_planner.staffing.inflow import family_rates, mean_children
from caseload_planner.staffing.relief_course import support_by_team
from caseload_planner.staffing.scenario import DEFAULT_DURATIONS, Scenario
from caseload_planner.staffing.snapshot import TYPES, StaffingSnapshot

_HUNDREDTHS = 100.0


class ScenarioRefusedError(PlannerError):
    """A scenario that says something impossible, or something that this organisation does not have."""

    code = "scenario_refused"


@dataclass(frozen=True, eq=False)
class Lines:
    """The three lines of the norm by week, in points per fte."""

    funded: Floats
    working: Floats
    ceiling: Floats


@dataclass(frozen=True, eq=False)
class RunPlan:
    """Everything that a run needs; small enough to send to another computer, without anybody's name or key.

    Attributes
    ----------
    teams
        Numbers of the teams asked.
    survivals
        By type in the order of `TYPES`.
    lines
        The norm by week.
    support_fte
        Of each team.
    new_case_points
        Mean weight by week of a case that comes in, to tell waiting points as cases.
    """

    scenario: Scenario
    snapshot: StaffingSnapshot
    teams: Ints
    survivals: tuple[Survival, ...]
    lines: Lines
    support_fte: Floats
    new_case_points: Floats


def plan_run(scenario: Scenario, snapshot: StaffingSnapshot) -> RunPlan:
    """Make a scenario ready.

    Raises
    ------
    ScenarioRefusedError
        It names a place that is not there.
    """
    refuse_unknown_places(scenario, snapshot)
    survivals = survivals_of(scenario, snapshot)
    return RunPlan(
        scenario=scenario,
        snapshot=snapshot,
        teams=asked_teams(scenario, snapshot),
        survivals=survivals,
        lines=lines_of(scenario, snapshot),
        support_fte=support_by_team(scenario.support, snapshot),
        new_case_points=_new_case_points(scenario, snapshot, survivals),
    )


def refuse_unknown_places(scenario: Scenario, snapshot: StaffingSnapshot) -> None:
    """Refuse a place that is no team, location or region of the organisation."""
    for key, place in _places_named(scenario):
        if not snapshot.teams_at(place):
            known = snapshot.place_names()
            close = get_close_matches(place, known, n=1)
            hint = f"did you mean {close[0]}?" if close else f"there are: {', '.join(known)}"
            raise ScenarioRefusedError(f"{key}: there is no team, location or region {place}; {hint}", key=key)


def _places_named(scenario: Scenario) -> Iterator[tuple[str, str]]:
    yield from (("places", place) for place in scenario.places)
    yield from (("inflow.place_level", place) for place in scenario.inflow.place_level)
    yield from (("turnover.places", place) for place in scenario.turnover.places)
    yield from (("absence.places", place) for place in scenario.absence.places)
    yield from (("vacancies.place", row.place) for row in scenario.vacancies)
    yield from (("hires.place", row.place) for row in scenario.hires if row.place)


def asked_teams(scenario: Scenario, snapshot: StaffingSnapshot) -> Ints:
    """Give the numbers of the teams that a scenario is about, in order."""
    if not scenario.places:
        return np.arange(len(snapshot.places), dtype=np.int64)
    asked = {team for place in scenario.places for team in snapshot.teams_at(place)}
    return np.array(sorted(asked), dtype=np.int64)


def survivals_of(scenario: Scenario, snapshot: StaffingSnapshot) -> tuple[Survival, ...]:
    """Make the survival function of each type; without enough history its default stands in for it."""
    found = []
    for number, type_ in enumerate(TYPES):
        duration = scenario.durations.get(type_.value, DEFAULT_DURATIONS[type_])
        own = snapshot.own_curves[number]
        if duration.family is DurationFamily.HISTORY and own is None:
            duration = DEFAULT_DURATIONS[type_]
        found.append(survival_of(duration, REMAINING_WEEKS[type_] * DAYS_A_WEEK, own))
    return tuple(found)


def lines_of(scenario: Scenario, snapshot: StaffingSnapshot) -> Lines:
    """Give the lines by week: those of the norm in force on each day, and the scenario's own steps over them."""
    norms = [snapshot.norms.on(day) for day in snapshot.days[: scenario.weeks]]
    rows = {
        name: np.array([getattr(norm, name) for norm in norms]) / _HUNDREDTHS
        for name in ("funded", "working", "ceiling")
    }
    for step in scenario.norm_steps:
        week = step.in_weeks or 0
        if step.on is not None:
            week = max(0, -(-(step.on - snapshot.on).days // DAYS_A_WEEK))
        for name, values in rows.items():
            given = getattr(step, name)
            if given is not None:
                values[week:] = given
    return Lines(**rows)


def _new_case_points(scenario: Scenario, snapshot: StaffingSnapshot, survivals: tuple[Survival, ...]) -> Floats:
    rates = family_rates(scenario, snapshot, survivals).sum(axis=1)
    rates = rates * [mean_children(scenario.inflow, type_) for type_ in TYPES]
    total = float(rates.sum())
    by_week = np.ones(scenario.weeks)
    for number, weighing in enumerate(snapshot.weighings):
        weights = [
            weighing.norm.weights[type_][0].weight + float(points[number].mean())
            for type_, points in zip(TYPES, snapshot.arrivals.factor_points, strict=True)
        ]
        if total:
            by_week[weighing.from_week :] = float(rates @ np.array(weights)) / total / _HUNDREDTHS
    return by_week
