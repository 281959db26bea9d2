"""W2: as little as possible above the working norm."""

from functools import partial

from caseload_planner.domain.points import Hundredths, part
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term


def over_norm_added(capacity: Hundredths, before: Hundredths, added: Hundredths) -> int:
    """Give how much more over the working norm weighs after adding, squared over capacity, in 1/10,000 point."""
    after_over, before_over = max(0, before + added - capacity), max(0, before - capacity)
    return part(after_over**2, capacity) - part(before_over**2, capacity)


class OverNorm(Level):
    """Sum over workers of the square of the load above the working norm, over capacity; what the round adds to it.

    Convex, so that one person far above weighs more than two a little above (Speerpunten 2026-2027). In 1/10,000 point.
    """

    name = "over_norm"
    scale = 10_000

    def value(self, plan: Plan) -> int:
        """Add up over everybody who gets something."""
        return sum(
            over_norm_added(plan.round.capacity(worker).working, plan.round.load_before(worker), added)
            for worker, added in plan.added.items()
            if plan.round.capacity(worker).working > 0
        )

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Use the exact function of what each worker gets."""
        total: Term = 0
        for worker in model.workers_in_play():
            capacity = round_.capacity(worker).working
            if capacity > 0:
                function = partial(over_norm_added, capacity, round_.load_before(worker))
                total = total + model.convex_of_added(worker, function)
        return total
