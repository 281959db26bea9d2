"""The disputes ("klopt niet?") of the open file: read, recorded and answered in the database lane."""

from collections import Counter
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.meeting_records import Dispute
from caseload_planner.application.services import Services
from caseload_planner.application.settle_disputes import answer_dispute, record_dispute
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.session import Session


class CaseloadDisputes(QObject):
    """Follows the session.

    Attributes
    ----------
    all
        Every dispute, oldest first.
    """

    changed = Signal()
    settled = Signal()
    """A dispute was recorded or answered, and is kept."""
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.all: tuple[Dispute, ...] = ()
        session.opened.connect(self._on_opened)
        session.organisation_changed.connect(self.load)

    @property
    def open_by_worker(self) -> Mapping[str, int]:
        """Count what waits for an answer, by worker; absent where nothing does."""
        return Counter(dispute.worker for dispute in self.all if dispute.is_open)

    def of_worker(self, worker: str) -> tuple[Dispute, ...]:
        """Give the disputes of a worker, oldest first."""
        return tuple(dispute for dispute in self.all if dispute.worker == worker)

    @Slot()
    def load(self) -> None:
        """Read them; `changed` follows where they are others."""
        services = self._session.services
        if services is None:
            return

        def read(_: Run) -> tuple[Dispute, ...]:
            with services.store.read() as unit:
                return tuple(unit.disputes.all())

        self._session.runner.start(
            Lane.DATABASE, read, topic="disputes", on_done=self._on_read, on_failed=self._on_failed
        )

    def record(self, *, measure: str, worker: str, says: str, recorded_by: str) -> None:
        """Keep what somebody says is wrong about one of her cases."""

        def write(services: Services) -> None:
            record_dispute(services, measure=measure, worker=worker, says=says, recorded_by=recorded_by)

        self._settle(write)

    def answer(self, dispute: str, *, answer: str, answered_by: str) -> None:
        """Answer an open dispute."""

        def write(services: Services) -> None:
            answer_dispute(services, dispute, answer=answer, answered_by=answered_by)

        self._settle(write)

    def _settle(self, write: Callable[[Services], None]) -> None:
        services = self._session.services
        if services is None:
            return

        def work(_: Run) -> None:
            write(services)

        self._session.runner.start(
            Lane.DATABASE,
            work,
            must_finish=True,
            topic="settle dispute",
            on_done=self._on_settled,
            on_failed=self._on_failed,
        )

    @Slot(object)
    def _on_settled(self, _: object) -> None:
        self.settled.emit()
        self.load()

    @Slot(object)
    def _on_read(self, disputes: tuple[Dispute, ...]) -> None:
        if disputes != self.all:
            self.all = disputes
            self.changed.emit()

    @Slot()
    def _on_opened(self) -> None:
        self.all = ()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.failed.emit(error)
