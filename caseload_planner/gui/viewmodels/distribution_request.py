"""A draft as a question to the solver."""

from dataclasses import dataclass, replace

from caseload_planner.distribution.judge import level_values
from caseload_planner.distribution.problem import DistributionProblem, build_problem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import Proposal, ProposalRequest, Status, Unplaced
from caseload_planner.domain.organisation import Organisation
from caseload_planner.gui.viewmodels.distribution_board import Board
from caseload_planner.gui.viewmodels.distribution_draft import Draft
from caseload_planner.rules.round import Placement, plan_of


def request_of(board: Board, draft: Draft) -> ProposalRequest:
    """Give the question that a draft stands for: its round, pins and exclusions."""
    return ProposalRequest(  # parked measures are asked as well: a decision lists them as waiting
        on=board.round.on,
        teams=board.teams,
        profile=board.profile.name,
        pins=draft.pins,
        exclusions=tuple(sorted(draft.exclusions)),
    )


def request_without_parked(board: Board, draft: Draft) -> ProposalRequest | None:
    """Give the question for a proposal, which leaves parked measures alone; None where nothing else is asked."""
    request = request_of(board, draft)
    if not draft.parked:
        return request
    asked = tuple(key for key in board.round.asked if key not in draft.parked)
    return replace(request, measures=asked) if asked else None


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
