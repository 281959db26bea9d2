"""State of the Caseload page: its lines, its tiles, and who is looked at."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.gui.models.worker_lines import WorkerLines, worker_lines
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.gui.viewmodels.tiles import Tile, tiles_of
from caseload_planner.gui.viewmodels.worker_detail import WorkerDetail, worker_detail


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
    """

    rows_changed = Signal()
    """`lines` and `tiles` are new."""
    detail_changed = Signal()
    """`selected` or `detail` is new; `detail` is None while it is being made."""
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.lines = WorkerLines((), ())
        self.tiles: tuple[Tile, ...] = ()
        self.ready = False
        self.selected: str | None = None
        self.detail: WorkerDetail | None = None
        session.caseload_changed.connect(self.refresh)
        session.opened.connect(self._on_opened)

    @Slot()
    def refresh(self) -> None:
        """Make lines and tiles again: other data, or another language."""
        overview, organisation = self.session.overview, self.session.organisation
        if overview is None or organisation is None:
            return

        def make(_: Run) -> _Made:
            return _Made(worker_lines(overview), tiles_of(overview, organisation))

        self.session.runner.start(
            Lane.COMPUTE, make, topic="caseload rows", on_done=self._on_made, on_failed=self._on_failed
        )
        self._make_detail()

    def select(self, worker: str | None) -> None:
        """Look at a worker, or at nobody."""
        if worker == self.selected:
            return
        self.selected, self.detail = worker, None
        self.detail_changed.emit()
        self._make_detail()

    def _make_detail(self) -> None:
        caseload, worker = self.session.caseload, self.selected
        if caseload is None or worker is None or worker not in caseload.organisation.workers:
            return

        def make(_: Run) -> WorkerDetail:
            return worker_detail(caseload, worker)

        self.session.runner.start(
            Lane.COMPUTE, make, topic="worker detail", on_done=self._on_detail, on_failed=self._on_failed
        )

    @Slot(object)
    def _on_made(self, made: _Made) -> None:
        self.lines, self.tiles, self.ready = made.lines, made.tiles, True
        self.rows_changed.emit()

    @Slot(object)
    def _on_detail(self, detail: WorkerDetail) -> None:
        if detail.worker == self.selected:
            self.detail = detail
            self.detail_changed.emit()

    @Slot()
    def _on_opened(self) -> None:
        self.ready = False
        self.lines, self.tiles = WorkerLines((), ()), ()
        self.selected = self.detail = None
        self.rows_changed.emit()
        self.detail_changed.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.failed.emit(error)
