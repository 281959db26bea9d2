"""What can be asked about a draft that takes the solver, and the answers: plain values, for any process to answer."""

from dataclasses import dataclass, replace
from enum import Enum

from caseload_planner.application.steadiness_rows import robustness_rows, tie_rows
from caseload_planner.distribution.explain_exactly import why_not_exactly
from caseload_planner.distribution.judge import level_values, plan_from_proposal
from caseload_planner.distribution.problem import DistributionProblem, build_problem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import Proposal, ProposalRequest, Status, Unplaced
from caseload_planner.distribution.unlock import unlocks
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import ContactPosition, Placement, plan_of


class Sought(Enum):
    """What a question asks."""

    HELP = "help"
    """What would place a case that is left over."""
    EXACTLY = "exactly"
    """Why somebody does not have a case, the whole round looked at again."""
    TIES = "ties"
    """Who would be as good for a placed case."""
    STEADINESS = "steadiness"
    """Whether the distribution would be another if the case weighed a little more or less."""


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """A case, what is asked about it, and for `EXACTLY` somebody in a position."""

    measure: str
    worker: str | None = None
    position: ContactPosition | None = None
    sought: Sought = Sought.HELP


@dataclass(frozen=True, slots=True)
class DraftedRound:
    """A draft with all that a solver needs to answer about it."""

    organisation: Organisation
    request: ProposalRequest
    profile: Profile
    placements: tuple[Placement, ...]

    def problem(self) -> tuple[DistributionProblem, Profile, Proposal]:
        """Give the problem that the draft answers, and the draft as a proposal."""
        request = replace(self.request, wish_weights=self.profile.wish_weights)
        problem = build_problem(self.organisation, request)
        plan = plan_of(problem.round, self.placements)
        proposal = Proposal(
            status=Status.FEASIBLE,
            placements=plan.placements,
            unplaced=tuple(Unplaced(key, (), "") for key in plan.unplaced),
            levels=level_values(plan, [level.name for level in self.profile.levels]),
            loads=(),
        )
        return problem, self.profile, proposal


def answer(asked: AskedAbout, drafted: DraftedRound, stop: StopSignal) -> object:
    """Work an answer out: `TieRow`s, `RobustnessRow`s, a `WhyNot` or `Unlock`s, by what is sought.

    Raises
    ------
    PlannerError
        The draft breaks a rule, so that nothing can be solved around it.
    """
    problem, profile, proposal = drafted.problem()
    measure, organisation = asked.measure, drafted.organisation
    match asked.sought:
        case Sought.TIES:
            return tie_rows(plan_from_proposal(problem.round, proposal), profile, {measure})
        case Sought.STEADINESS:
            return robustness_rows(organisation, problem, profile, proposal, measure, stop=stop)
        case Sought.EXACTLY if asked.worker is not None and asked.position is not None:
            return why_not_exactly(problem, profile, proposal, measure, asked.worker, asked.position, stop=stop)
        case _:
            return unlocks(organisation, problem, profile, proposal, measure, stop=stop)
