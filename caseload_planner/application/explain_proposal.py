"""Explain a stored proposal: its placements with their reasons, and why not somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from caseload_planner.application.check_proposal import before_its_decision
from caseload_planner.application.ports import StoredProposal
from caseload_planner.application.propose_distribution import profile_named
from caseload_planner.application.services import Services
from caseload_planner.distribution.explain import WhyNot, why_not
from caseload_planner.distribution.judge import plan_from_proposal
from caseload_planner.distribution.problem import open_round
from caseload_planner.distribution.profile import Profile
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.rules.round import ContactPosition, Plan


@dataclass(frozen=True, slots=True)
class Explanation:
    """A stored proposal and, for one of its measures, why each other candidate of the region does not have it."""

    stored: StoredProposal
    others: tuple[WhyNot, ...]


def explain(services: Services, proposal: str, measure: str | None = None) -> Explanation:
    """Explain a proposal; with `measure` also why not somebody else, on the data that it was made for.

    Raises
    ------
    UnknownKeyError
        There is no such proposal, or it does not ask that measure.
    RuleRefusalError
        The measure is no longer to be distributed, so that nobody can be compared.
    """
    with services.store.read() as unit:
        stored = unit.proposal(proposal)
        if measure is None:
            return Explanation(stored, ())
        if measure not in stored.asked:
            raise UnknownKeyError(f"proposal {proposal} does not ask {measure}", kind="measure", key=measure)
        organisation = before_its_decision(unit, stored)
    round_ = open_round(organisation, replace(stored.request, measures=stored.asked))
    plan = plan_from_proposal(round_, stored.proposal)
    profile = profile_named(services.profiles, stored.request.profile)
    return Explanation(stored, tuple(_others(plan, profile, measure)))


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
