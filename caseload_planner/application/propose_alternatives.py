"""Propose a distribution with alternatives that really differ, each kept as a draft of its own."""

from dataclasses import dataclass

from caseload_planner.application.explain_proposal import conflicts_of
from caseload_planner.application.ports import StoredProposal
from caseload_planner.application.propose_distribution import prepared, profile_named, store_draft
from caseload_planner.application.services import Services
from caseload_planner.distribution.alternatives import alternatives
from caseload_planner.distribution.conflicting_choices import ConflictingChoices
from caseload_planner.distribution.help_across_regions import solve_with_help
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.run_control import OnProgress, StopSignal, ignore_progress


@dataclass(frozen=True, slots=True)
class StoredAlternative:
    """A draft and the levels at which it is better than the first one; for the first one itself none.

    `conflicts` are the pins and exclusions that cannot stand together, told with the first one.
    """

    stored: StoredProposal
    better_at: tuple[str, ...]
    differences: tuple[str, ...]
    conflicts: tuple[ConflictingChoices, ...] = ()


def propose_alternatives(
    services: Services,
    request: ProposalRequest,
    count: int,
    *,
    help_across_regions: bool = False,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> tuple[StoredAlternative, ...]:
    """Solve a request and look for up to `count` proposals in all, the best one first.

    With `help_across_regions` people of other regions are asked for what a region cannot place itself.

    Raises
    ------
    UnknownKeyError, RuleRefusalError
        The request cannot be asked; see `build_problem`.
    """
    stop = stop or StopSignal()
    profile = profile_named(services.profiles, request.profile)
    organisation, problem = prepared(services, request, profile)
    if help_across_regions:
        problem, best = solve_with_help(
            organisation, problem, profile, stop=stop, on_progress=on_progress, beside=services.beside
        )
    else:
        best = solve(problem, profile, stop=stop, on_progress=on_progress, beside=services.beside)
    others = alternatives(problem, profile, best, count - 1, stop=stop, on_progress=on_progress) if count > 1 else ()
    stored = store_draft(services, organisation, problem, best, action="proposal_made")
    left = [row.measure for row in best.unplaced]
    kept = [StoredAlternative(stored, (), (), conflicts_of(organisation, problem.request, left, stop=stop))]
    for other in others:
        stored = store_draft(services, organisation, problem, other.proposal, action="proposal_made")
        kept.append(StoredAlternative(stored, other.better_at, other.differences))
    return tuple(kept)
