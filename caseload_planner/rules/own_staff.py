"""W7: own staff carry families, team D only what is short."""

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.measures import PROVISIONAL_TYPES, MeasureType
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term

SHORT_TYPES = PROVISIONAL_TYPES | {MeasureType.PREVENTIVE, MeasureType.AFTERCARE}
"""Measures that are over within about half a year."""


class OwnStaff(Level):
    """Secondees who become first contact of a measure that is not short (Speerpunten 2026-2027)."""

    name = "W7"

    def value(self, plan: Plan) -> int:
        """Count them."""
        return sum(_counts(plan.round, placement.measure, placement.first) for placement in plan.placements)

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Count the same in the model."""
        total: Term = 0
        for key in round_.asked:
            for worker in model.candidates(key, Position.FIRST):
                if _counts(round_, key, worker):
                    total = total + model.first(key, worker)
        return total


def _counts(round_: Round, measure: str, worker: str) -> bool:
    return round_.worker(worker).seconded and round_.measure(measure).type not in SHORT_TYPES
