"""The Verdeling page: the weekly meeting on one screen."""

import itertools
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
)

from caseload_planner.application.ports import Decision
from caseload_planner.domain.assignment import Position
from caseload_planner.gui import formatting
from caseload_planner.gui.distribution_texts import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_agreements import GivenWord
from caseload_planner.gui.viewmodels.distribution_moves import Move
from caseload_planner.gui.viewmodels.distribution_page import DEFAULT_PROFILE, DistributionPageModel
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.distribution.compare_dialog import CompareDialog
from caseload_planner.gui.views.distribution.decide_dialog import DecideDialog
from caseload_planner.gui.views.distribution.decided_bar import DecidedBar
from caseload_planner.gui.views.distribution.inspector_pane import InspectorPane, InspectorTab
from caseload_planner.gui.views.distribution.intake_pane import IntakePane
from caseload_planner.gui.views.distribution.override_dialog import OverrideDialog
from caseload_planner.gui.views.distribution.people_pane import PeoplePane
from caseload_planner.gui.views.distribution.score_strip import ScoreStrip
from caseload_planner.gui.views.distribution.shortage_dialog import ShortageDialog
from caseload_planner.gui.views.distribution.toolbar import DistributionToolbar
from caseload_planner.gui.views.distribution.withdraw_dialog import WithdrawDialog
from caseload_planner.gui.views.failure_dialog import show_error
from caseload_planner.gui.views.notice import NoticePage
from caseload_planner.gui.views.page import Page

