"""What our own history says of each assumption, with how sure that is; too little history is said, not hidden."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from caseload_planner.domain.calendar import monday_of
from caseload_planner.domain.capacity import contract_fte
from caseload_planner.domain.measures import Measure, MeasureType
from caseload_planner.domain.organisation import Organisation, Worker
from caseload_planner.staffing.durations import DAYS_A_WEEK, DAYS_A_YEAR
from caseload_planner.staffing.incomplete_gamma import poisson_interval
from caseload_planner.staffing.kaplan_meier import OwnCurve, history_begins, own_curve
from caseload_planner.staffing.registration import wilson_interval

INFLOW_WEEKS = 52
PEOPLE_WEEKS = 104
FOLLOWS_WITHIN_DAYS = 30
LONG_ABSENCE_DAYS = 42
ENOUGH_EVENTS = 10
"""Fewer events than this say too little: the interval would be wider than the figure."""
_NORMAL_95 = 1.96


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure from our own history.

    Attributes
    ----------
    key
        Key of the assumption in a scenario file.
    value, low, high
        The figure and its 95 % interval.
    events
        How many events it rests on.
    enough
        Whether that is enough to go by.
    """

    key: str
    value: float
    low: float
    high: float
    events: int

    @property
    def enough(self) -> bool:
        """Whether it rests on enough events."""
        return self.events >= ENOUGH_EVENTS


@dataclass(frozen=True, eq=False)
class Calibration:
    """All that history says, up to a date.

    Attributes
    ----------
    since
        First day of which it is known what ended; None where nothing did.
    findings
        By key of the assumption.
    curves
        Durations by type.
    """

    on: date
    since: date | None
    findings: Mapping[str, Finding]
    curves: Mapping[MeasureType, OwnCurve]


def calibrate(organisation: Organisation, on: date) -> Calibration:
    """Look through the history of an organisation up to a date."""
    measures = tuple(organisation.measures.values())
    since = history_begins(measures, on)
    findings = [*_inflow(measures, on), *_transitions(measures, since, on), *_turnover(organisation, on)]
    findings += _absence(organisation, on)
    curves = {type_: own_curve(measures, type_, since, on) for type_ in MeasureType} if since else {}
    return Calibration(on, since, {finding.key: finding for finding in findings}, curves)


def _inflow(measures: Iterable[Measure], on: date) -> Iterable[Finding]:
    """Measures a week by type over the last year: a Poisson rate with its exact interval."""
    since = on - timedelta(weeks=INFLOW_WEEKS)
    recent = [measure.type for measure in measures if since < measure.reported_on <= on]
    for type_ in MeasureType:
        seen = recent.count(type_)
        low, high = poisson_interval(seen)
        yield Finding(
            f"inflow.per_week.{type_.value}", seen / INFLOW_WEEKS, low / INFLOW_WEEKS, high / INFLOW_WEEKS, seen
        )


def _transitions(measures: tuple[Measure, ...], since: date | None, on: date) -> Iterable[Finding]:
    """Which share of ended measures was followed by another for the same youth within a month."""
    pairs = {
        "provisional_to_supervision": (MeasureType.PROVISIONAL_SUPERVISION_ORDER, MeasureType.SUPERVISION_ORDER),
        "supervision_to_guardianship": (MeasureType.SUPERVISION_ORDER, MeasureType.GUARDIANSHIP),
        "provisional_to_guardianship": (MeasureType.PROVISIONAL_GUARDIANSHIP, MeasureType.GUARDIANSHIP),
    }
    starts: dict[tuple[str, MeasureType], list[date]] = {}
    for measure in measures:
        starts.setdefault((measure.youth, measure.type), []).append(measure.reported_on)
    for key, (before, after) in pairs.items():
        ended = [m for m in measures if m.type is before and m.closed_on is not None and m.closed_on <= on]
        followed = sum(
            any(abs((start - m.closed_on).days) <= FOLLOWS_WITHIN_DAYS for start in starts.get((m.youth, after), ()))
            for m in ended
            if m.closed_on is not None
        )
        low, high = wilson_interval(followed, len(ended))
        # None seen at all says that the source does not link them rather than that it never happens.
        events = len(ended) if since is not None and followed else 0
        yield Finding(f"transitions.{key}", followed / max(1, len(ended)), low, high, events)


def _turnover(organisation: Organisation, on: date) -> Iterable[Finding]:
    """Leavers per year of service among own people over two years: all, and by region."""
    since = on - timedelta(weeks=PEOPLE_WEEKS)
    own = [worker for worker in organisation.workers.values() if worker.carries and not worker.seconded]
    yield _leavers("turnover.per_year", own, since, on)
    for region in sorted({team.region for team in organisation.teams.values()}):
        there = [worker for worker in own if organisation.teams[worker.team].region == region]
        yield _leavers(f"turnover.places.{region}", there, since, on)


def _leavers(key: str, workers: Iterable[Worker], since: date, on: date) -> Finding:
    left, days = 0, 0
    for worker in workers:
        ends = worker.ends_on if worker.ends_on is not None and worker.ends_on <= on else None
        left += ends is not None and ends > since
        days += max(0, ((ends or on) - max(worker.started_on, since)).days)
    years = max(days / DAYS_A_YEAR, 1e-9)
    low, high = poisson_interval(left)
    return Finding(key, left / years, low / years, high / years, left)


def _absence(organisation: Organisation, on: date) -> Iterable[Finding]:
    """Absent share of contracted hours over the last year, week by week, and the part in long spells."""
    weeks = [monday_of(on) - timedelta(weeks=n) for n in range(INFLOW_WEEKS)]
    own = [worker for worker in organisation.workers.values() if worker.carries and worker.absences]
    everybody = [worker for worker in organisation.workers.values() if worker.carries]
    shares, long_hours, all_hours = [], 0.0, 0.0
    # A source that only knows who is absent now would make last year look healthy: only spells that ended count.
    spells = sum(1 for w in own for a in w.absences if a.until_on is not None and weeks[-1] <= a.until_on < on)
    for day in weeks:
        whole = sum(float(contract_fte(worker, day)) for worker in everybody)
        absent = 0.0
        for worker in own:
            fte = float(contract_fte(worker, day))
            running = [a for a in worker.absences if a.from_on <= day and (a.until_on is None or a.until_on >= day)]
            share = max((float(a.share) for a in running), default=0.0)
            absent += fte * share
            if any(((a.until_on or on) - a.from_on).days > LONG_ABSENCE_DAYS for a in running):
                long_hours += fte * share
        shares.append(absent / whole if whole else 0.0)
        all_hours += absent
    mean = sum(shares) / len(shares)
    spread = (sum((share - mean) ** 2 for share in shares) / (len(shares) - 1)) ** 0.5
    # Weeks hang together: spells of months leave about as many independent looks as there are spells.
    half = _NORMAL_95 * spread / max(1.0, min(spells, INFLOW_WEEKS)) ** 0.5
    yield Finding("absence.share", mean, max(0.0, mean - half), mean + half, spells)
    yield Finding("absence.long_part", long_hours / all_hours if all_hours else 0.0, 0.0, 1.0, spells)


def mean_weeks(curve: OwnCurve) -> float | None:
    """Give the mean duration that a curve comes to, with its tail; None where there is no curve."""
    return None if curve.survival is None else curve.survival.mean_days / DAYS_A_WEEK
