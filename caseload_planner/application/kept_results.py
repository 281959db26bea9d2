"""What is kept with a frozen scenario: its figures, and the data of then, so that they can be made again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from caseload_planner.application.plan_records import ScenarioResult
from caseload_planner.application.run_scenario import FrozenMark, ScenarioRun, outcome_document
from caseload_planner.domain.errors import PlannerError
from caseload_planner.domain.run_control import OnProgress, StopSignal, ignore_progress
from caseload_planner.staffing.engine import ThrowChunks
from caseload_planner.staffing.engine import run_scenario as run_plan
from caseload_planner.staffing.outcomes import Outcome
from caseload_planner.staffing.run_plan import plan_run
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.snapshot import StaffingSnapshot
from caseload_planner.staffing.snapshot_text import UnreadableSnapshotError, read_snapshot_text, snapshot_text

NAME = "scenario"


class KeptDataDamagedError(PlannerError):
    """The data that were kept with a frozen scenario cannot be read."""

    code = "kept_data_damaged"


@dataclass(frozen=True, slots=True)
class KeptResult:
    """A result as it was kept.

    Attributes
    ----------
    made_on
        The day on which the scenario was frozen.
    digest
        Of the data of then.
    document
        Figures and data of then, as `kept_document` wrote them.
    """

    made_on: date
    program_version: str
    digest: str
    document: str

    def snapshot(self) -> StaffingSnapshot:
        """Give the data of then.

        Raises
        ------
        KeptDataDamagedError
            They cannot be read.
        """
        try:
            return read_snapshot_text(str(json.loads(self.document)["snapshot"]))
        except (UnreadableSnapshotError, KeyError, TypeError, ValueError) as error:
            words = (
                f"The data that were kept on {self.made_on} cannot be read; copy the scenario to run it on new data."
            )
            raise KeptDataDamagedError(words, digest=self.digest) from error

    def has_figures_of(self, outcome: Outcome) -> bool:
        """Say whether an outcome has the very figures that were kept; its name may be another."""
        kept = json.loads(self.document).get("outcome", {})
        return _figures(kept) == _figures(json.loads(_outcome_text(outcome)))


def kept_result(row: ScenarioResult) -> KeptResult:
    """Give a result out of its record."""
    made_on = row.made_at.astimezone().date()
    return KeptResult(made_on, row.program_version, row.snapshot_digest, row.document)


def kept_document(run: ScenarioRun) -> str:
    """Write what is kept of a run: its figures and the data that it started from."""
    return json.dumps(
        {"outcome": json.loads(_outcome_text(run.outcome)), "snapshot": snapshot_text(run.plan.snapshot)},
        allow_nan=False,
    )


def run_frozen(
    scenario: Scenario,
    kept: KeptResult,
    *,
    throw: ThrowChunks | None = None,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> ScenarioRun:
    """Run a frozen scenario on the data of then, and say whether its figures are those of then.

    The same program gives the same figures. Another version may count otherwise; the run then says so.

    Raises
    ------
    KeptDataDamagedError
        The data of then cannot be read.
    """
    plan = plan_run(scenario, kept.snapshot())
    outcome = run_plan(plan, throw=throw, stop=stop, on_progress=on_progress)
    same = outcome.stopped or kept.has_figures_of(outcome)
    mark = FrozenMark(kept.made_on, kept.program_version, same_figures=same)
    return ScenarioRun(plan.scenario, plan, outcome, mark)


def _outcome_text(outcome: Outcome) -> str:
    return json.dumps(outcome_document(outcome), allow_nan=False)


def _figures(document: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name != NAME}
