"""The line of the plan: which one is in sight, another plan, documents, and settling it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from caseload_planner.application.plan_records import PlanState
from caseload_planner.application.wind_down_choices import WindDownChoice
from caseload_planner.gui.icons import icon
from caseload_planner.gui.team_d_texts import choice_text
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.team_d_page import TeamDPageModel
from caseload_planner.gui.views.labels import ElidedLabel, primary_button


class PlanBar(QWidget):
    """Follows the page's viewmodel; a button that is off says what is missing."""

    accept_asked = Signal()
    withdraw_asked = Signal()
    save_asked = Signal(str)
    """With the ending of the file."""

    def __init__(self, model: TeamDPageModel) -> None:
        super().__init__()
        self._model = model
        self._choices: tuple[WindDownChoice, ...] = ()
        self.plans, self.compare = QPushButton(self.tr("Plans")), QPushButton(self.tr("Compare"))
        self.name, self.more = ElidedLabel("muted"), QPushButton()
        self.accept, self.withdraw = primary_button(self.tr("Accept…")), QPushButton(self.tr("Withdraw…"))
        self._make_menus()
        self._lay_out()
        self.accept.clicked.connect(self.accept_asked)
        self.withdraw.clicked.connect(self.withdraw_asked)
        self.refresh()

    def _make_menus(self) -> None:
        self.plans.setMenu(QMenu(self))
        self.compare.setMenu(QMenu(self))
        documents = QMenu(self)
        self.pdf = documents.addAction(self.tr("PDF for the meeting…"))
        self.xlsx = documents.addAction(self.tr("Excel, week by week…"))
        self.pdf.triggered.connect(partial(self.save_asked.emit, ".pdf"))
        self.xlsx.triggered.connect(partial(self.save_asked.emit, ".xlsx"))
        self.more.setMenu(documents)
        self.more.setAccessibleName(self.tr("Document"))  # its icon alone leaves room on a small laptop
        self.more.setIcon(icon("document", colours_for(self.palette()).muted))

    def _lay_out(self) -> None:
        for push in (self.plans, self.compare, self.accept, self.withdraw):
            push.setAutoDefault(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.plans)
        layout.addWidget(self.name, 1)
        layout.addStretch(0)
        for widget in (self.compare, self.more, self.withdraw, self.accept):
            layout.addWidget(widget)

    def refresh(self) -> None:
        """Say how things stand."""
        model, draft = self._model, self._model.draft
        free = not model.running
        self.setVisible(draft is not None)
        if draft is None:
            return
        if self._choices is not model.choices:
            self._choices = model.choices
            self._fill_menus()
        self.plans.setEnabled(free)
        self.more.setEnabled(free)
        self.compare.setEnabled(free and len(self._choices) > 1)
        only = self.tr("There is no other plan yet. Plan again to have one to compare with.")
        self.compare.setToolTip(only if len(self._choices) < 2 else "")
        self._refresh_settling(free=free)

    def _refresh_settling(self, *, free: bool) -> None:
        draft = self._model.draft
        if draft is None:
            return
        self.withdraw.setVisible(draft.state is PlanState.ACCEPTED)
        self.withdraw.setEnabled(free)
        self.accept.setVisible(draft.state is PlanState.DRAFT)
        self.accept.setEnabled(bool(draft.plan.handovers) and free)
        nothing = self.tr("This plan hands nothing over.")
        why = self.tr("Its handovers then come up in the weekly distributions")
        self.accept.setToolTip(why if draft.plan.handovers else nothing)

    def _fill_menus(self) -> None:
        draft, plans, compare = self._model.draft, self.plans.menu(), self.compare.menu()
        plans.clear()
        compare.clear()
        for choice in self._choices:
            words = choice_text(choice, draft.organisation) if draft is not None else choice.id
            shown = draft is not None and choice.id == draft.id
            action = plans.addAction(words)
            action.setCheckable(True)
            action.setChecked(shown)
            action.triggered.connect(partial(self._model.choose, choice.id))
            if shown:
                self.name.setText(words)
            else:
                compare.addAction(words).triggered.connect(partial(self._model.compare, choice.id))
