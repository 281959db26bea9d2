"""State of the Team D page: the plan in front of us, the plans beside it, how it drifted, and the earliest date."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.plan_records import PlanState
from caseload_planner.application.plan_wind_down import WindDownDraft, wind_down_draft
from caseload_planner.application.settle_wind_down import accept_wind_down, withdraw_wind_down
from caseload_planner.application.wind_down_changes import PlanChanges
from caseload_planner.application.wind_down_choices import WindDownChoice
from caseload_planner.application.wind_down_drift import WindDownDrift, drift_of
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.gui.viewmodels.team_d_begin import BeginLines, begin_lines
from caseload_planner.gui.viewmodels.team_d_drawing import TeamDDrawing
from caseload_planner.gui.viewmodels.team_d_lines import TeamDLines
from caseload_planner.gui.viewmodels.team_d_planning import TeamDPlanning
from caseload_planner.gui.viewmodels.team_d_question import TeamDQuestion
from caseload_planner.gui.viewmodels.team_d_shown import ShownPlan, plan_to_show
from caseload_planner.winddown.earliest import NilAnswer


class TeamDPageModel(QObject):
    """Follows the session; planning and looking for a date run beside the window and can be ended.

    Attributes
    ----------
    question, planning
        What is asked, and the search for it.
    shown
        The plan in front of us with its rows, None where there is none.
    drift
        How the data moved since it was made, None while that is not known.
    nil
        The earliest dates, None while they were not asked.
    drawing
        The picture of the plan.
    """

    changed = Signal()
    """Something of the above, or how far the work is."""
    compared = Signal(object, object)
    """With the plan before and the one in front of us."""
    saved = Signal(object)
    """With the path of a document."""
    accepted = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.question = TeamDQuestion(session, self)
        self.planning = TeamDPlanning(session, self.question, self)
        self.drawing = TeamDDrawing(session.runner, self)
        self.shown: ShownPlan | None = None
        self.drift: WindDownDrift | None = None
        self.nil: NilAnswer | None = None
        self.question.changed.connect(self._on_question)
        self.planning.changed.connect(self.changed)
        self.planning.planned.connect(self._on_planned)
        self.planning.planned_again.connect(self._on_chosen)
        self.planning.nil_found.connect(self._on_nil)
        self.planning.failed.connect(self.failed)
        self.drawing.failed.connect(self.failed)
        session.opened.connect(self._on_opened)
        session.organisation_changed.connect(self.load)
        session.caseload_changed.connect(self.changed)
        session.scope.date_changed.connect(self._on_date)

    # what there is ----------------------------------------------------------------------------------------------------

    @property
    def draft(self) -> WindDownDraft | None:
        """The plan in front of us."""
        return None if self.shown is None else self.shown.draft

    @property
    def begin(self) -> BeginLines | None:
        """What who would hand over carries now; None while nothing is read."""
        caseload = self.session.caseload
        return None if caseload is None else begin_lines(caseload, self.question.asked)

    @property
    def replaced(self) -> tuple[str, ...]:
        """The accepted plans whose place the one in front of us takes, or takes for some of their people."""
        draft, standing = self.draft, [one for one in self.choices if one.state is PlanState.ACCEPTED]
        leavers = set() if draft is None else {one.worker for one in draft.request.leavers}
        return tuple(one.id for one in standing if leavers & set(one.leavers))

    @property
    def lines(self) -> TeamDLines | None:
        """Its rows."""
        return None if self.shown is None else self.shown.lines

    @property
    def since_agreed(self) -> PlanChanges | None:
        """What it has otherwise than was agreed; None where nothing was."""
        return None if self.shown is None else self.shown.since_agreed

    @property
    def choices(self) -> tuple[WindDownChoice, ...]:
        """The plans of the file, the one in front of us among them."""
        return () if self.shown is None else self.shown.choices

    @property
    def stale(self) -> bool:
        """Whether the plan should be made again: the data moved, and it no longer says what happens to every case."""
        return self.drift is not None and self.drift.asks_again

    @property
    def asked_otherwise(self) -> bool:
        """Whether the fields ask something else than the plan in front of us was asked."""
        draft = self.draft
        return draft is not None and self.question.is_otherwise(draft.request, draft.organisation)

    @property
    def missing(self) -> str:
        """What is missing before a plan can be made; empty where nothing is."""
        return self.question.missing

    @property
    def running(self) -> bool:
        """Whether a plan or a date is being looked for."""
        return self.planning.running

    def plan_again(self, key: str) -> None:
        """Make a plan of before again from now on (the weekly round asks for it)."""
        self.planning.plan_again(key)

    # settling ---------------------------------------------------------------------------------------------------------

    def accept(self, name: str) -> None:
        """Accept the plan: its handovers come up in the weekly rounds; `accepted` follows."""
        services, draft = self.session.services, self.draft
        if services is None or draft is None:
            return

        def work(_: Run) -> ShownPlan | None:
            accept_wind_down(services, draft.id, accepted_by=name)
            return plan_to_show(services, draft.id)

        self._settle(work)

    def withdraw(self, name: str, reason: str) -> None:
        """Withdraw the plan; what a round confirmed of it stands."""
        services, draft = self.session.services, self.draft
        if services is None or draft is None:
            return

        def work(_: Run) -> ShownPlan | None:
            withdraw_wind_down(services, draft.id, withdrawn_by=name, reason=reason)
            return plan_to_show(services, None)

        self._settle(work)

    def _settle(self, work: Callable[[Run], ShownPlan | None]) -> None:
        self.session.runner.start(
            Lane.DATABASE,
            work,
            topic="wind-down settled",
            must_finish=True,
            on_done=self._on_settled,
            on_failed=self._on_failed,
        )

    @Slot(object)
    def _on_settled(self, shown: ShownPlan | None) -> None:
        self._show(shown)
        # Who takes new cases is another matter now: pages of the weekly round look again.
        self.session.reload()
        self.accepted.emit()

    # taking along -----------------------------------------------------------------------------------------------------

    def save(self, path: Path) -> None:
        """Write the plan as PDF or Excel; `saved` follows."""
        services, draft = self.session.services, self.draft
        if services is None or draft is None:
            return

        def work(_: Run) -> Path:
            # Pulls the writers of documents: only who saves one pays for them.
            from caseload_planner.reports.wind_down_list import write_wind_down

            write_wind_down(services, draft, path)
            return path

        self.session.runner.start(
            Lane.DATABASE,
            work,
            must_finish=True,
            topic="wind-down document",
            on_done=self._on_saved,
            on_failed=self._on_failed,
        )

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.saved.emit(path)

    def compare(self, key: str) -> None:
        """Read another plan to hold beside the one in front of us; `compared` follows."""
        services = self.session.services
        if services is None:
            return

        def work(_: Run) -> WindDownDraft:
            return wind_down_draft(services, key)

        self.session.runner.start(
            Lane.DATABASE, work, topic="wind-down compared", on_done=self._on_compared, on_failed=self._on_failed
        )

    @Slot(object)
    def _on_compared(self, before: WindDownDraft) -> None:
        if self.draft is not None:
            self.compared.emit(before, self.draft)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.failed.emit(error)

    # following --------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_opened(self) -> None:
        self.shown = self.drift = self.nil = None
        self.drawing.forget()
        self.planning.forget()
        self.question.start_anew()

    @Slot()
    def load(self) -> None:
        """Read the plan in front of us again, else bring the newest one of the file into sight."""
        self._read(None if self.draft is None else self.draft.id)

    def choose(self, key: str) -> None:
        """Bring another plan of the file into sight."""
        self._read(key)

    def _read(self, key: str | None) -> None:
        services = self.session.services
        if services is None:
            return

        def work(_: Run) -> ShownPlan | None:
            return plan_to_show(services, key)

        known = self.draft is not None and self.draft.id == key
        self.session.runner.start(
            Lane.DATABASE,
            work,
            topic="wind-down shown",
            on_done=self._on_read_again if known else self._on_chosen,
            on_failed=self._on_failed,
        )

    @Slot(object)
    def _on_planned(self, shown: ShownPlan) -> None:
        self.nil = None
        self._show(shown)

    @Slot(object)
    def _on_nil(self, answer: NilAnswer) -> None:
        self.nil = answer
        self.changed.emit()

    @Slot(object)
    def _on_read_again(self, shown: ShownPlan | None) -> None:
        self.nil = None
        self._show(shown)

    @Slot()
    def _on_question(self) -> None:
        """Let go of an answer to another question."""
        self.nil = None
        self.changed.emit()

    @Slot()
    def _on_date(self) -> None:
        self.nil = None
        self._look_for_drift()

    @Slot(object)
    def _on_chosen(self, shown: ShownPlan | None) -> None:
        self.nil = None
        if shown is not None:
            self.question.take(shown.draft.request, shown.draft.organisation)
        self._show(shown)

    def _show(self, shown: ShownPlan | None) -> None:
        # What is still being read is of the plan before.
        self.session.runner.drop("wind-down shown")
        self.shown, self.drift = shown, None
        self.drawing.forget()
        self._look_for_drift()
        self.changed.emit()

    @Slot()
    def _look_for_drift(self) -> None:
        draft, on = self.draft, self.session.scope.on
        if draft is None:
            return

        def work(_: Run) -> WindDownDrift:
            return drift_of(draft, on)

        self.session.runner.start(
            Lane.COMPUTE, work, topic="wind-down drift", on_done=self._on_drift, on_failed=self._on_failed
        )

    @Slot(object)
    def _on_drift(self, drift: WindDownDrift) -> None:
        self.drift = drift
        self.changed.emit()
