"""Alternatives to the draft: looked for beside the window, compared, and taken over whole or case by case."""

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from caseload_planner.application.propose_alternatives import StoredAlternative, propose_alternatives
from caseload_planner.domain.run_control import Progress
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_reason_texts import searching_text
from caseload_planner.gui.distribution_texts import breach_text
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.task_runner import Lane, Run, TaskRunner
from caseload_planner.gui.viewmodels.distribution_comparison import (
    ComparedColumn,
    Comparison,
    Difference,
    comparison_of,
)
from caseload_planner.gui.viewmodels.distribution_draft import with_outcome, with_placement, without_placement
from caseload_planner.gui.viewmodels.distribution_moves import broken_rules
from caseload_planner.gui.viewmodels.distribution_steps import StepKind, StepName

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel

TOPIC = "alternatives"
IN_ALL = 4
"""The proposal and up to three alternatives."""
TICK_MS = 500


class DistributionAlternatives(QObject):
    """One search at a time; its parent is the page's viewmodel.

    Attributes
    ----------
    found
        The proposal and its alternatives; None before there was a search.
    """

    changed = Signal()
    """It began, got further or ended, or the draft that is compared changed."""
    refused = Signal(str)
    """With words why a case cannot be taken over by itself."""
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, page: "DistributionPageModel") -> None:
        super().__init__(page)
        self._runner = runner
        self._run: Run | None = None
        self._began, self._step = 0.0, ""
        self.found: tuple[StoredAlternative, ...] | None = None
        self._clock = QTimer(self, interval=TICK_MS)
        self._clock.timeout.connect(self.changed)
        page.draft_changed.connect(self.changed)
        page.board_changed.connect(self.forget)

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    @property
    def running(self) -> bool:
        """Whether a search is under way."""
        return self._run is not None

    @property
    def words(self) -> str:
        """What it is busy with and for how long."""
        if self._run is not None and self._run.stop.requested:
            return self.tr("Finishing with what was found")
        seconds = with_values(self.tr("%1 s"), formatting.count(int(time.monotonic() - self._began)))
        step = searching_text(self._step) if self._step else ""
        return " · ".join(part for part in (self.tr("Looking for other good distributions"), step, seconds) if part)

    def start(self) -> None:
        """Begin, around the leader's pins and exclusions."""
        page = self._page
        services, board = page.session.services, page.board
        if services is None or board is None or self.running:
            return
        request, helped = replace(page.request(), helped=()), bool(page.draft.helped)

        def work(run: Run) -> tuple[StoredAlternative, ...]:
            return propose_alternatives(
                services, request, IN_ALL, help_across_regions=helped, stop=run.stop, on_progress=run.report
            )

        self.found, self._began, self._step = None, time.monotonic(), ""
        page.answers.rest()
        self._run = self._runner.start(
            Lane.EXPLAIN,
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
        """End the search with what was found."""
        if self._run is not None:
            self._run.cancel()
            self.changed.emit()

    @Slot()
    def forget(self) -> None:
        """Let go of the search and of what was found: the round is another one."""
        self.rest()
        self.found = None

    @Slot()
    def rest(self) -> None:
        """Look no further: nobody looks any more."""
        if self._run is not None:
            self._runner.drop(TOPIC)
            self._ended()

    def comparison(self) -> Comparison | None:
        """Set the draft of now beside its proposals and what was found."""
        board = self._page.board
        return None if board is None else comparison_of(board, self._page.draft, self.found or ())

    def take_over(self, column: ComparedColumn) -> None:
        """Make the draft what a column is; one step to undo."""
        if column.outcome is not None:
            after = with_outcome(self._page.draft, column.outcome)
            self._page.changes.step(StepName(StepKind.TAKE_OVER, (column.title,)), after)

    def take_over_one(self, column: ComparedColumn, difference: Difference) -> None:
        """Place one case as a column does and pin it, where no rule stands in the way."""
        page, key = self._page, difference.measure
        board, draft = page.board, page.draft
        if board is None:
            return
        if difference.placement is None:
            after = without_placement(draft, key)
        else:
            after = with_placement(draft, difference.placement, pin=True)
            before = {(b.measure, b.worker, b.rule) for b in broken_rules(board, draft)}
            new = [b for b in broken_rules(board, after) if (b.measure, b.worker, b.rule) not in before]
            if new:
                words = self.tr("%1 cannot go there by itself (%2). Take over %3 as a whole.")
                self.refused.emit(with_values(words, key, breach_text(new[0]), column.title))
                return
        page.changes.step(StepName(StepKind.TAKE_OVER_ONE, (key, column.title)), after)

    def _ended(self) -> None:
        self._run = None
        self._clock.stop()

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self._step = progress.step

    @Slot(object)
    def _on_done(self, found: tuple[StoredAlternative, ...]) -> None:
        self._ended()
        self.found = found
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._ended()
        self.changed.emit()
        self.failed.emit(error)
