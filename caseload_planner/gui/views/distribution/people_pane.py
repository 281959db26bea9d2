"""The middle pane: who could take the case that is looked at, and what it does to whom."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout

from caseload_planner.domain.assignment import Position
from caseload_planner.gui.distribution_texts import breach_text, no_first_text, rule_source
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.distribution_candidates import CandidateOrder, CandidateRow
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.distribution_moves import Move, Verdict
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.views.distribution.busy_words import busy_words
from caseload_planner.gui.views.distribution.people_table import PeopleTable
from caseload_planner.gui.views.labels import frame, label, set_tone
from caseload_planner.rules.round import ContactPosition

ONE_LINE = 430
"""Width from which finder, contacts and order stand beside each other, in device-independent pixels."""


class PeoplePane(QFrame):
    """Finder, order, place, the list, and a line that says what a drop would do or why it cannot."""

    left = Signal()
    """A case was given, or Esc: back to the cases."""

    def __init__(self, model: DistributionPageModel) -> None:
        super().__init__()
        self._model = model
        self.setProperty("role", "card")
        self.finder, self.order = QLineEdit(), QComboBox()
        self.first, self.second = QToolButton(), QToolButton()
        self.table = PeopleTable(model.people)
        self.notice = label("", "notice", wrap=True)
        self.notice.hide()
        self._in_sight = QTimer(self, singleShot=True, interval=0)
        self._in_sight.timeout.connect(self._keep_in_sight)
        self._lay_out()
        self._connect()
        self._on_question()

    # building ---------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        colours = colours_for(self.palette())
        self.finder.setPlaceholderText(self.tr("Name, team or 1-9"))
        self.finder.setAccessibleName(self.tr("Choose somebody: type a name, or a figure from the list"))
        self.finder.setToolTip(self.tr("Enter gives the case to the first in the list. A name finds everybody."))
        self.finder.setClearButtonEnabled(True)
        self.finder.addAction(icon("search", colours.muted), QLineEdit.ActionPosition.LeadingPosition)
        self.order.addItem(self.tr("Most room"), CandidateOrder.ROOM)
        self.order.addItem(self.tr("Fits best"), CandidateOrder.COST)
        self.order.setAccessibleName(self.tr("Order"))
        self.order.setToolTip(self.tr("By room, or by what the case costs: known face, norm, distance, evenness"))
        self._places = QButtonGroup(self)
        for button, text in ((self.first, self.tr("1st contact")), (self.second, self.tr("2nd contact"))):
            button.setText(text)
            button.setCheckable(True)
            button.setProperty("role", "toggle")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._places.addButton(button)
        self._line, self._below = QHBoxLayout(), QHBoxLayout()
        head = QVBoxLayout()
        head.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        head.setSpacing(0)
        for line in (self._line, self._below):
            line.setSpacing(Space.S)
            head.addLayout(line)
        self._line.addWidget(self.finder, 1)
        self._line.addWidget(self.order)
        self._below.addStretch(1)
        self._arrange_head()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(frame("rule"))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.notice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the choice of a contact its own line where the finder would have too little room."""
        super().resizeEvent(event)
        self._arrange_head()

    def _arrange_head(self) -> None:
        below = self.width() < ONE_LINE
        self._below.setContentsMargins(0, Space.S if below and not self.first.isHidden() else 0, 0, 0)
        line, begin = (self._below, 0) if below else (self._line, 1)
        if line.indexOf(self.first) < 0:
            for place, button in enumerate((self.first, self.second), start=begin):
                line.insertWidget(place, button)

    def _connect(self) -> None:
        self.finder.textChanged.connect(self._on_text)
        self.finder.returnPressed.connect(self._on_return)
        self.finder.installEventFilter(self)
        self.order.activated.connect(self._on_order)
        self._places.buttonClicked.connect(self._on_place)
        self.table.chosen.connect(self._model.look_at_worker)
        self.table.given.connect(self._on_given)
        self.table.preview_asked.connect(self._model.toggle_preview)
        self.table.dropped.connect(self._on_dropped)
        self.table.hovered.connect(self._on_hovered)
        self._model.question_changed.connect(self._on_question)
        self._model.draft_changed.connect(self.quiet)
        self._model.previewed.connect(self._on_previewed)
        self._model.changes.refused.connect(self.say_refused)
        self._model.changes.held.connect(self._on_held)
        self._model.changes.busy.connect(self._on_busy)

    # choosing ---------------------------------------------------------------------------------------------------------

    def ask(self, position: ContactPosition) -> None:
        """Begin to choose somebody: the finder is empty and has the focus."""
        self._model.look_as(position)
        self.finder.clear()
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def give_number(self, number: int, *, second: bool) -> None:
        """Give the case to who carries a figure."""
        self._give(self._model.people.numbered(number), second=second)

    def preview(self) -> None:
        """Look at what giving the case to the person looked at would do; to the first of the list without one."""
        index = self.table.currentIndex()
        row = self._model.people.row(index.row()) if index.isValid() else self._model.people.first_choice
        if row is not None:
            self._model.toggle_preview(row.worker)

    def _give(self, row: CandidateRow | None, *, second: bool = False) -> None:
        if row is not None:
            self._on_given(row.worker, second=second)

    def _on_given(self, worker: str, second: bool) -> None:  # noqa: FBT001 (a slot)
        self._model.changes.place(worker, position=Position.SECOND if second else None)
        self.finder.clear()
        self.left.emit()

    def _on_return(self) -> None:
        index = self.table.currentIndex()
        row = self._model.people.row(index.row()) if index.isValid() else None
        picked = row if row is not None and not row.place and not self.finder.text() else None
        self._give(picked or self._model.people.first_choice)

    def _on_text(self, text: str) -> None:
        """Take a lone figure as a choice, anything else as part of a name."""
        if text in set("123456789") and self._model.people.numbered(int(text)) is not None:
            row = self._model.people.numbered(int(text))
            self.finder.clear()
            self._give(row)
            return
        self._model.people.set_filter(text)
        self.table.select_worker(self._model.worker)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move through the list while typing, and Esc go back."""
        if watched is self.finder and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape and not self._model.search.running:
                event.accept()  # else the page's own Esc takes it, which is for a search and the meeting
                return True
        elif watched is self.finder and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                row = self.table.currentIndex().row() + (1 if event.key() == Qt.Key.Key_Down else -1)
                if 0 <= row < self._model.people.rowCount():
                    self.table.selectRow(row)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.finder.clear()
                self.left.emit()
                return True
            if event.isAutoRepeat() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                return True  # the Enter that led here is still held
        return super().eventFilter(watched, event)

    def _on_order(self, place: int) -> None:
        self._model.people.set_order(self.order.itemData(place))

    def _on_place(self) -> None:
        self._model.look_as(Position.SECOND if self.second.isChecked() else Position.FIRST)

    def _on_question(self) -> None:
        case = self._model.measure
        board = self._model.board
        may_have_second = case is not None and board is not None and board.round.measure(case).may_have_second
        for button in (self.first, self.second):
            button.setVisible(may_have_second)
        self._arrange_head()
        (self.second if self._model.position is Position.SECOND else self.first).setChecked(True)
        self.table.select_worker(self._model.worker)
        self.quiet()

    # saying what a move does ------------------------------------------------------------------------------------------

    def _on_dropped(self, measure: str, worker: str, second: bool) -> None:  # noqa: FBT001 (a slot)
        position = Position.SECOND if second else self._position_of(measure)
        self._model.changes.place(worker, measure=measure, position=position)

    def _position_of(self, measure: str) -> ContactPosition:
        return self._model.position if measure == self._model.measure else Position.FIRST

    def _on_hovered(self, measure: str, worker: str, second: bool) -> None:  # noqa: FBT001 (a slot)
        if not worker:
            self.quiet()
            return
        if self._model.closed:
            self._on_busy()
            return
        move = self._model.changes.judge(measure, worker, Position.SECOND if second else self._position_of(measure))
        if move is None:
            return
        if move.verdict is Verdict.REFUSED:
            self.say_refused(move)
        elif move.verdict is Verdict.ASKS_REASON:
            words = self.tr("%1: %2. Let go to give your reason.")
            self._say(with_values(words, self._model.name_of(worker), breach_text(move.asking[0])), Tone.WARN)
        elif self._model.preview is not None:
            words = self.tr("Only a look: %1 would have the case. Space ends it.")
            self._say(with_values(words, self._model.name_of(worker)), Tone.ACCENT)
        else:
            words = self.tr("Let go: %1 becomes second contact.") if second else self.tr("Let go: the case goes to %1.")
            self._say(with_values(words, self._model.name_of(worker)), Tone.ACCENT)

    def _on_previewed(self) -> None:
        """Say what the move that is looked at would do, or what stands in its way."""
        model = self._model
        if model.preview is None or model.measure is None or model.worker is None:
            self.quiet()
            return
        self._on_hovered(model.measure, model.worker, model.position is Position.SECOND)

    def say_refused(self, move: Move) -> None:
        """Say which rule refuses a move and who decided it."""
        name = self._model.name_of(move.worker)
        if move.no_first:
            self._say(f"{name}: {no_first_text()}.", Tone.DANGER)
            return
        breach = move.refusals[0]
        words = with_values(
            self.tr("%1 cannot: %2. Nobody may set this rule aside (%3)."),
            name,
            breach_text(breach),
            rule_source(breach.rule, breach.code),
        )
        self._say(words, Tone.DANGER)

    def _on_busy(self) -> None:
        self._say(busy_words(self._model), Tone.WARN)

    def _on_held(self, measure: str) -> None:
        words = self.tr("%1 stays pinned: you set a rule aside for it. Take it off with U to undo that.")
        self._say(with_values(words, measure), Tone.WARN)

    def _say(self, words: str, tone: Tone) -> None:
        self.notice.setText(words)
        set_tone(self.notice, tone)
        self.notice.show()
        self._in_sight.start()

    def quiet(self) -> None:
        """Take the line away."""
        self.notice.hide()

    def _keep_in_sight(self) -> None:
        """Keep the row that the line speaks of above it."""
        self.table.scrollTo(self.table.currentIndex())
