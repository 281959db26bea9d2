"""Throws the futures of a scenario, and of what stands beside it, beside the window's thread."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.cluster_runs import Cluster
from caseload_planner.application.run_scenario import ScenarioRun
from caseload_planner.domain.run_control import Progress
from caseload_planner.gui.task_runner import Lane, Run, TaskRunner
from caseload_planner.gui.viewmodels.establishment_runs import RunMemory, RunRequest
from caseload_planner.staffing.engine import STEP


@dataclass(frozen=True, slots=True)
class Runs:
    """What was run: what is worked on, and what it is compared with."""

    shown: ScenarioRun
    beside: ScenarioRun | None


class ScenarioRunning(QObject):
    """One run at a time; a new one makes the one before outdated.

    Attributes
    ----------
    progress
        Futures thrown so far, None while nothing runs.
    cluster
        Where futures are thrown; None on this computer.
    """

    done = Signal(object)
    progress_changed = Signal()
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._memory = RunMemory()
        self._task: Run | None = None
        self.progress: Progress | None = None
        self.cluster: Cluster | None = None

    def forget(self) -> None:
        """Begin anew: another file is open."""
        self._memory = RunMemory()

    def start(self, request: RunRequest, beside: RunRequest | None) -> None:
        """Run a request and what stands beside it."""
        memory = self._memory
        throw = None if self.cluster is None else self.cluster.throw

        def work(run: Run) -> Runs:
            shown = memory.run(request, stop=run.stop, on_progress=run.report, throw=throw)
            other = None if beside is None else memory.run(beside, stop=run.stop, on_progress=run.report, throw=throw)
            return Runs(shown, other)

        self._on_progress(Progress(STEP, 0, request.scenario.replications))
        self._task = self._runner.start(
            Lane.COMPUTE,
            work,
            topic="establishment",
            on_done=self._on_done,
            on_failed=self._on_failed,
            on_progress=self._on_progress,
        )

    def cancel(self) -> None:
        """Stop throwing futures; what was thrown is shown."""
        if self._task is not None:
            self._task.cancel()

    @Slot(object)
    def _on_done(self, runs: Runs) -> None:
        self._end()
        self.done.emit(runs)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self.progress = progress
        self.progress_changed.emit()

    def _end(self) -> None:
        self._task = self.progress = None
        self.progress_changed.emit()
