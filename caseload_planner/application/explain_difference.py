"""Which assumption moved the result how much, between two scenarios that were run."""

from collections.abc import Callable
from dataclasses import replace

from caseload_planner.application.run_scenario import ScenarioRun
from caseload_planner.domain.run_control import OnProgress, StopSignal, ignore_progress
from caseload_planner.staffing.engine import run_scenario as run_plan
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.run_plan import RunPlan, plan_run
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.waterfall import DRIVERS, Waterfall, waterfall

SERIES = Series.LOAD_PER_DEPLOYABLE_FTE
"""Explained: it moves with every part of a scenario, also with absence and onboarding."""
MOST_FUTURES = 400
"""Enough for a mean, as all mixtures have the same dice."""


def explain_difference(
    base: ScenarioRun,
    other: ScenarioRun,
    prepare: Callable[[Scenario], RunPlan],
    *,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> Waterfall | None:
    """Divide the difference in the mean at the end of the other run over what differs; None where it was stopped.

    What is no assumption (other data, another period, other places or dice) is one step, before all others.

    Parameters
    ----------
    prepare
        Makes a mixture of the two ready on the data of now.
    """
    week = len(other.outcome.weeks) - 1
    on_data = _on_the_data_of(other, prepare)

    def value_of(scenario: Scenario) -> float:
        return _value(on_data(scenario), week)

    moved = {name: getattr(base.scenario, name) for name in DRIVERS}
    framed = replace(other.scenario, **moved, replications=_futures(other))
    return waterfall(
        framed,
        replace(other.scenario, replications=_futures(other)),
        value_of,
        series=SERIES,
        week=week,
        base_value=None if _same_frame(base, other) else _value(_fewer(base), week),
        stop=stop,
        on_progress=on_progress,
    )


def _on_the_data_of(run: ScenarioRun, prepare: Callable[[Scenario], RunPlan]) -> Callable[[Scenario], RunPlan]:
    if run.frozen is None:
        return prepare
    return lambda scenario: plan_run(scenario, run.plan.snapshot)


def _same_frame(base: ScenarioRun, other: ScenarioRun) -> bool:
    """Say whether nothing but assumptions differs; a frozen scenario has data of its own."""
    frames = [(run.scenario.start, run.scenario.weeks, run.scenario.places, run.scenario.seed) for run in (base, other)]
    return frames[0] == frames[1] and base.frozen is None and other.frozen is None


def _fewer(run: ScenarioRun) -> RunPlan:
    return replace(run.plan, scenario=replace(run.plan.scenario, replications=_futures(run)))


def _futures(run: ScenarioRun) -> int:
    return min(run.scenario.replications, MOST_FUTURES)


def _value(plan: RunPlan, week: int) -> float:
    outcome = run_plan(plan)
    return float(outcome.series[SERIES].mean[0, min(week, len(outcome.weeks) - 1)])
