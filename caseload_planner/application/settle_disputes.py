"""A worker says that a figure of her case is wrong; the team leader answers."""

from caseload_planner.application.meeting_records import Dispute
from caseload_planner.application.ports import AuditEntry
from caseload_planner.application.services import Services
from caseload_planner.application.written_texts import asked_text


def record_dispute(services: Services, *, measure: str, worker: str, says: str, recorded_by: str) -> Dispute:
    """Keep what somebody says is wrong about a measure, as an open dispute.

    Raises
    ------
    UnknownKeyError
        There is no such measure or worker.
    EmptyTextError
        Nothing is said, or nobody is named who writes it down.
    """
    dispute = Dispute(
        id=services.make_key("K"),
        measure=measure,
        worker=worker,
        says=asked_text(says, "says"),
        recorded_by=asked_text(recorded_by, "recorded_by"),
        recorded_at=services.clock.now(),
    )
    with services.store.write() as unit:
        unit.disputes.record(dispute)
        figures = {"measure": measure, "worker": worker}
        unit.append_audit(AuditEntry(action="dispute_recorded", subject=dispute.id, figures=figures))
        unit.commit()
    return dispute


def answer_dispute(services: Services, dispute: str, *, answer: str, answered_by: str) -> Dispute:
    """Answer an open dispute, once.

    Raises
    ------
    UnknownKeyError
        There is no such dispute.
    AlreadySettledError
        Somebody answered it before.
    EmptyTextError
        The answer is empty, or nobody is named who gives it.
    """
    text, by, now = asked_text(answer, "answer"), asked_text(answered_by, "answered_by"), services.clock.now()
    with services.store.write() as unit:
        unit.disputes.answer(dispute, answer=text, answered_by=by, answered_at=now)
        answered = unit.disputes.get(dispute)
        figures = {"measure": answered.measure, "worker": answered.worker}
        unit.append_audit(AuditEntry(action="dispute_answered", subject=dispute, figures=figures))
        unit.commit()
    return answered
