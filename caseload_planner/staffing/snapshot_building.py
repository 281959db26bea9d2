"""Build the snapshot of a run from an organisation on a date: the only file here that looks at people one by one."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import numpy as np

from caseload_planner.domain.assignment import Holders
from caseload_planner.domain.capacity import ONBOARDING_STEPS, contract_fte, long_absence_share, onboarding_share
from caseload_planner.domain.caseload import Caseload, caseload_on
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Organisation, Role, Worker
from caseload_planner.domain.relief import HOURS_PER_FTE
from caseload_planner.domain.weights import factor_sum_of
from caseload_planner.staffing.arrays import Floats, Ints
from caseload_planner.staffing.durations import Survival
from caseload_planner.staffing.kaplan_meier import history_begins, own_curve
from caseload_planner.staffing.snapshot import (
    TYPES,
    Arrivals,
    People,
    Place,
    RunningCases,
    StaffingSnapshot,
    Weighing,
    weighings_of,
)

Curves = tuple[Survival | None, ...]
HISTORY_WEEKS = 52
UNKNOWN_END = 1_000_000
_PRIOR_MEASURES = 5.0
"""Weight of the general spread over teams beside what was seen of one type."""
_ALL = 100


def snapshot_of(organisation: Organisation, on: date, weeks: int, plan_weeks: Floats | None = None) -> StaffingSnapshot:
    """Take the snapshot of an organisation on a date.

    Parameters
    ----------
    weeks
        How many days will be looked at: the first day and each week after it.
    plan_weeks
        Fte of team D by week as an accepted plan has it, where there is one.
    """
    caseload = caseload_on(organisation, on)
    numbers = {key: n for n, key in enumerate(organisation.teams)}
    days = [on + timedelta(weeks=n) for n in range(weeks)]
    cases = _running_cases(caseload, numbers, weighings_of(organisation.norms, days))
    people = _people(organisation, days, numbers)
    arrivals = _arrivals(caseload, numbers, cases)
    support = _support_fte(organisation, on, numbers)
    curves = _own_curves(organisation, on)
    return StaffingSnapshot(
        on=on,
        weeks=weeks,
        revision=organisation.revision,
        digest=_digest(on, (cases, people, arrivals), support, (organisation.norms, curves, plan_weeks)),
        places=tuple(Place(t.key, t.name, t.location, t.region) for t in organisation.teams.values()),
        cases=cases,
        people=people,
        arrivals=arrivals,
        norms=organisation.norms,
        support_fte=support,
        own_curves=curves,
        plan_weeks=plan_weeks,
    )


def _running_cases(caseload: Caseload, numbers: dict[str, int], weighings: Sequence[Weighing]) -> RunningCases:
    organisation = caseload.organisation
    rows: list[Measure] = []
    same_youth: dict[int, tuple[int, ...]] = {}
    in_family: dict[int, tuple[int, ...]] = {}
    for family in organisation.measures_by_family.values():
        earlier: list[tuple[int, str]] = []
        for measure in family:
            if measure.key not in caseload.weights:
                continue
            row = len(rows)
            rows.append(measure)
            same = tuple(n for n, youth in earlier if youth == measure.youth)
            others = tuple(n for n, youth in earlier if youth != measure.youth)
            if same:
                same_youth[row] = same
            if others:
                in_family[row] = others
            earlier.append((row, measure.youth))
    portions = _portions(caseload, rows, numbers, weighings)
    return RunningCases(
        kind=_ints(TYPES.index(measure.type) for measure in rows),
        started=_ints(min(0, (measure.counts_from - caseload.on).days) for measure in rows),
        known_end=_ints(
            UNKNOWN_END if measure.closed_on is None else (measure.closed_on - caseload.on).days + 1 for measure in rows
        ),
        extra=np.array([_factor_sums(rows, weighing, caseload.on) for weighing in weighings], dtype=np.int64),
        portion_case=portions[0],
        portion_team=portions[1],
        portion_share=portions[2],
        earlier_same_youth=same_youth,
        earlier_in_family=in_family,
    )


def _factor_sums(rows: Sequence[Measure], weighing: Weighing, on: date) -> list[int]:
    """Add up the factors of cases under a norm; one that ends before may have factors that the norm does not know."""
    begins = on + timedelta(weeks=weighing.from_week)
    return [
        factor_sum_of(measure, weighing.norm) if measure.closed_on is None or measure.closed_on >= begins else 0
        for measure in rows
    ]


def _portions(
    caseload: Caseload, rows: Sequence[Measure], numbers: dict[str, int], weighings: Sequence[Weighing]
) -> tuple[Ints, Ints, Ints]:
    """Give who carries which percent; the main part of every case first, in the order of the cases."""
    main: list[tuple[int, int]] = []
    beside: list[tuple[int, int]] = []
    for row, measure in enumerate(rows):
        first, second = _teams_of(caseload, measure, caseload.holders[measure.key], numbers)
        main.append((row, first))
        if first != second:
            beside.append((row, second))
    table = np.array(main + beside, dtype=np.int64).reshape(-1, 2)
    split = np.isin(table[:, 0], [row for row, _ in beside])
    at_second = np.arange(len(table)) >= len(main)
    shares = []
    for weighing in weighings:
        first_percent = round(weighing.norm.duo_first_share * _ALL)
        shares.append(np.where(at_second, _ALL - first_percent, np.where(split, first_percent, _ALL)))
    return table[:, 0].copy(), table[:, 1].copy(), np.array(shares, dtype=np.int64)


def _teams_of(caseload: Caseload, measure: Measure, holders: Holders, numbers: dict[str, int]) -> tuple[int, int]:
    workers = caseload.organisation.workers
    own = numbers[measure.team]
    first = own if holders.first is None else numbers[workers[holders.first].team]
    second = first if holders.second is None else numbers[workers[holders.second].team]
    return first, second


def _people(organisation: Organisation, days: Sequence[date], numbers: dict[str, int]) -> People:
    last = days[-1]
    workers = [
        worker
        for worker in organisation.workers.values()
        if worker.carries and worker.started_on <= last and (worker.ends_on is None or worker.ends_on >= days[0])
    ]
    paths = [_paths(worker, days) for worker in workers]
    policy = organisation.norms.policy
    return People(
        team=_ints(numbers[worker.team] for worker in workers),
        contract=np.array([path[0] for path in paths], dtype=np.int64).reshape(len(workers), len(days)),
        carrying=np.array([path[1] for path in paths], dtype=np.int64).reshape(len(workers), len(days)),
        seconded=_ints(worker.seconded for worker in workers),
        assistant=_ints(worker.role is Role.ASSISTANT for worker in workers),
        notice_given=_ints(worker.ends_on is not None for worker in workers),
        task_percent=_ints(round(worker.task_share * _ALL) for worker in workers),
        absent_now=np.array([float(long_absence_share(w, days[0], policy)) for w in workers], dtype=np.float64),
    )


def _paths(worker: Worker, days: Sequence[date]) -> tuple[list[int], list[int]]:
    """Work out contracted hundredths and carrying millionths by week, anew only where something changes."""
    changes = {
        worker.started_on,
        *(worker.started_on + timedelta(weeks=n) for n, _ in ONBOARDING_STEPS[worker.onboarding]),
    }
    changes |= {contract.from_on for contract in worker.contracts}
    ends = [contract.until_on for contract in worker.contracts] + [worker.ends_on]
    changes |= {end + timedelta(days=1) for end in ends if end is not None}
    contract: list[int] = []
    carrying: list[int] = []
    before: date | None = None
    for day in days:
        if before is None or any(before < change <= day for change in changes):
            fte = contract_fte(worker, day)
            share = (1 - worker.task_share) * onboarding_share(worker, day) if fte else 0
            now = round(fte * 100), round(fte * share * 1_000_000)
        contract.append(now[0])
        carrying.append(now[1])
        before = day
    return contract, carrying


def _arrivals(caseload: Caseload, numbers: dict[str, int], cases: RunningCases) -> Arrivals:
    on, teams = caseload.on, len(numbers)
    seen = np.zeros((len(TYPES), teams))
    since = on - timedelta(weeks=HISTORY_WEEKS)
    for measure in caseload.organisation.measures.values():
        if since < measure.reported_on <= on:
            seen[TYPES.index(measure.type), numbers[measure.team]] += 1
    running = np.zeros(teams)
    np.add.at(running, cases.portion_team[: len(cases.kind)], 1.0)
    general = seen.sum(axis=0) + running + 1e-9
    general /= general.sum()
    spread = seen + _PRIOR_MEASURES * general
    concurrent = np.zeros(len(TYPES))
    points: list[Ints] = []
    for number in range(len(TYPES)):
        rows = np.flatnonzero(cases.kind == number)
        lightest_first = rows[np.argsort(cases.extra[0, rows], kind="stable")]
        points.append(cases.extra[:, lightest_first] if rows.size else np.zeros((len(cases.extra), 1), dtype=np.int64))
        if rows.size:
            concurrent[number] = np.mean([int(row) in cases.earlier_same_youth for row in rows])
    return Arrivals(
        per_week=seen.sum(axis=1) / HISTORY_WEEKS,
        team_share=spread / spread.sum(axis=1, keepdims=True),
        factor_points=tuple(points),
        concurrent_share=concurrent,
    )


def _own_curves(organisation: Organisation, on: date) -> Curves:
    measures = tuple(organisation.measures.values())
    since = history_begins(measures, on)
    if since is None:
        return (None,) * len(TYPES)
    return tuple(own_curve(measures, type_, since, on).survival for type_ in TYPES)


def _support_fte(organisation: Organisation, on: date, numbers: dict[str, int]) -> Floats:
    fte = np.zeros(len(numbers))
    for row in organisation.supporters:
        if organisation.workers[row.worker].in_service(on):
            fte[numbers[row.team]] += float(row.hours_per_week / HOURS_PER_FTE)
    return fte


def _digest(on: date, parts: Iterable[object], support: Floats, beside: tuple[NormSet, Curves, Floats | None]) -> str:
    """Name the data that a run starts from: equal digests, equal figures."""
    digest = hashlib.sha256(on.isoformat().encode())
    for part in parts:
        for name, field in sorted(vars(part).items()):
            digest.update(name.encode())
            digest.update(_bytes_of(field))
    digest.update(support.tobytes())
    norms, curves, plan_weeks = beside
    digest.update(repr(norms).encode())
    for curve in curves:
        digest.update(b"-" if curve is None else curve.table.tobytes() + repr(curve.tail_days).encode())
    digest.update(b"-" if plan_weeks is None else plan_weeks.tobytes())
    return digest.hexdigest()[:16]


def _bytes_of(field: object) -> bytes:
    if isinstance(field, np.ndarray):
        return field.tobytes()
    return repr([one.tolist() for one in field] if isinstance(field, tuple) else field).encode()


def _ints(values: object) -> Ints:
    return np.array(list(values), dtype=np.int64)  # type: ignore[call-overload]  # any iterable of whole numbers
