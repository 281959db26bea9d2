"""W0: a family keeps its face."""

from collections.abc import Iterable, Mapping

from caseload_planner.domain.assignment import Position
from caseload_planner.rules.hard_rules import person_may
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Implied, Level
from caseload_planner.rules.rule_model import RuleModel, Term


def known_face(round_: Round, measure: str) -> str | None:
    """Give the family's first contact where no rule of persons keeps her from this measure.

    The leader's own pins and exclusions do not count as a rule here: what they cost stays visible.
    """
    face = round_.known_firsts[round_.measure(measure).family]
    return face if face is not None and person_may(round_, measure, face, Position.FIRST) else None


def new_families(round_: Round) -> dict[str, list[str]]:
    """Give the asked measures of families that have no known first contact, by family."""
    groups: dict[str, list[str]] = {}
    for key in round_.asked:
        family = round_.measure(key).family
        if round_.known_firsts[family] is None:
            groups.setdefault(family, []).append(key)
    return groups


class Families(Level):
    """Measures of a known family that did not go to its first contact, and new siblings spread over several.

    One for each placed measure whose known first contact may take it and does not get it, plus for each new family its
    distinct first contacts less one (Jaarplan 2015 per gezin; Verbeterplan 2022 bekend gezicht).
    """

    name = "families"

    def value(self, plan: Plan) -> int:
        """Count known faces passed over and families spread."""
        passed_over = 0
        firsts: dict[str, set[str]] = {}
        for placement in plan.placements:
            family = plan.round.measure(placement.measure).family
            if plan.round.known_firsts[family] is None:
                firsts.setdefault(family, set()).add(placement.first)
            elif known_face(plan.round, placement.measure) not in {None, placement.first}:
                passed_over += 1
        return passed_over + sum(len(group) - 1 for group in firsts.values())

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Count the same in the model."""
        total: Term = 0
        for key in round_.asked:
            face = known_face(round_, key)
            if face is not None:
                total = total + model.placed(key) - model.first(key, face)
        for keys in new_families(round_).values():
            if len(keys) > 1:
                workers = sorted({worker for key in keys for worker in model.candidates(key, Position.FIRST)})
                for worker in workers:
                    total = total + model.at_least_any(model.first(key, worker) for key in keys)
                total = total - model.at_most_any(model.placed(key) for key in keys)
        return total

    def least(self, round_: Round, firsts: Mapping[str, frozenset[str]], placed: frozenset[str]) -> int:
        """Count known faces whom the round keeps away, and families whose siblings have no first in common."""
        faces = _faces(round_, firsts)
        unreachable = sum(key in placed and face not in firsts[key] for key, face in faces.items())
        return unreachable + sum(not shared for shared in _common_firsts(round_, firsts, placed).values())

    def implied(
        self,
        round_: Round,
        firsts: Mapping[str, frozenset[str]],
        placed: frozenset[str],
        most: int,
    ) -> Implied:
        """Where no more is allowed than families need one by one, each of them stands at its own least."""
        if self.least(round_, firsts, placed) < most:
            return Implied()
        faces, common = _faces(round_, firsts), _common_firsts(round_, firsts, placed)
        only = {key: frozenset({face}) for key, face in faces.items() if face in firsts[key]}
        joined = {group: shared for group, shared in common.items() if shared}
        only |= {key: shared for group, shared in joined.items() for key in group}
        return Implied(firsts=only, together=tuple(joined))


def _faces(round_: Round, measures: Iterable[str]) -> dict[str, str]:
    return {key: face for key in measures if (face := known_face(round_, key)) is not None}


def _common_firsts(
    round_: Round, firsts: Mapping[str, frozenset[str]], placed: frozenset[str]
) -> dict[tuple[str, ...], frozenset[str]]:
    """Give who may be first contact of all siblings that are surely placed, by the siblings of each new family."""
    groups = [tuple(key for key in keys if key in placed) for keys in new_families(round_).values()]
    return {group: frozenset.intersection(*(firsts[key] for key in group)) for group in groups if len(group) > 1}
