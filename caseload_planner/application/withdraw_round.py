"""Take a decided round back, by a recorded decision that compensates it."""

from dataclasses import dataclass

from caseload_planner.application.changes import ChangeSet
from caseload_planner.application.meeting_records import Withdrawal
from caseload_planner.application.ports import AuditEntry, Decision
from caseload_planner.application.services import Services
from caseload_planner.application.written_texts import asked_text


@dataclass(frozen=True, slots=True)
class WithdrawResult:
    """The decision as it is kept now, with its withdrawal, and what that changed."""

    decision: Decision
    changes: ChangeSet


def withdraw_round(services: Services, decision: str, *, withdrawn_by: str, reason: str) -> WithdrawResult:
    """Withdraw a decided round: what it began is known no longer, what it ended stands as it stood before.

    The decision, its proposal and the withdrawal stay on record. Its measures wait for a round again.

    Raises
    ------
    UnknownKeyError
        There is no such decision.
    WithdrawalRefusedError
        It was withdrawn before, the source system has it by now, or something was built on it since.
    EmptyTextError
        Nobody is named who withdraws it, or no reason is given.
    """
    withdrawal = Withdrawal(
        decision=decision,
        withdrawn_by=asked_text(withdrawn_by, "withdrawn_by"),
        withdrawn_at=services.clock.now(),
        reason=asked_text(reason, "reason"),
    )
    with services.store.write() as unit:
        changes = unit.record_withdrawal(withdrawal)
        withdrawn = unit.decision(decision)
        figures: dict[str, str | int] = {
            "proposal": withdrawn.proposal,
            "withdrawn": len(withdrawn.begun),
            "restored": len(withdrawn.ended),
        }
        unit.append_audit(AuditEntry(action="round_withdrawn", subject=decision, figures=figures))
        unit.commit()
    return WithdrawResult(withdrawn, changes)
