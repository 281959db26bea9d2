"""What use cases need of the world outside, as protocols."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from caseload_planner.application.changes import ChangeSet, OrganisationChanges
from caseload_planner.application.meeting_records import (
    Agreement,
    AgreementReader,
    AgreementStore,
    DisputeReader,
    DisputeStore,
    OpenDraftReader,
    OpenDraftStore,
    RecordedOverride,
    Withdrawal,
)
from caseload_planner.application.plan_records import ScenarioReader, ScenarioStore, WindDownReader, WindDownStore
from caseload_planner.distribution.proposal import Proposal, ProposalRequest
from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.organisation import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredProposal:
    """A proposal as it is kept: with its request and the digest of the problem it answers.

    `digest` covers the measures, candidates and norm of the problem; it changes when, and only when, they do.
    """

    id: str
    made_at: datetime
    revision: int
    digest: str
    asked: tuple[str, ...]
    request: ProposalRequest
    proposal: Proposal
    decision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decided round (besluit): what was decided by whom, and what it writes.

    Attributes
    ----------
    agreements
        What other teams agreed to, for the contacts of theirs that it asks.
    minutes
        What was said about a measure in the meeting, by measure.
    withdrawal
        That it was taken back, None while it stands.
    """

    id: str
    proposal: str
    on: date
    decided_by: str
    decided_at: datetime
    remarks: str
    overrides: tuple[RecordedOverride, ...]
    begun: tuple[Assignment, ...]
    ended: tuple[Assignment, ...]
    agreements: tuple[Agreement, ...] = ()
    minutes: Mapping[str, str] = field(default_factory=dict)
    withdrawal: Withdrawal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """A line of the audit trail: an action on an object by key, never a name or content."""

    action: str
    subject: str
    reason: str = ""
    figures: Mapping[str, str | int] = field(default_factory=dict)


class ReadUnit(Protocol):
    """One consistent view of the store."""

    def snapshot(self) -> Organisation:
        """Read the whole organisation with its revision."""
        ...

    def decided_assignments(self) -> frozenset[tuple[str, str, str, date]]:
        """Keys (measure, worker, position, from) of what was decided here and not seen in a source since."""
        ...

    def proposal(self, key: str) -> StoredProposal:
        """Give a stored proposal by its id; `UnknownKeyError` where there is none."""
        ...

    def proposals(self, on: date | None = None) -> Sequence[StoredProposal]:
        """Give the stored proposals, newest first."""
        ...

    def decision(self, key: str) -> Decision:
        """Give a decision by its id; `UnknownKeyError` where there is none."""
        ...

    def decisions(self, measure: str | None = None) -> Sequence[Decision]:
        """Give the decisions (that say something about a measure), newest first."""
        ...

    @property
    def disputes(self) -> DisputeReader:
        """What workers say is wrong."""
        ...

    @property
    def agreements(self) -> AgreementReader:
        """What other teams agreed to."""
        ...

    @property
    def open_drafts(self) -> OpenDraftReader:
        """The rounds that are being made."""
        ...

    @property
    def wind_downs(self) -> WindDownReader:
        """The wind-down plans."""
        ...

    @property
    def scenarios(self) -> ScenarioReader:
        """The staffing scenarios."""
        ...


class WriteUnit(ReadUnit, Protocol):
    """One transaction: all of it becomes true at `commit`, or nothing does."""

    def apply(self, changes: OrganisationChanges) -> ChangeSet:
        """Write changes of an import and move the revision when something changed."""
        ...

    def save_proposal(self, stored: StoredProposal) -> None:
        """Keep a proposal as a draft."""
        ...

    def record_decision(self, decision: Decision) -> ChangeSet:
        """Write a decision's assignments, mark its proposal decided and move the revision."""
        ...

    def record_withdrawal(self, withdrawal: Withdrawal) -> ChangeSet:
        """End what a decision began, restore what it ended as it was before, and move the revision.

        Raises
        ------
        WithdrawalRefusedError
            It was withdrawn before, or something was built on it since.
        """
        ...

    @property
    def disputes(self) -> DisputeStore:
        """What workers say is wrong."""
        ...

    @property
    def agreements(self) -> AgreementStore:
        """What other teams agreed to."""
        ...

    @property
    def open_drafts(self) -> OpenDraftStore:
        """The rounds that are being made."""
        ...

    @property
    def wind_downs(self) -> WindDownStore:
        """The wind-down plans."""
        ...

    @property
    def scenarios(self) -> ScenarioStore:
        """The staffing scenarios."""
        ...

    def append_audit(self, entry: AuditEntry) -> None:
        """Append to the audit trail."""
        ...

    def commit(self) -> None:
        """Make it true."""
        ...


class Store(Protocol):
    """The database behind the program."""

    def read(self) -> AbstractContextManager[ReadUnit]:
        """Open a consistent view."""
        ...

    def write(self) -> AbstractContextManager[WriteUnit]:
        """Open a transaction that rolls back unless committed."""
        ...

    def gather(self) -> None:
        """Bring everything that was written into one file, or say why there is no room for it."""
        ...


class Clock(Protocol):
    """The time, so that tests can choose it."""

    def now(self) -> datetime:
        """Give the time in UTC."""
        ...

    def today(self) -> date:
        """Give the civil date here."""
        ...


class KeyMaker(Protocol):
    """Makes ids that nothing else has."""

    def __call__(self, prefix: str) -> str:
        """Give a new id that begins with `prefix`."""
        ...