PANE_WIDTHS = (336, 548, 338)


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
        self.inspector = InspectorPane(self.model)
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self._on_board()
        self._on_question()  # a list that comes by the focus without a current case would choose its first

    def _make_model(self) -> DistributionPageModel:
        window = self._window
        return DistributionPageModel(window.session, window.status, window.settings.profile or DEFAULT_PROFILE)

    # building ---------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setProperty("role", "panes")
        self._panes.setHandleWidth(Space.M)
        self._panes.setChildrenCollapsible(False)
        for pane in (self.intake, self.people, self.inspector):
            self._panes.addWidget(pane)
        self._panes.setSizes(list(PANE_WIDTHS))
        self._panes.setStretchFactor(1, 1)
        self._loading = NoticePage("refresh", self.tr("Looking up what is to be distributed"), "")
        words = self.tr("Choose another date or another team.")
        self._nothing = NoticePage("check_circle", self.tr("Nothing to distribute on this date"), words, Tone.GOOD)
        self._stack = QStackedWidget()
        for page in (self._panes, self._loading, self._nothing):
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
        model.changes.reason_asked.connect(self._on_reason_asked)
        model.stale.connect(self._on_stale)
        model.failed.connect(self._on_failed)
        self.toolbar.decide.clicked.connect(self.ask_decision)
        self.toolbar.compare.clicked.connect(self.show_comparison)
        self.toolbar.profiles.chosen.connect(self._on_profile)
        self.intake.list.chosen.connect(model.look_at_case)
        self.intake.list.finder_asked.connect(self._on_finder)
        self.intake.list.number_typed.connect(self._on_number)
        self.intake.list.preview_asked.connect(self.people.preview)
        self.intake.left_over.clicked.connect(self.show_shortage)
        self.people.left.connect(self._focus_cases)
        self.decided.save_asked.connect(self._on_save)
        self.decided.withdraw_asked.connect(self.ask_withdrawal)
        model.deciding.withdrawn.connect(self._on_withdrawn)

    def _add_shortcuts(self) -> None:
        model = self.model
        for keys, slot in (
            ("F5", model.propose),
            ("Esc", model.search.cancel),
            ("P", model.changes.toggle_pin),
            ("U", model.changes.take_off),
            ("X", model.changes.toggle_exclusion),
            ("Ctrl+Z", model.changes.undo),
            ("Ctrl+Shift+Z", model.changes.redo),
            ("Ctrl+Return", self.ask_decision),
            ("Ctrl+Enter", self.ask_decision),
            ("C", self.show_comparison),
            ("W", partial(self.inspector.show_tab, InspectorTab.WHY)),
            ("N", partial(self.inspector.show_tab, InspectorTab.WHY_NOT)),
            ("A", partial(self.inspector.show_tab, InspectorTab.OTHERS)),
            ("G", partial(self.inspector.show_tab, InspectorTab.HISTORY)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # following --------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_board(self) -> None:
        board = self.model.board
        page = self._loading if board is None else self._panes if board.queue else self._nothing
        first_time = page is self._panes and self._stack.currentWidget() is not page
        self._stack.setCurrentWidget(page)
        if first_time and self.isVisible():
            self._focus_cases()
        for line in (self.toolbar, self.score):
            line.setVisible(page is self._panes)
        if page is self._panes and self.model.measure is None:
            self.model.look_at_case(board.queue[0] if board is not None else None)

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

    @Slot(object)
    def _on_reason_asked(self, move: Move) -> None:
        dialog = OverrideDialog(self.model, move, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.given.connect(self.model.changes.land)
        dialog.open()

    @Slot()
    def _on_stale(self) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(self.tr("Something changed meanwhile"))
        box.setText(self.tr("The cases or the people changed since this draft was made. Nothing was decided."))
        again = box.addButton(self.tr("Propose again"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Look first"), QMessageBox.ButtonRole.RejectRole)
        again.clicked.connect(self.model.propose_when_ready)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    @Slot(str)
    def _on_profile(self, name: str) -> None:
        self._window.settings.profile = name
        self.model.use_profile(name)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        show_error(self, error)

    @Slot()
    def show_shortage(self) -> None:
        """Open what is not safe to distribute."""
        board = self.model.board
        if board is not None:
            self.model.shortage.work_out(board, self.model.draft)
            dialog = ShortageDialog(self.model.shortage, formatting.day(board.round.on), self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    @Slot()
    def show_comparison(self) -> None:
        """Compare the draft with how it stands now and with its proposals."""
        if not self.toolbar.compare.isEnabled():
            return
        dialog = CompareDialog(self.model.alternatives, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # deciding ---------------------------------------------------------------------------------------------------------

    @Slot()
    def ask_decision(self) -> None:
        """Open the summary, where there is something to decide."""
        summary, board = self.model.summary(), self.model.board
        if summary is None or board is None or not self.toolbar.decide.isEnabled():
            return
        dialog = DecideDialog(summary, formatting.day_with_weekday(board.round.on), self._window.settings, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self._on_confirmed)
        dialog.open()

    @Slot(str, str, object)
    def _on_confirmed(self, decided_by: str, remarks: str, given_words: tuple[GivenWord, ...]) -> None:
        self._window.settings.decided_by = decided_by
        self.model.decide(decided_by, remarks, given_words)

    @Slot()
    def ask_withdrawal(self) -> None:
        """Ask who takes the last decision back, and why."""
        decision = self.model.deciding.decision
        if decision is not None and not self.model.deciding.running:
            dialog = WithdrawDialog(decision, self._window.settings, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.confirmed.connect(self._on_withdrawal)
            dialog.open()

    @Slot(str, str)
    def _on_withdrawal(self, withdrawn_by: str, reason: str) -> None:
        services = self._window.session.services
        if services is not None:
            self.model.deciding.withdraw(services, withdrawn_by, reason)

    @Slot(object)
    def _on_withdrawn(self, decision: Decision) -> None:
        words = with_values(self.tr("Withdrawn: the cases of %1 wait again."), formatting.day(decision.on))
        self._window.status.say(words)

    @Slot(str, bool)
    def _on_save(self, ending: str, elsewhere: bool) -> None:  # noqa: FBT001 (a slot)
        """Save the besluitenlijst where documents went the last time, or where somebody says."""
        decision, services, settings = (
            self.model.deciding.decision,
            self._window.session.services,
            self._window.settings,
        )
        if decision is None or services is None:
            return
        name = with_values(self.tr("decision list %1"), decision.on.isoformat()).replace(" ", "-")
        folder = Path(settings.documents_folder) if settings.documents_folder else services.path.parent
        path = free_path((folder if folder.is_dir() else services.path.parent) / f"{name}{ending}")
        if elsewhere:
            kinds = {".pdf": self.tr("PDF (*.pdf)"), ".xlsx": self.tr("Excel (*.xlsx)")}
            chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the decision list"), str(path), kinds[ending])
            if not chosen:
                return
            path = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(ending)
            settings.documents_folder = str(path.parent)
        self.model.deciding.save_document(services, path)

    # the frame's side -------------------------------------------------------------------------------------------------

    def focus_search(self) -> None:
        """Go to the finder of people."""
        self.people.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.people.finder.selectAll()

    def show_case(self, measure: str) -> None:
        """Look at a case of this week."""
        self.model.look_at_case(measure)
        self._focus_cases()

    def on_shown(self) -> None:
        """Begin at the cases."""
        self._focus_cases()


def free_path(path: Path) -> Path:
    """Give a path at which there is no file yet: ``list.pdf``, else ``list-2.pdf``."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in itertools.count(2))
    return path if not path.exists() else next(one for one in numbered if not one.exists())


def distribution_page(window: WindowModel) -> Page:
    """Make the page for the list of pages."""
    return DistributionPage(window)
