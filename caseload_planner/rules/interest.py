"""W10: what a worker would like."""

from caseload_planner.domain.assignment import Position
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term


class Interest(Level):
    """First contacts who wrote down what they would like and get something else (works council agreement).

    A wish is the name of a type, a method or a factor of a measure. Who wrote nothing down counts nowhere.
    """

    name = "W10"

    def value(self, plan: Plan) -> int:
        """Count them."""
        return sum(_other_than_wished(plan.round, p.measure, p.first) for p in plan.placements)

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Count the same in the model."""
        total: Term = 0
        for key in round_.asked:
            for worker in model.candidates(key, Position.FIRST):
                if _other_than_wished(round_, key, worker):
                    total = total + model.first(key, worker)
        return total


def _other_than_wished(round_: Round, measure: str, worker: str) -> bool:
    case, wishes = round_.measure(measure), round_.worker(worker).wishes
    return bool(wishes) and not wishes & {case.type.value, case.method.value, *case.factors}
