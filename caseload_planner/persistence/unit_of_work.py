"""Units of work: a consistent view, and a transaction in which everything becomes true at once."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, insert

from caseload_planner.application.changes import ChangeSet, OrganisationChanges
from caseload_planner.application.meeting_records import Withdrawal
from caseload_planner.application.ports import AuditEntry, Decision, StoredProposal
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Organisation
from caseload_planner.persistence import decision_reading, decision_writing, proposal_records
from caseload_planner.persistence.audit import Witness, append_entry
from caseload_planner.persistence.column_values import moment_text
from caseload_planner.persistence.database_errors import stored_values
from caseload_planner.persistence.meeting_tables import AgreementTable, DisputeTable, OpenDraftTable
from caseload_planner.persistence.organisation_reading import has_norm, latest_revision, read_organisation
from caseload_planner.persistence.organisation_writing import write_changes
from caseload_planner.persistence.scenario_tables import ScenarioTable
from caseload_planner.persistence.starting_norm import NEUTRAL_NORMS
from caseload_planner.persistence.tables import revisions
from caseload_planner.persistence.wind_down_tables import WindDownTable
from caseload_planner.persistence.withdrawal_writing import record_withdrawal


class SnapshotMemory:
    """The last organisation that was read, so that views that follow each other read it once.

    Only organisations that were committed are remembered: the revision of an open transaction may be given out again
    after a rollback, with another content.
    """

    def __init__(self) -> None:
        self._last: Organisation | None = None

    def at(self, revision: int) -> Organisation | None:
        """Give the organisation at a revision if it is the one remembered."""
        last = self._last
        return last if last is not None and last.revision == revision else None

    def remember(self, organisation: Organisation) -> None:
        """Remember an organisation instead of the one before."""
        self._last = organisation


class SqliteReadUnit:
    """One consistent view of the database: other people's commits do not show in it."""

    def __init__(self, connection: Connection, memory: SnapshotMemory, starting_norms: NormSet) -> None:
        self._connection = connection
        self._memory = memory
        self._starting_norms = starting_norms
        self._changed = False

    def snapshot(self) -> Organisation:
        """Read the whole organisation with its revision."""
        known = None if self._changed else self._memory.at(latest_revision(self._connection))
        if known is not None:
            return known
        with stored_values():
            organisation = read_organisation(self._connection, self._starting_norms)
        if not self._changed:
            self._memory.remember(organisation)
        return organisation

    def snapshot_at(self, revision: int) -> Organisation:
        """Read the organisation as it was known at a revision; `UnknownKeyError` for one that was never reached."""
        if not 0 <= revision <= latest_revision(self._connection):
            raise UnknownKeyError(f"There is no revision {revision}.", kind="revision", key=revision)
        with stored_values():
            return read_organisation(self._connection, self._starting_norms, at=revision)

    def decided_assignments(self) -> frozenset[tuple[str, str, str, date]]:
        """Keys (measure, worker, position, from) of what was decided here and not seen in a source since."""
        with stored_values():
            return decision_reading.pending_keys(self._connection)

    def proposal(self, key: str) -> StoredProposal:
        """Give a stored proposal by its id; `UnknownKeyError` where there is none."""
        with stored_values():
            return proposal_records.find_proposal(self._connection, key)

    def proposals(self, on: date | None = None) -> Sequence[StoredProposal]:
        """Give the stored proposals, newest first."""
        with stored_values():
            return proposal_records.list_proposals(self._connection, on)

    def decision(self, key: str) -> Decision:
        """Give a decision by its id; `UnknownKeyError` where there is none."""
        with stored_values():
            return decision_reading.find_decision(self._connection, key)

    def decisions(self, measure: str | None = None) -> Sequence[Decision]:
        """Give the decisions (that say something about a measure), newest first."""
        with stored_values():
            return decision_reading.list_decisions(self._connection, measure)

    @property
    def disputes(self) -> DisputeTable:
        """What workers say is wrong."""
        return DisputeTable(self._connection, self._allow_writing)

    @property
    def agreements(self) -> AgreementTable:
        """What other teams agreed to."""
        return AgreementTable(self._connection, self._allow_writing)

    @property
    def open_drafts(self) -> OpenDraftTable:
        """The rounds that are being made."""
        return OpenDraftTable(self._connection, self._allow_writing)

    @property
    def wind_downs(self) -> WindDownTable:
        """The wind-down plans."""
        return WindDownTable(self._connection, self._allow_writing, self._move_revision)

    @property
    def scenarios(self) -> ScenarioTable:
        """The staffing scenarios."""
        return ScenarioTable(self._connection, self._allow_writing)

    def _allow_writing(self) -> None:
        raise RuntimeError("this unit reads; open one that writes")

    def _move_revision(self) -> int:
        raise RuntimeError("this unit reads; open one that writes")


