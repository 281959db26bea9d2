"""State of the Verdeling page: the board, the draft, what is looked at, proposals and decisions."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.draft_questions import DraftedRound
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import HandoverChangedError, StaleProposalError
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.distribution_candidates import CandidateModel, CandidateRows
from caseload_planner.gui.models.distribution_cases import CaseListModel
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.distribution_agreements import DistributionAgreements
from caseload_planner.gui.viewmodels.distribution_alternatives import DistributionAlternatives
from caseload_planner.gui.viewmodels.distribution_answers import DistributionAnswers
from caseload_planner.gui.viewmodels.distribution_board import Board, make_board
from caseload_planner.gui.viewmodels.distribution_candidate_lines import candidates_of
from caseload_planner.gui.viewmodels.distribution_candidate_rows import Asking
from caseload_planner.gui.viewmodels.distribution_case_lines import CaseLines
from caseload_planner.gui.viewmodels.distribution_changes import DistributionChanges
from caseload_planner.gui.viewmodels.distribution_conflicts import DistributionConflicts
from caseload_planner.gui.viewmodels.distribution_deciding import DistributionDeciding
from caseload_planner.gui.viewmodels.distribution_draft import Draft, with_placement
from caseload_planner.gui.viewmodels.distribution_drafts import Drafts
from caseload_planner.gui.viewmodels.distribution_elsewhere import DistributionElsewhere
from caseload_planner.gui.viewmodels.distribution_fitting import fitting, still_possible, taken_out
from caseload_planner.gui.viewmodels.distribution_handovers import DistributionHandovers
from caseload_planner.gui.viewmodels.distribution_history import DistributionHistory
from caseload_planner.gui.viewmodels.distribution_keeping import DistributionKeeping
from caseload_planner.gui.viewmodels.distribution_meeting import DistributionMeeting
from caseload_planner.gui.viewmodels.distribution_proposing import DistributionProposing
from caseload_planner.gui.viewmodels.distribution_request import request_of
from caseload_planner.gui.viewmodels.distribution_search import DistributionSearch
from caseload_planner.gui.viewmodels.distribution_shortage import DistributionShortage
from caseload_planner.gui.viewmodels.distribution_summary import placed_words
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.gui.viewmodels.status import StatusModel
from caseload_planner.rules.round import ContactPosition

DEFAULT_PROFILE = "balanced"
BOARD = "distribution board"


class DistributionPageModel(QObject):
    """Follows the session; the board is made in the compute lane, everything after it is plain arithmetic.

    Attributes
    ----------
    cases, people
        The two lists.
    measure, worker, position
        The case, the person and the place that are looked at.
    profile
        Name of the profile that proposals follow and the draft is held against.
    preview
        The draft as it would be with a move that is only looked at; None where none is.
    """

    board_changed = Signal()
    """There is another round, or none while it is being made."""
    draft_changed = Signal()
    question_changed = Signal()
    """`measure`, `worker` or `position` is another."""
    previewed = Signal()
    """`preview` is another."""
    stale = Signal()
    """What was to be decided is out of date; a new board is on its way."""
    failed = Signal(object)

    def __init__(self, session: Session, status: StatusModel, profile: str = DEFAULT_PROFILE) -> None:
        super().__init__()
        self.session, self._status, self.profile = session, status, profile
        self.cases, self.people = CaseListModel(self), CandidateModel(self)
        self.drafts = Drafts(self)
        self.changes = DistributionChanges(self)
        self.keeping = DistributionKeeping(self)
        self.search = DistributionSearch(session.runner, self)
        self.proposing = DistributionProposing(self.search, self)
        self.deciding = DistributionDeciding(session.runner, session.notifier, self)
        self.answers = DistributionAnswers(session.runner, self)
        self.alternatives = DistributionAlternatives(session.runner, self)
        self.shortage = DistributionShortage(session.runner, self)
        self.conflicts = DistributionConflicts(session.runner, self)
        self.history = DistributionHistory(self)
        self.agreements = DistributionAgreements(self)
        self.meeting = DistributionMeeting(self)
        self.meeting.changed.connect(self.answers.again)
        self.handovers = DistributionHandovers(self)
        self.elsewhere = DistributionElsewhere(self)
        self.agreements.changed.connect(self._publish)
        self.elsewhere.changed.connect(self._publish)
        self.board: Board | None = None
        self.measure: str | None = None
        self.worker: str | None = None
        self.position: ContactPosition = Position.FIRST
        self.preview: Draft | None = None
        self._case_lines: CaseLines | None = None
        self._connect()
        status.set_history(self.drafts.group)
        self.refresh()

    def _connect(self) -> None:
        self.session.caseload_changed.connect(self.refresh)
        self.session.opened.connect(self._on_opened)
        for going in (self.session.scope.date_changed, self.session.scope.choice_changed):
            going.connect(self.search.drop)  # at once: what comes next waits for the same lane
        self.drafts.changed.connect(self._on_draft)
        self.drafts.changed.connect(self.keeping.keep)
        self.keeping.found.connect(self._on_kept)
        self.keeping.failed.connect(self._on_failed)
        self.keeping.changed.connect(self.proposing.ask_if_waiting)
        self.drafts.history_changed.connect(self._on_history)
        self.question_changed.connect(self.end_preview)
        self.draft_changed.connect(self.end_preview)
        self.proposing.stale.connect(self.stale)
        self.search.failed.connect(self._on_failed)
        self.deciding.failed.connect(self._on_failed)
        self.alternatives.failed.connect(self._on_failed)

    @property
    def draft(self) -> Draft:
        """The draft of the date and teams that are looked at."""
        return self.drafts.current

    # following the session --------------------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Make the board again: other data, another date, other teams, or another language."""
        caseload, organisation, services = self.session.caseload, self.session.organisation, self.session.services
        if caseload is None or organisation is None or services is None:
            return
        if self.profile not in services.profiles:
            self.profile = DEFAULT_PROFILE
        teams, profile = self.session.scope.teams_in(organisation), services.profiles[self.profile]

        def make(_: Run) -> Board:
            return make_board(caseload, teams, profile)

        self.session.runner.start(Lane.COMPUTE, make, topic=BOARD, on_done=self._on_board, on_failed=self._on_failed)

    def use_profile(self, name: str) -> None:
        """Strive for something else from now on; the draft stays as it is and is held against the other order."""
        if name != self.profile and not self.closed:
            self.profile = name
            self.refresh()

    @Slot(object)
    def _on_board(self, board: Board) -> None:
        before, self.board, self._case_lines = self.board, board, None
        other_round = before is None or (before.round.on, before.teams) != (board.round.on, board.teams)
        if self.measure not in board.round.asked:
            self.measure = self.worker = None  # before anybody is told of anything: answers look it up
        key = (board.round.on, board.teams)
        self.say_gone(*taken_out(board, self.drafts.of(key)))
        # Together with the board, before anybody hears of either: each is only read beside the other.
        self.drafts.look_at(key, partial(fitting, board))
        if other_round:
            self.search.drop()
        self.keeping.look_for(key)
        self.drafts.speak_anew()
        self.board_changed.emit()
        self._publish()
        self.question_changed.emit()
        if other_round and self.session.services is not None:
            self.deciding.look_up(self.session.services, board.round.on)
        self.proposing.ask_if_waiting()

    @Slot()
    def _on_opened(self) -> None:
        self.search.drop()
        self.session.runner.drop(BOARD)  # of the file before
        self.board = self.measure = self.worker = None
        self.position = Position.FIRST
        self.drafts.forget()
        self.keeping.forget()
        self.deciding.forget()
        self.board_changed.emit()

    @Slot(object, object)
    def _on_kept(self, kept: Draft, fallen_away: tuple[str, ...]) -> None:
        """Go on with the draft that was being made before the program ended."""
        if fallen_away:
            words = self.tr("Fell away from the draft of before, as something changed: %1.")
            self._status.say(with_values(words, ", ".join(fallen_away)))
        if self.board is not None:
            self.drafts.restart(still_possible(self.board, kept))
            self.question_changed.emit()

    def say_gone(self, *measures: str) -> None:
        """Say which drafted cases are not to be distributed any more."""
        if measures:
            words = self.tr("No longer in the draft, as it is not to be distributed any more: %1.")
            self._status.say(with_values(words, ", ".join(measures)))

    @Slot()
    def _on_draft(self) -> None:
        self._publish()
        self.draft_changed.emit()

    @Slot()
    def _on_history(self) -> None:
        self._status.set_undo(self.drafts.group.undoText())

    @Slot()
    def refresh_words(self) -> None:
        """Make every line anew in the language of now."""
        self._case_lines = None
        self.drafts.speak_anew()
        self._publish()

    def _publish(self) -> None:
        board, draft = self.board, self.draft
        if board is None:
            self.cases.set_rows(())
            self.people.set_rows(CandidateRows(), numbered=False)
        else:
            if self._case_lines is None:
                self._case_lines = CaseLines(board)
            self.cases.set_rows(self._case_lines.of(draft, self.agreements.names()))
            self._publish_people()
        self._status.set_draft(placed_words(draft) or self.elsewhere.words)

    def _publish_people(self) -> None:
        if self.board is not None:
            asking = Asking(self.board, self.draft, self.measure, self.position)
            self.people.set_rows(candidates_of(asking), numbered=self.measure is not None)

    # looking ----------------------------------------------------------------------------------------------------------

    def look_at_case(self, measure: str | None) -> None:
        """Look at a case as first contact; the list of people follows."""
        if measure != self.measure:
            self.measure, self.worker, self.position = measure, None, Position.FIRST
            self._publish_people()
            self.question_changed.emit()

    def look_at_worker(self, worker: str | None) -> None:
        """Look at a person beside the case."""
        if worker != self.worker:
            self.worker = worker
            self.question_changed.emit()

    def look_as(self, position: ContactPosition) -> None:
        """Look at people as first or as second contact."""
        if position is not self.position:
            self.position = position
            self._publish_people()
            self.question_changed.emit()

    def toggle_preview(self, worker: str) -> None:
        """Look at what giving the case to somebody would do, without doing it; once more ends that."""
        if self.preview is not None and worker == self.worker:
            self.end_preview()
            return
        move = self.changes.judge(self.measure, worker, self.position) if self.measure is not None else None
        if move is not None and not move.no_first and not self.closed:
            self.look_at_worker(worker)
            self.preview = with_placement(self.draft, move.placement, pin=False)
            self.previewed.emit()

    @Slot()
    def end_preview(self) -> None:
        """Look at the draft as it is."""
        if self.preview is not None:
            self.preview = None
            self.previewed.emit()

    def look_at_landed(self, worker: str) -> None:
        """Look at who was just given the case."""
        self.worker = worker
        self.question_changed.emit()

    @property
    def behind(self) -> bool:
        """Whether there are newer data than the board was made of, so that another board is on its way."""
        board, organisation = self.board, self.session.organisation
        made_of = None if board is None else board.round.caseload.organisation
        return made_of is None or organisation is None or made_of.revision != organisation.revision

    @property
    def closed(self) -> bool:
        """Whether the draft is not to be changed now: the search answers the draft as it is, and so does a decision."""
        return self.search.running or self.deciding.running or self.keeping.looking

    def name_of(self, worker: str) -> str:
        """Give somebody's name."""
        people = self.session.organisation.workers if self.session.organisation else {}
        return people[worker].name if worker in people else worker

    # proposing and deciding -------------------------------------------------------------------------------------------

    def request(self, draft: Draft | None = None) -> ProposalRequest:
        """Give the question that a draft stands for; the one that is looked at where none is given."""
        assert self.board is not None  # noqa: S101 (only asked with a board)
        return request_of(self.board, draft or self.draft)

    def drafted_round(self) -> DraftedRound | None:
        """Give the draft with all that a solver needs to answer about it."""
        if self.board is None:
            return None
        # Of the board: newer data may be there already, for which this draft was not made.
        organisation = self.board.round.caseload.organisation
        placements = tuple(sorted(self.draft.placements.values()))
        return DraftedRound(organisation, self.request(), self.board.profile, placements)

    @property
    def may_propose(self) -> bool:
        """Whether a proposal can be asked."""
        return self.proposing.possible

    @Slot()
    def propose(self) -> None:
        """Ask for a proposal; see `DistributionProposing.ask`."""
        self.proposing.ask()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, StaleProposalError):
            self.session.reload()
            self.stale.emit()
        else:
            if isinstance(error, HandoverChangedError):
                self.session.reload()
            self.failed.emit(error)
