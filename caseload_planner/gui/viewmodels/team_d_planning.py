"""Looking for a plan or for the earliest date, in a process beside the window."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from caseload_planner.application.nil_date import when_nil
from caseload_planner.application.plan_wind_down import keeping_agreed, plan_again, plan_wind_down
from caseload_planner.domain.run_control import Progress
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.team_d_texts import step_text
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.gui.viewmodels.team_d_question import WEEKS_AHEAD, TeamDQuestion, steps_for
from caseload_planner.gui.viewmodels.team_d_shown import ShownPlan, shown_plan
from caseload_planner.winddown.earliest import NilAnswer

PLANNING_SECONDS = 30.0
TICK_MS = 500
TOPIC = "wind-down"


class TeamDPlanning(QObject):
    """One search at a time, which can be ended with the best so far.

    Attributes
    ----------
    part, of
        How far it is.
    """

    changed = Signal()
    planned = Signal(object)
    """With the plan of what the page asks, as it is shown."""
    planned_again = Signal(object)
    """With the plan that was made again as it was asked before."""
    nil_found = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, question: TeamDQuestion, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._question = session, question
        self.part = self.of = 0
        self._run: Run | None = None
        self._began = 0.0
        self._progress: Progress | None = None
        self._clock = QTimer(self, interval=TICK_MS)
        self._clock.timeout.connect(self.changed)

    @property
    def running(self) -> bool:
        """Whether a plan or a date is being looked for."""
        return self._run is not None

    @property
    def words(self) -> str:
        """What it is busy with and for how long."""
        step = step_text(self._progress.step) if self._progress is not None else self.tr("Looking at the weeks ahead")
        seconds = with_values(self.tr("%1 s"), formatting.count(int(time.monotonic() - self._began)))
        return f"{step} · {seconds}"

    @Slot()
    def plan(self) -> None:
        """Make a plan; what was agreed stays, and what was accepted changes as little as possible."""
        services, organisation, beside = self._session.services, self._session.organisation, self._session.planning
        if services is None or organisation is None or self._question.missing or self.running:
            return
        request, even = self._question.request(time_limit_seconds=PLANNING_SECONDS), self._question.even
        on, loads = self._session.scope.on, self._session.caseload

        def work(run: Run) -> ShownPlan:
            asked = request
            if even and loads is not None:
                asked = replace(asked, steps=steps_for(organisation, asked, loads))
            asked = keeping_agreed(services, asked, on)
            draft = plan_wind_down(services, asked, solve=beside.plan, stop=run.stop, on_progress=run.report)
            return shown_plan(services, draft)

        self._start(work, self._on_planned)

    def plan_again(self, key: str) -> None:
        """Make a plan of before again from now on, asked as it was; what was agreed stays."""
        services, on, solve = self._session.services, self._session.scope.on, self._session.planning.plan
        if services is None or self.running:
            return

        def work(run: Run) -> ShownPlan:
            limit, stop, report = PLANNING_SECONDS, run.stop, run.report
            draft = plan_again(services, key, on, time_limit_seconds=limit, solve=solve, stop=stop, on_progress=report)
            return shown_plan(services, draft)

        self._start(work, self._on_planned_again)

    @Slot()
    def find_nil(self) -> None:
        """Look for the earliest date."""
        services, look = self._session.services, self._session.planning.earliest_nil
        if services is None or self._question.missing or self.running:
            return
        request = self._question.request(time_limit_seconds=PLANNING_SECONDS)
        request = replace(request, until=max(request.until, request.on + timedelta(weeks=WEEKS_AHEAD * 2)))

        def work(run: Run) -> NilAnswer:
            return when_nil(services, request, look=look, stop=run.stop, on_progress=run.report)

        self._start(work, self._on_nil)

    @Slot()
    def cancel(self) -> None:
        """Ask for the best so far."""
        if self._run is not None:
            self._run.cancel()

    def forget(self) -> None:
        """Nobody waits for it any more: another file is open."""
        self._session.runner.drop(TOPIC)
        self._ended()

    def _start(self, work: Callable[[Run], object], on_done: Callable[[object], None]) -> None:
        self._began, self._progress, self.part, self.of = time.monotonic(), None, 0, 0
        self._run = self._session.runner.start(
            Lane.EXPLAIN,
            work,
            topic=TOPIC,
            on_done=on_done,
            on_failed=self._on_failed,
            on_progress=self._on_progress,
        )
        self._clock.start()
        self.changed.emit()

    def _ended(self) -> None:
        self._run = None
        self._clock.stop()

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self._progress, self.part, self.of = progress, progress.part, progress.of
        self.changed.emit()

    @Slot(object)
    def _on_planned(self, shown: object) -> None:
        self._ended()
        self.planned.emit(shown)

    @Slot(object)
    def _on_planned_again(self, shown: object) -> None:
        self._ended()
        self.planned_again.emit(shown)

    @Slot(object)
    def _on_nil(self, answer: object) -> None:
        self._ended()
        self.nil_found.emit(answer)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._ended()
        self.changed.emit()
        self.failed.emit(error)
