"""Decide a proposal: its assignments and its audit line become true together, or nothing does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from caseload_planner.application.ask_other_teams import agreements_for, asked_of_others
from caseload_planner.application.changes import ChangeSet
from caseload_planner.application.confirm_handovers import assignments_of_handovers
from caseload_planner.application.decision_terms import DecisionTerms
from caseload_planner.application.due_handovers import refuse_changed, still_needed
from caseload_planner.application.meeting_records import RecordedOverride
from caseload_planner.application.plan_records import HandoverState, PlannedHandover
from caseload_planner.application.ports import AuditEntry, Decision, ReadUnit, StoredProposal, WriteUnit
from caseload_planner.application.propose_distribution import digest_of
from caseload_planner.application.services import Services
from caseload_planner.distribution.judge import check_proposal
from caseload_planner.distribution.problem import open_round
from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.errors import (
    AgreementMissingError,
    OverrideReasonError,
    RuleRefusalError,
    StaleProposalError,
    UnknownKeyError,
)
from caseload_planner.domain.organisation import Organisation
from caseload_planner.rules.hard_rules import HARD_RULES, OVERRIDABLE
from caseload_planner.rules.round import Placement

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DecideResult:
    """A decision, and whether it was there already; `changes` is None then.

    `not_agreed` are contacts of other teams that it begins without a recorded agreement.
    """

    decision: Decision
    changes: ChangeSet | None
    not_agreed: tuple[Assignment, ...] = ()

    @property
    def already_decided(self) -> bool:
        """Whether the proposal had been decided before; nothing was written now."""
        return self.changes is None


def decide(services: Services, proposal: str, terms: DecisionTerms) -> DecideResult:
    """Write the assignments of a stored proposal from its date.

    Deciding the same proposal again changes nothing and says so. What other teams agreed to for the round of that date
    is kept with the decision.

    Raises
    ------
    UnknownKeyError
        There is no such proposal.
    StaleProposalError
        Its measures, candidates or norm changed since it was made, or its decision was withdrawn.
    HandoverChangedError
        A handover can no longer be confirmed as it was planned.
    OverrideReasonError
        A starred rule is broken without a reason, or a reason is given for one that is not.
    AgreementMissingError
        A contact of another team has no recorded agreement, where that is needed.
    AlreadySettledError
        A handover was confirmed or withdrawn before.
    """
    with services.store.write() as unit:
        stored = unit.proposal(proposal)
        if stored.decision is not None:
            return DecideResult(_standing(unit.decision(stored.decision)), None)
        result = decide_within(services, unit, stored, terms)
        unit.commit()
    return result


def decide_within(services: Services, unit: WriteUnit, stored: StoredProposal, terms: DecisionTerms) -> DecideResult:
    """Decide a proposal that was not decided yet within a transaction; whoever calls commits. See `decide`."""
    organisation = _checked(unit, stored, terms.overrides)
    decision, missing = _decision(services, unit, stored, organisation, terms)
    changes = unit.record_decision(decision)
    _confirm(unit, terms.handovers, decision)
    unit.append_audit(_audit_entry(decision, stored, not_agreed=len(missing), handovers=len(terms.handovers)))
    return DecideResult(decision, changes, missing)


def _decision(
    services: Services, unit: ReadUnit, stored: StoredProposal, organisation: Organisation, terms: DecisionTerms
) -> tuple[Decision, tuple[Assignment, ...]]:
    """Give the decision as it is to be written, and its contacts of other teams of whom nobody recorded who agreed."""
    on = stored.request.on
    begun, ended = assignments_of_round(organisation, stored.proposal.placements, on)
    agreed, missing = agreements_for(asked_of_others(organisation, begun), unit.agreements.of_round(on))
    if terms.agreements_needed:
        _refuse_not_agreed(missing)
    handed_over, given_up = _handed_over(organisation, terms.handovers, on)
    decision = Decision(
        id=services.make_key("B"),
        proposal=stored.id,
        on=on,
        decided_by=terms.decided_by,
        decided_at=services.clock.now(),
        remarks=terms.remarks,
        overrides=tuple(terms.overrides),
        begun=(*begun, *handed_over),
        ended=(*ended, *given_up),
        agreements=agreed,
        minutes=_minutes_of(stored, terms.minutes),
    )
    return decision, missing


def assignments_of_round(
    organisation: Organisation, placements: Sequence[Placement], on: date
) -> tuple[tuple[Assignment, ...], tuple[Assignment, ...]]:
    """Give the assignments that a round begins on its date, and the running ones that it ends.

    Who already stands in her position stays. Whoever else still stands on the measure ends the day before; who left
    the service ends on her last day.
    """
    begun: list[Assignment] = []
    ended: list[Assignment] = []
    for placement in placements:
        wanted = dict(placement.contacts)
        for old in organisation.assignments_of[placement.measure]:
            if old.until_on is not None and old.until_on < on:
                continue
            last_day = organisation.workers[old.worker].ends_on
            gone = last_day is not None and last_day < on
            if not gone and old.from_on <= on and wanted.get(old.position) == old.worker:  # type: ignore[call-overload]
                del wanted[old.position]  # type: ignore[arg-type]
            elif old.from_on <= on:
                until = last_day if gone else max(on - DAY, old.from_on)
                ended.append(replace(old, until_on=until))
        begun += [
            Assignment(measure=placement.measure, worker=worker, position=position, from_on=on)
            for position, worker in wanted.items()
        ]
    return tuple(begun), tuple(ended)


def _checked(unit: ReadUnit, stored: StoredProposal, recorded: Iterable[RecordedOverride]) -> Organisation:
    """Give the data of now, on which a proposal still holds with the reasons that are given."""
    organisation = unit.snapshot()
    _refuse_stale(organisation, stored)
    _refuse_wrong(organisation, stored)
    _refuse_unreasoned(stored, recorded)
    return organisation


def _handed_over(
    organisation: Organisation, handovers: Sequence[PlannedHandover], on: date
) -> tuple[tuple[Assignment, ...], tuple[Assignment, ...]]:
    """Give what handovers begin and end, where each can still be confirmed as it was planned."""
    if not handovers:
        return (), ()
    caseload = caseload_on(organisation, on)
    wanted = still_needed(caseload, handovers)
    refuse_changed(caseload, wanted)
    return assignments_of_handovers(organisation, wanted, on)


def _confirm(unit: WriteUnit, handovers: Iterable[PlannedHandover], decision: Decision) -> None:
    for one in handovers:
        unit.wind_downs.settle_handover(
            one.plan, one.measure, one.from_worker, HandoverState.CONFIRMED, decision=decision.id
        )


def _standing(decision: Decision) -> Decision:
    if decision.withdrawal is not None:
        why = "its decision was withdrawn"
        raise StaleProposalError(
            f"proposal {decision.proposal} cannot be decided: {why}, as {decision.id}; propose again",
            proposal=decision.proposal,
            why=why,
        )
    return decision


def _refuse_not_agreed(missing: Sequence[Assignment]) -> None:
    if missing:
        first = missing[0]
        raise AgreementMissingError(
            f"{first.worker} is of another team and nobody recorded who agreed to {first.measure}; record a name first",
            measure=first.measure,
            worker=first.worker,
        )


def _minutes_of(stored: StoredProposal, minutes: Mapping[str, str]) -> Mapping[str, str]:
    """Give what was said about measures of the round; the rest belongs to another one."""
    asked = set(stored.asked)
    return {key: text.strip() for key, text in sorted(minutes.items()) if key in asked and text.strip()}


def _refuse_stale(organisation: Organisation, stored: StoredProposal) -> None:
    try:
        unchanged = digest_of(organisation, stored.request, stored.asked) == stored.digest
        why = "its measures, candidates or norm changed"
    except (UnknownKeyError, RuleRefusalError) as error:
        unchanged, why = False, error.message
    if not unchanged:
        raise StaleProposalError(
            f"proposal {stored.id} is out of date: {why} since it was made; propose again", proposal=stored.id, why=why
        )


def _refuse_wrong(organisation: Organisation, stored: StoredProposal) -> None:
    request = replace(stored.request, measures=stored.asked)
    wrong = check_proposal(open_round(organisation, request), stored.proposal) if stored.asked else ()
    if wrong:
        raise RuleRefusalError(f"proposal {stored.id} does not pass the check: {wrong[0]}", rule=wrong[0].split()[0])


def _refuse_unreasoned(stored: StoredProposal, given: Iterable[RecordedOverride]) -> None:
    wanted = needed_overrides(stored)
    reasons = {(row.measure, row.worker, row.rule): row.reason.strip() for row in given}
    for measure, worker, rule in sorted(reasons):
        if (measure, worker, rule) not in wanted:
            raise OverrideReasonError(
                _why_superfluous(stored, measure, worker, rule), measure=measure, worker=worker, rule=rule
            )
    missing = [key for key in wanted if not reasons.get(key)]
    if missing:
        measure, worker, rule = missing[0]
        options = " ".join(f"--override {m}={w}:{r}:reason" for m, w, r in missing)
        raise OverrideReasonError(
            f"starred rules are broken without a reason; record one for each ({options}), or drop those pins",
            measure=measure,
            worker=worker,
            rule=rule,
        )


def needed_overrides(stored: StoredProposal) -> tuple[tuple[str, str, str], ...]:
    """Give what needs a recorded reason before a proposal can be decided: (measure, worker, rule), sorted."""
    needed = {
        (breach.measure, breach.worker, breach.rule)
        for breach in stored.proposal.needs_override
        if breach.measure is not None and breach.worker is not None
    }
    return tuple(sorted(needed))


def _why_superfluous(stored: StoredProposal, measure: str, worker: str, rule: str) -> str:
    if rule not in {one.name for one in HARD_RULES}:
        return f"there is no rule {rule}; those that may be set aside are {', '.join(sorted(OVERRIDABLE))}"
    if rule not in OVERRIDABLE:
        return f"nobody may set {rule} aside; those that may be are {', '.join(sorted(OVERRIDABLE))}"
    if measure not in stored.asked:
        return f"proposal {stored.id} does not ask {measure}"
    return f"{rule} needs no override for {measure} and {worker}"


def _audit_entry(decision: Decision, stored: StoredProposal, *, not_agreed: int, handovers: int) -> AuditEntry:
    figures: dict[str, str | int] = {
        "proposal": stored.id,
        "begun": len(decision.begun),
        "ended": len(decision.ended),
        "left_over": len(stored.proposal.unplaced),
        "overrides": ", ".join(f"{row.measure}={row.worker}:{row.rule}" for row in decision.overrides),
        "agreed": len(decision.agreements),
        "not_agreed": not_agreed,
        "handovers": handovers,
    }
    return AuditEntry(action="round_decided", subject=decision.id, figures=figures)
