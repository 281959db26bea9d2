"""The meeting on a beamer: one case, who could take it, and minutes that write themselves; fully by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_drafts import DraftKey
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.views.distribution.busy_words import busy_words
from caseload_planner.gui.views.distribution.meeting_case import meeting_case
from caseload_planner.gui.views.labels import frame, label, set_role, set_tone

LEAST_HEIGHT_FOR_BEAMER = 340
"""Height in device-independent pixels below which buttons and minutes have smaller letters as well."""
GOING_KEYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
"""Keys that may be held, as they change nothing."""
SHARES = (19, 10)
"""How the width goes to the case and to its minutes."""


class MeetingView(QFrame):
    """Follows the page's viewmodel while the meeting runs; keys settle the case that is shown."""

    def __init__(self, model: DistributionPageModel) -> None:
        super().__init__()
        self._model = model
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Meeting: one case at a time"))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.progress = label("", "beamer", Tone.MUTED, wrap=True)
        self.notice = label("", "notice", Tone.WARN, wrap=True)
        self.minutes = QPlainTextEdit()
        self.minutes.setProperty("role", "beamer")
        self.minutes.setTabChangesFocus(True)
        self.minutes.setAccessibleName(self.tr("Minutes of this case"))
        self.minutes.installEventFilter(self)
        self.agree, self.park = QPushButton(self.tr("Agreed (Enter)")), QPushButton(self.tr("Park (K)"))
        self.back, self.on = QPushButton("←"), QPushButton("→")
        self.end = QPushButton(self.tr("Back to the panes (Esc)"))
        self._about: tuple[DraftKey | None, str | None] = (None, None)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.back.setAccessibleName(self.tr("The case before"))
        self.on.setAccessibleName(self.tr("The next case"))
        for push in (self.agree, self.park, self.back, self.on, self.end):
            push.setAutoDefault(False)
            push.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each has its key
        head = QHBoxLayout()
        for widget in (self.back, self.on):
            head.addWidget(widget)
        head.addWidget(self.progress, 1)
        head.addWidget(self.end)
        side = QVBoxLayout()
        side.setSpacing(Space.S)
        side.addWidget(label(self.tr("Minutes (Tab)"), "heading"))
        side.addWidget(self.minutes, 1)
        side.addWidget(self.notice)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.park)
        foot.addWidget(self.agree, 1)
        side.addLayout(foot)
        side_widget = QWidget()
        side_widget.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        self._body = QHBoxLayout()
        self._body.setSpacing(Space.XL)
        self._body.addWidget(self._scroll, SHARES[0])
        self._body.addWidget(side_widget, SHARES[1])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        self._column.addLayout(head)
        self._column.addWidget(frame("rule"))
        self._column.addLayout(self._body, 1)
        self.notice.hide()
        self._fit()

    def _connect(self) -> None:
        model, meeting = self._model, self._model.meeting
        self._later.timeout.connect(self.refresh)
        for changed in (model.question_changed, model.draft_changed, model.board_changed, meeting.changed):
            changed.connect(self._later.start)
        model.question_changed.connect(self.notice.hide)
        meeting.nobody_yet.connect(self._on_nobody)
        meeting.second_missing.connect(self._on_second)
        model.changes.refused.connect(self._on_refused)
        model.changes.busy.connect(self._on_busy)
        scope = model.session.scope
        for going in (scope.date_changed, scope.choice_changed):  # neither takes the focus from the minutes
            going.connect(self._keep_minutes)
        self.agree.clicked.connect(self._on_agree)
        self.park.clicked.connect(self._on_park)
        self.back.clicked.connect(lambda: self._go(-1))
        self.on.clicked.connect(lambda: self._go(1))
        self.end.clicked.connect(self._on_end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the case in letters that leave room for the people."""
        super().resizeEvent(event)
        self._fit()
        self._later.start()

    def _fit(self) -> None:
        """Leave the height to the case where there is little."""
        low = self.height() < LEAST_HEIGHT_FOR_BEAMER
        for push in (self.park, self.back, self.on, self.end):
            set_role(push, "" if low else "beamer")
        set_role(self.agree, "primary" if low else "beamer-primary")
        for widget in (self.progress, self.minutes):
            set_role(widget, "" if low else "beamer")
        self._column.setSpacing(Space.S if low else Space.M)

    # showing ----------------------------------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Show the case of now."""
        board, key = self._model.board, self._model.measure
        if not self._model.meeting.running or board is None or key is None:
            return
        self._replace_case(board, key)
        self._show_progress()
        about = (self._model.drafts.key, key)
        if about != self._about or not self.minutes.document().isModified():
            self._about = about
            self.minutes.setPlainText(self._model.meeting.minutes())
            self.minutes.document().setModified(False)
        parked = key in self._model.draft.parked
        self.park.setText(self.tr("Take up again (K)") if parked else self.tr("Park (K)"))

    def _show_progress(self) -> None:
        meeting, draft = self._model.meeting, self._model.draft
        words = with_values(
            self.tr("Case %1 of %2 · %3 agreed · %4 parked"),
            *(formatting.count(n) for n in (meeting.place, len(meeting.order), len(draft.pinned), len(draft.parked))),
        )
        if len(meeting.settled) == len(meeting.order):
            words = self.tr("Every case was talked about: Ctrl+Enter decides.")
        self.progress.setText(words)

    def _replace_case(self, board: Board, key: str) -> None:
        shown = meeting_case(self._model, board, key, self._scroll.viewport().size())
        for card in shown.candidates:
            card.pressed.connect(self._model.meeting.give)
        self._scroll.setWidget(shown.widget)

    # saying -----------------------------------------------------------------------------------------------------------

    def _say(self, words: str) -> None:
        self.notice.setText(words)
        set_tone(self.notice, Tone.WARN)
        self.notice.show()

    @Slot()
    def _on_nobody(self) -> None:
        self._say(self.tr("Nobody has this case yet. Choose somebody (1-3) or park it (K)."))

    @Slot()
    def _on_second(self) -> None:
        self._say(self.tr("This case asks a second contact. Choose one (1-3)."))

    @Slot(object)
    def _on_refused(self, _move: object) -> None:
        self._say(self.tr("A fixed rule keeps this case from there."))

    @Slot()
    def _on_busy(self) -> None:
        self._say(busy_words(self._model))

    # keys -------------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Settle the case, or go on; a key that is held settles one."""
        if event.isAutoRepeat() and event.key() not in GOING_KEYS:
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._on_agree()
            case Qt.Key.Key_K:
                self._on_park()
            case Qt.Key.Key_Left | Qt.Key.Key_PageUp:
                self._go(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_PageDown:
                self._go(1)
            case Qt.Key.Key_Escape:
                self._on_end()
            case Qt.Key.Key_1 | Qt.Key.Key_2 | Qt.Key.Key_3:
                self._model.meeting.give(event.key() - Qt.Key.Key_0)
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what was written when the minutes are left."""
        if watched is self.minutes and event.type() == QEvent.Type.FocusOut:
            self._keep_minutes()
        return super().eventFilter(watched, event)

    @Slot()
    def _keep_minutes(self) -> bool:
        """Keep what the leader wrote about the case that the field is of; give whether nothing is left unwritten."""
        if not self.minutes.document().isModified() or self._about != (self._model.drafts.key, self._model.measure):
            return True
        if not self._model.meeting.write(self.minutes.toPlainText()):
            return False
        self.minutes.document().setModified(False)
        return True

    @Slot()
    def _on_agree(self) -> None:
        self._settle(self._model.meeting.agree)

    @Slot()
    def _on_park(self) -> None:
        self._settle(self._model.meeting.park)

    def _settle(self, settle: Callable[[], None]) -> None:
        if self._keep_minutes():
            settle()
        else:
            self._on_busy()
        self.setFocus()

    def _go(self, by: int) -> None:
        if self._keep_minutes():
            self._model.meeting.go(by)
        else:
            self._on_busy()

    @Slot()
    def _on_end(self) -> None:
        if self._keep_minutes():
            self._model.meeting.end()
        else:
            self._on_busy()
