"""Who may hand over what she has: team D, who leaves, who is away for long, and everybody else who carries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import IntEnum

from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.organisation import Absence, Organisation, Worker
from caseload_planner.domain.points import Hundredths

LOOKS_AHEAD = timedelta(weeks=52)
AWAY_FROM_SHARE = Decimal("0.5")


class LeaverReason(IntEnum):
    """Why somebody is likely to hand over, the likeliest first."""

    TEAM_D = 0
    LEAVES = 1
    AWAY = 2
    NONE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaverCandidate:
    """Somebody who carries cases.

    Attributes
    ----------
    by
        The day of which the reason speaks: her last one, or the first of her absence; None where there is none.
    measures, load
        What she holds on the date, as first or second contact, and what it weighs.
    """

    worker: str
    name: str
    team: str
    reason: LeaverReason
    by: date | None
    measures: int
    load: Hundredths


def leaver_candidates(caseload: Caseload) -> tuple[LeaverCandidate, ...]:
    """Give everybody in service who carries cases, who is likely to hand over first, then by name."""
    organisation, held = caseload.organisation, _held(caseload)
    rows = [
        _candidate(caseload, worker, held.get(worker.key, 0))
        for worker in organisation.workers.values()
        if worker.carries and worker.in_service(caseload.on)
    ]
    return tuple(sorted(rows, key=lambda row: (row.reason, row.by or date.max, row.name, row.worker)))


def _held(caseload: Caseload) -> dict[str, int]:
    counts: dict[str, int] = {}
    for holders in caseload.holders.values():
        for worker in {holders.first, holders.second} - {None}:
            counts[str(worker)] = counts.get(str(worker), 0) + 1
    return counts


def _candidate(caseload: Caseload, worker: Worker, measures: int) -> LeaverCandidate:
    reason, by = _reason(caseload.organisation, worker, caseload.on)
    return LeaverCandidate(
        worker=worker.key,
        name=worker.name,
        team=caseload.organisation.teams[worker.team].name,
        reason=reason,
        by=by,
        measures=measures,
        load=caseload.load(worker.key),
    )


def _reason(organisation: Organisation, worker: Worker, on: date) -> tuple[LeaverReason, date | None]:
    if worker.seconded:
        return LeaverReason.TEAM_D, worker.ends_on
    if worker.ends_on is not None and worker.ends_on <= on + LOOKS_AHEAD:
        return LeaverReason.LEAVES, worker.ends_on
    days = organisation.norms.policy.long_absence_days
    away = next(_long_absences(worker, on, timedelta(days=days)), None)
    return (LeaverReason.NONE, None) if away is None else (LeaverReason.AWAY, max(on, away.from_on))


def _long_absences(worker: Worker, on: date, long: timedelta) -> Iterator[Absence]:
    for absence in sorted(worker.absences, key=lambda one: one.from_on):
        over = absence.until_on is not None and absence.until_on < on
        if over or absence.from_on > on + LOOKS_AHEAD or absence.share < AWAY_FROM_SHARE:
            continue
        if absence.until_on is None or absence.until_on - max(on, absence.from_on) > long:
            yield absence
