"""The date of reference: a day, a week back and ahead, and whether it is the past or the future."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, QTimer
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QToolButton, QWidget

from caseload_planner.gui import formatting
from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.gui.views.labels import label

SETTLES_AFTER_MS = 250
"""A date that is being typed or turned is taken when it rests, not at every key."""
WEEK = timedelta(days=7)
FIRST_DAY = date(2000, 1, 1)
"""Before the Jeugdwet and before every case that runs; a date before it is a mistake of typing."""
YEARS_AHEAD = 10
"""Further on nothing is known, and waiting is counted day by day."""


class DateBar(QWidget):
    """Moves the date of the scope; the calendar holds every day, past and to come."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._scope = session, session.scope
        self.edit = self._make_edit()
        self.earlier = self._step("chevron_left", self.tr("A week earlier (Alt+Left)"), "Alt+Left")
        self.later = self._step("chevron_right", self.tr("A week later (Alt+Right)"), "Alt+Right")
        self.week = label("", "muted")
        self.today = QToolButton()
        self.today.setProperty("role", "away")
        self.today.setText(self.tr("Today"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XXS)
        for widget in (self.earlier, self.edit, self.later, self.today, self.week):
            layout.addWidget(widget)
        self._settle = QTimer(self, singleShot=True, interval=SETTLES_AFTER_MS)
        self._settle.timeout.connect(self._on_settled)
        self.edit.dateChanged.connect(self._on_date)
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.today.clicked.connect(self._on_today)
        self._scope.date_changed.connect(self.refresh)
        session.opened.connect(self.refresh)
        self.refresh()

    def _make_edit(self) -> QDateEdit:
        edit = QDateEdit()
        # A widget takes the locale of the window it comes into, which is that of the language the program began in.
        edit.setLocale(QLocale())
        edit.setCalendarPopup(True)
        edit.calendarWidget().setLocale(QLocale())
        edit.setDisplayFormat("ddd d MMM yyyy")
        edit.setToolTip(self.tr("Date of reference: every figure is of this day, past or to come"))
        edit.setAccessibleName(self.tr("Date of reference"))
        edit.setMinimumWidth(edit.fontMetrics().horizontalAdvance("wo 30 nov. 2026") + 2 * Space.XL)
        return edit

    def _step(self, name: str, words: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name, colours_for(self.palette()).muted))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setShortcut(keys)
        return button

    def set_brief(self, *, brief: bool) -> None:
        """Leave the week out, where there is little room."""
        self.week.setVisible(not brief)

    def refresh(self) -> None:
        """Show the date of the scope, and how far from today it is."""
        on, (first, last) = self._scope.on, self._days()
        with QSignalBlocker(self.edit):
            self.edit.setDateRange(QDate(first.year, first.month, first.day), QDate(last.year, last.month, last.day))
            self.edit.setDate(QDate(on.year, on.month, on.day))
        self.week.setText(formatting.week(on))
        today = self._today()
        self.today.setVisible(today is not None and on != today)
        if today is None:
            return
        past, ahead = self.tr("past · to today"), self.tr("future · to today")
        self.today.setText(past if on < today else ahead)
        as_was = self.tr("Everything is as it was on this day. Back to today.")
        as_known = self.tr("Everything is as it will be on this day, by what is known now. Back to today.")
        self.today.setToolTip(as_was if on < today else as_known)
        tone = Tone.ACCENT if on < today else Tone.WARN
        if self.today.property("tone") != tone.value:
            self.today.setProperty("tone", tone.value)
            self.today.style().unpolish(self.today)
            self.today.style().polish(self.today)

    def _today(self) -> date | None:
        services = self._session.services
        return None if services is None else services.clock.today()

    def _days(self) -> tuple[date, date]:
        """Give the first and the last day that can be looked at."""
        today = self._today() or self._scope.on
        last = date(min(today.year + YEARS_AHEAD, date.max.year), 12, 31)
        return min(FIRST_DAY, self._scope.on), max(last, self._scope.on)

    def _go(self, on: date) -> None:
        first, last = self._days()
        self._scope.set_date(min(max(on, first), last))

    def _on_date(self) -> None:
        self._settle.start()

    def _on_settled(self) -> None:
        chosen = self.edit.date()
        self._scope.set_date(date(chosen.year(), chosen.month(), chosen.day()))

    def _on_earlier(self) -> None:
        self._go(self._scope.on - WEEK)

    def _on_later(self) -> None:
        self._go(self._scope.on + WEEK)

    def _on_today(self) -> None:
        today = self._today()
        if today is not None:
            self._scope.set_date(today)
