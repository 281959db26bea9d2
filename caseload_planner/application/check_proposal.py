"""Check a stored proposal with the independent checker, on the data that it was made for."""

from dataclasses import dataclass, replace

from caseload_planner.application.changes import assignment_key
from caseload_planner.application.decide_proposal import needed_overrides
from caseload_planner.application.ports import Decision, ReadUnit, StoredProposal
from caseload_planner.application.propose_distribution import digest_of
from caseload_planner.application.services import Services
from caseload_planner.distribution.judge import check_proposal
from caseload_planner.distribution.problem import open_round
from caseload_planner.domain.errors import RuleRefusalError, UnknownKeyError
from caseload_planner.domain.organisation import Organisation


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found; nothing in `wrong` and not stale is a pass."""

    stored: StoredProposal
    wrong: tuple[str, ...]
    stale: bool

    @property
    def owed(self) -> tuple[tuple[str, str, str], ...]:
        """What asks a recorded reason before it can be decided: (measure, worker, rule); nothing once it is decided."""
        return () if self.stored.decision is not None else needed_overrides(self.stored)

    @property
    def passed(self) -> bool:
        """Whether the proposal holds on the data as they are now."""
        return not self.wrong and not self.stale


def check(services: Services, proposal: str) -> CheckResult:
    """Judge a stored proposal anew; a decided one on the data without its own assignments."""
    with services.store.read() as unit:
        stored = unit.proposal(proposal)
        organisation = before_its_decision(unit, stored)
    try:
        stale = digest_of(organisation, stored.request, stored.asked) != stored.digest
        request = replace(stored.request, measures=stored.asked)
        wrong = check_proposal(open_round(organisation, request), stored.proposal) if stored.asked else ()
    except (UnknownKeyError, RuleRefusalError) as error:
        return CheckResult(stored, (error.message,), stale=True)
    return CheckResult(stored, wrong, stale)


def before_its_decision(unit: ReadUnit, stored: StoredProposal) -> Organisation:
    """Give the data that a proposal is about: those of now, for a decided one without what its decision wrote.

    Who takes new cases is then as it was at the decision: a plan that was accepted since has nothing to say about it.
    """
    organisation = unit.snapshot()
    if stored.decision is None:
        return organisation
    decision = unit.decision(stored.decision)
    organisation = replace(organisation, winding_down=unit.wind_downs.winding_down(decision.decided_at))
    # What a withdrawn decision wrote is gone already.
    return organisation if decision.withdrawal is not None else without_decision(organisation, decision)


def without_decision(organisation: Organisation, decision: Decision) -> Organisation:
    """Give the organisation as it was before a decision: what it began is gone, what it ended runs on."""
    begun = {assignment_key(assignment) for assignment in decision.begun}
    ended = {assignment_key(assignment) for assignment in decision.ended}
    kept = (
        replace(assignment, until_on=None) if assignment_key(assignment) in ended else assignment
        for assignment in organisation.assignments
        if assignment_key(assignment) not in begun
    )
    return replace(organisation, assignments=tuple(kept))
