"""All wishes together, weighed as the profile says."""

from caseload_planner.rules.few_partners import FewPartners
from caseload_planner.rules.heavy_mix import HeavyMix
from caseload_planner.rules.interest import Interest
from caseload_planner.rules.lasting_duo import LastingDuo
from caseload_planner.rules.own_kind import OwnKind
from caseload_planner.rules.own_staff import OwnStaff
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term
from caseload_planner.rules.sns_cases import SnsCases
from caseload_planner.rules.spared import Spared

WISHES: dict[str, Level] = {
    wish.name: wish
    for wish in (
        SnsCases(),
        OwnStaff(),
        HeavyMix(),
        Interest(),
        OwnKind(),
        FewPartners(),
        LastingDuo(),
        Spared(),
    )
}
"""Every wish by its name in the tables of the field."""


class Wishes(Level):
    """Sum over the wishes of their count times their weight in the profile, 1 where it gives none."""

    name = "wishes"

    def value(self, plan: Plan) -> int:
        """Add the wishes up."""
        return sum(_weight(plan.round, name) * wish.value(plan) for name, wish in WISHES.items())

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Add the terms of the wishes up."""
        total: Term = 0
        for name, wish in WISHES.items():
            weight = _weight(round_, name)
            if weight:
                total = total + wish.post(round_, model) * weight
        return total


def _weight(round_: Round, name: str) -> int:
    return round_.wish_weights.get(name, 1)
