"""The line above the plan: until when, how, plan, when it can be, and what to do with the plan."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QSignalBlocker
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QMenu, QProgressBar, QPushButton, QWidget

from caseload_planner.application.plan_records import PlanState
from caseload_planner.gui.icons import icon
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.team_d_page import TeamDPageModel
from caseload_planner.gui.views.labels import label
from caseload_planner.winddown.request import LONGEST_OVERLAP, SHORTEST_OVERLAP


class TeamDToolbar(QWidget):
    """Follows the page's viewmodel; a button that is off says what is missing."""

    def __init__(self, model: TeamDPageModel) -> None:
        super().__init__()
        self._model = model
        self.until = self._make_date()
        self.how, self.plan = QPushButton(), QPushButton(self.tr("Make a plan"))
        self.nil = QPushButton(self.tr("When can it be nil?"))
        self.progress, self.words = QProgressBar(), label("", "muted")
        self.stop = QPushButton(self.tr("Stop and keep the best"))
        self.more = QPushButton()
        self.compare = QPushButton(self.tr("Compare…"))
        self.accept = QPushButton(self.tr("Accept"))
        self.withdraw = QPushButton(self.tr("Withdraw…"))
        self._make_menus()
        self._lay_out()
        self.refresh()

    def _make_date(self) -> QDateEdit:
        edit = QDateEdit()
        edit.setLocale(QLocale())
        edit.setCalendarPopup(True)
        edit.calendarWidget().setLocale(QLocale())
        edit.setDisplayFormat("d MMM yyyy")
        edit.setAccessibleName(self.tr("Last day of team D"))
        edit.setToolTip(self.tr("On this day nobody of team D carries anything"))
        return edit

    def _make_menus(self) -> None:
        muted = colours_for(self.palette()).muted
        menu = QMenu(self)
        self.even = menu.addAction(self.tr("In even steps, month by month"))
        self.even.setCheckable(True)
        self.steps = menu.addAction(self.tr("Draw the curve…"))
        menu.addSeparator()
        self.overlaps = {}
        for weeks in range(SHORTEST_OVERLAP, LONGEST_OVERLAP + 1):
            action = menu.addAction(self.tr("%Ln weeks of walking along", "", weeks))
            action.setCheckable(True)
            self.overlaps[weeks] = action
        self.how.setMenu(menu)
        self.how.setText(self.tr("How"))
        documents = QMenu(self)
        self.pdf = documents.addAction(self.tr("PDF for the meeting…"))
        self.xlsx = documents.addAction(self.tr("Excel, week by week…"))
        self.more.setMenu(documents)
        self.more.setAccessibleName(self.tr("Document"))  # its icon alone leaves room on a small laptop
        self.more.setIcon(icon("document", muted))

    def _lay_out(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(140)
        self.progress.setAccessibleName(self.tr("How far the plan is"))
        for push in (self.plan, self.nil, self.stop, self.compare, self.accept, self.withdraw):
            push.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(label(self.tr("Nil on"), "muted"))
        for widget in (self.until, self.how, self.plan, self.nil, self.progress, self.words, self.stop):
            layout.addWidget(widget)
        layout.addStretch(1)
        for widget in (self.compare, self.more, self.withdraw, self.accept):
            layout.addWidget(widget)

    def refresh(self) -> None:
        """Say how things stand."""
        model, running = self._model, self._model.running
        with QSignalBlocker(self.until):
            self.until.setDate(QDate(model.until.year, model.until.month, model.until.day))
        self.even.setChecked(model.even)
        for weeks, action in self.overlaps.items():
            action.setChecked(weeks == model.overlap_weeks)
        for busy in (self.progress, self.words, self.stop):
            busy.setVisible(running)
        for asking in (self.nil, self.how):
            asking.setVisible(not running)
        self.progress.setRange(0, model.of)
        self.progress.setValue(model.part)
        self.words.setText(model.words if running else "")
        self._refresh_plan(running=running)

    def _refresh_plan(self, *, running: bool) -> None:
        model, draft, missing = self._model, self._model.draft, self._model.missing
        for button, keys in (
            (self.plan, self.tr("F5")),
            (self.nil, self.tr("The earliest date, and what stands in the way")),
        ):
            button.setEnabled(not missing and not running)
            button.setToolTip(missing or keys)
        self.plan.setText(self.tr("Plan again") if draft is not None else self.tr("Make a plan"))
        self.more.setEnabled(draft is not None and not running)
        first = self.tr("First make a plan (F5).")
        self.more.setToolTip(self.tr("Document") if draft is not None else first)
        self.compare.setEnabled(draft is not None and model.before is not None and not running)
        twice = self.tr("First plan twice: the plan before is kept to compare with.")
        self.compare.setToolTip("" if self.compare.isEnabled() else twice)
        accepted = draft is not None and draft.state is PlanState.ACCEPTED
        self.withdraw.setVisible(accepted)
        self.accept.setVisible(not accepted)
        self.accept.setEnabled(draft is not None and bool(draft.plan.handovers) and not running)
        why = self.tr("Its handovers then come up in the weekly distributions")
        self.accept.setToolTip(why if self.accept.isEnabled() else first)
        self._set_primary(self.accept, on=draft is not None)
        self._set_primary(self.plan, on=draft is None)

    @staticmethod
    def _set_primary(button: QPushButton, *, on: bool) -> None:
        role = "primary" if on else ""
        if button.property("role") != role:
            button.setProperty("role", role)
            button.style().unpolish(button)
            button.style().polish(button)

    def chosen_until(self) -> date:
        """Give the date in the field."""
        day = self.until.date()
        return date(day.year(), day.month(), day.day())
