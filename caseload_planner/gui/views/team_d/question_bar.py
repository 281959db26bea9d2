"""The line of the question: who hands over, until when, new cases until when, how; and the search for it."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QMenu, QProgressBar, QPushButton, QWidget

from caseload_planner.gui.filling import with_values
from caseload_planner.gui.icons import icon
from caseload_planner.gui.team_d_texts import who_text
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.team_d_page import TeamDPageModel
from caseload_planner.gui.views.labels import label, set_role
from caseload_planner.winddown.request import LONGEST_OVERLAP, SHORTEST_OVERLAP

FOUR_WEEKS = timedelta(weeks=4)
ICON_BUTTON = 44
"""Width in device-independent pixels of a button without words."""


class QuestionBar(QWidget):
    """Follows the page's question; a button that is off says what is missing."""

    who_asked = Signal()
    steps_asked = Signal()

    def __init__(self, model: TeamDPageModel) -> None:
        super().__init__()
        self._model, self._question = model, model.question
        self._dates: tuple[date, date | None, date] | None = None
        self.who, self.how = QPushButton(), QPushButton(self.tr("How"))
        self.until = self._make_date(self.tr("Last day"), self.tr("On this day nobody of them carries anything"))
        self.takes_new = QCheckBox(self.tr("New cases until"))
        self.new_until = self._make_date(
            self.tr("Last day of new cases"), self.tr("Up to and including this day they still get new cases")
        )
        self.plan, self.nil = QPushButton(self.tr("Make a plan")), QPushButton(self.tr("When can it be nil?"))
        self.progress, self.words = QProgressBar(), label("", "muted")
        self.stop = QPushButton(self.tr("Stop and keep the best"))
        self.nil_on = label(self.tr("Nil on"), "muted")
        self.nil.setAccessibleName(self.nil.text())
        self.nil.ensurePolished()
        self._nil_width, self._compact = self.nil.sizeHint().width(), False
        self.nil.setFixedWidth(self._nil_width)
        self._make_menu()
        self._lay_out()
        self._connect()
        self.refresh()

    def _make_date(self, name: str, explained: str) -> QDateEdit:
        edit = QDateEdit()
        edit.setLocale(QLocale())
        edit.setCalendarPopup(True)
        edit.calendarWidget().setLocale(QLocale())
        edit.setDisplayFormat("d MMM yyyy")
        edit.setAccessibleName(name)
        edit.setToolTip(explained)
        return edit

    def _make_menu(self) -> None:
        menu = QMenu(self)
        self.even = menu.addAction(self.tr("In even steps, month by month"))
        self.even.setCheckable(True)
        self.steps = menu.addAction(self.tr("Draw the curve…"))
        menu.addSeparator()
        self.overlaps = {}
        for weeks in range(SHORTEST_OVERLAP, LONGEST_OVERLAP + 1):
            action = menu.addAction(self.tr("%Ln weeks of walking along", "", weeks))
            action.setCheckable(True)
            action.triggered.connect(partial(self._question.set_overlap, weeks))
            self.overlaps[weeks] = action
        self.how.setMenu(menu)

    def _lay_out(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(140)
        self.progress.setAccessibleName(self.tr("How far the plan is"))
        self.who.setToolTip(self.tr("Who hands over: team D, or anybody who leaves or is away for long"))
        self.takes_new.setToolTip(self.tr("Not ticked: nothing new goes to them once the plan is accepted"))
        for push in (self.who, self.how, self.plan, self.nil, self.stop):
            push.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # it gives way itself: see `_fit`
        asking = (self.until, self.takes_new, self.new_until, self.how, self.plan, self.nil)
        busy = (self.progress, self.words, self.stop)
        for widget in (self.who, self.nil_on, *asking, *busy):
            layout.addWidget(widget)
        layout.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Ask for what is left when it has given way."""
        return QSize(self._full_width() - self._gives(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way, or take room again."""
        super().resizeEvent(event)
        self._fit()

    def _full_width(self) -> int:
        """Give what it takes with every word, in device-independent pixels."""
        layout = self.layout()
        wide = 0 if layout is None else layout.minimumSize().width()
        return wide + (self._gives() if self._compact else 0)

    def _gives(self) -> int:
        """Give what it can do without."""
        nil = 0 if self.nil.isHidden() else self._nil_width - ICON_BUTTON
        return self.nil_on.sizeHint().width() + Space.S + nil

    def _fit(self) -> None:
        """On a small laptop only its icon is left of the second question, and the date says by itself what it is."""
        compact = self._full_width() > self.width()
        if compact != self._compact:
            self._compact = compact
            self.nil_on.setVisible(not compact)
            self.nil.setText("" if compact else self.nil.accessibleName())
            self.nil.setIcon(icon("calendar", colours_for(self.palette()).muted) if compact else QIcon())
            self.nil.setFixedWidth(ICON_BUTTON if compact else self._nil_width)

    def _connect(self) -> None:
        model, question = self._model, self._question
        self.who.clicked.connect(self.who_asked)
        self.plan.clicked.connect(model.planning.plan)
        self.nil.clicked.connect(model.planning.find_nil)
        self.stop.clicked.connect(model.planning.cancel)
        self.until.editingFinished.connect(self._on_until)
        self.takes_new.toggled.connect(self._on_takes_new)
        self.new_until.editingFinished.connect(self._on_new_until)
        self.even.triggered.connect(self._on_even)
        self.steps.triggered.connect(self.steps_asked)
        question.changed.connect(self.refresh)

    def take_typed(self) -> None:
        """Take the dates that stand in the fields, also where somebody is still typing in one."""
        self._on_until()
        self._on_new_until()

    def refresh(self) -> None:
        """Say how things stand."""
        question, running = self._question, self._model.running
        self._set_dates()
        self.even.setChecked(question.even)
        self.steps.setEnabled(not question.missing)
        for weeks, action in self.overlaps.items():
            action.setChecked(weeks == question.asked.overlap_weeks)
        self._name_who()
        self.new_until.setVisible(self.takes_new.isChecked())
        self._show_work(running=running)
        self._refresh_work(running=running)
        self._fit()
        self.updateGeometry()

    def _show_work(self, *, running: bool) -> None:
        at_work, at_rest = (self.stop, self.progress, self.words), (self.plan, self.how, self.nil)
        comes, goes = (at_work, at_rest) if running else (at_rest, at_work)
        for widget in comes:
            widget.show()
        if goes[0].hasFocus():  # the keyboard goes to the button that comes in its place, and not into a date
            comes[0].setFocus()
        for widget in goes:
            widget.hide()

    def _name_who(self) -> None:
        session, keys = self._model.session, [one.worker for one in self._question.leavers]
        self.who.setText(self.tr("Who"))
        if session.organisation is None:
            return
        who = who_text(keys, session.organisation, session.scope.on)
        self.who.setText(with_values(self.tr("Who: %1"), who))

    def _set_dates(self) -> None:
        question, on = self._question, self._model.session.scope.on
        if self._dates == (question.until, question.new_cases_until, on):
            return  # what somebody is typing now stays
        self._dates = (question.until, question.new_cases_until, on)
        with QSignalBlocker(self.until), QSignalBlocker(self.takes_new), QSignalBlocker(self.new_until):
            self.until.setDate(_shown(question.until))
            last = question.new_cases_until
            self.takes_new.setChecked(last is not None)
            self.new_until.setMaximumDate(_shown(question.until))
            self.new_until.setDate(_shown(last or on + FOUR_WEEKS))

    def _refresh_work(self, *, running: bool) -> None:
        planning, missing = self._model.planning, self._question.missing
        self.progress.setRange(0, planning.of)
        self.progress.setValue(planning.part)
        self.words.setText(planning.words if running else "")
        self.plan.setEnabled(not missing and not running)
        self.plan.setToolTip(missing or self.tr("F5"))
        self.nil.setEnabled(not missing and not running)
        self.nil.setToolTip(missing or self.tr("The earliest date, and what stands in the way"))
        set_role(self.plan, "primary" if self._model.draft is None else "")
        self.plan.setText(self.tr("Plan again") if self._model.draft is not None else self.tr("Make a plan"))

    def _on_until(self) -> None:
        self._question.set_until(_chosen(self.until))

    def _on_takes_new(self, checked: bool) -> None:  # noqa: FBT001 (a slot of a toggle)
        self._question.set_new_cases_until(_chosen(self.new_until) if checked else None)

    def _on_new_until(self) -> None:
        if self.takes_new.isChecked():
            self._question.set_new_cases_until(_chosen(self.new_until))

    def _on_even(self, checked: bool) -> None:  # noqa: FBT001 (a slot of a toggle)
        self._question.set_even(even=checked)


def _shown(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _chosen(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())
