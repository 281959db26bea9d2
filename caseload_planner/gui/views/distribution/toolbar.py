"""The line above the panes: propose, undo, how the draft stands, how far the search is, decide."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QToolButton, QWidget

from caseload_planner.gui.filling import with_values
from caseload_planner.gui.icons import icon
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.viewmodels.distribution_summary import outcome_words
from caseload_planner.gui.views.distribution.profile_chooser import ProfileChooser
from caseload_planner.gui.views.labels import label


class DistributionToolbar(QWidget):
    """Follows the page's viewmodel; every button says in its tooltip what is missing when it is off."""

    def __init__(self, model: DistributionPageModel) -> None:
        super().__init__()
        self._model = model
        self.propose, self.decide = QPushButton(self.tr("Proposal")), QPushButton(self.tr("Decide"))
        self.profiles, self.compare = ProfileChooser(model), QPushButton(self.tr("Compare…"))
        self.meeting = QPushButton(self.tr("Meeting"))
        self.meeting.setToolTip(self.tr("M: one case at a time, large enough for the beamer, with minutes"))
        self.undo, self.redo, self.release = QToolButton(), QToolButton(), QToolButton()
        self.stop = QPushButton(self.tr("Stop and keep the best"))
        self.progress = QProgressBar()
        self.words = label("", "muted")
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        colours = colours_for(self.palette())
        self.undo.setIcon(icon("undo", colours.muted))
        self.redo.setIcon(icon("redo", colours.muted))
        self.release.setIcon(icon("pin", colours.muted))
        self.release.setText(self.tr("Let go of everything"))
        self.release.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.undo.setAccessibleName(self.tr("Undo"))
        self.redo.setAccessibleName(self.tr("Redo"))
        for button in (self.undo, self.redo, self.release):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for push in (self.propose, self.compare, self.meeting, self.decide, self.stop):
            push.setAutoDefault(False)
        self.stop.setToolTip(self.tr("Esc"))
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self.progress.setAccessibleName(self.tr("How far the search is"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        for widget in (
            self.propose,
            self.profiles,
            self.compare,
            self.meeting,
            self.undo,
            self.redo,
            self.release,
            self.progress,
            self.words,
            self.stop,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.decide)

    def _connect(self) -> None:
        model = self._model
        self.propose.clicked.connect(model.propose)
        self.stop.clicked.connect(model.search.cancel)
        self.undo.clicked.connect(model.changes.undo)
        self.redo.clicked.connect(model.changes.redo)
        self.release.clicked.connect(model.changes.release_all)
        for changed in (model.board_changed, model.draft_changed, model.drafts.history_changed):
            changed.connect(self.refresh)
        for changed in (model.search.changed, model.deciding.changed):
            changed.connect(self.refresh)

    def refresh(self) -> None:
        """Say how things stand."""
        model, searching = self._model, self._model.search.running
        for widget in (self.progress, self.stop):
            widget.setVisible(searching)
        self.profiles.setVisible(not searching)  # they make room for how far the search is
        self.compare.setVisible(not searching)
        self.meeting.setVisible(not searching)
        self.release.setVisible(not searching and bool(model.draft.pinned or model.draft.exclusions))
        self.progress.setRange(0, model.search.of)
        self.progress.setValue(model.search.part)
        self.words.setText(self._words())
        self.propose.setEnabled(model.may_propose)
        busy = searching or model.deciding.running
        self.profiles.setEnabled(model.board is not None and not busy)
        group = model.drafts.group
        self.undo.setEnabled(group.canUndo() and not busy)
        self.redo.setEnabled(group.canRedo() and not busy)
        self.undo.setToolTip(with_values(self.tr("Undo: %1 (Ctrl+Z)"), group.undoText()))
        self.redo.setToolTip(with_values(self.tr("Redo: %1 (Ctrl+Shift+Z)"), group.redoText()))
        self.compare.setEnabled(model.may_propose and bool(model.draft.placements))
        other = self.tr("C: now, proposals and yours in columns, to take over whole or case by case")
        first = self.tr("First ask for a proposal (F5).")
        self.compare.setToolTip(other if self.compare.isEnabled() else first)
        self._refresh_decide(busy=busy)

    def _refresh_decide(self, *, busy: bool) -> None:
        model = self._model
        ready = bool(model.draft.placements) and not busy
        self.decide.setEnabled(ready)
        nothing = self.tr("First place cases: ask for a proposal (F5) or place one yourself.")
        self.decide.setToolTip(self.tr("Ctrl+Enter") if ready else nothing)
        self.propose.setToolTip(self.tr("F5: places every case around what you pinned and excluded"))
        self._set_role(self.decide, "primary" if model.draft.placements else "")
        self._set_role(self.propose, "" if model.draft.placements else "primary")

    def _words(self) -> str:
        model = self._model
        if model.search.running:
            return model.search.words
        if model.deciding.running:
            return self.tr("Deciding")
        return "" if model.board is None or not model.board.queue else outcome_words(model.board, model.draft)

    @staticmethod
    def _set_role(button: QPushButton, role: str) -> None:
        if button.property("role") != role:
            button.setProperty("role", role)
            button.style().unpolish(button)
            button.style().polish(button)
