"""W12: at most four partners each."""

from collections import Counter
from collections.abc import Iterator

from caseload_planner.domain.assignment import Position
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term

ENOUGH_PARTNERS = 4


class FewPartners(Level):
    """Contacts who have four partners or more and get another (an assumption)."""

    name = "W12"

    def value(self, plan: Plan) -> int:
        """Count them over duos of people who are no partners yet."""
        full = _full(plan.round)
        return sum(
            (placement.first in full) + (placement.second in full)
            for placement in plan.placements
            if placement.second is not None and _pair(placement.first, placement.second) not in plan.round.partners
        )

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Count the same in the model: every full contact of a duo, less those who stand beside a partner."""
        full = _full(round_)
        total: Term = 0
        for key in round_.asked:
            firsts, seconds = model.candidates(key, Position.FIRST), model.candidates(key, Position.SECOND)
            for worker in filter(full.__contains__, firsts):
                total = total + model.first_in_duo(key, worker)
            for worker in filter(full.__contains__, seconds):
                total = total + model.second(key, worker)
            for first, second in _partner_pairs(round_, set(firsts), set(seconds)):
                times = (first in full) + (second in full)
                if times:
                    both = model.at_most_all([model.first_in_duo(key, first), model.second(key, second)])
                    total = total - both * times
        return total


def _pair(a: str, b: str) -> tuple[str, str]:
    return min(a, b), max(a, b)


def _partner_pairs(round_: Round, firsts: set[str], seconds: set[str]) -> Iterator[tuple[str, str]]:
    for a, b in sorted(round_.partners):
        for first, second in ((a, b), (b, a)):
            if first in firsts and second in seconds:
                yield first, second


def _full(round_: Round) -> set[str]:
    counts = Counter(worker for pair in round_.partners for worker in pair)
    return {worker for worker, count in counts.items() if count >= ENOUGH_PARTNERS}
