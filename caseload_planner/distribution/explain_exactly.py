"""Why not somebody else, exactly: she gets the position, the rest is solved again, and the levels are compared."""

from dataclasses import replace

from caseload_planner.distribution.explain import LevelLoss, WhyNot
from caseload_planner.distribution.problem import DistributionProblem, build_problem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import Proposal, ProposalRequest
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import RuleRefusalError
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.hard_rules import PERSON_RULES
from caseload_planner.rules.region import help_is_asked
from caseload_planner.rules.round import Breach, ContactPosition, Pin

SECONDS = 5.0


def why_not_exactly(
    problem: DistributionProblem,
    profile: Profile,
    proposal: Proposal,
    measure: str,
    worker: str,
    position: ContactPosition,
    *,
    stop: StopSignal | None = None,
) -> WhyNot:
    """Tell why a worker does not have a position, when all others may move along.

    Rules of who she is are told as they are. Otherwise the round is solved again with her in that position (for a
    second beside the first of the proposal): the starred rules that it would take, or else the first level that becomes
    worse and by how much; nothing where the answer would be as good.
    """
    round_ = problem.round
    judged = (rule.judge_pair(round_, measure, worker, position) for rule in PERSON_RULES)
    breaches = tuple(breach for breach in judged if breach is not None and not help_is_asked(round_, breach))
    now = next((placement for placement in proposal.placements if placement.measure == measure), None)
    if breaches or (now is None and position is Position.SECOND):
        return WhyNot(measure, worker, position, breaches, None)
    first = now.first if now is not None and position is Position.SECOND else worker
    pin = Pin(measure, first, worker if position is Position.SECOND else None)
    request = _asked_with(problem, pin, worker)
    try:
        changed = build_problem(round_.caseload.organisation, request)
    except RuleRefusalError as refused:
        # Two who cannot stand together though each could stand with another.
        rule, code = str(refused.figures["rule"]), str(refused.figures["code"])
        breach = Breach(rule=rule, code=code, measure=measure, worker=worker, position=position)
        return WhyNot(measure, worker, position, (breach,), None)
    answer = solve(changed, profile, stop=stop)
    needed = tuple(
        breach
        for breach in answer.needs_override
        if breach.measure == measure and breach.worker == worker and not help_is_asked(round_, breach)
    )
    return WhyNot(measure, worker, position, needed, None if needed else _loss(proposal, answer))


def _asked_with(problem: DistributionProblem, pin: Pin, worker: str) -> ProposalRequest:
    """Give the question of a round with a pin more, and without what keeps its worker from the measure."""
    others = tuple(one for one in problem.request.pins if one.measure != pin.measure)
    exclusions = tuple(pair for pair in problem.request.exclusions if pair != (pin.measure, worker))
    return replace(
        problem.request,
        measures=problem.round.asked,
        pins=(*others, pin),
        exclusions=exclusions,
        time_limit_seconds=min(SECONDS, problem.request.time_limit_seconds),
    )


def _loss(proposal: Proposal, answer: Proposal) -> LevelLoss | None:
    for before, after in zip(proposal.levels, answer.levels, strict=True):
        if after.value != before.value:
            worse = after.value > before.value
            return LevelLoss(before.name, after.value - before.value, before.scale) if worse else None
    return None
