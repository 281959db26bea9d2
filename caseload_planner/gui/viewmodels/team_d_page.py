"""State of the Team D page: what is asked, the plan in front of us, one to compare it with, and the earliest date."""

import time
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from caseload_planner.application.nil_date import when_nil
from caseload_planner.application.plan_records import PlanState
from caseload_planner.application.plan_wind_down import (
    WindDownDraft,
    keeping_plan,
    latest_wind_down,
    plan_again,
    plan_wind_down,
    wind_down_draft,
)
from caseload_planner.application.settle_wind_down import accept_wind_down, withdraw_wind_down
from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import Progress
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.team_d_texts import step_text
from caseload_planner.gui.theme import Colours
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.gui.viewmodels.team_d_lines import TeamDLines, team_d_lines
from caseload_planner.gui.viewmodels.team_d_picture import AreaPicture, area_picture
from caseload_planner.winddown.building import leavers_of
from caseload_planner.winddown.earliest import NilAnswer
from caseload_planner.winddown.request import OVERLAP, Step, WindDownRequest
from caseload_planner.winddown.stairs import even_steps

WEEKS_AHEAD = 26
PLANNING_SECONDS = 30.0
TICK_MS = 500
TOPIC = "wind-down"


@dataclass(frozen=True, slots=True)
class _Shown:
    """A plan with its rows."""

    draft: WindDownDraft
    lines: TeamDLines


def steps_for(organisation: Organisation, request: WindDownRequest, caseload: Caseload) -> tuple[Step, ...]:
    """Give even steps for everybody who would hand over."""
    leavers = leavers_of(organisation, request)
    return tuple(step for one in leavers for step in even_steps(one, request.on, caseload.load(one.worker)))


