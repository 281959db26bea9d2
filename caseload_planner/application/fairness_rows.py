"""The fairness ledger (W14) as flat rows: who took what asks most of people in the last 13 weeks."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta

from caseload_planner.domain.calendar import iso_week, monday_of, weeks_from
from caseload_planner.domain.caseload import Caseload
from caseload_planner.rules.spared import LOOK_BACK_DAYS, MOST, TakenCase, ledger, taken_cases


@dataclass(frozen=True, slots=True)
class FairnessCounts:
    """How many cases were heavy, urgent and taken in a holiday season; `cases` counts each case once."""

    heavy: int
    urgent: int
    holiday: int
    cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FairnessRow:
    """What one worker took as first contact.

    Attributes
    ----------
    counts
        Over the whole look-back.
    weeks
        The same by ISO week (``2026-W48``), oldest first, every week of the look-back present.
    taken
        The cases themselves, in order of time.
    weighs
        What W14 counts for each new heavy or urgent case: `counts.cases`, at most 3.
    """

    worker: str
    name: str
    team: str
    counts: FairnessCounts
    weeks: tuple[tuple[str, FairnessCounts], ...]
    taken: tuple[TakenCase, ...]
    weighs: int


def fairness_rows(caseload: Caseload, teams: Collection[str] = ()) -> tuple[FairnessRow, ...]:
    """Give a row for each carrying worker, by key; with `teams` only those of these teams."""
    workers = caseload.organisation.workers
    chosen = (key for key in caseload.carrying_workers if not teams or workers[key].team in teams)
    return tuple(fairness_of(caseload, key) for key in chosen)


def fairness_of(caseload: Caseload, worker: str) -> FairnessRow:
    """Give the row of one worker, who need not carry anything any more."""
    person = caseload.organisation.workers[worker]
    taken = tuple(case for case in taken_cases(caseload) if case.worker == worker)
    return FairnessRow(
        worker=worker,
        name=person.name,
        team=person.team,
        counts=_counts(taken),
        weeks=_by_week(taken, _weeks(caseload)),
        taken=taken,
        weighs=min(MOST, ledger(caseload).get(worker, 0)),
    )


def _weeks(caseload: Caseload) -> tuple[str, ...]:
    """Give the ISO weeks of the look-back: 13, or 14 where it does not end on a Sunday."""
    first = caseload.on - timedelta(days=LOOK_BACK_DAYS - 1)
    count = (monday_of(caseload.on) - monday_of(first)).days // 7 + 1
    return tuple(iso_week(monday) for monday in weeks_from(first, count))


def _by_week(cases: Collection[TakenCase], weeks: Iterable[str]) -> tuple[tuple[str, FairnessCounts], ...]:
    return tuple((week, _counts([case for case in cases if iso_week(case.taken_on) == week])) for week in weeks)


def _counts(cases: Collection[TakenCase]) -> FairnessCounts:
    return FairnessCounts(
        heavy=sum(case.heavy for case in cases),
        urgent=sum(case.urgent for case in cases),
        holiday=sum(case.holiday for case in cases),
        cases=len(cases),
    )
