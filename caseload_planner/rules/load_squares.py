"""Sums over workers of a function of their loads: what evenness and work above the norm have in common."""

from abc import abstractmethod
from functools import partial

from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term


class LoadSquares(Level):
    """What the round adds to a square over capacity, over everybody who can carry something. In 1/10,000 point."""

    scale = 10_000

    @abstractmethod
    def added(self, capacity: Hundredths, before: Hundredths, added: Hundredths) -> int:
        """Give what one worker's value grows by, in 1/10,000 point."""

    def value(self, plan: Plan) -> int:
        """Add up over everybody who gets something."""
        return sum(
            self.added(plan.round.capacity(worker).working, plan.round.load_before(worker), added)
            for worker, added in plan.added.items()
            if plan.round.capacity(worker).working > 0
        )

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Use the exact function of what each worker gets."""
        total: Term = 0
        for worker in model.workers_in_play():
            capacity = round_.capacity(worker).working
            if capacity > 0:
                function = partial(self.added, capacity, round_.load_before(worker))
                total = total + model.convex_of_added(worker, function)
        return total
