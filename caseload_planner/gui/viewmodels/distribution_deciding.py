"""Deciding a draft and saving its besluitenlijst, both in the database lane."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.decide_draft import decide_draft
from caseload_planner.application.decide_proposal import DecideResult
from caseload_planner.application.meeting_records import RecordedOverride
from caseload_planner.application.ports import Decision
from caseload_planner.application.services import Services
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.organisation import Organisation
from caseload_planner.gui.change_notifier import ChangeNotifier
from caseload_planner.gui.task_runner import Lane, Run, TaskRunner
from caseload_planner.rules.round import Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftToDecide:
    """A draft that is to be decided, with all that goes with it."""

    request: ProposalRequest
    placements: tuple[Placement, ...]
    overrides: tuple[RecordedOverride, ...]
    decided_by: str
    remarks: str


class DistributionDeciding(QObject):
    """Writes a decision, then documents of it.

    Attributes
    ----------
    decision
        The last decision made in this window, None before the first.
    """

    changed = Signal()
    decided = Signal(object)
    """With the Decision."""
    saved = Signal(object)
    """With the path of a document."""
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, notifier: ChangeNotifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._notifier = runner, notifier
        self.decision: Decision | None = None
        self.running = False

    def decide(self, services: Services, seen: Organisation, wanted: DraftToDecide) -> None:
        """Decide a draft that was made on a snapshot."""

        def work(_: Run) -> DecideResult:
            return decide_draft(
                services,
                seen,
                wanted.request,
                wanted.placements,
                decided_by=wanted.decided_by,
                overrides=wanted.overrides,
                remarks=wanted.remarks,
            )

        self.running = True
        self.changed.emit()
        self._runner.start(Lane.DATABASE, work, topic="decide", on_done=self._on_decided, on_failed=self._on_failed)

    def save_document(self, services: Services, path: Path) -> None:
        """Save the besluitenlijst of the last decision: as Excel where the name ends in ``.xlsx``, else as PDF."""
        decision = self.decision
        if decision is None:
            return

        def work(_: Run) -> Path:
            # Documents pull reportlab or xlsxwriter: only who saves one pays for it.
            from caseload_planner.reports.decision_list import write_decision_list

            write_decision_list(services, decision.proposal, path)
            return path

        self._runner.start(
            Lane.DATABASE, work, topic="decision list", on_done=self._on_saved, on_failed=self._on_failed
        )

    def forget(self) -> None:
        """Forget the last decision: another file is open, or the leader went on."""
        if self.decision is not None:
            self.decision = None
            self.changed.emit()

    @Slot(object)
    def _on_decided(self, result: DecideResult) -> None:
        self.decision = result.decision
        self.running = False
        self.changed.emit()
        if result.changes is not None:
            self._notifier.publish(result.changes)
        self.decided.emit(result.decision)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.saved.emit(path)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.running = False
        self.changed.emit()
        self.failed.emit(error)
