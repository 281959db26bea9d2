"""Asking for proposals around the leader's draft, also with help of other regions, and how each lands in it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.ports import StoredProposal
from caseload_planner.gui.viewmodels.distribution_draft import Draft, with_proposal
from caseload_planner.gui.viewmodels.distribution_request import request_without_parked
from caseload_planner.gui.viewmodels.distribution_search import DistributionSearch
from caseload_planner.gui.viewmodels.distribution_shortage import left_over_count
from caseload_planner.gui.viewmodels.distribution_steps import StepKind, StepName

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel


class DistributionProposing(QObject):
    """Its parent is the page's viewmodel, whose draft a proposal fills as one step to undo."""

    landed = Signal(object, object)
    """With the Draft around which a proposal was asked, and the StoredProposal that fills it."""
    stale = Signal()
    """Somebody changed the file while the search ran: nothing landed."""

    def __init__(self, search: DistributionSearch, page: "DistributionPageModel") -> None:
        super().__init__(page)
        self._search = search
        self._next = False
        self._around: Draft | None = None
        search.found.connect(self._on_found)

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    @property
    def possible(self) -> bool:
        """Whether a proposal can be asked."""
        board = self._page.board
        return board is not None and bool(board.round.asked) and not self._page.closed

    @property
    def may_ask_help(self) -> bool:
        """Whether something is left over for which other regions were not asked yet."""
        board, draft = self._page.board, self._page.draft
        if board is None or not self.possible or not left_over_count(board, draft):
            return False
        asked = set(draft.helped)
        waiting = (key for key in board.queue if key not in draft.placements and key not in draft.parked)
        return board.regions > 1 and any(key not in asked for key in waiting)

    @Slot()
    def ask(self) -> None:
        """Ask around the leader's pins and exclusions for what changes the draft as little as can be.

        Asked before the board of the newest data or the draft of before is there, it follows as soon as they are. Where
        other regions help already they are asked again.
        """
        page = self._page
        if page.behind or page.keeping.looking:
            self._next = True
        else:
            self.ask_around(page.draft)

    @Slot()
    def ask_help(self) -> None:
        """Ask the same with help of other regions for what is left over, and for nothing else."""
        if self.may_ask_help:
            self.ask_around(self._page.draft, helped=True)

    @Slot()
    def ask_no_help(self) -> None:
        """Ask the same again without anybody of another region, save whom the leader pinned."""
        self.ask_around(self._page.draft, helped=False)

    def ask_around(self, draft: Draft, *, helped: bool | None = None) -> None:
        """Ask for a proposal around a draft; it lands as one step. Help stays as it is where nothing is said of it."""
        page = self._page
        services, board = page.session.services, page.board
        request = None if board is None else request_without_parked(board, draft)
        if services is not None and request is not None and self.possible:
            self._around = draft
            # The round finds out by itself for which cases help is needed now.
            request = replace(request, helped=(), kept=tuple(sorted(draft.placements.values())))
            wanted = bool(draft.helped) if helped is None else helped
            self._search.start(services, request, help_across_regions=wanted)

    @Slot()
    def ask_when_ready(self) -> None:
        """Ask as soon as the newest data are there."""
        self._next = True
        if not self._page.session.loading:
            self.ask_if_waiting()

    @Slot()
    def ask_if_waiting(self) -> None:
        """Ask what was asked before the board or the draft was there."""
        page = self._page
        if self._next and not page.behind and not page.keeping.looking:
            self._next = False
            self.ask()

    @Slot(object, bool)
    def _on_found(self, stored: StoredProposal, stopped: bool) -> None:  # noqa: FBT001 (a slot)
        page = self._page
        # Words may have been written meanwhile; nothing else of the draft can have changed.
        board, around = page.board, replace(self._around or page.draft, minutes=page.draft.minutes)
        # Of the board: newer data may be there already, whose cases this board does not know.
        if board is not None and not page.behind and stored.revision == board.round.caseload.organisation.revision:
            kind = StepKind.PROPOSAL_WITH_HELP if stored.request.helped else StepKind.PROPOSAL
            page.changes.step(StepName(kind), with_proposal(around, stored, stopped=stopped))
            page.question_changed.emit()
            self.landed.emit(around, stored)
        else:
            # Somebody else changed the file meanwhile: look again before anything is shown.
            page.session.reload()
            self.stale.emit()
