"""W14: who took heavy or urgent cases lately is spared now."""

from datetime import timedelta
from functools import lru_cache

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.weights import HEAVY_FROM, counted_factors
from caseload_planner.rules.heavy_mix import is_heavy
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term

LOOK_BACK_DAYS = 91
MOST = 3
HOLIDAY_MONTHS = frozenset({7, 8})


@lru_cache(maxsize=4)
def ledger(caseload: Caseload) -> dict[str, int]:
    """Count the heavy, urgent and summer-holiday cases that workers took as first contact in the last 13 weeks.

    A case counts once, whatever it was of the three. Absent where somebody took none. An assumption of ours.
    """
    organisation, since = caseload.organisation, caseload.on - timedelta(days=LOOK_BACK_DAYS)
    counts: dict[str, int] = {}
    for assignment in organisation.assignments:
        if assignment.position is not Position.FIRST or not since < assignment.from_on <= caseload.on:
            continue
        measure = organisation.measures[assignment.measure]
        factors = counted_factors(measure.factors, caseload.norm)
        heavy = sum(points for _, points in factors) >= HEAVY_FROM
        if heavy or measure.urgent or assignment.from_on.month in HOLIDAY_MONTHS:
            counts[assignment.worker] = counts.get(assignment.worker, 0) + 1
    return dict(sorted(counts.items()))


def weighs(round_: Round, measure: str) -> bool:
    """Whether an asked measure is one to take turns with: heavy or urgent."""
    return is_heavy(round_, measure) or round_.measure(measure).urgent


class Spared(Level):
    """For each heavy or urgent measure: how many such cases its new first contact took in the last 13 weeks, at most 3.

    So that they go around; an assumption.
    """

    name = "W14"

    def value(self, plan: Plan) -> int:
        """Add the counts up."""
        counts = ledger(plan.round.caseload)
        return sum(min(MOST, counts.get(p.first, 0)) for p in plan.placements if weighs(plan.round, p.measure))

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Weigh each choice by its count."""
        counts = ledger(round_.caseload)
        total: Term = 0
        for key in round_.asked:
            if weighs(round_, key):
                for worker in model.candidates(key, Position.FIRST):
                    if counts.get(worker):
                        total = total + model.first(key, worker) * min(MOST, counts[worker])
        return total
