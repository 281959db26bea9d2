"""Placements that could as well be otherwise: shown as ties, so that nobody reads a preference into them."""

from dataclasses import dataclass

from caseload_planner.distribution.explain import why_not
from caseload_planner.distribution.profile import Profile
from caseload_planner.domain.assignment import Position
from caseload_planner.rules.hard_rules import judge_pair
from caseload_planner.rules.round import ContactPosition, Plan


@dataclass(frozen=True, slots=True)
class Tie:
    """Somebody who could have a position of a measure at no cost on any level, the rest of the plan as it is."""

    measure: str
    position: ContactPosition
    has_it: str
    as_good: str


def ties(plan: Plan, profile: Profile) -> tuple[Tie, ...]:
    """Find every tie of a plan, by measure, position and worker; pinned measures are nobody's choice and have none."""
    found = []
    for placement in plan.placements:
        if placement.measure in plan.round.pins:
            continue
        for position, has_it in placement.contacts:
            for worker in plan.round.candidates:
                other = worker not in {placement.first, placement.second}
                if other and not judge_pair(plan.round, placement.measure, worker, position):
                    answer = why_not(plan, profile, placement.measure, worker, position)
                    if answer.just_as_good:
                        found.append(Tie(placement.measure, position, has_it, worker))
    order = list(Position)
    return tuple(sorted(found, key=lambda tie: (tie.measure, order.index(tie.position), tie.as_good)))
