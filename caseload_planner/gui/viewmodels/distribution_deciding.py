"""Deciding a draft and saving its besluitenlijst, both in the database lane."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.ask_other_teams import record_agreement
from caseload_planner.application.decide_draft import decide_draft
from caseload_planner.application.decide_proposal import DecideResult
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.meeting_records import RecordedOverride
from caseload_planner.application.plan_records import PlannedHandover
from caseload_planner.application.ports import Decision
from caseload_planner.application.services import Services
from caseload_planner.application.withdraw_round import WithdrawResult, withdraw_round
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.organisation import Organisation
from caseload_planner.gui.change_notifier import ChangeNotifier
from caseload_planner.gui.task_runner import Lane, Run, TaskRunner
from caseload_planner.gui.viewmodels.distribution_agreements import GivenWord
from caseload_planner.gui.viewmodels.distribution_draft import OverrideKey, with_reasons, with_texts
from caseload_planner.gui.viewmodels.distribution_minutes import all_minutes
from caseload_planner.gui.viewmodels.distribution_steps import StepKind, StepName
from caseload_planner.gui.viewmodels.distribution_summary import DecideSummary, summary_of
from caseload_planner.rules.round import Placement

if TYPE_CHECKING:
    from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftToDecide:
    """A draft that is to be decided, with all that goes with it."""

    request: ProposalRequest
    placements: tuple[Placement, ...]
    overrides: tuple[RecordedOverride, ...]
    decided_by: str
    remarks: str
    minutes: Mapping[str, str]
    given_words: tuple[GivenWord, ...] = ()
    handovers: tuple[PlannedHandover, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionWords:
    """What the leader fills in before she decides.

    Attributes
    ----------
    given_words
        What other teams agreed to.
    reasons
        Why rules are set aside for which nobody gave a reason before.
    """

    decided_by: str
    remarks: str = ""
    given_words: tuple[GivenWord, ...] = ()
    reasons: Mapping[OverrideKey, str] = field(default_factory=dict)


def _record(services: Services, wanted: DraftToDecide) -> None:
    """Record what other teams agreed to, as it was told in the summary."""
    for word in wanted.given_words:
        for part in word.parts:
            record_agreement(
                services,
                round_on=wanted.request.on,
                measure=part.measure,
                worker=part.worker,
                position=part.position,
                agreed_with=word.agreed_with,
                recorded_by=wanted.decided_by,
            )


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
    withdrawn = Signal(object)
    """With the Decision that was taken back."""
    saved = Signal(object)
    """With the path of a document."""
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, notifier: ChangeNotifier, page: "DistributionPageModel") -> None:
        super().__init__(page)
        self._runner, self._notifier = runner, notifier
        self.decision: Decision | None = None
        self.running = False
        self._closed: set[str] = set()

    @property
    def _page(self) -> "DistributionPageModel":
        """The page's viewmodel; no attribute, as cycles of QObjects are collected on any thread."""
        return self.parent()  # type: ignore[return-value]  # given in __init__

    @property
    def possible(self) -> bool:
        """Whether there is something to decide: placed cases, or planned handovers alone."""
        page = self._page
        something = bool(page.draft.placements or page.handovers.confirmed)
        return page.board is not None and something and not page.closed

    def summary(self) -> DecideSummary | None:
        """Give what is read before deciding."""
        page = self._page
        if page.board is None:
            return None
        handovers = tuple(line.words for line in page.handovers.lines() if line.confirmed)
        shown = with_texts(page.draft, page.session.shown_written)
        return summary_of(page.board, shown, page.agreements.known, handovers)

    def decide(self, words: DecisionWords) -> None:
        """Decide the draft as it stands, with what the leader says with it."""
        page = self._page
        services, seen = page.session.services, page.session.organisation
        if services is None or seen is None or page.board is None or page.closed:
            return
        if words.reasons:
            after = with_reasons(page.draft, {**page.draft.reasons, **words.reasons})
            page.changes.step(StepName(StepKind.REASONS), after)
        wanted = DraftToDecide(
            request=page.request(),
            placements=tuple(sorted(page.draft.placements.values())),
            overrides=page.draft.overrides,
            decided_by=words.decided_by,
            remarks=words.remarks,
            minutes=all_minutes(page.board, page.draft),
            given_words=words.given_words,
            handovers=page.handovers.confirmed,
        )
        self._write(services, seen, wanted)

    def _write(self, services: Services, seen: Organisation, wanted: DraftToDecide) -> None:
        """Decide a draft that was made on a snapshot."""

        def work(_: Run) -> DecideResult:
            _record(services, wanted)
            return decide_draft(
                services,
                seen,
                wanted.request,
                wanted.placements,
                DecisionTerms(
                    decided_by=wanted.decided_by,
                    overrides=wanted.overrides,
                    remarks=wanted.remarks,
                    minutes=wanted.minutes,
                    agreements_needed=True,
                    handovers=wanted.handovers,
                ),
            )

        self.running = True
        self.changed.emit()
        self._runner.start(
            Lane.DATABASE, work, must_finish=True, topic="decide", on_done=self._on_decided, on_failed=self._on_failed
        )

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
            Lane.DATABASE,
            work,
            must_finish=True,
            topic="decision list",
            on_done=self._on_saved,
            on_failed=self._on_failed,
        )

    def withdraw(self, services: Services, withdrawn_by: str, reason: str) -> None:
        """Take the last decision back by a recorded one that compensates it."""
        decision = self.decision
        if decision is None or self.running:
            return

        def work(_: Run) -> WithdrawResult:
            return withdraw_round(services, decision.id, withdrawn_by=withdrawn_by, reason=reason)

        self.running = True
        self.changed.emit()
        self._runner.start(
            Lane.DATABASE,
            work,
            must_finish=True,
            topic="withdraw",
            on_done=self._on_withdrawn,
            on_failed=self._on_failed,
        )

    def look_up(self, services: Services, on: date) -> None:
        """Find the last standing decision of a date, made in this window or before."""

        def read(_: Run) -> Decision | None:
            with services.store.read() as unit:
                return next((one for one in unit.decisions() if one.on == on and one.withdrawal is None), None)

        self._runner.start(Lane.DATABASE, read, topic="decision of the date", on_done=self._on_known)

    def forget(self) -> None:
        """Forget the last decision: another file is open."""
        self._closed.clear()
        if self.decision is not None:
            self.decision = None
            self.changed.emit()

    def close(self) -> None:
        """Say no more of the last decision: the leader went on."""
        if self.decision is not None:
            self._closed.add(self.decision.id)
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
    def _on_withdrawn(self, result: WithdrawResult) -> None:
        self.decision = None
        self.running = False
        self.changed.emit()
        self._notifier.publish(result.changes)
        self.withdrawn.emit(result.decision)

    @Slot(object)
    def _on_known(self, decision: Decision | None) -> None:
        if not self.running:
            self.decision = None if decision is not None and decision.id in self._closed else decision
            self.changed.emit()

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.saved.emit(path)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.running = False
        self.changed.emit()
        self.failed.emit(error)
