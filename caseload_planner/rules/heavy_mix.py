"""W9: heavy work is mixed: not all with one person, and not alone with a starter."""

from collections.abc import Iterator
from functools import lru_cache

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.measures import Method
from caseload_planner.domain.weights import Band
from caseload_planner.rules.counting import beyond, post_beyond
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term
from caseload_planner.rules.starters import starts_in

HEAVY_A_ROUND = 1
DIVORCES = 3
DIVORCE_FACTORS = frozenset({"complex_divorce", "divorce_schotten"})


def is_heavy(round_: Round, measure: str) -> bool:
    """Whether the factors of a measure put it in the heavy band."""
    return round_.caseload.weights[measure].band is Band.HEAVY


def is_divorce(caseload: Caseload, measure: str) -> bool:
    """Whether a measure is a Schotten case or a complex divorce."""
    case = caseload.organisation.measures[measure]
    return case.method is Method.SCHOTTEN or bool(DIVORCE_FACTORS & case.factors)


class HeavyMix(Level):
    """A starter first without a second, a second new heavy case in one round, and divorces beyond three each.

    Verbeterplan 2022; one for each.
    """

    name = "W9"

    def value(self, plan: Plan) -> int:
        """Count the three."""
        round_ = plan.round
        lonely = sum(p.second is None and starts_in(round_, p.first) for p in plan.placements)
        heavy = [p.first for p in plan.placements if is_heavy(round_, p.measure)]
        divorces = [p.first for p in plan.placements if is_divorce(round_.caseload, p.measure)]
        had = _divorces_before(round_.caseload)
        return (
            lonely
            + beyond(heavy, HEAVY_A_ROUND, lambda _: 0)
            + beyond(divorces, DIVORCES, lambda worker: had.get(worker, 0))
        )

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Count the same in the model."""
        total: Term = 0
        for key, worker in _firsts(round_, model):
            if starts_in(round_, worker):
                total = total + model.first(key, worker) - model.first_in_duo(key, worker)
        heavy: dict[str, list[Term]] = {}
        divorces: dict[str, list[Term]] = {}
        for key, worker in _firsts(round_, model):
            if is_heavy(round_, key):
                heavy.setdefault(worker, []).append(model.first(key, worker))
            if is_divorce(round_.caseload, key):
                divorces.setdefault(worker, []).append(model.first(key, worker))
        had = _divorces_before(round_.caseload)
        return (
            total
            + post_beyond(model, heavy, HEAVY_A_ROUND, lambda _: 0)
            + post_beyond(model, divorces, DIVORCES, lambda worker: had.get(worker, 0))
        )


def _firsts(round_: Round, model: RuleModel) -> Iterator[tuple[str, str]]:
    for key in round_.asked:
        for worker in model.candidates(key, Position.FIRST):
            yield key, worker


@lru_cache(maxsize=4)
def _divorces_before(caseload: Caseload) -> dict[str, int]:
    counts: dict[str, int] = {}
    for key, holders in caseload.holders.items():
        if holders.first is not None and is_divorce(caseload, key):
            counts[holders.first] = counts.get(holders.first, 0) + 1
    return counts
