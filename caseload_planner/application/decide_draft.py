"""Decide a draft that a leader made on the data in front of her: plan, decision and draft in one transaction."""

from collections.abc import Iterable

from caseload_planner.application.decide_proposal import DecideResult, decide_within
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.propose_distribution import digest_of, own_plan, save_draft
from caseload_planner.application.services import Services
from caseload_planner.distribution.problem import open_round
from caseload_planner.distribution.proposal import ProposalRequest
from caseload_planner.domain.errors import RuleRefusalError, StaleProposalError, UnknownKeyError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.rules.round import Placement


def decide_draft(
    services: Services,
    seen: Organisation,
    request: ProposalRequest,
    placements: Iterable[Placement],
    terms: DecisionTerms,
) -> DecideResult:
    """Decide what a leader has in front of her, where the data are still those that she saw.

    Her plan is kept, decided, and its open draft let go of, all together; a refusal leaves nothing behind.

    Parameters
    ----------
    seen
        The snapshot on which she made the draft.
    request
        Her question with her pins and exclusions.

    Raises
    ------
    StaleProposalError
        The measures, candidates or norm of the draft changed since she saw them.
    RuleRefusalError, OverrideReasonError, AgreementMissingError
        It breaks a rule that nobody answers for; see `own_plan` and `decide`.
    """
    with services.store.write() as unit:
        now = unit.snapshot()
        _refuse_changed(now, seen, request)
        stored = own_plan(services, now, request, placements)
        save_draft(unit, stored, action="plan_drawn")
        result = decide_within(services, unit, stored, terms)
        unit.open_drafts.discard(request.on, request.teams)
        unit.commit()
    return result


def _refuse_changed(now: Organisation, seen: Organisation, request: ProposalRequest) -> None:
    if now.revision == seen.revision:
        return
    try:
        unchanged = digest_of_request(now, request) == digest_of_request(seen, request)
    except (UnknownKeyError, RuleRefusalError):
        unchanged = False
    if not unchanged:
        raise _stale()


def _stale() -> StaleProposalError:
    why = "its measures, candidates or norm changed"
    return StaleProposalError(f"the draft is out of date: {why} since it was made; propose again", why=why)


def digest_of_request(organisation: Organisation, request: ProposalRequest) -> str:
    """Give the digest of all that a request asks on some data."""
    return digest_of(organisation, request, open_round(organisation, request).asked)
