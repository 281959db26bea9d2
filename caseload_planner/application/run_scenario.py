"""Run a formatie scenario on the data as they are now, and say what it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from caseload_planner.application.services import Services
from caseload_planner.application.team_d_course import TeamDCourse, accepted_course
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import OnProgress, StopSignal, ignore_progress
from caseload_planner.staffing.arrays import Floats
from caseload_planner.staffing.engine import ThrowChunks
from caseload_planner.staffing.engine import run_scenario as run_plan
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.outcomes import QUANTILES, Outcome
from caseload_planner.staffing.run_plan import RunPlan, plan_run
from caseload_planner.staffing.scenario import Scenario, TeamDPlan
from caseload_planner.staffing.scenario_checks import refuse_impossible
from caseload_planner.staffing.snapshot_building import snapshot_of

CHANCES = (0.5, 0.8, 0.9)
"""Chances at which it is told from when a line holds."""
NIL_FTE = 0.005
"""Less fte than this is nothing: contracts are in hundredths."""

Document = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FrozenMark:
    """That a run is of a frozen scenario, on the data of the day on which it was frozen.

    Attributes
    ----------
    program_version
        Of the program that froze it.
    same_figures
        Whether the figures are the very ones that were kept; another version of the program may count otherwise.
    """

    frozen_on: date
    program_version: str
    same_figures: bool


@dataclass(frozen=True, eq=False)
class ScenarioRun:
    """A scenario that was run: what it ran on and what it came to."""

    scenario: Scenario
    plan: RunPlan
    outcome: Outcome
    frozen: FrozenMark | None = None


def run_scenario(
    services: Services,
    scenario: Scenario,
    *,
    processes: int = 1,
    throw: ThrowChunks | None = None,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> ScenarioRun:
    """Run a scenario from the database's own snapshot; the file is free while it runs.

    Raises
    ------
    ScenarioRefusedError
        It names a place that this organisation does not have.
    """
    with services.store.read() as unit:
        organisation = unit.snapshot()
        course = accepted_course(unit)
    plan = prepared_plan(organisation, scenario, services.clock.today(), course)
    outcome = run_plan(plan, processes=processes, throw=throw, stop=stop, on_progress=on_progress)
    return ScenarioRun(plan.scenario, plan, outcome)


def prepared_plan(
    organisation: Organisation, scenario: Scenario, today: date, course: TeamDCourse | None = None
) -> RunPlan:
    """Make a scenario ready on an organisation; where it has no start it begins today.

    Parameters
    ----------
    course
        The accepted plan of team D, for a scenario that follows it.

    Raises
    ------
    ScenarioRefusedError
        It names a place that is not there, or a date before its start.
    """
    dated = replace(scenario, start=scenario.start or today)
    refuse_impossible(dated)
    start = dated.start or today
    # A scenario that does not follow the plan is the same run, under the same digest, whatever is planned.
    followed = course if dated.team_d.plan is TeamDPlan.PLAN else None
    shares = None if followed is None else followed.shares(start, dated.weeks)
    return plan_run(dated, snapshot_of(organisation, start, dated.weeks, plan_weeks=shares))


def outcome_document(outcome: Outcome) -> Document:
    """Give an outcome as plain values: the JSON of ``simulate``, and what is kept of a run."""
    return {
        "scenario": outcome.scenario,
        "teams": list(outcome.places[1:]),
        "replications": outcome.replications,
        "seed": outcome.seed,
        "snapshot": outcome.digest,
        "stopped": outcome.stopped,
        "weeks": list(outcome.weeks),
        "days": [day.isoformat() for day in outcome.days],
        "lines": {
            "funded": _numbers(outcome.lines.funded),
            "working": _numbers(outcome.lines.working),
            "ceiling": _numbers(outcome.lines.ceiling),
        },
        "series": _place_series(outcome, 0),
        "places": {
            place: {"series": _place_series(outcome, n), "answers": place_answers(outcome, n)}
            for n, place in enumerate(outcome.places)
            if n > 0
        },
        "answers": place_answers(outcome, 0),
    }


def _place_series(outcome: Outcome, place: int) -> Document:
    series: dict[str, object] = {}
    for name, summary in outcome.series.items():
        figures: dict[str, object] = {
            f"p{round(chance * 100)}": _numbers(summary.quantiles[n, place]) for n, chance in enumerate(QUANTILES)
        }
        figures["mean"] = _numbers(summary.mean[place])
        if name in outcome.above:
            figures["chance_above_line"] = _numbers(outcome.above[name][place])
        series[name.value] = figures
    return series


def place_answers(outcome: Outcome, place: int) -> Document:
    """Give what is asked most, of one place: the chance to be above each line, and from when it holds."""
    answers: dict[str, object] = {}
    for name, line in ((Series.LOAD_PER_FTE, "funded"), (Series.LOAD_PER_DEPLOYABLE_FTE, "working")):
        above, middle = outcome.above[name][place], outcome.series[name].quantiles[QUANTILES.index(0.5), place]
        worst = int(np.argmax(above))
        weeks = {f"{chance:g}": _week(outcome, outcome.first_week_under(name, chance, place)) for chance in CHANCES}
        answers[line] = {
            "chance_above_at_end": round(float(above[-1]), 4),
            "highest_chance_above": round(float(above[worst]), 4),
            "highest_chance_week": outcome.weeks[worst],
            "median_at_end": _number(middle[-1]),
            "holds_from_with_chance": weeks,
            "first_at_or_under_with_chance": {
                f"{chance:g}": _week(outcome, outcome.first_week_at_or_under(name, chance, place)) for chance in CHANCES
            },
        }
    nil = np.flatnonzero(outcome.series[Series.TEAM_D_FTE].mean[place] < NIL_FTE)
    answers["team_d_nil_week"] = _week(outcome, int(nil[0]) if nil.size else None)
    waiting = outcome.series[Series.WAITING].mean[place]
    answers["most_waiting"] = _number(float(waiting.max()))
    return answers


def _week(outcome: Outcome, number: int | None) -> str | None:
    return None if number is None else outcome.weeks[number]


def _numbers(values: Floats) -> list[float | None]:
    return [_number(value) for value in values.tolist()]


def _number(value: float) -> float | None:
    """Give a figure with four decimals; a load per fte where there is no fte is no figure."""
    return round(value, 4) if np.isfinite(value) else None
