"""Many runs at once: every scenario with every seed, for everybody or for each team apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseload_planner.application.run_scenario import ScenarioRun, prepared_plan
from caseload_planner.application.services import Services
from caseload_planner.application.team_d_course import accepted_course
from caseload_planner.domain.run_control import OnProgress, Progress, StopSignal, ignore_progress
from caseload_planner.staffing.engine import ThrowChunks
from caseload_planner.staffing.engine import run_scenario as run_plan
from caseload_planner.staffing.scenario import Scenario

STEP = "runs"


def sweep_scenarios(
    services: Services,
    scenarios: Sequence[Scenario],
    *,
    seeds: Sequence[int] = (),
    each_team: bool = False,
    processes: int = 1,
    throw: ThrowChunks | None = None,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> Iterator[ScenarioRun]:
    """Run scenarios x seeds x teams from one snapshot, in that order; a stop ends it after the run at hand.

    Parameters
    ----------
    seeds
        Instead of those of the scenarios.
    each_team
        Every team apart, instead of the places of the scenario together.
    """
    stop = stop or StopSignal()
    with services.store.read() as unit:
        organisation = unit.snapshot()
        course = accepted_course(unit)
    asked = [
        replace(scenario, seed=seed, places=places)
        for scenario in scenarios
        for seed in (seeds or (scenario.seed,))
        for places in ([(team,) for team in organisation.teams] if each_team else [scenario.places])
    ]
    for number, scenario in enumerate(asked):
        if stop.requested and number > 0:
            return
        on_progress(Progress(STEP, number, len(asked)))
        plan = prepared_plan(organisation, scenario, services.clock.today(), course)
        outcome = run_plan(plan, processes=processes, throw=throw, stop=stop)
        yield ScenarioRun(plan.scenario, plan, outcome)
    on_progress(Progress(STEP, len(asked), len(asked)))
