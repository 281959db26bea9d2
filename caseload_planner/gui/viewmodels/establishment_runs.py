"""Runs of scenarios for the window: remembered by what was run on what, so that looking back costs nothing."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import date

from caseload_planner.application.kept_results import KeptResult, run_frozen
from caseload_planner.application.run_scenario import ScenarioRun, prepared_plan
from caseload_planner.application.team_d_course import TeamDCourse
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import OnProgress, StopSignal
from caseload_planner.staffing.engine import ThrowChunks
from caseload_planner.staffing.engine import run_scenario as run_plan
from caseload_planner.staffing.run_plan import RunPlan, plan_run
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.scenario_writing import write_scenario

REMEMBERED = 6
Key = tuple[str, int, date, TeamDCourse | None, str]


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What is to be run: a scenario on an organisation, for some places, from a day.

    Attributes
    ----------
    kept
        Of a frozen scenario: it is run on the data of then, whatever is looked at now.
    """

    scenario: Scenario
    organisation: Organisation
    places: tuple[str, ...]
    on: date
    course: TeamDCourse | None = None
    kept: KeptResult | None = None

    @property
    def asked(self) -> Scenario:
        """The scenario for the places looked at, unless it names its own."""
        return replace(self.scenario, places=self.scenario.places or self.places)

    @property
    def key(self) -> Key:
        """What makes the figures: not the name, the description or the reasons."""
        plain = replace(self.asked, name="-", description="", reasons={})
        document = write_scenario(plain)
        if self.kept is not None:
            return document, 0, self.kept.made_on, None, self.kept.digest
        return document, self.organisation.revision, self.on, self.course, ""

    def plan_of(self, scenario: Scenario) -> RunPlan:
        """Make a scenario ready on the data of the request."""
        if self.kept is not None:
            return plan_run(scenario, self.kept.snapshot())
        return prepared_plan(self.organisation, scenario, self.on, self.course)

    def run(self, *, stop: StopSignal, on_progress: OnProgress, throw: ThrowChunks | None = None) -> ScenarioRun:
        """Throw the futures."""
        if self.kept is not None:
            return run_frozen(self.scenario, self.kept, throw=throw, stop=stop, on_progress=on_progress)
        plan = self.plan_of(self.asked)
        return ScenarioRun(plan.scenario, plan, run_plan(plan, throw=throw, stop=stop, on_progress=on_progress))


class RunMemory:
    """Remembers the newest runs; used on one lane only."""

    def __init__(self) -> None:
        self._runs: OrderedDict[Key, ScenarioRun] = OrderedDict()

    def known(self, request: RunRequest) -> ScenarioRun | None:
        """Give a run that is remembered, under the name that is asked now."""
        run = self._runs.get(request.key)
        return None if run is None else replace(run, scenario=_named(run, request))

    def run(
        self,
        request: RunRequest,
        *,
        stop: StopSignal,
        on_progress: OnProgress,
        throw: ThrowChunks | None = None,
    ) -> ScenarioRun:
        """Run a request, or give what is remembered of it."""
        known = self.known(request)
        if known is not None:
            return known
        run = request.run(stop=stop, on_progress=on_progress, throw=throw)
        if not run.outcome.stopped:
            self._runs[request.key] = run
            while len(self._runs) > REMEMBERED:
                self._runs.popitem(last=False)
        return run


def _named(run: ScenarioRun, request: RunRequest) -> Scenario:
    asked = request.scenario
    return replace(run.scenario, name=asked.name, description=asked.description, reasons=asked.reasons)
