"""H13: running measures stay where they are."""

from collections.abc import Iterator

from caseload_planner.domain.assignment import NOBODY
from caseload_planner.rules.round import Breach, Plan, Round
from caseload_planner.rules.rule import HardRule
from caseload_planner.rules.rule_model import RuleModel


class Continuity(HardRule):
    """A weekly round places only measures that are to be distributed; running ones do not move.

    Hard, save planned handovers (Speerpunten 2024-2025, 2026-2027; Verbeterplan 2022: continuity).
    """

    name = "H13"
    source = "Speerpunten 2024-2025, 2026-2027; Verbeterplan 2022"

    def judge_round(self, plan: Plan) -> Iterator[Breach]:
        """Find measures that were not asked, do not run, or have a first contact already."""
        asked, caseload = set(plan.round.asked), plan.round.caseload
        for placement in plan.placements:
            key = placement.measure
            has_first = caseload.holders.get(key, NOBODY).first is not None
            if key not in asked or key not in caseload.weights or has_first:
                yield Breach(rule=self.name, code="not_to_distribute", measure=key)
        for key in plan.unplaced:
            if key not in asked:
                yield Breach(rule=self.name, code="not_to_distribute", measure=key)

    def post(self, round_: Round, model: RuleModel) -> None:
        """Add nothing: a model has choices for asked measures only."""
