"""W1: nobody waits; the oldest and riskiest first."""

from collections.abc import Mapping
from datetime import date

from caseload_planner.domain.measures import Measure
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Implied, Level
from caseload_planner.rules.rule_model import RuleModel, Term

URGENT_TIMES = 5


def waiting_weight(measure: Measure, on: date) -> int:
    """Give what leaving a measure over costs: (1 + days since it was reported), five times where it is urgent."""
    return (1 + (on - measure.reported_on).days) * (URGENT_TIMES if measure.urgent else 1)


class Waiting(Level):
    """Sum over measures left over of (1 + calendar days since reported) x 5 where urgent, else x 1.

    Speerpunten 2024-2025 and 2026-2027, Verbeterplan 2022.
    """

    name = "waiting"

    def value(self, plan: Plan) -> int:
        """Add up what is left over."""
        return sum(waiting_weight(plan.round.measure(key), plan.round.on) for key in plan.unplaced)

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Weigh each measure that is not placed."""
        total: Term = 0
        for key in round_.asked:
            total = total + (1 - model.placed(key)) * waiting_weight(round_.measure(key), round_.on)
        return total

    def implied(
        self,
        round_: Round,
        firsts: Mapping[str, frozenset[str]],
        placed: frozenset[str],
        most: int,
    ) -> Implied:
        """Who weighs more than all that may be left over is placed."""
        weights = {key: waiting_weight(round_.measure(key), round_.on) for key in firsts}
        return Implied(placed=placed | {key for key, weight in weights.items() if weight > most})
