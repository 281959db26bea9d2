"""The Team D page: the sentence, the falling area, who takes over, and week by week who hands what to whom."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QVBoxLayout

from caseload_planner.application.leaver_candidates import leaver_candidates
from caseload_planner.application.plan_records import PlanState
from caseload_planner.application.plan_wind_down import WindDownDraft, seconds_not_kept
from caseload_planner.gui import formatting
from caseload_planner.gui.commands import Command, CommandGroup
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.leaver_rows import LeaverRowsModel
from caseload_planner.gui.team_d_texts import (
    answer_text,
    changes_text,
    cost_text,
    drift_text,
    in_the_way_text,
    nil_texts,
    state_text,
)
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.team_d_page import TeamDPageModel
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.labels import label, set_tone
from caseload_planner.gui.views.page import Page
from caseload_planner.gui.views.team_d.begin_view import BeginView
from caseload_planner.gui.views.team_d.compare_plans_dialog import ComparePlansDialog
from caseload_planner.gui.views.team_d.plan_bar import PlanBar
from caseload_planner.gui.views.team_d.plan_view import PlanView
from caseload_planner.gui.views.team_d.question_bar import QuestionBar
from caseload_planner.gui.views.team_d.settle_dialog import SettleDialog
from caseload_planner.gui.views.team_d.steps_dialog import StepsDialog
from caseload_planner.gui.views.team_d.who_dialog import WhoDialog


class TeamDPage(Page):
    """Follows a `TeamDPageModel`.

    Parameters
    ----------
    window
        The frame's state; the page keeps its own under the key ``team_d``.
    """

    def __init__(self, window: WindowModel) -> None:
        super().__init__()
        self._window = window
        self.model = window.page_model("team_d", lambda: TeamDPageModel(window.session))
        self.question_bar, self.plan_bar = QuestionBar(self.model), PlanBar(self.model)
        self.view = PlanView(self.model)
        self.answer, self.cost = label("", "heading", wrap=True), label("", "muted", wrap=True)
        self.notice = label("", "notice", Tone.WARN, wrap=True)
        self.stack, self.begin = QStackedWidget(), BeginView(self.model)
        self._lay_out()
        self._connect()
        self.model.load()
        self.refresh()

    # building ---------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.stack.addWidget(self.begin)
        self.stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        for widget in (self.question_bar, self.plan_bar, self.notice, self.answer, self.cost):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        model = self.model
        self.question_bar.who_asked.connect(self.ask_who)
        self.question_bar.steps_asked.connect(self.ask_steps)
        self.plan_bar.accept_asked.connect(self.ask_accept)
        self.plan_bar.withdraw_asked.connect(self.ask_withdraw)
        self.plan_bar.save_asked.connect(self._on_save)
        self.view.chart.until_asked.connect(model.question.set_until)
        model.changed.connect(self.refresh)
        model.compared.connect(self._on_compared)
        model.failed.connect(self._window.failed)
        model.saved.connect(self._on_saved)
        # Also where the keyboard is at the rail or in the header: only the page in front hears its keys.
        self.answer_to_keys(self._window.status.say, Qt.ShortcutContext.WindowShortcut)

    @Slot()
    def plan(self) -> None:
        """Make a plan of what stands in the fields now."""
        self.question_bar.take_typed()
        self.model.planning.plan()

    # following --------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what there is now."""
        model = self.model
        self.question_bar.refresh()
        self.plan_bar.refresh()
        draft, lines = model.draft, model.lines
        self.stack.setCurrentIndex(0 if draft is None else 1)
        if draft is None:
            self.begin.refresh()
        self._refresh_words()
        if lines is not None:
            self.view.show_lines(lines)
        self.view.chart.refresh()

    def _refresh_words(self) -> None:
        model, draft = self.model, self.model.draft
        self.notice.setText(self._notice())
        self.notice.setVisible(bool(self.notice.text()))
        nil = [] if model.nil is None else [*nil_texts(model.nil), in_the_way_text(model.nil.within_ceilings)]
        self.answer.setVisible(draft is not None)
        self.cost.setVisible(draft is not None or bool(nil))
        if draft is None:
            self.cost.setText(" ".join(word for word in nil if word))
            return
        self.answer.setText(answer_text(draft.request, draft.plan))
        set_tone(self.answer, Tone.WARN if draft.plan.unplaced else Tone.GOOD)
        words = [*(nil or [cost_text(draft.plan)]), state_text(draft), changes_text(model.since_agreed)]
        self.cost.setText(" ".join(word for word in words if word))

    def _notice(self) -> str:
        model, draft = self.model, self.model.draft
        if draft is None or model.running:
            return ""
        if model.drift is not None and model.drift.asks_again:
            return drift_text(model.drift)
        without = seconds_not_kept(draft)
        if without:
            words = self.tr(
                "This plan is of an earlier version: %1 second contacts who join do not come up with their handover. "
                "Plan again (F5) to have them in it."
            )
            return with_values(words, formatting.count(without))
        if model.asked_otherwise:
            return self.tr("What is asked above is otherwise than this plan. Plan again (F5).")
        if draft.state is PlanState.DRAFT and model.drift is not None and model.drift.moved:
            return self.tr("The data have changed since this plan was made; every handover is still possible.")
        return ""

    # asking -----------------------------------------------------------------------------------------------------------

    def ask_who(self) -> None:
        """Let it be chosen who hands over."""
        session, question = self.model.session, self.model.question
        if session.caseload is None:
            return
        rows = LeaverRowsModel(leaver_candidates(session.caseload), question.leavers, session.scope.on, question.until)
        dialog = WhoDialog(rows, self)
        dialog.chosen.connect(question.set_leavers)
        self._open(dialog)

    def ask_steps(self) -> None:
        """Let the curve be drawn."""
        organisation, steps = self.model.session.organisation, self.model.question.suggested_steps()
        if organisation is None or not steps:
            return
        dialog = StepsDialog(steps, organisation, self)
        dialog.chosen.connect(self.model.question.set_steps)
        self._open(dialog)

    def _on_compared(self, before: WindDownDraft, now: WindDownDraft) -> None:
        self._open(ComparePlansDialog(before, now, self))

    def ask_accept(self) -> None:
        """Ask who accepts the plan."""
        if self.model.draft is None:
            return
        words = self.tr(
            "Its handovers come up in the weekly distribution of their week, to be confirmed there. "
            "From %1 on, who hands over gets no new cases."
        )
        words = with_values(words, formatting.day(self.model.draft.request.closed_from))
        if self.model.replaced:
            before = self.tr("The plan that was accepted before makes way for these people; what was confirmed stands.")
            words = f"{words}\n\n{before}"
        dialog = SettleDialog(
            self.tr("Accept the plan"), words, self.tr("Accept"), self._window.names.decided_by, self, reasoned=False
        )
        dialog.settled.connect(self._on_accepted)
        self._open(dialog)

    def ask_withdraw(self) -> None:
        """Ask who withdraws the plan and why."""
        words = self.tr("What was confirmed stands; what was not no longer comes up.")
        dialog = SettleDialog(
            self.tr("Withdraw the plan"),
            words,
            self.tr("Withdraw"),
            self._window.names.decided_by,
            self,
            reasoned=True,
        )
        dialog.settled.connect(self._on_withdrawn)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_accepted(self, name: str, _reason: str) -> None:
        self._window.names.decided_by = name
        self.model.accept(name)

    def _on_withdrawn(self, name: str, reason: str) -> None:
        self.model.withdraw(name, reason)

    def _on_save(self, ending: str) -> None:
        services = self.model.session.services
        if services is None:
            return
        kinds = {".pdf": self.tr("PDF (*.pdf)"), ".xlsx": self.tr("Excel (*.xlsx)")}
        proposed = str(services.path.parent / f"team-d-{self.model.question.until.isoformat()}{ending}")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the plan"), proposed, kinds[ending])
        if chosen:
            path = Path(chosen)
            self.model.save(path if path.suffix else path.with_suffix(ending))

    def _on_saved(self, path: Path) -> None:
        self._window.status.say(self.tr("Saved: %1").replace("%1", path.name))

    # the frame's side -------------------------------------------------------------------------------------------------

    def commands(self) -> tuple[Command, ...]:
        """Give what can be done here."""
        return (
            Command(
                key="team_d.plan",
                name=self.tr("Make a plan for team D"),
                run=self.plan,
                group=CommandGroup.PAGE,
                icon="team_d",
                keys=("F5",),
                missing=lambda: self.model.missing,
            ),
            Command(
                key="team_d.nil",
                name=self.tr("When can team D be at nil?"),
                run=self.model.planning.find_nil,
                group=CommandGroup.PAGE,
                icon="calendar",
                missing=lambda: self.model.missing,
            ),
            Command(
                key="team_d.stop",
                name=self.tr("Stop and keep the best"),
                run=self.model.planning.cancel,
                group=CommandGroup.PAGE,
                keys=("Esc",),
            ),
        )
