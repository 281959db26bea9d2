"""W4: not too much new work in one week."""

from functools import partial

from caseload_planner.domain.capacity import intake_limit
from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term


def intake_over(limit: Hundredths, taken: Hundredths) -> Hundredths:
    """Give the new first-contact hundredths above what one week should bring."""
    return max(0, taken - limit)


def _intake_added(limit: Hundredths, before: Hundredths, added: Hundredths) -> Hundredths:
    return intake_over(limit, before + added) - intake_over(limit, before)


class IntakeSpread(Level):
    """New first-contact points of one worker in an ISO week above 1.60 x deployable fte, earlier rounds included.

    CWLA's guidance on intake; the height is an assumption. In hundredths.
    """

    name = "intake_spread"
    scale = 100

    def value(self, plan: Plan) -> int:
        """Add up over everybody who took a first contact this week, in this round or before."""
        taken = plan.round.taken_this_week
        return sum(
            intake_over(self._limit(plan.round, worker), taken.get(worker, 0) + plan.first_added.get(worker, 0))
            for worker in sorted({*taken, *plan.first_added})
        )

    def fixed_part(self, round_: Round) -> int:
        """Give what earlier rounds of this week brought above the limit."""
        return sum(intake_over(self._limit(round_, worker), n) for worker, n in round_.taken_this_week.items())

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Use the exact function of what each worker gets as first contact."""
        total: Term = 0
        for worker in model.workers_in_play():
            function = partial(_intake_added, self._limit(round_, worker), round_.taken_this_week.get(worker, 0))
            total = total + model.convex_of_first_added(worker, function)
        return total

    def _limit(self, round_: Round, worker: str) -> Hundredths:
        return intake_limit(round_.capacity(worker), round_.caseload.policy)
