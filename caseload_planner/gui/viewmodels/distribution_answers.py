"""Answers that take the solver: what would help a case that is left over, and exactly why somebody does not have one.

They are looked for in a lane of their own, a moment after the question came to rest, and are kept as long as the draft
stands. A new proposal or another draft stops what is still being looked for.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from caseload_planner.distribution.explain import WhyNot
from caseload_planner.distribution.explain_exactly import why_not_exactly
from caseload_planner.distribution.unlock import Unlock, unlocks
from caseload_planner.gui.task_runner import Lane, Run, TaskRunner
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_draft import Draft
from caseload_planner.gui.viewmodels.distribution_moves import Verdict, judge_move
from caseload_planner.rules.round import ContactPosition

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel

TOPIC = "explanation"
REST_MS = 350
"""How long a question stands before it is looked for: who walks through a list asks nothing."""


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """A case, and somebody in a position; without her the question is what would help the case."""

    measure: str
    worker: str | None = None
    position: ContactPosition | None = None


class DistributionAnswers(QObject):
    """One question at a time: the one that is looked at.

    Attributes
    ----------
    stopped
        The question whose search the leader ended, None otherwise.
    """

    changed = Signal()
    """There is an answer, or one is being looked for, or no longer."""

    def __init__(self, runner: TaskRunner, page: "DistributionPageModel") -> None:
        super().__init__(page)
        self._runner = runner
        self._unlocks: dict[AskedAbout, tuple[Unlock, ...]] = {}
        self._exact: dict[AskedAbout, WhyNot] = {}
        self._asking: AskedAbout | None = None
        self._under_way = False
        self.stopped: AskedAbout | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._start)
        page.question_changed.connect(self._consider)
        page.draft_changed.connect(self.forget)
        page.board_changed.connect(self.forget)
        page.search.changed.connect(self._on_search)

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel.

        Not an attribute: a cycle of QObjects is collected on whatever thread Python happens to collect on.
        """
        return self.parent()  # type: ignore[return-value]  # given in __init__

    # asking -----------------------------------------------------------------------------------------------------------

    def unlocks_of(self, measure: str) -> tuple[Unlock, ...] | None:
        """Give what would help a case; None where that is not known (yet)."""
        return self._unlocks.get(AskedAbout(measure))

    def exactly(self, measure: str, worker: str, position: ContactPosition) -> WhyNot | None:
        """Give exactly why somebody does not have a case; None where that is not known (yet)."""
        return self._exact.get(AskedAbout(measure, worker, position))

    def looking_for(self, asked: AskedAbout) -> bool:
        """Whether an answer is on its way."""
        return self._asking == asked

    @Slot()
    def forget(self) -> None:
        """Forget every answer: the draft they were about is another one."""
        self._unlocks.clear()
        self._exact.clear()
        self.stopped = None
        self._drop()
        self._consider()

    @Slot()
    def cancel(self) -> None:
        """End the search; nothing is said until it is asked again."""
        self.stopped = self._asking
        self._drop()
        self.changed.emit()

    def again(self) -> None:
        """Look once more for what was stopped."""
        self.stopped = None
        self._consider()

    def rest(self) -> None:
        """Look for nothing now: something that somebody waits for needs the lane."""
        self._drop()
        self.changed.emit()

    def _drop(self) -> None:
        self._rest.stop()
        if self._under_way:
            self._runner.drop(TOPIC)
        self._asking, self._under_way = None, False

    @Slot()
    def _on_search(self) -> None:
        if self._page.search.running and self._asking is not None:
            self._drop()
            self.changed.emit()
        elif not self._page.search.running and self._asking is None:
            self._consider()

    @Slot()
    def _consider(self) -> None:
        asked = self._wanted()
        if asked == self._asking:
            return
        self._drop()
        if asked is not None and asked != self.stopped:
            self._asking = asked
            self._rest.start()
        self.changed.emit()

    def _wanted(self) -> AskedAbout | None:
        """Give the question that the page stands for, where the solver has something to add."""
        page, board = self._page, self._page.board
        busy = page.search.running or page.deciding.running or page.alternatives.running
        if board is None or page.measure is None or busy:
            return None
        if page.worker is not None and _may_ask_exactly(board, page.draft, page.measure, page.worker, page.position):
            asked = AskedAbout(page.measure, page.worker, page.position)
            if asked not in self._exact:
                return asked
        asked = AskedAbout(page.measure)
        return asked if is_left_over(board, page.draft, page.measure) and asked not in self._unlocks else None

    # answering --------------------------------------------------------------------------------------------------------

    @Slot()
    def _start(self) -> None:
        asked, drafted = self._asking, self._page.drafted_round()
        if asked is None or drafted is None:
            return
        measure, worker, position = asked.measure, asked.worker, asked.position

        def work(run: Run) -> tuple[AskedAbout, object]:
            problem, profile, proposal = drafted.problem()
            if worker is not None and position is not None:
                return asked, why_not_exactly(problem, profile, proposal, measure, worker, position, stop=run.stop)
            return asked, unlocks(drafted.organisation, problem, profile, proposal, measure, stop=run.stop)

        self._under_way = True
        self._runner.start(Lane.EXPLAIN, work, topic=TOPIC, on_done=self._on_done, on_failed=self._on_failed)

    @Slot(object)
    def _on_done(self, answer: tuple[AskedAbout, object]) -> None:
        asked, found = answer
        if isinstance(found, WhyNot):
            self._exact[asked] = found
        elif isinstance(found, tuple):
            self._unlocks[asked] = found
        self._asking, self._under_way = None, False
        self.changed.emit()
        self._consider()

    @Slot(object)
    def _on_failed(self, _error: Exception) -> None:
        """Leave the estimate as it is: a draft that breaks a rule cannot be solved around."""
        self.stopped = self._asking
        self._asking, self._under_way = None, False
        self.changed.emit()


def is_left_over(board: Board, draft: Draft, measure: str) -> bool:
    """Whether a case is left over: a proposal left it, or it fits nobody at all."""
    return measure not in draft.placements and (draft.outcome is not None or not board.takers[measure])


def _may_ask_exactly(board: Board, draft: Draft, measure: str, worker: str, position: ContactPosition) -> bool:
    """Whether somebody could have a placed case without any rule in the way, so that the whole round decides."""
    placement = draft.placements.get(measure)
    if draft.outcome is None or placement is None or (measure, worker) in draft.exclusions:
        return False
    if worker in {one for _, one in placement.contacts}:
        return False
    return judge_move(board, draft, measure, worker, position).verdict is Verdict.FREE
