"""Make the problem of a wind-down out of an organisation."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from caseload_planner.domain.caseload import Caseload, caseload_on
from caseload_planner.domain.errors import RuleRefusalError, UnknownKeyError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.winddown.eligibility import Eligibility
from caseload_planner.winddown.families import FamilyBuilder
from caseload_planner.winddown.horizon import Horizon
from caseload_planner.winddown.loads_ahead import LoadsAhead, loads_ahead
from caseload_planner.winddown.problem import Member, Weeks, WindDownProblem
from caseload_planner.winddown.request import Leaver, Step, WindDownRequest

NO_LIMIT = 10**6
"""More hundredths than anybody carries."""


def build_wind_down(organisation: Organisation, request: WindDownRequest) -> WindDownProblem:
    """Make the problem that a request asks.

    Raises
    ------
    UnknownKeyError
        A leaver who does not exist.
    RuleRefusalError
        An end that does not come after the beginning, or nobody to hand over.
    """
    leavers = leavers_of(organisation, request)
    horizon = Horizon(request.on, request.until)
    organisation = _without_plans_of(organisation, leavers)
    ahead = loads_ahead(
        organisation,
        horizon,
        leavers,
        new_cases_until=request.new_cases_until,
        inflow_share=request.inflow_share,
    )
    caseload = caseload_on(organisation, request.on)
    members = members_by_family(caseload, ahead, leavers)
    receivers = receivers_for(caseload, leavers, members, request.excluded_receivers)
    builder = FamilyBuilder(ahead, Eligibility(ahead, receivers), leavers)
    families = tuple(builder.family(key, rows) for key, rows in members.items())
    return WindDownProblem(
        request=request,
        leavers=leavers,
        horizon=horizon,
        ahead=ahead,
        families=families,
        receivers=receivers,
        base=_figures(receivers, horizon, ahead.load),
        working=_figures(receivers, horizon, ahead.working),
        most=_figures(receivers, horizon, ahead.most),
        step_limits=_step_limits(request.steps, horizon),
    )


def leavers_of(organisation: Organisation, request: WindDownRequest) -> tuple[Leaver, ...]:
    """Give who hands over and until when: as asked, else all of team D; nobody later than her service or the plan."""
    if request.until <= request.on:
        raise RuleRefusalError(
            f"the last day {request.until} does not come after {request.on}; name a later one",
            rule="H9",
            code="end_not_later",
            on=request.on,
            until=request.until,
        )
    asked = request.leavers or _team_d(organisation, request)
    for leaver in asked:
        if leaver.worker not in organisation.workers:
            raise UnknownKeyError(f"there is no worker {leaver.worker}", kind="worker", key=leaver.worker)
        if request.leavers and leaver.ends_on <= request.on:
            raise RuleRefusalError(
                f"the last day of {leaver.worker}, {leaver.ends_on}, does not come after {request.on}",
                rule="H9",
                code="end_not_later",
                on=request.on,
                until=leaver.ends_on,
            )
    found = [
        Leaver(one.worker, min(one.ends_on, request.until, organisation.workers[one.worker].ends_on or date.max))
        for one in asked
        if organisation.workers[one.worker].in_service(request.on)
    ]
    if not found:
        raise RuleRefusalError(
            f"nobody of team D is in service on {request.on}: there is nothing to hand over",
            rule="H9",
            code="nobody_leaves",
            on=request.on,
        )
    return tuple(sorted(found))


def _without_plans_of(organisation: Organisation, leavers: Sequence[Leaver]) -> Organisation:
    """Leave accepted plans for the same people out: this one takes their place, with its own day for new cases."""
    keys = {leaver.worker for leaver in leavers}
    others = {key: plan for key, plan in organisation.winding_down.items() if key not in keys}
    return organisation if len(others) == len(organisation.winding_down) else replace(organisation, winding_down=others)


def _team_d(organisation: Organisation, request: WindDownRequest) -> tuple[Leaver, ...]:
    return tuple(Leaver(key, request.until) for key, worker in organisation.workers.items() if worker.seconded)


def members_by_family(
    caseload: Caseload, ahead: LoadsAhead, leavers: Sequence[Leaver]
) -> dict[str, tuple[Member, ...]]:
    """Give what leavers hold on the first day, by family and sorted."""
    keys = {leaver.worker for leaver in leavers}
    members: dict[str, list[Member]] = {}
    for key, holders in caseload.holders.items():
        first, second = holders.first, holders.second
        if first not in keys and second not in keys:
            continue
        measure = caseload.organisation.measures[key]
        expected = ahead.organisation.measures[key].closed_on
        known = measure.closed_on or measure.expected_end
        member = Member(
            measure=key,
            first_giver=first if first in keys else None,
            second_giver=second if second in keys else None,
            first_stays=None if first in keys else first,
            second_stays=None if second in keys else second,
            last_day=expected if expected is not None else ahead.horizon.until,
            end_known=known is not None and known > caseload.on,
        )
        members.setdefault(measure.family, []).append(member)
    return {family: tuple(sorted(rows, key=lambda m: m.measure)) for family, rows in sorted(members.items())}


def receivers_for(
    caseload: Caseload, leavers: Sequence[Leaver], members: Mapping[str, Sequence[Member]], excluded: Iterable[str]
) -> tuple[str, ...]:
    """Give who may be looked at: carrying people of the regions concerned, not of team D and not leaving themselves."""
    organisation, not_these = caseload.organisation, {leaver.worker for leaver in leavers} | set(excluded)
    regions = {organisation.region_of_measure(m.measure) for rows in members.values() for m in rows}
    beside = {key for rows in members.values() for m in rows for key in (m.first_stays, m.second_stays)}
    return tuple(
        key
        for key, worker in organisation.workers.items()
        if worker.carries
        and not worker.seconded
        and key not in not_these
        and (organisation.region_of_worker(key) in regions or key in beside)
    )


def _figures(receivers: Iterable[str], horizon: Horizon, figure: Callable[[str, int], int]) -> dict[str, Weeks]:
    weeks = range(len(horizon.mondays))
    return {key: np.array([figure(key, week) for week in weeks], dtype=np.int64) for key in receivers}


def _step_limits(steps: Iterable[Step], horizon: Horizon) -> dict[str, Weeks]:
    limits: dict[str, Weeks] = {}
    for step in sorted(steps):
        if step.worker not in limits:
            limits[step.worker] = np.full(len(horizon.mondays), NO_LIMIT, dtype=np.int64)
        after = np.array([day >= step.from_on for day in horizon.days])
        limits[step.worker][after] = step.most
    return limits
