"""Handovers that accepted plans have for the week: moves that the round confirms, unless the leader leaves one out."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.plan_records import HandoverState, PlannedHandover
from caseload_planner.domain.calendar import monday_of
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_texts import with_values
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.distribution_board import Board

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel

LOOK_AHEAD = timedelta(weeks=12)
"""The longest overlap of a handover that is looked for before its switch."""


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """A handover in words; `confirmed` where the round takes it along."""

    handover: PlannedHandover
    words: str
    explained: str
    confirmed: bool


class DistributionHandovers(QObject):
    """The planned handovers of the board's week; its parent is the page's viewmodel.

    Attributes
    ----------
    planned
        Those that nobody confirmed yet.
    """

    changed = Signal()

    def __init__(self, page: "DistributionPageModel") -> None:
        super().__init__(page)
        self.planned: tuple[PlannedHandover, ...] = ()
        self._left_out: set[PlannedHandover] = set()
        page.board_changed.connect(self.look_up)

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    @property
    def confirmed(self) -> tuple[PlannedHandover, ...]:
        """The handovers that a decision confirms."""
        return tuple(one for one in self.planned if one not in self._left_out)

    def toggle(self, handover: PlannedHandover) -> None:
        """Leave a handover out of the round, or take it along."""
        self._left_out ^= {handover}
        self.changed.emit()

    def lines(self) -> tuple[HandoverLine, ...]:
        """Give the handovers in words."""
        return tuple(self._line(one) for one in self.planned)

    def _line(self, one: PlannedHandover) -> HandoverLine:
        name_of = self._page.name_of
        words = with_values(self.tr("%1: %2 to %3"), one.measure, name_of(one.from_worker), name_of(one.to_worker))
        overlap = self.tr("Switch in %1, with %2 weeks of coming along before it.")
        if not one.overlap_weeks:
            overlap = self.tr("Switch in %1, without coming along before it.")
        explained = with_values(overlap, formatting.week(one.week), formatting.count(one.overlap_weeks))
        return HandoverLine(one, words, explained, one not in self._left_out)

    @Slot()
    def look_up(self) -> None:
        """Read the handovers of the week of the board."""
        board, services = self._page.board, self._page.session.services
        if board is None or services is None:
            self._show(())
            return
        store, monday = services.store, monday_of(board.round.on)

        def read(_: Run) -> tuple[PlannedHandover, ...]:
            with store.read() as unit:
                found = unit.wind_downs.accepted_handovers(to_week=monday + LOOK_AHEAD)
            return tuple(one for one in found if is_due(board, one, monday))

        self._page.session.runner.start(Lane.DATABASE, read, topic="handovers of the week", on_done=self._show)

    @Slot(object)
    def _show(self, planned: tuple[PlannedHandover, ...]) -> None:
        self.planned = planned
        self._left_out &= set(planned)
        self.changed.emit()


def is_due(board: Board, handover: PlannedHandover, monday: date) -> bool:
    """Whether a handover begins in a week or should have begun before, in the teams of the board."""
    if handover.state is not HandoverState.PLANNED:
        return False
    if handover.week - timedelta(weeks=handover.overlap_weeks) > monday:
        return False
    organisation = board.round.caseload.organisation
    teams = {organisation.measures[handover.measure].team}
    teams |= {organisation.workers[one].team for one in (handover.from_worker, handover.to_worker)}
    return not board.teams or bool(teams & set(board.teams))
