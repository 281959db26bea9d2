"""Handovers that accepted plans have for the week: moves that the round confirms, unless the leader leaves one out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.due_handovers import DueHandover, due_rows, planned_until
from caseload_planner.application.plan_records import PlannedHandover
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_texts import rule_text
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.task_runner import Lane, Run

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """A handover in words; `confirmed` where the round takes it along, `possible` where it can."""

    handover: PlannedHandover
    words: str
    explained: str
    confirmed: bool
    possible: bool


class DistributionHandovers(QObject):
    """The planned handovers of the board's week; its parent is the page's viewmodel.

    Attributes
    ----------
    due
        Those that nobody confirmed yet.
    """

    changed = Signal()

    def __init__(self, page: "DistributionPageModel") -> None:
        super().__init__(page)
        self.due: tuple[DueHandover, ...] = ()
        self._left_out: set[PlannedHandover] = set()
        page.board_changed.connect(self.look_up)

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    @property
    def confirmed(self) -> tuple[PlannedHandover, ...]:
        """The handovers that a decision confirms."""
        taken = (one for one in self.due if not one.changed and one.handover not in self._left_out)
        return tuple(handover for one in taken for handover in one.whole)

    @property
    def to_plan_again(self) -> str:
        """The plan of the first handover that no longer holds, by key; empty where all of them hold."""
        return next((one.handover.plan for one in self.due if one.changed), "")

    def toggle(self, handover: PlannedHandover) -> None:
        """Leave a handover out of the round, or take it along."""
        self._left_out ^= {handover}
        self.changed.emit()

    def lines(self) -> tuple[HandoverLine, ...]:
        """Give the handovers in words."""
        return tuple(self._line(one) for one in self.due)

    def _line(self, due: DueHandover) -> HandoverLine:
        one = due.handover
        words = with_values(self._said(due), one.measure, due.from_name, due.to_name, ", ".join(due.joined_names))
        if due.changed:
            explained = with_values(self.tr("Make the plan for team D again: %1."), self._why(due))
            return HandoverLine(
                one, with_values(self.tr("%1 (no longer possible)"), words), explained, confirmed=False, possible=False
            )
        overlap = self.tr("Switch in %1, with %2 weeks of coming along before it.")
        if not one.overlap_weeks:
            overlap = self.tr("Switch in %1, without coming along before it.")
        explained = with_values(overlap, formatting.week(one.week), formatting.count(one.overlap_weeks))
        return HandoverLine(one, words, explained, confirmed=one not in self._left_out, possible=True)

    def _said(self, due: DueHandover) -> str:
        if due.comes_beside:
            return self.tr("%1: %3 comes beside %2")
        return self.tr("%1: %2 to %3, with %4 as second") if due.second_joins else self.tr("%1: %2 to %3")

    def _why(self, due: DueHandover) -> str:
        words = {
            "closed": self.tr("the case has ended"),
            "giver_gone": with_values(self.tr("the case is no longer with %1"), due.from_name),
        }
        return ", ".join(words.get(code) or rule_text(code) for code in due.changed)

    @Slot()
    def look_up(self) -> None:
        """Read the handovers of the week of the board."""
        board, services = self._page.board, self._page.session.services
        if board is None or services is None:
            self._show(())
            return
        store, caseload, teams = services.store, board.round.caseload, board.teams

        def read(_: Run) -> tuple[DueHandover, ...]:
            with store.read() as unit:
                planned = planned_until(unit, caseload.on)
            return due_rows(caseload, planned, teams)

        self._page.session.runner.start(Lane.DATABASE, read, topic="handovers of the week", on_done=self._show)

    @Slot(object)
    def _show(self, due: tuple[DueHandover, ...]) -> None:
        self.due = due
        self._left_out &= {one.handover for one in due}
        self.changed.emit()
