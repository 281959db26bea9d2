"""What no scenario can say, however each of its figures is possible by itself."""

from collections.abc import Callable, Iterator
from datetime import date

from caseload_planner.staffing.run_plan import ScenarioRefusedError
from caseload_planner.staffing.scenario import Hire, NormStep, Scenario, TeamDPlan

_CLOSE = 1e-6


def refuse_impossible(scenario: Scenario) -> None:
    """Refuse dates the wrong way round, chances that do not add up, and half-said choices; the first is named.

    Raises
    ------
    ScenarioRefusedError
        Without the name of the source.
    """
    for check in _CHECKS:
        for where, what in check(scenario):
            raise ScenarioRefusedError(f"{where}: {what}", key=where)


Problems = Iterator[tuple[str, str]]


def _name(scenario: Scenario) -> Problems:
    if not scenario.name.strip():
        yield "name", "a scenario needs a name"


def _children(scenario: Scenario) -> Problems:
    total = sum(scenario.inflow.children)
    if abs(total - 1) > _CLOSE:
        yield "inflow.children", f"the shares add up to {total:g}; together they must be 1"


def _durations(scenario: Scenario) -> Problems:
    for key, duration in scenario.durations.items():
        low, high = duration.from_weeks, duration.to_weeks
        if low is not None and high is not None and high <= low:
            yield f"durations.{key}", f"from_weeks {low:g} must be before to_weeks {high:g}"
        half, year = duration.ends_at_half_year, duration.ends_at_year
        if half is not None and year is not None and half + year > 1 + _CLOSE:
            yield f"durations.{key}", f"{half:g} and {year:g} end within a year: together that is more than 1"


def _dated(where: str, entry: Hire | NormStep, scenario: Scenario) -> Problems:
    if entry.in_weeks is not None and entry.on is not None:
        yield where, "write in_weeks or on, not both"
    yield from _after_start(f"{where}.on", entry.on, scenario)


def _after_start(where: str, on: date | None, scenario: Scenario) -> Problems:
    if on is not None and scenario.start is not None and on < scenario.start:
        yield where, f"{on} is before the start of the scenario, {scenario.start}"


def _hires(scenario: Scenario) -> Problems:
    for n, hire in enumerate(scenario.hires, 1):
        yield from _dated(f"hires[{n}]", hire, scenario)


def _vacancies(scenario: Scenario) -> Problems:
    for n, vacancy in enumerate(scenario.vacancies, 1):
        if not vacancy.place:
            yield f"vacancies[{n}].place", "name a team, location or region"


def _norm_steps(scenario: Scenario) -> Problems:
    before: date | int | None = None
    for n, step in enumerate(scenario.norm_steps, 1):
        where = f"norm_steps[{n}]"
        yield from _dated(where, step, scenario)
        when = step.on if step.on is not None else step.in_weeks
        if when is None:
            yield where, "say from when: in_weeks or on"
        if step.funded is None and step.working is None and step.ceiling is None:
            yield where, "say what changes: funded, working or ceiling"
        if isinstance(when, date) and isinstance(before, date) and when <= before:
            yield f"{where}.on", f"{when} is not after the step before it, {before}"
        if isinstance(when, int) and isinstance(before, int) and when <= before:
            yield f"{where}.in_weeks", f"{when} is not after the step before it, {before}"
        before = when


def _team_d(scenario: Scenario) -> Problems:
    team_d = scenario.team_d
    dated = team_d.nil_in_weeks is not None, team_d.nil_on is not None
    if team_d.plan is TeamDPlan.NIL and not any(dated):
        yield "team_d", "plan nil needs nil_in_weeks or nil_on"
    if all(dated):
        yield "team_d", "write nil_in_weeks or nil_on, not both"
    if any(dated) and team_d.plan is not TeamDPlan.NIL:
        yield "team_d", f"nil_in_weeks and nil_on go with plan nil, not with {team_d.plan.value}"
    yield from _after_start("team_d.nil_on", team_d.nil_on, scenario)


def _support(scenario: Scenario) -> Problems:
    ranges = [("support.freed_share", scenario.support.freed_share)]
    names = [task.name for task in scenario.support.tasks]
    for n, task in enumerate(scenario.support.tasks, 1):
        where = f"support.tasks[{n}]"
        if not task.name.strip() or task.name in names[: n - 1]:
            yield f"{where}.name", "each task needs a name of its own"
        ranges += [
            (f"{where}.per_measure_month", task.per_measure_month),
            (f"{where}.minutes", task.minutes),
            (f"{where}.movable", task.movable),
            (f"{where}.adopted", task.adopted),
        ]
    for where, values in ranges:
        if list(values) != sorted(values):
            yield where, "write low, likely and high in that order"


_CHECKS: tuple[Callable[[Scenario], Problems], ...] = (
    _name, _children, _durations, _hires, _vacancies, _norm_steps, _team_d, _support,
)  # fmt: skip
