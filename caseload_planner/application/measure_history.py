"""What happened to a measure, as flat rows: the case itself, who had it, what was decided, disputed and answered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from caseload_planner.application.meeting_records import Dispute
from caseload_planner.application.ports import Decision
from caseload_planner.application.services import Services
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.organisation import Organisation


class HistoryKind(StrEnum):
    """What a row of a history tells; in the order in which rows of one day follow each other."""

    REPORTED = "reported"
    STARTED = "started"
    FIRST_CONTACT = "first_contact"
    PLAN = "plan"
    ENDED = "ended"
    BEGAN = "began"
    DECIDED = "decided"
    MINUTES = "minutes"
    OVERRIDE = "override"
    AGREEMENT = "agreement"
    WITHDRAWN = "withdrawn"
    DISPUTE = "dispute"
    DISPUTE_ANSWERED = "dispute_answered"
    CLOSED = "closed"


_ORDER = {kind: place for place, kind in enumerate(HistoryKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One thing that happened.

    Attributes
    ----------
    on
        The civil date of it, here.
    worker, name, position
        Whom it is about, where it is about somebody.
    by
        Who decided, recorded or answered it; with whom it was agreed.
    text
        What was written: a remark, reason, minutes, dispute or answer.
    rule
        The rule that was set aside.
    decision
        The decided round that it belongs to.
    """

    on: date
    kind: HistoryKind
    worker: str | None = None
    name: str = ""
    position: Position | None = None
    by: str = ""
    text: str = ""
    rule: str | None = None
    decision: str | None = None


def measure_history(services: Services, measure: str) -> tuple[HistoryRow, ...]:
    """Give what happened to a measure, newest first.

    Raises
    ------
    UnknownKeyError
        There is no such measure.
    """
    with services.store.read() as unit:
        organisation = unit.snapshot()
        known = organisation.measures.get(measure)
        if known is None:
            raise UnknownKeyError(f"there is no measure {measure}", kind="measure", key=measure)
        decisions = unit.decisions(measure)
        disputes = unit.disputes.all(measure=measure)
    rows = (
        *_of_the_case(known),
        *_of_assignments(organisation, organisation.assignments_of[measure]),
        *(row for decision in decisions for row in _of_decision(organisation, measure, decision)),
        *_of_disputes(organisation, disputes),
    )
    return tuple(sorted(rows, key=lambda row: (row.on, _ORDER[row.kind]), reverse=True))


def _of_the_case(measure: Measure) -> Iterator[HistoryRow]:
    for kind, on in (
        (HistoryKind.REPORTED, measure.reported_on),
        (HistoryKind.STARTED, measure.started_on),
        (HistoryKind.FIRST_CONTACT, measure.first_contact_on),
        (HistoryKind.PLAN, measure.plan_on),
        (HistoryKind.CLOSED, measure.closed_on),
    ):
        if on is not None:
            yield HistoryRow(on=on, kind=kind)


def _of_assignments(organisation: Organisation, parts: Iterable[Assignment]) -> Iterator[HistoryRow]:
    for part in parts:
        person = organisation.workers[part.worker]
        last_days = [day for day in (part.until_on, person.ends_on) if day is not None]
        yield HistoryRow(
            on=part.from_on, kind=HistoryKind.BEGAN, worker=part.worker, name=person.name, position=part.position
        )
        if last_days:
            last = max(min(last_days), part.from_on)
            yield HistoryRow(
                on=last, kind=HistoryKind.ENDED, worker=part.worker, name=person.name, position=part.position
            )


def _of_decision(organisation: Organisation, measure: str, decision: Decision) -> Iterator[HistoryRow]:
    on, key = _day(decision.decided_at), decision.id
    yield HistoryRow(on=on, kind=HistoryKind.DECIDED, by=decision.decided_by, text=decision.remarks, decision=key)
    if measure in decision.minutes:
        yield HistoryRow(on=on, kind=HistoryKind.MINUTES, text=decision.minutes[measure], decision=key)
    for override in decision.overrides:
        if override.measure == measure:
            yield HistoryRow(
                on=on,
                kind=HistoryKind.OVERRIDE,
                worker=override.worker,
                name=organisation.workers[override.worker].name,
                text=override.reason,
                rule=override.rule,
                decision=key,
            )
    for agreement in decision.agreements:
        if agreement.measure == measure:
            yield HistoryRow(
                on=agreement.agreed_on,
                kind=HistoryKind.AGREEMENT,
                worker=agreement.worker,
                name=organisation.workers[agreement.worker].name,
                position=agreement.position,
                by=agreement.agreed_with,
                decision=key,
            )
    taken_back = decision.withdrawal
    if taken_back is not None:
        yield HistoryRow(
            on=_day(taken_back.withdrawn_at),
            kind=HistoryKind.WITHDRAWN,
            by=taken_back.withdrawn_by,
            text=taken_back.reason,
            decision=key,
        )


def _of_disputes(organisation: Organisation, disputes: Iterable[Dispute]) -> Iterator[HistoryRow]:
    for dispute in disputes:
        name = organisation.workers[dispute.worker].name
        yield HistoryRow(
            on=_day(dispute.recorded_at),
            kind=HistoryKind.DISPUTE,
            worker=dispute.worker,
            name=name,
            by=dispute.recorded_by,
            text=dispute.says,
        )
        if dispute.answered_at is not None:
            yield HistoryRow(
                on=_day(dispute.answered_at),
                kind=HistoryKind.DISPUTE_ANSWERED,
                worker=dispute.worker,
                name=name,
                by=dispute.answered_by or "",
                text=dispute.answer or "",
            )


def _day(moment: datetime) -> date:
    return moment.astimezone().date()
