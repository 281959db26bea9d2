"""Explain a stored proposal: its placements with their reasons, and why not somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from caseload_planner.application.check_proposal import before_its_decision
from caseload_planner.application.ports import StoredProposal
from caseload_planner.application.propose_distribution import profile_named
from caseload_planner.application.services import Services
from caseload_planner.distribution.explain import WhyNot, why_not
from caseload_planner.distribution.explain_exactly import why_not_exactly
from caseload_planner.distribution.judge import plan_from_proposal
from caseload_planner.distribution.problem import build_problem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.shortage import SupplyAndDemand, UnsafeRegion, supply_and_demand, unsafe_regions
from caseload_planner.distribution.unlock import Unlock, unlocks
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import ContactPosition, Plan


@dataclass(frozen=True, slots=True)
class Explanation:
    """A stored proposal and what there is to say of it.

    Attributes
    ----------
    others
        For one measure: why each other candidate of the region does not have it, or one worker exactly.
    unlocks
        For one measure that is left over, or one worker: the cheapest changes that would place it, cheapest first.
    supply, unsafe
        Where anything is left over: supply against demand, and the regions that cannot be served safely.
    """

    stored: StoredProposal
    others: tuple[WhyNot, ...] = ()
    unlocks: tuple[Unlock, ...] = ()
    supply: tuple[SupplyAndDemand, ...] = ()
    unsafe: tuple[UnsafeRegion, ...] = ()


def explain(
    services: Services,
    proposal: str,
    measure: str | None = None,
    worker: str | None = None,
    *,
    stop: StopSignal | None = None,
) -> Explanation:
    """Explain a proposal, on the data that it was made for.

    With `measure` also why not somebody else, and for one that is left over what would place it. With `worker` as well
    exactly why she does not have it, by solving again, and what it would take.

    Raises
    ------
    UnknownKeyError
        There is no such proposal or worker, or it does not ask that measure.
    RuleRefusalError
        The measures are no longer to be distributed, so that nobody can be compared.
    """
    with services.store.read() as unit:
        stored = unit.proposal(proposal)
        if measure is not None and measure not in stored.asked:
            raise UnknownKeyError(f"proposal {proposal} does not ask {measure}", kind="measure", key=measure)
        organisation = before_its_decision(unit, stored)
    if worker is not None and worker not in organisation.workers:
        raise UnknownKeyError(f"there is no worker {worker}", kind="worker", key=worker)
    left = {row.measure for row in stored.proposal.unplaced}
    if measure is None and not left:
        return Explanation(stored)
    problem = build_problem(organisation, replace(stored.request, measures=stored.asked))
    plan = plan_from_proposal(problem.round, stored.proposal)
    profile = profile_named(services.profiles, stored.request.profile)
    short = (supply_and_demand(plan.round), unsafe_regions(plan)) if left else ((), ())
    if measure is None:
        return Explanation(stored, supply=short[0], unsafe=short[1])
    asked = (problem, profile, stored.proposal, measure)
    if worker is not None:
        others: tuple[WhyNot, ...] = (why_not_exactly(*asked, worker, Position.FIRST, stop=stop),)
    else:
        others = tuple(_others(plan, profile, measure))
    wanted = measure in left or worker is not None
    found = unlocks(organisation, *asked, worker=worker, stop=stop) if wanted else ()
    return Explanation(stored, others, found, *short)


def _others(plan: Plan, profile: Profile, measure: str) -> Iterator[WhyNot]:
    """Give everybody in the region in each position of the measure that is not hers."""
    placed = plan.by_measure.get(measure)
    positions: list[ContactPosition] = [Position.FIRST]
    if placed is not None and plan.round.measure(measure).may_have_second:
        positions.append(Position.SECOND)
    for position in positions:
        has_it = None if placed is None else dict(placed.contacts).get(position)
        for worker in plan.round.candidates:
            if worker != has_it:
                answer = why_not(plan, profile, measure, worker, position)
                if all(breach.rule != "H10" for breach in answer.breaches):
                    yield answer
