"""Small organisations with a team D, for plans that can be checked by hand."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.organisation import Employment, Organisation, Worker
from caseload_planner.winddown.building import build_wind_down
from caseload_planner.winddown.plan import WindDownPlan
from caseload_planner.winddown.problem import WindDownProblem
from caseload_planner.winddown.request import WindDownRequest
from caseload_planner.winddown.solve import solve_wind_down
from tests.builders import ON, a_worker, an_organisation, busy, holds, running

SEARCH_WORK = 1.0
"""Units of the solver's own time: more than enough for anything so small, and the same everywhere."""


def weeks(count: int) -> date:
    """Give the Monday so many weeks after the first day."""
    return ON + timedelta(weeks=count)


def a_secondee(key: str, *, ends: date | None = None, team: str = "T1", **facts: object) -> Worker:
    """Make somebody of team D."""
    return a_worker(key, team=team, employment=Employment.SECONDED, ends_on=ends or weeks(40), **facts)


def cases(worker: str, count: int, **facts: object) -> tuple[list[Measure], list[Assignment]]:
    """Make so many running measures of a family each that somebody holds alone."""
    measures = [running(f"{worker}-{number}", **facts) for number in range(count)]
    return measures, [holds(measure.key, worker) for measure in measures]


def a_team(
    people: Iterable[Worker],
    *groups: tuple[list[Measure], list[Assignment]],
    **facts: object,
) -> Organisation:
    """Make an organisation out of people and what they hold."""
    measures = [measure for some, _ in groups for measure in some]
    return an_organisation(people, measures, [held for _, some in groups for held in some], **facts)


def busy_up_to(worker: str, points: int) -> tuple[list[Measure], list[Assignment]]:
    """Make so many whole points of work for somebody who stays."""
    return busy(worker, points)


def asked(until: int = 12, **facts: object) -> WindDownRequest:
    """Ask for a plan of so many weeks, without a clock."""
    return replace(WindDownRequest(on=ON, until=weeks(until), deterministic_limit=SEARCH_WORK), **facts)  # type: ignore[arg-type]


def problem_of(organisation: Organisation, until: int = 12, **facts: object) -> WindDownProblem:
    """Build the problem of a plan of so many weeks."""
    return build_wind_down(organisation, asked(until, **facts))


def planned(organisation: Organisation, until: int = 12, **facts: object) -> WindDownPlan:
    """Plan so many weeks."""
    return solve_wind_down(organisation, problem_of(organisation, until, **facts))


def to(plan: WindDownPlan) -> dict[str, str]:
    """Give who takes each measure over."""
    return {one.measure: one.receiver for one in plan.handovers}


def reasons(plan: WindDownPlan) -> set[str]:
    """Give why measures are left over."""
    return {row.reason for row in plan.unplaced}


def levels(plan: WindDownPlan) -> dict[str, int]:
    """Give the value of every level."""
    return {level.name: level.value for level in plan.levels}
