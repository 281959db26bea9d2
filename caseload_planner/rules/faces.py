"""W8 and W12: few new faces, and partners who know each other."""

from caseload_planner.domain.assignment import Position
from caseload_planner.rules.hard_rules import person_may
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term

KNOWN_SECOND_PASSED_OVER = 2
NEW_PARTNERS = 1


def known_second(round_: Round, measure: str) -> str | None:
    """Give the second contact whom the family knows, where no rule of persons keeps her from being second here."""
    second = round_.known_seconds[measure]
    return second if second is not None and person_may(round_, measure, second, Position.SECOND) else None


class Faces(Level):
    """Two for a known second passed over where a second is placed, one for a duo that shares no running measure yet.

    A known second who becomes first contact is not passed over (Speerpunten 2024-2025, 2026-2027; Verbeterplan 2022).
    """

    name = "faces"

    def value(self, plan: Plan) -> int:
        """Count seconds passed over and new partners."""
        total = 0
        for placement in plan.placements:
            if placement.second is None:
                continue
            known = known_second(plan.round, placement.measure)
            if known not in {None, placement.first, placement.second}:
                total += KNOWN_SECOND_PASSED_OVER
            pair = (min(placement.first, placement.second), max(placement.first, placement.second))
            total += NEW_PARTNERS * (pair not in plan.round.partners)
        return total

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Count the same; only pairs that exist get a term of their own."""
        total: Term = 0
        for key in round_.asked:
            if not model.candidates(key, Position.SECOND):
                continue
            known = known_second(round_, key)
            if known is not None:
                there = model.first_in_duo(key, known) + model.second(key, known)
                total = total + (model.duo(key) - there) * KNOWN_SECOND_PASSED_OVER
            total = total + (model.duo(key) - self._partners(round_, model, key)) * NEW_PARTNERS
        return total

    def _partners(self, round_: Round, model: RuleModel, key: str) -> Term:
        firsts = set(model.candidates(key, Position.FIRST))
        seconds = set(model.candidates(key, Position.SECOND))
        total: Term = 0
        for a, b in sorted(round_.partners):
            for first, second in ((a, b), (b, a)):
                if first in firsts and second in seconds:
                    both = [model.first_in_duo(key, first), model.second(key, second)]
                    total = total + model.at_most_all(both)
        return total
