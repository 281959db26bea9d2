"""H1: nobody is dropped."""

from collections import Counter
from collections.abc import Iterator

from caseload_planner.rules.round import Breach, Plan, Round
from caseload_planner.rules.rule import HardRule
from caseload_planner.rules.rule_model import RuleModel


class AssignedOnce(HardRule):
    """Every new measure gets exactly one first contact, or is listed as left over; it is never silently dropped.

    Hard. No waiting list is allowed (Speerpunten 2024-2025 and 2026-2027).
    """

    name = "H1"
    source = "Speerpunten 2024-2025, 2026-2027"

    def judge_round(self, plan: Plan) -> Iterator[Breach]:
        """Find measures placed twice, placed and left over at once, or not mentioned."""
        placed = Counter(placement.measure for placement in plan.placements)
        left = set(plan.unplaced)
        for key in sorted(set(plan.round.asked) | set(placed)):
            if placed[key] > 1:
                yield Breach(rule=self.name, code="placed_twice", measure=key)
            elif placed[key] and key in left:
                yield Breach(rule=self.name, code="placed_and_left_over", measure=key)
            elif not placed[key] and key not in left:
                yield Breach(rule=self.name, code="dropped", measure=key)

    def post(self, round_: Round, model: RuleModel) -> None:
        """Add nothing: in every model a measure has one first contact or is left over."""