class TeamDPageModel(QObject):
    """Follows the session; planning and looking for a date run beside the window and can be ended.

    Attributes
    ----------
    until, overlap_weeks, even
        What is asked: the last day, the weeks of walking along, and whether the load falls in even steps.
    steps
        A curve that was drawn by hand; empty where there is none.
    draft, lines
        The plan in front of us with its rows, None where there is none.
    before
        The plan that was in front of us before, to compare with.
    nil
        The earliest dates, None while they were not asked.
    """

    changed = Signal()
    """Something of the above, or how far the work is."""
    picture_changed = Signal()
    saved = Signal(object)
    """With the path of a document."""
    accepted = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.until = session.scope.on + timedelta(weeks=WEEKS_AHEAD)
        self.overlap_weeks, self.even = OVERLAP, False
        self.steps: tuple[Step, ...] = ()
        self.draft: WindDownDraft | None = None
        self.before: WindDownDraft | None = None
        self.lines: TeamDLines | None = None
        self.nil: NilAnswer | None = None
        self.picture: AreaPicture | None = None
        self.part = self.of = 0
        self._run: Run | None = None
        self._began = 0.0
        self._progress: Progress | None = None
        self._clock = QTimer(self, interval=TICK_MS)
        self._clock.timeout.connect(self.changed)
        session.opened.connect(self._on_opened)
        session.organisation_changed.connect(self._on_organisation)

    # what is asked ----------------------------------------------------------------------------------------------------

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

    @property
    def stale(self) -> bool:
        """Whether the data moved since the plan was made."""
        organisation, draft = self.session.organisation, self.draft
        return draft is not None and organisation is not None and organisation.revision != draft.organisation.revision

    @property
    def missing(self) -> str:
        """What is missing before a plan can be made; empty where nothing is."""
        organisation = self.session.organisation
        if organisation is None:
            return self.tr("First open a file.")
        on = self.session.scope.on
        if not any(worker.seconded and worker.in_service(on) for worker in organisation.workers.values()):
            return self.tr("Nobody of team D is in service on this date.")
        if self.until <= on:
            return self.tr("Choose a last day after the date above.")
        return ""

    def set_until(self, day: date) -> None:
        """Take another last day."""
        if day != self.until:
            self.until = day
            self.changed.emit()

    def set_overlap(self, weeks: int) -> None:
        """Let the new contact walk along for so many weeks."""
        self.overlap_weeks = weeks
        self.changed.emit()

    def set_even(self, *, even: bool) -> None:
        """Let the load fall in even steps, or as it comes; a curve drawn by hand goes before either."""
        self.even = even
        self.steps = ()
        self.changed.emit()

    def set_steps(self, steps: tuple[Step, ...]) -> None:
        """Take a curve that was drawn."""
        self.steps = steps
        self.changed.emit()

    def suggested_steps(self) -> tuple[Step, ...]:
        """Give the curve to start drawing from: the one there is, else even steps."""
        if self.steps:
            return self.steps
        caseload, organisation = self.session.caseload, self.session.organisation
        if caseload is None or organisation is None:
            return ()
        return () if self.missing else steps_for(organisation, self.request(), caseload)

    def request(self) -> WindDownRequest:
        """Give what is asked now."""
        return WindDownRequest(
            on=self.session.scope.on,
            until=self.until,
            steps=self.steps,
            overlap_weeks=self.overlap_weeks,
            time_limit_seconds=PLANNING_SECONDS,
        )

    # planning ---------------------------------------------------------------------------------------------------------

    @Slot()
    def plan(self) -> None:
        """Make a plan; one that was accepted changes as little as possible."""
        services, organisation = self.session.services, self.session.organisation
        if services is None or organisation is None or self.missing or self.running:
            return
        request, before, even = self.request(), self.draft, self.even and not self.steps
        on, loads = self.session.scope.on, self.session.caseload

        def work(run: Run) -> _Shown:
            asked = request
            if even and loads is not None:
                asked = replace(asked, steps=steps_for(organisation, asked, loads))
            if before is not None and before.state is PlanState.ACCEPTED:
                asked = keeping_plan(services, asked, before.id, on)
            draft = plan_wind_down(services, asked, stop=run.stop, on_progress=run.report)
            return _Shown(draft, team_d_lines(draft))

        self._start(work, self._on_planned)

    def plan_again(self, key: str) -> None:
        """Make a plan of before again from now on, asked as it was; what was agreed stays."""
        services, on = self.session.services, self.session.scope.on
        if services is None or self.running:
            return

        def work(run: Run) -> _Shown:
            limit = PLANNING_SECONDS
            draft = plan_again(services, key, on, time_limit_seconds=limit, stop=run.stop, on_progress=run.report)
            return _Shown(draft, team_d_lines(draft))

        self._start(work, self._on_planned)

    @Slot()
    def find_nil(self) -> None:
        """Look for the earliest date."""
        services = self.session.services
        if services is None or self.missing or self.running:
            return
        on = self.session.scope.on
        request = replace(self.request(), until=max(self.until, on + timedelta(weeks=WEEKS_AHEAD * 2)))

        def work(run: Run) -> NilAnswer:
            return when_nil(services, request, stop=run.stop, on_progress=run.report)

        self._start(work, self._on_nil)

    @Slot()
    def cancel(self) -> None:
        """Ask for the best so far."""
        if self._run is not None:
            self._run.cancel()

    def _start(self, work: object, on_done: object) -> None:
        self._began, self._progress, self.part, self.of = time.monotonic(), None, 0, 0
        self._run = self.session.runner.start(
            Lane.EXPLAIN,
            work,  # type: ignore[arg-type]  # one of the two above
            topic=TOPIC,
            on_done=on_done,  # type: ignore[arg-type]  # the slot that goes with it
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
    def _on_planned(self, shown: _Shown) -> None:
        self._ended()
        self.before = self.draft
        self._show(shown)

    @Slot(object)
    def _on_nil(self, answer: NilAnswer) -> None:
        self._ended()
        self.nil = answer
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._ended()
        self.changed.emit()
        self.failed.emit(error)

    def _show(self, shown: _Shown | None) -> None:
        self.draft = None if shown is None else shown.draft
        self.lines = None if shown is None else shown.lines
        self.picture = None
        if shown is not None:
            self.until = shown.draft.request.until
        self.changed.emit()

    # settling ---------------------------------------------------------------------------------------------------------

    def accept(self, name: str) -> None:
        """Accept the plan: its handovers come up in the weekly rounds; `accepted` follows."""
        services, draft = self.session.services, self.draft
        if services is None or draft is None:
            return

        def work(_: Run) -> _Shown:
            accept_wind_down(services, draft.id, accepted_by=name)
            now = wind_down_draft(services, draft.id)
            return _Shown(now, team_d_lines(now))

        self._settle(work)

    def withdraw(self, name: str, reason: str) -> None:
        """Withdraw the plan; what a round confirmed of it stands."""
        services, draft = self.session.services, self.draft
        if services is None or draft is None:
            return

        def work(_: Run) -> None:
            withdraw_wind_down(services, draft.id, withdrawn_by=name, reason=reason)

        self._settle(work)

    def _settle(self, work: object) -> None:
        self.session.runner.start(
            Lane.DATABASE,
            work,  # type: ignore[arg-type]  # one of the two above
            topic="wind-down settled",
            on_done=self._on_settled,
            on_failed=self._on_failed,
        )

    @Slot(object)
    def _on_settled(self, shown: _Shown | None) -> None:
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
            Lane.DATABASE, work, topic="wind-down document", on_done=self._on_saved, on_failed=self._on_failed
        )

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.saved.emit(path)

    def draw(self, colours: Colours, scale: float, size: tuple[int, int]) -> None:
        """Draw the falling area; `picture_changed` follows."""
        draft = self.draft
        if draft is None:
            return

        def work(_: Run) -> AreaPicture:
            return area_picture(draft, colours, scale, size)

        self.session.runner.start(
            Lane.COMPUTE, work, topic="wind-down picture", on_done=self._on_picture, on_failed=self._on_failed
        )

    @Slot(object)
    def _on_picture(self, picture: AreaPicture) -> None:
        self.picture = picture
        self.picture_changed.emit()

    # following --------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_opened(self) -> None:
        self.draft = self.before = self.lines = self.nil = self.picture = None
        self.steps, self.even = (), False
        self.until = self.session.scope.on + timedelta(weeks=WEEKS_AHEAD)
        self.changed.emit()

    @Slot()
    def _on_organisation(self) -> None:
        if self.draft is None:
            self.load()
        else:
            self.changed.emit()

    def load(self) -> None:
        """Bring the newest plan of the file into sight, or make the rows again in another language."""
        services = self.session.services
        if services is None:
            return
        shown = self.draft

        def work(_: Run) -> _Shown | None:
            key = shown.id if shown is not None else latest_wind_down(services)
            if key is None:
                return None
            draft = shown if shown is not None else wind_down_draft(services, key)
            return _Shown(draft, team_d_lines(draft))

        self.session.runner.start(
            Lane.DATABASE, work, topic="wind-down shown", on_done=self._on_loaded, on_failed=self._on_failed
        )

    @Slot(object)
    def _on_loaded(self, shown: _Shown | None) -> None:
        self._show(shown)
