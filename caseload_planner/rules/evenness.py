"""W3: work is spread evenly over what people can carry."""

from functools import partial

from caseload_planner.domain.points import Hundredths, part
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term


def evenness_added(capacity: Hundredths, before: Hundredths, added: Hundredths) -> int:
    """Give how much the square of a load over capacity grows by adding, in 1/10,000 point."""
    return part((before + added) ** 2, capacity) - part(before**2, capacity)


class Evenness(Level):
    """Sum over workers of the square of the load over capacity; what the round adds to it.

    Least where everybody carries the same share of what she can (Speerpunten 2026-2027, "gezonde verdeling van
    zaken"). In 1/10,000 point.
    """

    name = "evenness"
    scale = 10_000

    def value(self, plan: Plan) -> int:
        """Add up over everybody who gets something."""
        return sum(
            evenness_added(plan.round.capacity(worker).working, plan.round.load_before(worker), added)
            for worker, added in plan.added.items()
            if plan.round.capacity(worker).working > 0
        )

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Use the exact function of what each worker gets."""
        total: Term = 0
        for worker in model.workers_in_play():
            capacity = round_.capacity(worker).working
            if capacity > 0:
                function = partial(evenness_added, capacity, round_.load_before(worker))
                total = total + model.convex_of_added(worker, function)
        return total
