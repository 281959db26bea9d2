"""How long a region that is too full stays so, at the ends and the inflow expected: an estimate, to talk with."""

import math
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta

from caseload_planner.domain.assignment import Assignment, Position
from caseload_planner.domain.calendar import monday_of
from caseload_planner.domain.caseload import Caseload, caseload_on
from caseload_planner.domain.forecast import FORECAST_WEEKS, REMAINING_WEEKS
from caseload_planner.domain.measures import Measure, Method, Wanted
from caseload_planner.domain.organisation import Organisation, Skill
from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.hard_rules import person_may
from caseload_planner.rules.required_skill import skill_asked
from caseload_planner.rules.round import Plan, Round

ANYBODY = "anybody"
"""Measures that ask no training beyond registration."""
ONE_WEEK = timedelta(weeks=1)


def asks_of(round_: Round, key: str) -> str:
    """Give the scarcest training that a measure asks of its first contact."""
    measure = round_.measure(key)
    if measure.method is Method.SCHOTTEN:
        return Skill.SCHOTTEN_TEAM
    if measure.sns is Wanted.REQUIRED:
        return Skill.SNS
    return skill_asked(measure.type) or ANYBODY


def weeks_until_room(plan: Plan, region: str, left: Collection[str]) -> int | None:
    """Give the first week, 1 for the next, in which a region has room for what it has left over; None within 26 weeks.

    Running measures end on the day that is known, or else at the rate of their type (`REMAINING_WEEKS`, read as a mean
    without memory); leave, onboarding and contracts go on as known; and in the weeks to come as much comes in as in as
    many weeks before the last one. There is room where, for each training asked and for all together, what people
    have up to their ceilings is at least what was left over and came in since. Room too small for the lightest of
    the measures does not count.
    """
    ahead = _organisation_ahead(plan)
    came = [
        key
        for key in sorted(plan.round.caseload.weights)
        if key not in plan.round.asked and ahead.region_of_measure(key) == region
    ]
    for week in range(1, FORECAST_WEEKS + 1):
        day = monday_of(plan.round.on) + week * ONE_WEEK
        inflow = _inflow(plan.round, came, week)
        if _fits(plan.round, caseload_on(ahead, day), week, region, left, inflow):
            return week
    return None


def _organisation_ahead(plan: Plan) -> Organisation:
    """Give the organisation with the plan decided, in which running measures end on the day that is known."""
    organisation, on = plan.round.caseload.organisation, plan.round.on
    measures = {
        key: replace(measure, closed_on=measure.expected_end) if _end_is_known(measure, on) else measure
        for key, measure in organisation.measures.items()
    }
    begun = tuple(
        Assignment(measure=placement.measure, worker=worker, position=position, from_on=on)
        for placement in plan.placements
        for position, worker in placement.contacts
    )
    return replace(organisation, measures=measures, assignments=(*organisation.assignments, *begun))


def _end_is_known(measure: Measure, on: date) -> bool:
    return measure.runs_on(on) and measure.closed_on is None and (measure.expected_end or on) > on


def _expected_load(then: Caseload, worker: str, weeks: int) -> Hundredths:
    """Give what somebody still carries after some weeks, of measures without a known end the part expected to run."""
    load = 0.0
    for row in then.carried.get(worker, ()):
        measure = then.organisation.measures[row.measure]
        lasts = 1.0 if measure.closed_on is not None else math.exp(-weeks / REMAINING_WEEKS[measure.type])
        load += row.share * lasts
    return round(load)


def _inflow(round_: Round, came: Iterable[str], weeks: int) -> list[str]:
    """Give the measures that came in as many weeks before the last one: what to expect in the weeks to come."""
    until = round_.on - ONE_WEEK
    return [key for key in came if until - weeks * ONE_WEEK < round_.measure(key).reported_on <= until]


def _fits(
    round_: Round, then: Caseload, weeks: int, region: str, left: Collection[str], inflow: Collection[str]
) -> bool:
    still = [key for key in sorted(left) if key in then.weights]
    there = Round(caseload=then, asked=tuple(still), candidates=())
    people = [key for key in then.carrying_workers if then.organisation.region_of_worker(key) == region]
    room = {key: then.capacities[key].ceiling - _expected_load(then, key, weeks) for key in people}
    for asks in sorted({asks_of(there, key) for key in still}):
        group = [key for key in still if asks_of(there, key) == asks]
        firsts = [w for w in people if any(person_may(there, key, w, Position.FIRST) for key in group)]
        shares = [_first_share(then, key) for key in group]
        expected = sum(_first_share(round_.caseload, key) for key in inflow if asks_of(round_, key) == asks)
        if sum(room[w] for w in firsts if room[w] >= min(shares)) < sum(shares) + expected:
            return False
    lightest = min((_first_share(then, key) for key in still), default=0)
    wanted = sum(then.weights[key].total for key in still)
    wanted += sum(round_.caseload.weights[key].total for key in inflow)
    return sum(points for points in room.values() if points >= lightest) >= wanted


def _first_share(caseload: Caseload, key: str) -> Hundredths:
    duo = caseload.organisation.measures[key].asks_duo
    return caseload.shares(key, with_second=duo)[0]
