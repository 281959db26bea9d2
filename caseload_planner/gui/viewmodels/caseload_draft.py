"""What the open draft of the Verdeling adds to the loads on the Caseload page; read in the database lane."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.drafted_points import drafted_points
from caseload_planner.domain.points import Hundredths
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.session import Session


class CaseloadDraft(QObject):
    """Follows the session: the draft of the date and teams that are looked at.

    Attributes
    ----------
    points
        By worker; absent where the draft adds nothing.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.points: Mapping[str, Hundredths] = {}
        session.opened.connect(self._on_opened)
        session.caseload_changed.connect(self.load)

    @Slot()
    def load(self) -> None:
        """Read it; `changed` follows where it is another."""
        services, caseload = self._session.services, self._session.caseload
        if services is None or caseload is None:
            return
        teams = self._session.scope.teams_in(caseload.organisation)

        def read(_: Run) -> Mapping[str, Hundredths]:
            with services.store.read() as unit:
                return drafted_points(unit.open_drafts.find(caseload.on, teams), caseload)

        self._session.runner.start(
            Lane.DATABASE, read, topic="caseload draft", on_done=self._on_read, on_failed=self._on_failed
        )

    @Slot(object)
    def _on_read(self, points: Mapping[str, Hundredths]) -> None:
        if points != self.points:
            self.points = points
            self.changed.emit()

    @Slot()
    def _on_opened(self) -> None:
        self.points = {}

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.failed.emit(error)
