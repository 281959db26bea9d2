"""What everybody would carry in the weeks to come if nobody handed anything over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from caseload_planner.domain.caseload import Caseload, caseload_on, holds_effectively
from caseload_planner.domain.forecast import expected_last_day
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.points import Hundredths, round_half_up
from caseload_planner.domain.weights import family_weights
from caseload_planner.winddown.horizon import Horizon
from caseload_planner.winddown.request import Leaver

YEAR = timedelta(weeks=52)


@dataclass(frozen=True)
class LoadsAhead:
    """The organisation as it is expected to be, week by week.

    Attributes
    ----------
    staying
        Caseloads of each week were every leaver to stay with what she has: the measure of what handovers add.
    nothing_done
        The same, with each leaver gone after her day and nothing handed over: who stands beside her is then alone.
    inflow
        Hundredths of expected new cases, by week and worker.
    """

    horizon: Horizon
    staying: tuple[Caseload, ...]
    nothing_done: tuple[Caseload, ...]
    inflow: tuple[Mapping[str, Hundredths], ...]

    @property
    def organisation(self) -> Organisation:
        """The organisation with leavers staying and each measure ending when expected."""
        return self.staying[0].organisation

    def load(self, worker: str, week: int) -> Hundredths:
        """Give what a worker carries in a week where nothing moves."""
        return self.staying[week].load(worker) + self.inflow[week].get(worker, 0)

    def working(self, worker: str, week: int) -> Hundredths:
        """Give her working norm in a week."""
        return self.staying[week].capacities[worker].working

    def without_handovers(self, worker: str, week: int) -> Hundredths:
        """Give what a worker carries in a week where nothing is handed over and leavers are gone after their day."""
        return self.nothing_done[week].load(worker) + self.inflow[week].get(worker, 0)

    def most(self, worker: str, week: int) -> Hundredths:
        """Give the most that she may carry: her ceiling, or what she carries without handovers where that is more."""
        return max(self.staying[week].capacities[worker].ceiling, self.without_handovers(worker, week))


def ending_when_expected(organisation: Organisation, on: date) -> Organisation:
    """Give the organisation with each running measure ending on the day on which it is expected to."""
    measures = {
        key: replace(m, closed_on=expected_last_day(m, on)) if m.runs_on(on) else m
        for key, m in organisation.measures.items()
    }
    return replace(organisation, measures=measures)


def with_leavers_staying(organisation: Organisation, on: date, leavers: Iterable[Leaver]) -> Organisation:
    """Give the organisation with every leaver staying with what she has on a day."""
    keys = {leaver.worker for leaver in leavers}
    workers = {key: replace(w, ends_on=None) if key in keys else w for key, w in organisation.workers.items()}
    assignments = tuple(
        replace(a, until_on=None)
        if a.worker in keys and holds_effectively(a, organisation.workers[a.worker], on)
        else a
        for a in organisation.assignments
    )
    return replace(organisation, workers=workers, assignments=assignments)


def with_leavers_gone(organisation: Organisation, leavers: Iterable[Leaver]) -> Organisation:
    """Give the organisation with every leaver gone after her day."""
    ends = {leaver.worker: leaver.ends_on for leaver in leavers}
    workers = {
        key: replace(w, ends_on=min(w.ends_on or ends[key], ends[key])) if key in ends else w
        for key, w in organisation.workers.items()
    }
    return replace(organisation, workers=workers)


def loads_ahead(
    organisation: Organisation,
    horizon: Horizon,
    leavers: Sequence[Leaver],
    *,
    new_cases_until: date | None,
    inflow_share: Decimal,
) -> LoadsAhead:
    """Work out everybody's weeks, with expected new cases shared out.

    The year before is the measure of what comes: what was reported in the same weeks then, as heavy as it was as long
    after. It is spread within a region over deployable fte of who may be first contact; team D takes its part until
    its last day for new cases, and what it took goes to the others afterwards.
    """
    expected = ending_when_expected(organisation, horizon.on)
    staying_organisation = with_leavers_staying(expected, horizon.on, leavers)
    staying = tuple(caseload_on(staying_organisation, day) for day in horizon.days)
    gone_organisation = with_leavers_gone(expected, leavers)
    gone = tuple(caseload_on(gone_organisation, day) for day in horizon.days)
    leaving = frozenset(leaver.worker for leaver in leavers)
    inflow = tuple(
        _shared_out(caseload, _new_points(expected, horizon.on, caseload), inflow_share, leaving, new_cases_until)
        for caseload in gone
    )
    return LoadsAhead(horizon, staying, gone, inflow)


def _new_points(organisation: Organisation, on: date, caseload: Caseload) -> dict[str, Hundredths]:
    """Give the points by region of what will have come since `on`, were each week like the one a year before."""
    points: dict[str, Hundredths] = {}
    day = caseload.on - YEAR
    while day > on - YEAR:
        for region, weight in _reported_points(organisation, (on - YEAR, min(day, on)), day, caseload).items():
            points[region] = points.get(region, 0) + weight
        day -= YEAR
    return points


def _reported_points(
    organisation: Organisation, period: tuple[date, date], day: date, caseload: Caseload
) -> dict[str, Hundredths]:
    """Give what was reported in a period (its first day not included) weighs on a day, by region."""
    after, until = period
    points: dict[str, Hundredths] = {}
    for family in organisation.measures_by_family.values():
        if not any(after < m.reported_on <= until for m in family):
            continue
        for key, weight in family_weights(family, day, caseload.norm).items():
            if after < organisation.measures[key].reported_on <= until:
                region = organisation.region_of_measure(key)
                points[region] = points.get(region, 0) + weight.total
    return points


def _shared_out(
    caseload: Caseload,
    points: Mapping[str, Hundredths],
    share: Decimal,
    leaving: frozenset[str],
    new_cases_until: date | None,
) -> dict[str, Hundredths]:
    organisation = caseload.organisation
    takers = [
        key
        for key in caseload.carrying_workers
        if caseload.may_be_first(key)
        and (
            not (organisation.workers[key].seconded or key in leaving)
            or (new_cases_until is not None and caseload.on <= new_cases_until)
        )
    ]
    fte: dict[str, Decimal] = {}
    for key in takers:
        region = organisation.region_of_worker(key)
        fte[region] = fte.get(region, Decimal(0)) + caseload.capacities[key].deployable_fte
    shared: dict[str, Hundredths] = {}
    for key in takers:
        region = organisation.region_of_worker(key)
        part = caseload.capacities[key].deployable_fte / fte[region]
        shared[key] = round_half_up(points.get(region, 0) * share * part)
    return shared
