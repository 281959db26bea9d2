"""The search for a proposal: runs in the compute lane, says how far it is, and can be ended with the best so far."""

import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from caseload_planner.application.ports import StoredProposal
from caseload_planner.application.propose_distribution import propose
from caseload_planner.application.services import Services
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.run_control import Progress
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_reason_texts import level_words, searching_text
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.task_runner import Lane, Run, TaskRunner
from caseload_planner.rules.levels import LEVELS

TOPIC = "proposal"
TICK_MS = 200


class DistributionSearch(QObject):
    """One search at a time.

    Attributes
    ----------
    part, of
        How far it is; `of` is 0 while nothing is known.
    """

    changed = Signal()
    """It began, got further or ended."""
    found = Signal(object, bool)
    """With the StoredProposal, and whether the leader ended the search."""
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._run: Run | None = None
        self._began = 0.0
        self._stopping = False
        self.part = self.of = 0
        self._progress: Progress | None = None
        self._clock = QTimer(self, interval=TICK_MS)
        self._clock.timeout.connect(self.changed)

    @property
    def running(self) -> bool:
        """Whether a search is under way."""
        return self._run is not None

    @property
    def words(self) -> str:
        """What it is busy with and for how long: ``Gelijk verdelen · beste tot nu toe: 37,03 punten · 4 s``."""
        if self._stopping:
            return self.tr("Finishing with the best so far")
        seconds = with_values(self.tr("%1 s"), formatting.count(int(time.monotonic() - self._began)))
        if self._progress is None:
            looking = self.tr("Looking for a distribution")
            return f"{looking} · {seconds}"
        step, best = self._progress.step, self._progress.figures.get("best")
        words = [searching_text(step)]
        if best is not None:
            scale = LEVELS[step].scale
            words.append(with_values(self.tr("best so far: %1"), level_words(step, round(best * scale), scale)))
        return " · ".join((*words, seconds))

    def start(self, services: Services, request: ProposalRequest, *, help_across_regions: bool = False) -> None:
        """Begin; a search that is still under way is dropped."""

        def work(run: Run) -> StoredProposal:
            return propose(
                services, request, help_across_regions=help_across_regions, stop=run.stop, on_progress=run.report
            )

        self._began, self._stopping, self._progress = time.monotonic(), False, None
        self.part = self.of = 0
        self._run = self._runner.start(
            Lane.COMPUTE,
            work,
            topic=TOPIC,
            on_done=self._on_done,
            on_failed=self._on_failed,
            on_progress=self._on_progress,
        )
        self._clock.start()
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Ask for the best so far."""
        if self._run is not None:
            self._stopping = True
            self._run.cancel()
            self.changed.emit()

    def drop(self) -> None:
        """Let go of a search whose answer nobody wants any more."""
        if self._run is not None:
            self._runner.drop(TOPIC)
            self._ended()

    def _ended(self) -> None:
        self._run = None
        self._clock.stop()
        self.changed.emit()

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self._progress, self.part, self.of = progress, progress.part, progress.of
        self.changed.emit()

    @Slot(object)
    def _on_done(self, stored: StoredProposal) -> None:
        stopped = self._stopping
        self._ended()
        self.found.emit(stored, stopped)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._ended()
        self.failed.emit(error)
