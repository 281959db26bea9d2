"""Decide a draft that a leader made on data that she has in front of her: keep it as a plan, then decide that."""

from collections.abc import Iterable

from caseload_planner.application.decide_proposal import DecideResult, decide
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.keep_open_draft import discard_draft
from caseload_planner.application.propose_distribution import digest_of, keep_own_plan
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
        It breaks a rule that nobody answers for; see `keep_own_plan` and `decide`.
    """
    _refuse_changed(services, seen, request)
    stored = keep_own_plan(services, request, placements)
    if stored.revision != seen.revision and stored.digest != digest_of_request(seen, request):
        raise _stale()
    result = decide(services, stored.id, terms)
    # Were the program to end before this, the draft found again would be empty: its measures wait no longer.
    discard_draft(services, request.on, request.teams)
    return result


def _refuse_changed(services: Services, seen: Organisation, request: ProposalRequest) -> None:
    with services.store.read() as unit:
        now = unit.snapshot()
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
