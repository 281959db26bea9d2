"""W13: a duo has somebody who stays and somebody who knows the work."""

from collections.abc import Callable
from decimal import Decimal

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.capacity import onboarding_share
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term

LEAVING_SOON_DAYS = 182
KNOWS_THE_WORK = Decimal("0.75")


def leaves_soon(round_: Round, worker: str) -> bool:
    """Whether she leaves within 26 weeks."""
    ends_on = round_.worker(worker).ends_on
    return ends_on is not None and (ends_on - round_.on).days <= LEAVING_SOON_DAYS


def is_still_learning(round_: Round, worker: str) -> bool:
    """Whether she is under 75 % onboarded."""
    return onboarding_share(round_.worker(worker), round_.on) < KNOWS_THE_WORK


_WEAK: tuple[Callable[[Round, str], bool], ...] = (leaves_soon, is_still_learning)


class LastingDuo(Level):
    """Duos in which both leave within 26 weeks, and duos in which both are under 75 % onboarded.

    One for each (Speerpunten 2024-2025, 2026-2027).
    """

    name = "W13"

    def value(self, plan: Plan) -> int:
        """Count them."""
        return sum(
            weak(plan.round, placement.first) and weak(plan.round, placement.second)
            for placement in plan.placements
            if placement.second is not None
            for weak in _WEAK
        )

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Count the same in the model."""
        total: Term = 0
        for key in round_.asked:
            for weak in _WEAK:
                firsts = [w for w in model.candidates(key, Position.FIRST) if weak(round_, w)]
                seconds = [w for w in model.candidates(key, Position.SECOND) if weak(round_, w)]
                if firsts and seconds:
                    first: Term = 0
                    for worker in firsts:
                        first = first + model.first_in_duo(key, worker)
                    second: Term = 0
                    for worker in seconds:
                        second = second + model.second(key, worker)
                    total = total + model.at_least_all([first, second])
        return total
