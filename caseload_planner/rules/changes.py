"""W15: as few changes as possible from the proposal of before."""

from caseload_planner.rules.round import Placement, Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term


class Changes(Level):
    """Positions, over the measures that the kept proposal placed, that do not hold the same person as there.

    A second who is new where there was none counts as well. Without a kept proposal there is nothing to count.
    """

    name = "changes"

    def value(self, plan: Plan) -> int:
        """Count them."""
        return sum(_differences(kept, plan.by_measure.get(kept.measure)) for kept in _kept(plan.round))

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Count the same in the model."""
        total: Term = 0
        for kept in _kept(round_):
            total = total + 1 - model.first(kept.measure, kept.first)
            if kept.second is None:
                total = total + model.duo(kept.measure)
            else:
                total = total + 1 - model.second(kept.measure, kept.second)
        return total


def _kept(round_: Round) -> list[Placement]:
    return [round_.kept[key] for key in round_.asked if key in round_.kept]


def _differences(kept: Placement, now: Placement | None) -> int:
    if now is None:
        return 1 + (kept.second is not None)
    return (kept.first != now.first) + (kept.second != now.second)
