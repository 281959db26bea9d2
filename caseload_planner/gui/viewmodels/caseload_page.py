"""State of the Caseload page: its lines, its tiles, and who is looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.deadline_rows import deadline_reports
from caseload_planner.domain.caseload import Caseload
from caseload_planner.gui.models.course import Course
from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.gui.models.worker_line import NO_LINES, WorkerLines
from caseload_planner.gui.models.worker_lines import BesideTheLoad, worker_lines
from caseload_planner.gui.models.worker_table import WorkerTableModel
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.theme import Colours
from caseload_planner.gui.viewmodels.caseload_deadlines import DeadlineSheet, deadline_sheets
from caseload_planner.gui.viewmodels.caseload_disputes import CaseloadDisputes
from caseload_planner.gui.viewmodels.caseload_draft import CaseloadDraft
from caseload_planner.gui.viewmodels.caseload_sheet import caseload_sheet, sheet_title
from caseload_planner.gui.viewmodels.forecast_picture import forecast_picture
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.gui.viewmodels.tiles import Tile, tiles_of
from caseload_planner.gui.viewmodels.worker_courses import courses_of
from caseload_planner.gui.viewmodels.worker_detail import WorkerDetail, worker_detail
from caseload_planner.reports.seen_table import SeenTable

if TYPE_CHECKING:
    from caseload_planner.charts.picture import Picture


@dataclass(frozen=True, slots=True)
class _Made:
    lines: WorkerLines
    tiles: tuple[Tile, ...]


class CaseloadPageModel(QObject):
    """Follows the session; everything shown is made in the compute lane.

    Parameters
    ----------
    session
        The open file.

    Attributes
    ----------
    table
        The rows, with their filter, grouping and order.
    """

    rows_changed = Signal()
    """`table` and `tiles` are new."""
    detail_changed = Signal()
    """`selected` or `detail` is new; `detail` is None while it is being made."""
    deadlines_changed = Signal()
    """`deadlines` is new."""
    picture_changed = Signal()
    """`picture` is the forecast of `detail`."""
    saved = Signal(object)
    """With the path of a file of what is seen."""
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.table = WorkerTableModel(self)
        self.tiles: tuple[Tile, ...] = ()
        self.deadlines: tuple[DeadlineSheet, ...] = ()
        self.ready = self.broken = False
        self._language = ""
        self.disputes = CaseloadDisputes(session, self)
        self.draft = CaseloadDraft(session, self)
        self._courses: Mapping[str, Course] = {}
        self._courses_of: Caseload | None = None
        self.selected: str | None = None
        self.detail: WorkerDetail | None = None
        self.picture: Picture | None = None
        session.caseload_changed.connect(self.refresh)
        self.disputes.changed.connect(self._on_disputes)
        self.disputes.failed.connect(self.failed)
        self.draft.changed.connect(self._on_draft)
        self.draft.failed.connect(self.failed)
        session.opened.connect(self._on_opened)
        session.failed.connect(self._on_session_failed)

    @Slot()
    def refresh(self) -> None:
        """Make everything again: other data, or another language."""
        self._make_rows()
        self._make_detail()
        self._make_deadlines()
        if self._courses_of is not self.session.caseload:
            self._make_courses()

    def _make_rows(self) -> None:
        overview, organisation = self.session.overview, self.session.organisation
        if overview is None or organisation is None:
            return

        disputes = self.disputes.open_by_worker
        known = self._courses_of is self.session.caseload
        courses = self._courses if known else {}
        beside = BesideTheLoad(courses=courses, disputes=disputes, drafted=self.draft.points)

        def make(_: Run) -> _Made:
            return _Made(worker_lines(overview, beside), tiles_of(overview, organisation, disputes))

        self.session.runner.start(
            Lane.COMPUTE, make, topic="caseload rows", on_done=self._on_made, on_failed=self._on_failed
        )

    def _make_courses(self) -> None:
        """Work the weeks around the date out in the lane of answers: the table shows them when they are there."""
        caseload = self.session.caseload
        if caseload is None:
            return

        def make(_: Run) -> "tuple[Caseload, Mapping[str, Course]]":
            return caseload, courses_of(caseload)

        self.session.runner.start(
            Lane.EXPLAIN, make, topic="courses", on_done=self._on_courses, on_failed=self._on_failed
        )

    @Slot()
    def _on_draft(self) -> None:
        self._make_rows()

    @Slot()
    def _on_disputes(self) -> None:
        self._make_rows()
        self._make_detail()

    @Slot(object)
    def _on_courses(self, made: "tuple[Caseload, Mapping[str, Course]]") -> None:
        self._courses_of, self._courses = made
        if self._courses_of is self.session.caseload:
            self._make_rows()

    def _make_deadlines(self) -> None:
        """Make the deadlines in the lane of answers: nobody waits for them, and the table comes first."""
        caseload, services, organisation = self.session.caseload, self.session.services, self.session.organisation
        if caseload is None or services is None or organisation is None:
            return
        free_days, teams = services.free_days, self.session.scope.teams_in(organisation)

        def make(_: Run) -> tuple[DeadlineSheet, ...]:
            return deadline_sheets(deadline_reports(caseload, free_days, teams), caseload.organisation)

        self.session.runner.start(
            Lane.EXPLAIN, make, topic="deadlines", on_done=self._on_deadlines, on_failed=self._on_failed
        )

    @Slot(object)
    def _on_deadlines(self, deadlines: "tuple[DeadlineSheet, ...]") -> None:
        self.deadlines = deadlines
        self.deadlines_changed.emit()

    def speak(self, language: str) -> None:
        """Make everything again when the window speaks another language than the rows do."""
        if language != self._language:
            self._language = language
            self.refresh()

    def select(self, worker: str | None) -> None:
        """Look at a worker, or at nobody."""
        if worker == self.selected:
            return
        self.selected, self.detail, self.picture = worker, None, None
        self.detail_changed.emit()
        self._make_detail()

    def _make_detail(self) -> None:
        caseload, worker = self.session.caseload, self.selected
        if caseload is None or worker is None:
            return
        if worker not in caseload.carrying_workers:  # on the date of now she is not there, or carries nothing
            self.select(None)
            return

        disputes = self.disputes.of_worker(worker)

        def make(_: Run) -> WorkerDetail:
            return worker_detail(caseload, worker, disputes)

        self.session.runner.start(
            Lane.COMPUTE, make, topic="worker detail", on_done=self._on_detail, on_failed=self._on_failed
        )

    def draw_forecast(self, colours: Colours, scale: float, width: int) -> None:
        """Draw the forecast of `detail`, `width` device-independent pixels wide; `picture_changed` follows."""
        detail = self.detail
        if detail is None:
            return

        def draw(_: Run) -> "Picture":
            return forecast_picture(detail.ahead, colours, scale, width)

        self.session.runner.start(
            Lane.COMPUTE, draw, topic="forecast picture", on_done=self._on_picture, on_failed=self._on_failed
        )

    # taking along -----------------------------------------------------------------------------------------------------

    def sheet(self, rows: Sequence[int], columns: Sequence[Column]) -> SeenTable:
        """Give these rows and columns of the table as they are seen."""
        lines = [self.table.line(row) for row in rows]
        scope, organisation = self.session.scope, self.session.organisation
        place = "" if organisation is None else scope.name_in(organisation)
        return caseload_sheet(lines, columns, sheet_title(scope.on, place, self.table.facets, self.table.filter_text))

    def save(self, sheet: SeenTable, path: Path) -> None:
        """Write a sheet to a file; `saved` follows."""

        def write(_: Run) -> Path:
            # Pulls the writer of workbooks: only who saves one pays for it.
            from caseload_planner.reports.seen_table_files import write_seen_table

            write_seen_table(sheet, path)
            return path

        self.session.runner.start(
            Lane.DATABASE,
            write,
            must_finish=True,
            topic="caseload sheet",
            on_done=self._on_sheet_saved,
            on_failed=self._on_failed,
        )

    @Slot(object)
    def _on_sheet_saved(self, path: Path) -> None:
        self.saved.emit(path)

    # answers ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_picture(self, picture: "Picture") -> None:
        self.picture = picture
        self.picture_changed.emit()

    @Slot(object)
    def _on_made(self, made: _Made) -> None:
        self.table.set_rows(made.lines)
        self.tiles, self.ready, self.broken = made.tiles, True, False
        self.rows_changed.emit()

    @Slot(object)
    def _on_detail(self, detail: WorkerDetail) -> None:
        if detail.worker == self.selected:
            self.detail = detail
            self.detail_changed.emit()

    @Slot()
    def _on_opened(self) -> None:
        self.ready = self.broken = False
        self.table.set_rows(NO_LINES)
        self.tiles = ()
        self.selected = self.detail = self.picture = None
        self.rows_changed.emit()
        self.detail_changed.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.broken = not self.ready
        self.failed.emit(error)

    @Slot(object)
    def _on_session_failed(self, _error: object) -> None:
        self.broken = not self.ready
