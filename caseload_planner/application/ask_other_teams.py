"""Help that a round asks of another team: who of that team agreed, recorded with a name before it is decided."""

from collections.abc import Iterable
from datetime import date

from caseload_planner.application.meeting_records import Agreement
from caseload_planner.application.ports import AuditEntry
from caseload_planner.application.services import Services
from caseload_planner.application.written_texts import asked_text
from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.organisation import Organisation


def record_agreement(
    services: Services,
    *,
    round_on: date,
    measure: str,
    worker: str,
    position: Position,
    agreed_with: str,
    recorded_by: str,
    agreed_on: date | None = None,
) -> Agreement:
    """Record who agreed that a worker of another team takes a measure in the round of a date.

    A newer agreement for the same measure, worker and position replaces the one before; both are kept.

    Parameters
    ----------
    agreed_with
        Name of the person who agreed for the worker's team.
    agreed_on
        When she did; today where left out.

    Raises
    ------
    UnknownKeyError
        There is no such measure or worker.
    EmptyTextError
        Nobody is named.
    """
    agreement = Agreement(
        id=services.make_key("A"),
        round_on=round_on,
        measure=measure,
        worker=worker,
        position=position,
        agreed_with=asked_text(agreed_with, "agreed_with"),
        agreed_on=agreed_on or services.clock.today(),
        recorded_by=asked_text(recorded_by, "recorded_by"),
        recorded_at=services.clock.now(),
    )
    with services.store.write() as unit:
        unit.agreements.record(agreement)
        figures = {"measure": measure, "worker": worker, "position": position.value}
        unit.append_audit(AuditEntry(action="agreement_recorded", subject=agreement.id, figures=figures))
        unit.commit()
    return agreement


def asked_of_others(organisation: Organisation, begun: Iterable[Assignment]) -> tuple[Assignment, ...]:
    """Give the assignments that a round begins for somebody of another team than answers for the measure, sorted.

    Who stood in her position before is not asked again.
    """
    asked = (
        part for part in begun if organisation.workers[part.worker].team != organisation.measures[part.measure].team
    )
    return tuple(sorted(asked, key=lambda part: (part.measure, part.position, part.worker)))


def agreements_for(
    asked: Iterable[Assignment], known: Iterable[Agreement]
) -> tuple[tuple[Agreement, ...], tuple[Assignment, ...]]:
    """Give the agreements that cover what is asked, and what of it nobody agreed to yet."""
    by_key = {(agreement.measure, agreement.worker, agreement.position): agreement for agreement in known}
    found: list[Agreement] = []
    missing: list[Assignment] = []
    for part in asked:
        agreement = by_key.get((part.measure, part.worker, part.position))
        if agreement is None:
            missing.append(part)
        else:
            found.append(agreement)
    return tuple(found), tuple(missing)
