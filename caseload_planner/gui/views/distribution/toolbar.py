"""The line above the panes: propose, undo, how the draft stands, how far the search is, decide.

It says as much as there is room for: `STAGES` go from the widest to the narrowest, and the first that fits is taken.
"""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QToolButton, QWidget

from caseload_planner.gui.filling import with_values
from caseload_planner.gui.icons import icon
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.viewmodels.distribution_summary import outcome_words
from caseload_planner.gui.views.distribution.profile_chooser import ProfileChooser
from caseload_planner.gui.views.labels import ElidedLabel

WORDS_WIDTH = 150
"""What the words keep of their width before a button gives up its own, in device-independent pixels."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Which buttons have words, and how much of how the draft stands is kept."""

    release: bool
    others: bool
    words: int


STAGES = (
    Stage(release=True, others=True, words=WORDS_WIDTH),
    Stage(release=False, others=True, words=WORDS_WIDTH),
    Stage(release=False, others=False, words=WORDS_WIDTH),
    Stage(release=False, others=False, words=0),
)


class DistributionToolbar(QWidget):
    """Follows the page's viewmodel; every button says in its tooltip what is missing when it is off."""

    def __init__(self, model: DistributionPageModel) -> None:
        super().__init__()
        self._model = model
        self.propose, self.decide = QPushButton(self.tr("Proposal")), QPushButton(self.tr("Decide"))
        self.profiles, self.compare, self.meeting = ProfileChooser(model), QPushButton(), QPushButton()
        self.meeting.setToolTip(self.tr("M: one case at a time, large enough for the beamer, with minutes"))
        self.undo, self.redo, self.release = QToolButton(), QToolButton(), QToolButton()
        self.stop = QPushButton(self.tr("Stop and keep the best"))
        self.progress = QProgressBar()
        self.words = ElidedLabel("muted")
        self._stage: Stage | None = None
        self._least = 0
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        colours = colours_for(self.palette())
        self.undo.setIcon(icon("undo", colours.muted))
        self.redo.setIcon(icon("redo", colours.muted))
        self.release.setIcon(icon("pin", colours.muted))
        self.release.setText(self.tr("Let go of everything"))
        self.release.setAccessibleName(self.release.text())
        self.compare.setAccessibleName(self.tr("Compare…"))
        self.meeting.setAccessibleName(self.tr("Meeting"))
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
        layout = self._row = QHBoxLayout(self)
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
        ):
            layout.addWidget(widget)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.stop)
        layout.addWidget(self.decide)

    def add_menu(self, menu: QWidget) -> None:
        """Put the menu of the page at the end."""
        self._row.addWidget(menu)
        self._measure()

    def _connect(self) -> None:
        model = self._model
        self.propose.clicked.connect(model.propose)
        self.stop.clicked.connect(model.search.cancel)
        self.undo.clicked.connect(model.changes.undo)
        self.redo.clicked.connect(model.changes.redo)
        self.release.clicked.connect(model.changes.release_all)
        for changed in (model.board_changed, model.draft_changed, model.drafts.history_changed):
            changed.connect(self.refresh)
        for changed in (model.search.changed, model.deciding.changed, model.handovers.changed):
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
        self._measure()

    # giving way -------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for now."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the narrowest stage only."""
        return QSize(self._least, super().minimumSizeHint().height())

    def _measure(self) -> None:
        """Find the stage that fits what is said now."""
        self._stage = None
        self._take(STAGES[-1])
        self._least = self._row.minimumSize().width()
        self._fit()
        self.updateGeometry()

    def _fit(self) -> None:
        for stage in STAGES:
            self._take(stage)
            if self._row.minimumSize().width() <= self.width():
                return

    def _take(self, stage: Stage) -> None:
        if stage == self._stage:
            return
        self._stage = stage
        colours, style = colours_for(self.palette()), Qt.ToolButtonStyle
        beside = style.ToolButtonTextBesideIcon if stage.release else style.ToolButtonIconOnly
        self.release.setToolButtonStyle(beside)
        for push, drawing in ((self.compare, "columns"), (self.meeting, "people")):
            push.setText(push.accessibleName() if stage.others else "")
            push.setIcon(QIcon() if stage.others else icon(drawing, colours.text))
        self.words.setMinimumWidth(min(stage.words, self.words.sizeHint().width()))
        self._row.invalidate()

    def _refresh_decide(self, *, busy: bool) -> None:
        model = self._model
        ready = model.deciding.possible and not busy
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
