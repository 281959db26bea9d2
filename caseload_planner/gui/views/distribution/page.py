"""The Verdeling page: the weekly meeting on one screen."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caseload_planner.domain.assignment import Position
from caseload_planner.gui.commands import Command
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_page import DEFAULT_PROFILE, DistributionPageModel
from caseload_planner.gui.viewmodels.team_d_page import TeamDPageModel
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.distribution.decided_bar import DecidedBar
from caseload_planner.gui.views.distribution.handover_week import HandoverWeek
from caseload_planner.gui.views.distribution.inspector_pane import InspectorPane
from caseload_planner.gui.views.distribution.intake_pane import IntakePane
from caseload_planner.gui.views.distribution.meeting_view import MeetingView
from caseload_planner.gui.views.distribution.page_commands import page_commands
from caseload_planner.gui.views.distribution.page_dialogs import PageDialogs
from caseload_planner.gui.views.distribution.page_menu import PageMenu
from caseload_planner.gui.views.distribution.panes import Panes
from caseload_planner.gui.views.distribution.people_pane import PeoplePane
from caseload_planner.gui.views.distribution.score_strip import ScoreStrip
from caseload_planner.gui.views.distribution.toolbar import DistributionToolbar
from caseload_planner.gui.views.notice import NoticePage
from caseload_planner.gui.views.page import Page

LEAST_HEIGHT_FOR_SCORE = 420
"""Height in device-independent pixels from which the score stands above a meeting too."""


class DistributionPage(Page):
    """Toolbar, and three panes: cases, people, explanation.

    Parameters
    ----------
    window
        The frame's state; the page keeps its own under the key ``distribution``.
    """

    def __init__(self, window: WindowModel) -> None:
        super().__init__()
        self._window = window
        self.model = window.page_model("distribution", self._make_model)
        self.model.refresh_words()
        self.toolbar, self.decided = DistributionToolbar(self.model), DecidedBar(self.model)
        self.score = ScoreStrip(self.model)
        self.intake, self.people = IntakePane(self.model), PeoplePane(self.model)
        self.inspector, self.meeting = InspectorPane(self.model), MeetingView(self.model)
        self.dialogs = PageDialogs(window, self.model, self)
        self.menu = PageMenu(self.commands())
        self.toolbar.add_menu(self.menu)
        self._lay_out()
        self._connect()
        self.answer_to_keys(window.status.say)
        self._on_board()
        self._on_question()  # a list that comes by the focus without a current case would choose its first

    def _make_model(self) -> DistributionPageModel:
        window = self._window
        model = DistributionPageModel(window.session, window.status, window.settings.profile or DEFAULT_PROFILE)
        window.words_changed.connect(model.refresh_words)  # what it says stands in the status line of every page
        return model

    # building ---------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._panes = Panes(self.intake, self.people, self.inspector)
        self._loading = NoticePage("refresh", self.tr("Looking up what is to be distributed"), "")
        words = self.tr("Choose another date or another team.")
        self._nothing = NoticePage("check_circle", self.tr("Nothing to distribute on this date"), words, Tone.GOOD)
        self.handover_week = HandoverWeek(self.model)
        self._stack = _Stack()
        for page in (self._panes, self._loading, self._nothing, self.meeting, self.handover_week):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout.setSpacing(Space.M)
        layout.addWidget(self.toolbar)
        layout.addWidget(self.decided)
        layout.addWidget(self.score)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        model = self.model
        model.board_changed.connect(self._on_board)
        model.question_changed.connect(self._on_question)
        model.meeting.changed.connect(self._on_meeting)
        self.toolbar.decide.clicked.connect(self.dialogs.ask_decision)
        self.toolbar.compare.clicked.connect(self.dialogs.show_comparison)
        self.toolbar.meeting.clicked.connect(self.toggle_meeting)
        self.toolbar.profiles.chosen.connect(self._on_profile)
        self.intake.list.chosen.connect(model.look_at_case)
        self.intake.list.finder_asked.connect(self._on_finder)
        self.intake.list.number_typed.connect(self._on_number)
        self.intake.list.preview_asked.connect(self.people.preview)
        self.intake.left_over.clicked.connect(self.dialogs.show_shortage)
        for section in (self.intake.handovers, self.handover_week.handovers):
            section.plan_again_asked.connect(self._on_plan_again)
        self.handover_week.decide_asked.connect(self.dialogs.ask_decision)
        model.handovers.changed.connect(self._on_board)
        self.people.left.connect(self._focus_cases)
        self.decided.save_asked.connect(self.dialogs.save_decision_list)
        self.decided.withdraw_asked.connect(self.dialogs.ask_withdrawal)

    # following --------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_board(self) -> None:
        board = self.model.board
        page = self._page_for(board)
        if page not in {self._panes, self.meeting}:
            self.model.meeting.end()
        first_time = page is self._panes and self._stack.currentWidget() is not page
        self._stack.setCurrentWidget(page)
        if first_time and self.hasFocus():  # nobody went elsewhere while the board was made
            self.enter()
        self.toolbar.setVisible(page in {self._panes, self.meeting})
        self._show_score()
        if page in {self._panes, self.meeting} and self.model.measure is None:
            self.model.look_at_case(board.queue[0] if board is not None else None)

    def _page_for(self, board: Board | None) -> QWidget:
        if board is None:
            return self._loading
        if board.queue:
            return self.meeting if self.model.meeting.running else self._panes
        return self.handover_week if self.model.handovers.due else self._nothing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the height of a small window to the case that is talked about."""
        super().resizeEvent(event)
        self._show_score()

    def _show_score(self) -> None:
        room = self._stack.currentWidget() is not self.meeting or self.height() >= LEAST_HEIGHT_FOR_SCORE
        self.score.setVisible(self._stack.currentWidget() in {self._panes, self.meeting} and room)

    @Slot()
    def _on_question(self) -> None:
        self.intake.list.select_case(self.model.measure)

    @Slot()
    def _focus_cases(self) -> None:
        self.intake.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _on_finder(self, second: bool) -> None:  # noqa: FBT001 (a slot)
        self.people.ask(Position.SECOND if second else Position.FIRST)

    @Slot(int, bool)
    def _on_number(self, number: int, second: bool) -> None:  # noqa: FBT001 (a slot)
        self.people.give_number(number, second=second)

    @Slot(str)
    def _on_plan_again(self, plan: str) -> None:
        window = self._window
        window.show_page("team_d")
        window.page_model("team_d", lambda: TeamDPageModel(window.session)).plan_again(plan)

    @Slot()
    def toggle_meeting(self) -> None:
        """Begin the meeting, or go back to the panes."""
        if self.model.meeting.running:
            self.model.meeting.end()
        else:
            self.model.meeting.begin()

    @Slot()
    def step_back(self) -> None:
        """End the search with the best so far; else leave the minutes, then the meeting."""
        if self.model.search.running:
            self.model.search.cancel()
        elif self.meeting.minutes.hasFocus():
            self.meeting.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.model.meeting.end()

    @Slot()
    def _on_meeting(self) -> None:
        if not self.model.meeting.running and self._stack.currentWidget() is self.meeting:
            self._stack.setCurrentWidget(self._panes)
            self._focus_cases()
        elif self.model.meeting.running:
            self._stack.setCurrentWidget(self.meeting)
            self.meeting.refresh()
            self.meeting.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_score()

    @Slot(str)
    def _on_profile(self, name: str) -> None:
        self._window.settings.profile = name
        self.model.use_profile(name)

    # the frame's side -------------------------------------------------------------------------------------------------

    def focus_search(self) -> None:
        """Go to the finder of people."""
        self.people.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.people.finder.selectAll()

    def show_case(self, measure: str) -> None:
        """Look at a case of this week."""
        self.model.look_at_case(measure)
        self._focus_cases()

    def commands(self) -> tuple[Command, ...]:
        """Give what can be done here."""
        return page_commands(self)

    def begins_with(self) -> QWidget:
        """Begin at the cases, or in the meeting where one is held."""
        return self.meeting if self.model.meeting.running else self.intake.list


class _Stack(QStackedWidget):
    """What fills the page; each of its pages scrolls inside itself, so that no height follows from its width."""

    def hasHeightForWidth(self) -> bool:
        """Whether a wrapped line may make the page higher than the window."""
        return False


def distribution_page(window: WindowModel) -> Page:
    """Make the page for the list of pages."""
    return DistributionPage(window)
