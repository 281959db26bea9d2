"""What a worker is expected to carry in the weeks to come, without new cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.calendar import weeks_from
from caseload_planner.domain.capacity import capacity_on
from caseload_planner.domain.caseload import holders_of
from caseload_planner.domain.measures import Measure, MeasureType
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.points import Hundredths
from caseload_planner.domain.weights import duo_shares, family_weights

FORECAST_WEEKS = 26

REMAINING_WEEKS: Mapping[MeasureType, int] = {
    MeasureType.SUPERVISION_ORDER: 87,
    MeasureType.PROVISIONAL_SUPERVISION_ORDER: 6,
    MeasureType.GUARDIANSHIP: 365,
    MeasureType.PROVISIONAL_GUARDIANSHIP: 6,
    MeasureType.PROBATION_MANDATORY: 40,
    MeasureType.PROBATION_VOLUNTARY: 26,
    MeasureType.INTENSIVE_GUIDANCE: 26,
    MeasureType.BEHAVIOUR_ORDER: 26,
    MeasureType.PREVENTIVE: 26,
    MeasureType.PMG_KANSRIJK: 39,
    MeasureType.PMG_STRAATKRACHT: 39,
    MeasureType.AFTERCARE: 6,
}
"""Mean weeks that a running measure of a type still lasts, where no end to come is known.

From the durations in domain.md read as memoryless: a supervision order ends at 45 % a year after its first year
(52 / -ln 0.55 = 87 weeks), guardianship lasts seven years on average, and so on. Assumptions, to be calibrated.
"""


@dataclass(frozen=True, slots=True)
class WeekAhead:
    """A worker's expected load and lines on one day of a week, in hundredths."""

    on: date
    load: Hundredths
    working: Hundredths
    ceiling: Hundredths


def expected_last_day(measure: Measure, on: date) -> date:
    """Give the day a running measure is expected to end: its own if that is still to come, else its type's."""
    if measure.closed_on is not None:
        return measure.closed_on
    if measure.expected_end is not None and measure.expected_end > on:
        return measure.expected_end
    return on + timedelta(weeks=REMAINING_WEEKS[measure.type])


def as_expected(members: Iterable[Measure], on: date) -> list[Measure]:
    """Give measures with the running ones closed on the day they are expected to end."""
    return [replace(m, closed_on=expected_last_day(m, on)) if m.runs_on(on) else m for m in members]


def forecast(organisation: Organisation, worker: str, on: date, weeks: int = FORECAST_WEEKS) -> tuple[WeekAhead, ...]:
    """Forecast a worker's load for a number of weeks, from today and then each Monday.

    Counts expected ends, phases, siblings that end, planned handovers, contract, onboarding and leave; no new cases.
    """
    families = _families_of(organisation, worker)
    expected = {family: as_expected(members, on) for family, members in families.items()}
    days = [max(on, monday) for monday in weeks_from(on, weeks)]
    return tuple(_week_ahead(organisation, worker, expected.values(), day) for day in days)


def _families_of(organisation: Organisation, worker: str) -> dict[str, tuple[Measure, ...]]:
    held = {a.measure for a in organisation.assignments if a.worker == worker}
    names = {organisation.measures[key].family for key in held}
    return {name: organisation.measures_by_family[name] for name in sorted(names)}


def _week_ahead(organisation: Organisation, worker: str, families: Iterable[Iterable[Measure]], day: date) -> WeekAhead:
    norm = organisation.norms.on(day)
    load = 0
    for family in families:
        for key, weight in family_weights(family, day, norm).items():
            holders = holders_of(organisation.assignments_of[key], organisation.workers, day)
            position = holders.position_of(worker)
            first, second = duo_shares(weight.total, norm, with_second=holders.second is not None)
            by_position = {Position.FIRST: first, Position.SECOND: second, Position.INCOMING: norm.takeover}
            load += by_position[position] if position is not None else 0
    lines = capacity_on(organisation.workers[worker], day, norm, organisation.norms.policy)
    return WeekAhead(day, load, lines.working, lines.ceiling)
