"""W11: few different kinds of work each, and enough youth probation for who does it."""

from functools import lru_cache

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.measures import PMG_TYPES, PROBATION_TYPES, MeasureType
from caseload_planner.domain.organisation import Skill
from caseload_planner.rules.counting import beyond, post_beyond
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term

ENOUGH_PROBATION = 3
GUARDIANSHIPS = frozenset({MeasureType.GUARDIANSHIP, MeasureType.PROVISIONAL_GUARDIANSHIP})
VOLUNTARY = PMG_TYPES | {MeasureType.PREVENTIVE, MeasureType.AFTERCARE}


def kind_of(type_: MeasureType) -> str:
    """Give the kind of work of a type: probation, guardianship, voluntary or supervision."""
    if type_ in PROBATION_TYPES:
        return "probation"
    if type_ in GUARDIANSHIPS:
        return "guardianship"
    return "voluntary" if type_ in VOLUNTARY else "supervision"


class OwnKind(Level):
    """First contacts of a kind of work that they do not hold yet, and probation cases beyond a worker's third.

    Who holds nothing at all starts anywhere. Each worker with skill `jr` keeps three probation cases or more, so new
    ones that do not help somebody towards three are counted (Speerpunten 2024-2025, Jaarplan 2015).
    """

    name = "W11"

    def value(self, plan: Plan) -> int:
        """Count both."""
        kinds, had = _kinds_held(plan.round.caseload)
        new_kind = sum(_is_new_kind(plan.round, kinds, p.measure, p.first) for p in plan.placements)
        probation = [p.first for p in plan.placements if _is_probation(plan.round, p.measure)]
        return new_kind + beyond(probation, ENOUGH_PROBATION, lambda worker: had.get(worker, 0))

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Count the same in the model."""
        kinds, had = _kinds_held(round_.caseload)
        total: Term = 0
        probation: dict[str, list[Term]] = {}
        for key in round_.asked:
            for worker in model.candidates(key, Position.FIRST):
                if _is_new_kind(round_, kinds, key, worker):
                    total = total + model.first(key, worker)
                if _is_probation(round_, key) and Skill.PROBATION in round_.worker(worker).skills:
                    probation.setdefault(worker, []).append(model.first(key, worker))
        return total + post_beyond(model, probation, ENOUGH_PROBATION, lambda worker: had.get(worker, 0))


def _is_probation(round_: Round, measure: str) -> bool:
    return round_.measure(measure).type in PROBATION_TYPES


def _is_new_kind(round_: Round, kinds: dict[str, set[str]], measure: str, worker: str) -> bool:
    held = kinds.get(worker)
    return held is not None and kind_of(round_.measure(measure).type) not in held


@lru_cache(maxsize=4)
def _kinds_held(caseload: Caseload) -> tuple[dict[str, set[str]], dict[str, int]]:
    """Give the kinds of work that workers hold, and how many probation measures, first or second."""
    kinds: dict[str, set[str]] = {}
    probation: dict[str, int] = {}
    for worker, rows in caseload.carried.items():
        types = [
            caseload.organisation.measures[row.measure].type for row in rows if row.position is not Position.INCOMING
        ]
        kinds[worker] = {kind_of(type_) for type_ in types}
        probation[worker] = sum(type_ in PROBATION_TYPES for type_ in types)
    return kinds, probation
