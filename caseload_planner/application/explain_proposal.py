"""Explain a stored proposal: its placements with their reasons, why not somebody else, and how firm it is."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from caseload_planner.application.check_proposal import before_its_decision
from caseload_planner.application.ports import StoredProposal
from caseload_planner.application.propose_distribution import profile_named
from caseload_planner.application.services import Services
from caseload_planner.application.steadiness_rows import RobustnessRow, TieRow, robustness_rows, tie_rows
from caseload_planner.distribution.conflicting_choices import ConflictingChoices, conflicting_choices
from caseload_planner.distribution.explain import WhyNot, why_not
from caseload_planner.distribution.explain_exactly import why_not_exactly
from caseload_planner.distribution.judge import plan_from_proposal
from caseload_planner.distribution.problem import DistributionProblem, build_problem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.distribution.shortage import SupplyAndDemand, UnsafeRegion, supply_and_demand, unsafe_regions
from caseload_planner.distribution.unlock import Unlock, unlocks
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import ContactPosition, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
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
    ties
        Who would be as good, of one measure or of all.
    robustness
        Whether the proposal would be another if a weight were 0.10 lower or higher: of one measure, or of all.
    conflicts
        Where a pinned measure is left over: the fewest pins and exclusions that cannot stand together.
    """

    stored: StoredProposal
    others: tuple[WhyNot, ...] = ()
    unlocks: tuple[Unlock, ...] = ()
    supply: tuple[SupplyAndDemand, ...] = ()
    unsafe: tuple[UnsafeRegion, ...] = ()
    ties: tuple[TieRow, ...] = ()
    robustness: tuple[RobustnessRow, ...] = ()
    conflicts: tuple[ConflictingChoices, ...] = ()


def explain(
    services: Services,
    proposal: str,
    measure: str | None = None,
    worker: str | None = None,
    *,
    weights: bool = False,
    stop: StopSignal | None = None,
) -> Explanation:
    """Explain a proposal, on the data that it was made for.

    With `measure` also why not somebody else, whether its weight matters, and for one that is left over what would
    place it. With `worker` as well exactly why she does not have it, by solving again, and what it would take. With
    `weights` the weight of every measure is tried, which takes two solves each.

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
    if not stored.asked:
        return Explanation(stored=stored)
    problem = build_problem(organisation, replace(stored.request, measures=stored.asked))
    profile = profile_named(services.profiles, stored.request.profile)
    asked = _Asked(stored, organisation, problem, profile, stop or StopSignal())
    if measure is None:
        return asked.about_all(weights=weights)
    return asked.about_measure(measure) if worker is None else asked.about_worker(measure, worker)


@dataclass(frozen=True)
class _Asked:
    """A stored proposal beside the problem that it answers."""

    stored: StoredProposal
    organisation: Organisation
    problem: DistributionProblem
    profile: Profile
    stop: StopSignal

    def about_all(self, *, weights: bool) -> Explanation:
        robust = (row for key in self.problem.round.asked for row in self._robustness(key)) if weights else ()
        return replace(self._shortage(), ties=tie_rows(self._plan, self.profile), robustness=tuple(robust))

    def about_measure(self, measure: str) -> Explanation:
        return replace(
            self._shortage(),
            others=tuple(_others(self._plan, self.profile, measure)),
            unlocks=self._unlocks(measure, None) if measure in self._plan.unplaced else (),
            ties=tie_rows(self._plan, self.profile, (measure,)),
            robustness=self._robustness(measure),
        )

    def about_worker(self, measure: str, worker: str) -> Explanation:
        answer = why_not_exactly(
            self.problem, self.profile, self.stored.proposal, measure, worker, Position.FIRST, stop=self.stop
        )
        return replace(self._shortage(), others=(answer,), unlocks=self._unlocks(measure, worker))

    @property
    def _plan(self) -> Plan:
        return plan_from_proposal(self.problem.round, self.stored.proposal)

    def _shortage(self) -> Explanation:
        plan = self._plan
        if not plan.unplaced:
            return Explanation(stored=self.stored)
        return Explanation(
            stored=self.stored,
            supply=supply_and_demand(plan.round),
            unsafe=unsafe_regions(plan),
            conflicts=conflicts_of(self.organisation, self.problem.request, plan.unplaced, stop=self.stop),
        )

    def _unlocks(self, measure: str, worker: str | None) -> tuple[Unlock, ...]:
        asked = (self.organisation, self.problem, self.profile, self.stored.proposal, measure)
        return unlocks(*asked, worker=worker, stop=self.stop)

    def _robustness(self, measure: str) -> tuple[RobustnessRow, ...]:
        asked = (self.organisation, self.problem, self.profile, self.stored.proposal, measure)
        return robustness_rows(*asked, stop=self.stop)


def conflicts_of(
    organisation: Organisation, request: ProposalRequest, unplaced: Collection[str], *, stop: StopSignal | None = None
) -> tuple[ConflictingChoices, ...]:
    """Give the pins and exclusions that cannot stand together; asked only where a pinned measure is left over."""
    if not any(pin.measure in unplaced for pin in request.pins):
        return ()
    return conflicting_choices(organisation, request, stop=stop)


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
