"""Whether the proposal would be another if a disputed weight were a little different."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from caseload_planner.distribution.alternatives import differences
from caseload_planner.distribution.judge import plan_from_proposal
from caseload_planner.distribution.problem import DistributionProblem, build_problem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import Proposal
from caseload_planner.distribution.solve import solve
from caseload_planner.domain.norm import NormSet
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.points import Hundredths
from caseload_planner.domain.run_control import StopSignal

DISPUTED = "disputed"
"""Name of the factor that stands for the disputed difference; no norm has it."""
STEP: Hundredths = 10


@dataclass(frozen=True, slots=True)
class Robustness:
    """What happens when a measure weighs `by` hundredths more (or less).

    Attributes
    ----------
    changed
        Measures that would be placed in another way, the old placements kept wherever that is as good.
    """

    measure: str
    by: Hundredths
    changed: tuple[str, ...]

    @property
    def stands(self) -> bool:
        """Whether the proposal would be the same."""
        return not self.changed


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

    A step that the cap on factors does not allow is left out.
    """
    before = plan_from_proposal(problem.round, proposal)
    room = problem.round.caseload.norm.factor_cap - problem.round.caseload.weights[measure].factor_sum
    found = []
    for by in steps:
        if by > room:
            continue
        request = replace(problem.request, measures=problem.round.asked, kept=before.placements)
        changed = build_problem(_weighing(organisation, problem, measure, by), request)
        after = plan_from_proposal(changed.round, solve(changed, profile, stop=stop))
        found.append(Robustness(measure, by, differences(before, after)))
    return tuple(found)


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
