"""Alternatives to the draft: looked for beside the window, compared, and taken over whole or case by case."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from caseload_planner.application.propose_alternatives import StoredAlternative, propose_alternatives
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
from caseload_planner.gui.viewmodels.search_under_way import SearchUnderWay

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel

IN_ALL = 4
"""The proposal and up to three alternatives."""
TICK_MS = 500


class DistributionAlternatives(SearchUnderWay):
    """One search for alternatives at a time; its parent is the page's viewmodel.

    `changed` also tells that the draft that is compared changed.

    Attributes
    ----------
    found
        The proposal and its alternatives; None before there was a search.
    """

    refused = Signal(str)
    """With words why a case cannot be taken over by itself."""

    def __init__(self, runner: TaskRunner, page: "DistributionPageModel") -> None:
        super().__init__(runner, page, lane=Lane.EXPLAIN, topic="alternatives", tick_ms=TICK_MS)
        self.found: tuple[StoredAlternative, ...] | None = None
        page.draft_changed.connect(self.changed)
        page.board_changed.connect(self.forget)

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    @property
    def words(self) -> str:
        """What it is busy with and for how long."""
        if self.stopping:
            return self.tr("Finishing with what was found")
        step = "" if self.progress is None else searching_text(self.progress.step)
        looking = self.tr("Looking for other good distributions")
        return " · ".join(part for part in (looking, step, self.seconds) if part)

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

        self.found = None
        page.answers.rest()
        self._begin(work)

    def _take(self, result: object, *, stopped: bool) -> None:  # noqa: ARG002 (what was found so far counts as well)
        self.found = result  # type: ignore[assignment]  # what `work` gives

    @Slot()
    def forget(self) -> None:
        """Let go of the search and of what was found: the round is another one."""
        self.drop()
        self.found = None

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
