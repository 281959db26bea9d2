"""The meeting: one case at a time, settled by agreeing, giving it to somebody or putting it off."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.domain.assignment import Position
from caseload_planner.gui.viewmodels.distribution_draft import (
    with_minutes,
    with_parked_toggled,
    with_pin_toggled,
    with_texts,
)
from caseload_planner.gui.viewmodels.distribution_minutes import minutes_of
from caseload_planner.gui.viewmodels.distribution_moves import second_to_come
from caseload_planner.gui.viewmodels.distribution_others import OtherLine, other_lines
from caseload_planner.gui.viewmodels.distribution_steps import StepKind, StepName

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel


class DistributionMeeting(QObject):
    """Goes through the cases of its parent, the page's viewmodel, in the order of the queue.

    Attributes
    ----------
    running
        Whether the meeting is shown.
    """

    changed = Signal()
    """It began or ended."""
    nobody_yet = Signal()
    """Agreeing was asked and nobody has the case."""
    second_missing = Signal()
    """Agreeing was asked and the case wants a second contact."""

    def __init__(self, page: "DistributionPageModel") -> None:
        super().__init__(page)
        self.running = False

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    # going through ----------------------------------------------------------------------------------------------------

    @Slot()
    def begin(self) -> None:
        """Begin at the case that is looked at, or at the first."""
        page = self._page
        if page.board is None or not page.board.queue or self.running:
            return
        self.running = True
        if page.measure is None:
            page.look_at_case(self.order[0])
        self.changed.emit()

    @Slot()
    def end(self) -> None:
        """Go back to the three panes."""
        if self.running:
            self.running = False
            self.changed.emit()

    @property
    def order(self) -> tuple[str, ...]:
        """The cases as the list shows them."""
        cases = self._page.cases
        return tuple(cases.line(row).measure for row in range(cases.rowCount()))

    @property
    def settled(self) -> frozenset[str]:
        """The cases that were agreed on or put off."""
        draft = self._page.draft
        return draft.pinned | draft.parked

    @property
    def place(self) -> int:
        """Which case is looked at, counted from 1; 0 for none."""
        measure, order = self._page.measure, self.order
        return order.index(measure) + 1 if measure in order else 0

    def go(self, by: int) -> None:
        """Go some cases on or back; nothing happens past the ends."""
        order, place = self.order, self.place - 1 + by
        if 0 <= place < len(order):
            self._page.look_at_case(order[place])

    def _go_to_open(self) -> None:
        """Go to the next case that is not settled, from here and then from the start."""
        order, settled = self.order, self.settled
        after = [*order[self.place :], *order[: self.place]]
        following = next((key for key in after if key not in settled), None)
        if following is not None:
            self._page.look_at_case(following)
        else:
            self.changed.emit()

    # settling ---------------------------------------------------------------------------------------------------------

    def candidates(self) -> tuple[OtherLine, ...]:
        """Give the three for whom the case costs least, beside who has it."""
        page, board = self._page, self._page.board
        if board is None or page.measure is None:
            return ()
        return other_lines(board, page.draft, page.measure, page.position)

    def minutes(self) -> str:
        """Give the minutes of the case that is looked at."""
        page, board = self._page, self._page.board
        if board is None or page.measure is None:
            return ""
        return minutes_of(board, with_texts(page.draft, page.session.shown_written), page.measure)

    def give(self, number: int, *, second: bool = False) -> None:
        """Give the case to one of the candidates, counted from 1."""
        page = self._page
        if second:
            page.look_as(Position.SECOND)
        candidates = self.candidates()
        if 0 < number <= len(candidates):
            page.changes.place(candidates[number - 1].worker)
            self._ask_second()

    def _ask_second(self) -> None:
        """Show who could be second where the case wants one and has none."""
        page, board = self._page, self._page.board
        placement = None if page.measure is None else page.draft.placements.get(page.measure)
        if board is not None and placement is not None:
            page.look_as(Position.SECOND if second_to_come(board, placement) else Position.FIRST)

    def agree(self) -> None:
        """Pin the case where it stands, and go on to the next that is open."""
        page, key, board = self._page, self._page.measure, self._page.board
        if key is None or board is None:
            return
        placement = page.draft.placements.get(key)
        if placement is None:
            self.nobody_yet.emit()
            return
        if second_to_come(board, placement):
            self.second_missing.emit()
            page.look_as(Position.SECOND)
            return
        after = page.draft if key in page.draft.pinned else with_pin_toggled(page.draft, key)
        if page.changes.step(StepName(StepKind.PIN, (key,)), after):
            self._go_to_open()

    def park(self) -> None:
        """Put the case off and go on; a case that was put off is taken up again and stays."""
        page, key = self._page, self._page.measure
        if key is None:
            return
        parked = key in page.draft.parked
        kind = StepKind.UNPARK if parked else StepKind.PARK
        if page.changes.step(StepName(kind, (key,)), with_parked_toggled(page.draft, key)) and not parked:
            self._go_to_open()

    def write(self, text: str) -> bool:
        """Keep what the leader wrote, none for minutes that write themselves; give whether it is kept."""
        page, key, said = self._page, self._page.measure, text.strip()
        if key is None or page.board is None:
            return False
        if said == self.minutes():
            return True
        after = with_minutes(page.draft, key, page.session.real_text(said))
        return page.changes.write_down(StepName(StepKind.MINUTES, (key,)), after)
