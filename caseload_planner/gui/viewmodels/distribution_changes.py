"""Every change of the draft with its name: place, take off, pin, exclude, let go, and what was undone."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caseload_planner.distribution.unlock import Unlock
from caseload_planner.domain.assignment import Position
from caseload_planner.gui.viewmodels.distribution_draft import (
    Draft,
    with_exclusion_toggled,
    with_pin_toggled,
    within,
    without_pins,
    without_placement,
    without_second,
)
from caseload_planner.gui.viewmodels.distribution_moves import (
    Move,
    Verdict,
    held_by_reason,
    judge_move,
    landed,
    tidied,
)
from caseload_planner.gui.viewmodels.distribution_steps import StepKind, StepName
from caseload_planner.gui.viewmodels.distribution_unlocking import unlocking_move
from caseload_planner.rules.round import ContactPosition

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel


class DistributionChanges(QObject):
    """Changes the draft of the page that is its parent, about the case and the person that the page looks at.

    Nothing happens while a search or a decision is under way: both answer the draft as it is.
    """

    reason_asked = Signal(object)
    """With the Move: a starred rule stands in its way."""
    refused = Signal(object)
    """With the Move: a rule that nobody may set aside stands in its way."""
    busy = Signal()
    """Nothing can be changed now: a search or a decision is under way, or the draft of before is being read."""
    held = Signal(str)
    """With a measure that stays pinned, as a rule was set aside for it."""

    def __init__(self, page: "DistributionPageModel") -> None:
        super().__init__(page)

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    # placing ----------------------------------------------------------------------------------------------------------

    def judge(self, measure: str, worker: str, position: ContactPosition) -> Move | None:
        """Judge a move without making it: for a case that hangs above somebody."""
        board = self._page.board
        if board is None or measure not in board.round.asked:
            return None
        return judge_move(board, self._page.draft, measure, worker, position)

    def place(self, worker: str, *, measure: str | None = None, position: ContactPosition | None = None) -> None:
        """Give a case to somebody, where no rule stands in the way; else ask a reason or refuse."""
        page = self._page
        key = measure or page.measure
        move = self.judge(key, worker, position or page.position) if key else None
        if move is None or self._kept_waiting():
            return
        if move.verdict is Verdict.REFUSED:
            self.refused.emit(move)
        elif move.verdict is Verdict.ASKS_REASON:
            self.reason_asked.emit(move)
        else:
            self.land(move)

    def land(self, move: Move, reason: str = "") -> None:
        """Make a judged move, with the reason for the rules that it sets aside."""
        page, board = self._page, self._page.board
        if board is None or self._kept_waiting():
            return
        key = move.placement.measure
        if key not in board.round.asked:  # a reason was being given for it
            page.say_gone(key)
            return
        after = landed(board, page.draft, move, reason)
        if move.moves_others:
            page.proposing.ask_around(after)
            return
        kind = StepKind.PLACE if move.position is Position.FIRST else StepKind.PLACE_SECOND
        self.step(StepName(kind, (key, partial(page.name_of, move.worker))), after)
        page.look_at_landed(move.worker)

    def unlock(self, unlock: Unlock) -> None:
        """Do what would help a case that is left over, after a reason where a rule is set aside."""
        page, board = self._page, self._page.board
        if board is None or self._kept_waiting():
            return
        move = unlocking_move(board, page.draft, unlock)
        if move.asking:
            self.reason_asked.emit(move)
        else:
            self.land(move)

    # taking back ------------------------------------------------------------------------------------------------------

    def take_off(self) -> None:
        """Take the case off whoever has it; when people are looked at as second, only the second."""
        page, draft, key = self._page, self._page.draft, self._page.measure
        if key is None or key not in draft.placements:
            return
        if page.position is Position.SECOND and draft.placements[key].second is not None:
            self.step(StepName(StepKind.TAKE_SECOND_OFF, (key,)), without_second(draft, key))
        else:
            self.step(StepName(StepKind.TAKE_OFF, (key,)), without_placement(draft, key))

    def toggle_pin(self) -> None:
        """Pin the case where it stands, or let it go."""
        draft, key = self._page.draft, self._page.measure
        if key is None or key not in draft.placements:
            return
        if key in held_by_reason(draft):
            self.held.emit(key)
            return
        kind = StepKind.LET_GO if key in draft.pinned else StepKind.PIN
        self.step(StepName(kind, (key,)), with_pin_toggled(draft, key))

    def toggle_exclusion(self) -> None:
        """Exclude the person looked at from the case, or allow her again."""
        page, draft = self._page, self._page.draft
        key, worker = page.measure, page.worker
        if key is None or worker is None:
            return
        kind = StepKind.ALLOW if (key, worker) in draft.exclusions else StepKind.EXCLUDE
        self.step(StepName(kind, (key, partial(page.name_of, worker))), with_exclusion_toggled(draft, key, worker))

    def release_all(self) -> None:
        """Let go of all the leader's pins and exclusions, save those that a reason holds."""
        draft = self._page.draft
        self.step(StepName(StepKind.LET_ALL_GO), without_pins(draft, held_by_reason(draft)))

    # steps ------------------------------------------------------------------------------------------------------------

    def step(self, name: StepName, after: Draft) -> bool:
        """Make a step that can be undone; give whether it was made."""
        if self._page.board is None or self._kept_waiting():
            return False
        self._take(name, after)
        return True

    def write_down(self, name: StepName, after: Draft) -> bool:
        """Make a step of words alone, also while a search runs, which they change nothing for; give whether it was."""
        page = self._page
        if page.board is None or page.deciding.running or page.keeping.looking:
            return False
        self._take(name, after)
        return True

    def _take(self, name: StepName, after: Draft) -> None:
        page, board = self._page, self._page.board
        if board is not None:
            # What was looked up or compared before may speak of cases that are gone.
            page.drafts.step(name, tidied(board, within(after, board.round.asked)))

    def undo(self) -> None:
        """Take the last step back."""
        if not self._kept_waiting():
            self._page.drafts.group.undo()

    def redo(self) -> None:
        """Make the step again that was taken back."""
        if not self._kept_waiting():
            self._page.drafts.group.redo()

    def _kept_waiting(self) -> bool:
        """Whether nothing can be changed now, which is told."""
        if self._page.closed:
            self.busy.emit()
        return self._page.closed
