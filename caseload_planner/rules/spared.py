"""W14: who took heavy or urgent cases lately is spared now."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.holiday_season import in_holiday_season
from caseload_planner.domain.weights import HEAVY_FROM, counted_factors
from caseload_planner.rules.heavy_mix import is_heavy
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term

LOOK_BACK_DAYS = 91
MOST = 3


@dataclass(frozen=True, slots=True)
class TakenCase:
    """A case that a worker took as first contact in the last 13 weeks, for at least one of three reasons to spare her.

    `heavy` by its factors, `urgent` as waiting with it weighs five times, `holiday` as she took it in the summer or
    around Christmas, when half of everybody is away.
    """

    worker: str
    measure: str
    taken_on: date
    heavy: bool
    urgent: bool
    holiday: bool


@lru_cache(maxsize=4)
def taken_cases(caseload: Caseload) -> tuple[TakenCase, ...]:
    """List the heavy, urgent and holiday cases that workers took as first contact in the last 13 weeks.

    By worker, then in order of time. An assumption of ours.
    """
    organisation, since = caseload.organisation, caseload.on - timedelta(days=LOOK_BACK_DAYS)
    taken: list[TakenCase] = []
    for assignment in organisation.assignments:
        if assignment.position is not Position.FIRST or not since < assignment.from_on <= caseload.on:
            continue
        measure = organisation.measures[assignment.measure]
        factors = counted_factors(measure.factors, caseload.norm)
        heavy = sum(points for _, points in factors) >= HEAVY_FROM
        holiday = in_holiday_season(assignment.from_on)
        if heavy or measure.urgent or holiday:
            case = TakenCase(assignment.worker, measure.key, assignment.from_on, heavy, measure.urgent, holiday)
            taken.append(case)
    return tuple(sorted(taken, key=lambda case: (case.worker, case.taken_on, case.measure)))


@lru_cache(maxsize=4)
def ledger(caseload: Caseload) -> dict[str, int]:
    """Count the taken cases by worker: one each, whatever it was of the three. Absent where somebody took none."""
    counts: dict[str, int] = {}
    for case in taken_cases(caseload):
        counts[case.worker] = counts.get(case.worker, 0) + 1
    return counts


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
