"""Relief (verlichting) by support workers: shown beside a load, never subtracted from it."""

from decimal import Decimal

from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.points import Hundredths, round_half_up

HOURS_PER_FTE = Decimal(36)
FREED_FTE_PER_SUPPORT_FTE = Decimal("0.35")
"""Caseworker fte that one support fte frees at most: an assumption; published figures run from 0.15 to 0.66."""
LARGEST_SHARE_OF_A_WORKER = Decimal("0.10")


def relief_by_worker(caseload: Caseload) -> dict[str, Hundredths]:
    """Give the relief of each carrying worker in hundredths, in teams with support only.

    The support fte tied to a team free at most 0.35 of caseworker fte each; it is spread over the team's workers by
    deployable fte and is at most 10 % of a worker's capacity.
    """
    organisation = caseload.organisation
    support: dict[str, Decimal] = {}
    for row in organisation.supporters:
        if organisation.workers[row.worker].in_service(caseload.on):
            support[row.team] = support.get(row.team, Decimal(0)) + row.hours_per_week / HOURS_PER_FTE
    relief: dict[str, Hundredths] = {}
    for team, support_fte in support.items():
        workers = [key for key in caseload.carrying_workers if organisation.workers[key].team == team]
        deployable = sum((caseload.capacities[key].deployable_fte for key in workers), Decimal(0))
        if deployable == 0:
            continue
        share = min(LARGEST_SHARE_OF_A_WORKER, support_fte * FREED_FTE_PER_SUPPORT_FTE / deployable)
        relief |= {key: round_half_up(share * caseload.capacities[key].working) for key in workers}
    return relief
