"""Propose a distribution and keep it as a draft; keep a plan that a leader drew herself."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from caseload_planner.application.ports import AuditEntry, StoredProposal, WriteUnit
from caseload_planner.application.services import Services
from caseload_planner.distribution.help_across_regions import solve_with_help
from caseload_planner.distribution.problem import DistributionProblem, build_problem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import Proposal, ProposalRequest
from caseload_planner.distribution.solve import proposal_of_plan, solve
from caseload_planner.domain.errors import UnknownKeyError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import OnProgress, StopSignal, ignore_progress
from caseload_planner.rules.round import Placement, plan_of


def propose(
    services: Services,
    request: ProposalRequest,
    *,
    help_across_regions: bool = False,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> StoredProposal:
    """Solve a request on the data as they are now, and keep the answer as a draft.

    Reading, solving and writing are three steps: the file is free while the solver works. With `help_across_regions`
    people of other regions are asked for what a region cannot place itself, under H10 set aside.

    Raises
    ------
    UnknownKeyError, RuleRefusalError
        The request cannot be asked; see `build_problem`.
    """
    profile = profile_named(services.profiles, request.profile)
    organisation, problem = prepared(services, request, profile)
    if help_across_regions:
        problem, proposal = solve_with_help(
            organisation, problem, profile, stop=stop, on_progress=on_progress, beside=services.beside
        )
    else:
        proposal = solve(problem, profile, stop=stop, on_progress=on_progress, beside=services.beside)
    return store_draft(services, organisation, problem, proposal, action="proposal_made")


def keep_own_plan(services: Services, request: ProposalRequest, placements: Iterable[Placement]) -> StoredProposal:
    """Judge a plan that a leader drew or changed herself, and keep it as a draft.

    Raises
    ------
    RuleRefusalError
        It breaks a rule that her own pins do not answer for.
    """
    with services.store.write() as unit:
        stored = own_plan(services, unit.snapshot(), request, placements)
        save_draft(unit, stored, action="plan_drawn")
        unit.commit()
    return stored


def own_plan(
    services: Services, organisation: Organisation, request: ProposalRequest, placements: Iterable[Placement]
) -> StoredProposal:
    """Judge a plan that a leader drew on some data, without keeping it; see `keep_own_plan`."""
    profile = profile_named(services.profiles, request.profile)
    problem = build_problem(organisation, replace(request, wish_weights=profile.wish_weights))
    proposal = proposal_of_plan(plan_of(problem.round, placements), profile)
    return _stored(services, organisation, problem, proposal)


def keeping(services: Services, request: ProposalRequest, proposal: str) -> ProposalRequest:
    """Ask that the placements of a stored proposal change little; `UnknownKeyError` where there is none."""
    with services.store.read() as unit:
        stored = unit.proposal(proposal)
    return replace(request, kept=stored.proposal.placements)


def profile_named(profiles: Mapping[str, Profile], name: str) -> Profile:
    """Give a profile by name; `UnknownKeyError` names those that there are."""
    if name not in profiles:
        known = ", ".join(sorted(profiles))
        raise UnknownKeyError(f"there is no profile {name}; there are: {known}", kind="profile", key=name)
    return profiles[name]


def digest_of(organisation: Organisation, request: ProposalRequest, asked: tuple[str, ...]) -> str:
    """Give the digest of a request on some data, for the measures that were asked then.

    Raises
    ------
    UnknownKeyError, RuleRefusalError
        The measures, or those whom the leader pinned, are no longer there to ask.
    """
    return build_problem(organisation, replace(request, measures=asked)).digest if asked else ""


def prepared(
    services: Services, request: ProposalRequest, profile: Profile
) -> tuple[Organisation, DistributionProblem]:
    """Read the organisation and build the problem of a request whose answer will be kept.

    Who cannot write the answer in the end (the file is locked, or may not be written) hears so now and not after the
    search. The profile's weights are written into the request, so that it can be checked when the profile has changed.
    """
    with services.store.write() as unit:
        organisation = unit.snapshot()
    return organisation, build_problem(organisation, replace(request, wish_weights=profile.wish_weights))


def store_draft(
    services: Services,
    organisation: Organisation,
    problem: DistributionProblem,
    proposal: Proposal,
    *,
    action: str,
) -> StoredProposal:
    """Keep a judged proposal as a draft, with the digest of its problem and an audit line that says `action`."""
    stored = _stored(services, organisation, problem, proposal)
    with services.store.write() as unit:
        save_draft(unit, stored, action=action)
        unit.commit()
    return stored


def _stored(
    services: Services, organisation: Organisation, problem: DistributionProblem, proposal: Proposal
) -> StoredProposal:
    asked = problem.round.asked
    return StoredProposal(
        id=services.make_key("P"),
        made_at=services.clock.now(),
        revision=organisation.revision,
        digest=digest_of(organisation, problem.request, asked),
        asked=asked,
        request=problem.request,
        proposal=proposal,
    )


def save_draft(unit: WriteUnit, stored: StoredProposal, *, action: str) -> None:
    """Write a proposal as a draft with its audit line; whoever calls commits."""
    figures = {"placed": len(stored.proposal.placements), "left_over": len(stored.proposal.unplaced)}
    unit.save_proposal(stored)
    unit.append_audit(AuditEntry(action=action, subject=stored.id, figures=figures))
