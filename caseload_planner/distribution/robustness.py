"""Whether the proposal would be another if a disputed weight were a little different."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from caseload_planner.distribution.alternatives import differences
from caseload_planner.distribution.judge import judge, plan_from_proposal
from caseload_planner.distribution.problem import DistributionProblem, build_problem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import Proposal, Status
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.points import Hundredths
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement, Plan, plan_of

DISPUTED = "disputed"
"""Name of the factor that stands for the disputed difference; no norm has it."""
STEP: Hundredths = 10
SECONDS = 5.0
"""How long one step may take; a proposal that is not proven by then is told as such."""
PROOF = Decimal("0.005")
"""What counts as proven (`LevelValue.proven`), so nearer than this is as good."""


@dataclass(frozen=True, slots=True)
class Move:
    """A measure that would be placed in another way; None where it is left over."""

    measure: str
    before: Placement | None
    after: Placement | None


@dataclass(frozen=True, slots=True)
class Robustness:
    """What happens when a measure weighs `by` hundredths more (or less).

    Attributes
    ----------
    moves
        What would be placed in another way, the old placements kept wherever that is as good; nothing where the
        proposal stands.
    because
        Why the old placements would not do any more: the rule that they would break, or the level at which they
        would be worse. None where the proposal stands.
    proven
        Whether the other answer is proven, so that what is told here is certain.
    """

    measure: str
    by: Hundredths
    moves: tuple[Move, ...]
    because: str | None
    proven: bool

    @property
    def changed(self) -> tuple[str, ...]:
        """Measures that would be placed in another way."""
        return tuple(move.measure for move in self.moves)

    @property
    def stands(self) -> bool:
        """Whether the proposal would be the same."""
        return not self.moves


def robustness(
    organisation: Organisation,
    problem: DistributionProblem,
    profile: Profile,
    proposal: Proposal,
    measure: str,
    *,
    steps: Iterable[Hundredths] = (-STEP, STEP),
    stop: StopSignal | None = None,
) -> tuple[Robustness, ...]:
    """Solve again with one measure a little lighter and heavier, an asked one or one that somebody already holds.

    A step that the cap on factors does not allow, or that leaves no weight, is left out, and so are the steps after a
    stop.
    """
    before = plan_from_proposal(problem.round, proposal)
    weight = problem.round.caseload.weights[measure]
    room = problem.round.caseload.norm.factor_cap - weight.factor_sum
    seconds = min(SECONDS, problem.request.time_limit_seconds)
    request = replace(problem.request, measures=problem.round.asked, kept=before.placements, time_limit_seconds=seconds)
    found = []
    for by in steps:
        if by > room or weight.total + by <= 0 or (stop is not None and stop.requested):
            continue
        changed = build_problem(_weighing(organisation, problem, measure, by), request)
        answer = solve(changed, profile, stop=stop)
        if stop is None or not stop.requested:
            found.append(_compared(before, changed, profile, answer, measure, by))
    return tuple(found)


def _compared(
    before: Plan, changed: DistributionProblem, profile: Profile, answer: Proposal, measure: str, by: Hundredths
) -> Robustness:
    after = plan_from_proposal(changed.round, answer)
    because = _why_not_as_it_was(plan_of(changed.round, before.placements), after, profile)
    moved = () if because is None else differences(before, after)
    moves = tuple(Move(key, before.by_measure.get(key), after.by_measure.get(key)) for key in moved)
    return Robustness(measure, by, moves, because, proven=answer.status is Status.OPTIMAL)


def _why_not_as_it_was(old: Plan, best: Plan, profile: Profile) -> str | None:
    """Give the rule that the old placements break under the other weight, or the level at which they are worse."""
    broken = {breach.rule for breach in judge(old).forbidden}
    if broken:
        return min(broken)
    for level in profile.levels:
        rule = LEVELS[level.name]
        one, other = rule.value(old), rule.value(best)
        near = max(level.tolerance, PROOF) * max(rule.scale, abs(other)) if rule.scale > 1 else 0
        if abs(one - other) > near:
            return level.name if one > other else None
    return None


def _weighing(organisation: Organisation, problem: DistributionProblem, measure: str, by: Hundredths) -> Organisation:
    """Give the organisation in which one measure has a factor more, under the norm in force."""
    norm, weight = problem.round.caseload.norm, problem.round.caseload.weights[measure]
    # Above the cap the factors weigh more than they count: what is over goes off first.
    over = sum(points for _, points in weight.factors) - weight.factor_sum
    other = replace(norm, factors={**norm.factors, DISPUTED: by - over})
    case = organisation.measures[measure]
    return replace(
        organisation,
        measures={**organisation.measures, measure: replace(case, factors=case.factors | {DISPUTED})},
        norms=NormSet(
            tuple(other if one == norm else one for one in organisation.norms.norms), organisation.norms.policy
        ),
    )