class SqliteWriteUnit(SqliteReadUnit):
    """One transaction that holds the write lock: all of it becomes true at `commit`, or nothing does."""

    def __init__(
        self, connection: Connection, memory: SnapshotMemory, starting_norms: NormSet, witness: Witness
    ) -> None:
        super().__init__(connection, memory, starting_norms)
        self._witness = witness
        self._decided: str | None = None
        self._audited = False
        self._committed = False

    def apply(self, changes: OrganisationChanges) -> ChangeSet:
        """Write changes of an import and move the revision when something changed.

        Raises
        ------
        UnknownKeyError
            Where something refers to a team, worker or measure that does not exist, or measures come before any norm.
        """
        self._allow_writing()
        stand_in = self._starting_norms is NEUTRAL_NORMS
        if changes.measures and not changes.norms and stand_in and not has_norm(self._connection):
            raise UnknownKeyError("There is no norm to weigh measures with; write a norm first.", kind="norm", key="")
        return write_changes(self._connection, changes, self._move_revision)

    def save_proposal(self, stored: StoredProposal) -> None:
        """Keep a proposal as a draft; again under its id it becomes its next version."""
        self._allow_writing()
        proposal_records.save_proposal(self._connection, stored)

    def record_decision(self, decision: Decision) -> ChangeSet:
        """Write a decision's assignments, mark its proposal decided and move the revision.

        Raises
        ------
        UnknownKeyError
            Where its proposal, or a measure or worker that it names, does not exist.
        StaleProposalError
            Where the proposal was decided already, or something that the decision ends is no longer there.
        """
        self._allow_writing()
        revision = decision_writing.record_decision(self._connection, decision, self._move_revision)
        self._decided = decision.id
        return ChangeSet(revision, assignments=True, proposals=True)

    def record_withdrawal(self, withdrawal: Withdrawal) -> ChangeSet:
        """End what a decision began, restore what it ended as it was before, and move the revision.

        Raises
        ------
        UnknownKeyError
            There is no such decision.
        WithdrawalRefusedError
            It was withdrawn before, or something was built on it since.
        """
        self._allow_writing()
        revision = record_withdrawal(self._connection, withdrawal, self._move_revision)
        self._decided = withdrawal.decision
        return ChangeSet(revision, assignments=True, proposals=True)

    def append_audit(self, entry: AuditEntry) -> None:
        """Append to the audit trail."""
        self._allow_writing()
        append_entry(self._connection, entry, self._witness)
        self._audited = True

    def commit(self) -> None:
        """Make it true; a unit that decided something and audited nothing is a bug and stays undone."""
        if self._decided is not None and not self._audited:
            raise RuntimeError(f"decision {self._decided} has no audit row in its transaction")
        self._connection.commit()
        self._committed = True

    def _allow_writing(self) -> None:
        if self._committed:
            raise RuntimeError("this unit was committed; open another one to write more")

    def _move_revision(self) -> int:
        self._changed = True
        revision = latest_revision(self._connection) + 1
        row = {"revision": revision, "made_at": moment_text(self._witness.now())}
        self._connection.execute(insert(revisions), row)
        return revision
