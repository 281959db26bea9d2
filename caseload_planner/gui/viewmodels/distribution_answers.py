"""Answers that take the solver: what would help a case that is left over, and exactly why somebody does not have one.

They are looked for in a lane of their own, for a large round in a process of its own, a moment after the question came
to rest, and are kept as long as the draft stands. A new proposal or another draft stops what is still being looked for.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from caseload_planner.application.draft_questions import AskedAbout, DraftedRound, Sought, answer
from caseload_planner.application.explaining_process import LARGE_FROM_PAIRS, ExplainingProcess
from caseload_planner.application.steadiness_rows import RobustnessRow, TieRow
from caseload_planner.distribution.explain import WhyNot
from caseload_planner.distribution.unlock import Unlock
from caseload_planner.domain.run_control import StopSignal
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
        self._found: dict[AskedAbout, object] = {}
        self._wished: AskedAbout | None = None
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
        return self._found.get(AskedAbout(measure))  # type: ignore[return-value]  # HELP gives unlocks

    def exactly(self, measure: str, worker: str, position: ContactPosition) -> WhyNot | None:
        """Give exactly why somebody does not have a case; None where that is not known (yet)."""
        found = self._found.get(AskedAbout(measure, worker, position, Sought.EXACTLY))
        return found if isinstance(found, WhyNot) else None

    def ties_of(self, measure: str) -> tuple[TieRow, ...] | None:
        """Give who would be as good for a placed case; None where that is not known (yet)."""
        return self._found.get(AskedAbout(measure, sought=Sought.TIES))  # type: ignore[return-value]  # TIES gives rows

    def steadiness_of(self, measure: str) -> tuple[RobustnessRow, ...] | None:
        """Give what another weight of a case would change; None where that is not known (yet)."""
        return self._found.get(AskedAbout(measure, sought=Sought.STEADINESS))  # type: ignore[return-value]  # it gives rows

    def ask_steadiness(self) -> None:
        """Ask whether another weight of the case that is looked at would change the distribution."""
        if self._page.measure is not None:
            self._wished, self.stopped = AskedAbout(self._page.measure, sought=Sought.STEADINESS), None
            self._consider()

    def looking_for(self, asked: AskedAbout) -> bool:
        """Whether an answer is on its way."""
        return self._asking == asked

    @Slot()
    def forget(self) -> None:
        """Forget every answer: the draft they were about is another one."""
        self._found.clear()
        self._wished = None
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
        busy = busy or page.meeting.running  # it shows none of this
        if board is None or page.measure is None or busy:
            return None
        return next((asked for asked in self._open_questions(board, page.measure) if asked not in self._found), None)

    def _open_questions(self, board: Board, measure: str) -> Iterator[AskedAbout]:
        """Give what could be asked about a case, what somebody waits for first."""
        page, draft = self._page, self._page.draft
        if self._wished is not None and self._wished.measure == measure:
            yield self._wished
        if page.worker is not None and _may_ask_exactly(board, draft, measure, page.worker, page.position):
            yield AskedAbout(measure, page.worker, page.position, Sought.EXACTLY)
        if is_left_over(board, draft, measure):
            yield AskedAbout(measure)
        if may_have_ties(draft, measure):
            yield AskedAbout(measure, sought=Sought.TIES)

    # answering --------------------------------------------------------------------------------------------------------

    @Slot()
    def _start(self) -> None:
        asked, drafted, board = self._asking, self._page.drafted_round(), self._page.board
        if asked is None or drafted is None or board is None:
            return
        large = len(board.queue) * len(board.rows) >= LARGE_FROM_PAIRS
        process = self._page.session.explaining if large else None

        def work(run: Run) -> tuple[AskedAbout, object]:
            return asked, _answer(asked, drafted, run.stop, process)

        self._under_way = True
        self._runner.start(Lane.EXPLAIN, work, topic=TOPIC, on_done=self._on_done, on_failed=self._on_failed)

    @Slot(object)
    def _on_done(self, answer: tuple[AskedAbout, object]) -> None:
        asked, found = answer
        self._found[asked] = found
        self._asking, self._under_way = None, False
        self.changed.emit()
        self._consider()

    @Slot(object)
    def _on_failed(self, _error: Exception) -> None:
        """Leave the estimate as it is: a draft that breaks a rule cannot be solved around."""
        self.stopped = self._asking
        self._asking, self._under_way = None, False
        self.changed.emit()


def _answer(asked: AskedAbout, drafted: DraftedRound, stop: StopSignal, process: ExplainingProcess | None) -> object:
    """Work an answer out, beside the window: in a process of its own where the round is large."""
    return answer(asked, drafted, stop) if process is None else process.answer(asked, drafted, stop)


def may_have_ties(draft: Draft, measure: str) -> bool:
    """Whether a proposal placed the case, so that somebody else could be as good; a pin is nobody's choice."""
    return draft.outcome is not None and measure in draft.placements and measure not in draft.pinned


def is_left_over(board: Board, draft: Draft, measure: str) -> bool:
    """Whether a case is left over: a proposal left it, or it fits nobody at all."""
    if measure in draft.placements or measure in draft.parked:
        return False
    return draft.outcome is not None or not board.takers[measure]


def _may_ask_exactly(board: Board, draft: Draft, measure: str, worker: str, position: ContactPosition) -> bool:
    """Whether somebody could have a placed case without any rule in the way, so that the whole round decides."""
    placement = draft.placements.get(measure)
    if draft.outcome is None or placement is None or (measure, worker) in draft.exclusions:
        return False
    if worker in {one for _, one in placement.contacts}:
        return False
    return judge_move(board, draft, measure, worker, position).verdict is Verdict.FREE
