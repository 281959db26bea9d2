"""The search for a proposal: runs in the compute lane and says what it is busy with and how good the best is so far."""

from PySide6.QtCore import QObject, Signal

from caseload_planner.application.ports import StoredProposal
from caseload_planner.application.propose_distribution import propose
from caseload_planner.application.services import Services
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.gui.distribution_reason_texts import level_words, searching_text
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.task_runner import Lane, Run, TaskRunner
from caseload_planner.gui.viewmodels.search_under_way import SearchUnderWay
from caseload_planner.rules.levels import LEVELS

TICK_MS = 200


class DistributionSearch(SearchUnderWay):
    """One search for a proposal at a time."""

    found = Signal(object, bool)
    """With the StoredProposal, and whether the leader ended the search."""

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(runner, parent, lane=Lane.COMPUTE, topic="proposal", tick_ms=TICK_MS)

    @property
    def part(self) -> int:
        """How far it is, of `of`."""
        return 0 if self.progress is None else self.progress.part

    @property
    def of(self) -> int:
        """How many parts there are; 0 while nothing is known."""
        return 0 if self.progress is None else self.progress.of

    @property
    def words(self) -> str:
        """What it is busy with and for how long: ``Gelijk verdelen · beste tot nu toe: 37,03 punten · 4 s``."""
        if self.stopping:
            return self.tr("Finishing with the best so far")
        if self.progress is None:
            return " · ".join((self.tr("Looking for a distribution"), self.seconds))
        step, best = self.progress.step, self.progress.figures.get("best")
        words = [searching_text(step)]
        if best is not None:
            scale = LEVELS[step].scale
            words.append(with_values(self.tr("best so far: %1"), level_words(step, round(best * scale), scale)))
        return " · ".join((*words, self.seconds))

    def start(self, services: Services, request: ProposalRequest, *, help_across_regions: bool = False) -> None:
        """Begin; a search that is still under way is dropped."""

        def work(run: Run) -> StoredProposal:
            return propose(
                services, request, help_across_regions=help_across_regions, stop=run.stop, on_progress=run.report
            )

        self._begin(work)

    def _take(self, result: object, *, stopped: bool) -> None:
        self.found.emit(result, stopped)
