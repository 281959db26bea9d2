"""Why a measure is left over: the rules that take its candidates away, most first, and the figures of the shortage."""

from collections import Counter
from collections.abc import Collection

from caseload_planner.distribution.proposal import Unplaced
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.hard_rules import judge_pair
from caseload_planner.rules.region import Region, help_is_asked
from caseload_planner.rules.round import ContactPosition, Plan
from caseload_planner.rules.starters import starts_in


def explain_leftovers(plan: Plan) -> tuple[Unplaced, ...]:
    """Explain every measure that a plan leaves over, by key."""
    return tuple(_explain(plan, key) for key in plan.unplaced)


def _explain(plan: Plan, key: str) -> Unplaced:
    people, firsts, first_rules = _blockers(plan, key, Position.FIRST)
    figures: dict[str, object] = {"candidates": people, "possible_firsts": len(firsts)}
    rules, reason = first_rules, "somebody_could"
    if plan.round.measure(key).asks_duo:
        _, seconds, second_rules = _blockers(plan, key, Position.SECOND)
        figures["possible_seconds"] = len(seconds)
        rules = first_rules + second_rules
        if not seconds:
            reason = "no_second"
        elif not _pairs(plan, firsts, seconds):
            reason, rules = "no_pair", rules + Counter({"H2": 1})
    if not firsts:
        reason = "no_first"
    ordered = tuple(rule for rule, _ in sorted(rules.items(), key=lambda item: (-item[1], item[0])))
    figures |= {f"blocked_by_{rule}": count for rule, count in sorted(rules.items())}
    return Unplaced(key, ordered, reason, figures)


def _pairs(plan: Plan, firsts: Collection[str], seconds: Collection[str]) -> bool:
    """Whether two different people of them may form a duo."""
    starting = {worker for worker in {*firsts, *seconds} if starts_in(plan.round, worker)}
    return any(
        first != second and not (first in starting and second in starting) for first in firsts for second in seconds
    )


def _blockers(plan: Plan, key: str, position: ContactPosition) -> tuple[int, list[str], Counter[str]]:
    """Count the people, name those who could take a position after the round, and count what keeps the others.

    People are those of the region, and all where others are asked to help. Somebody whom several rules
    keep away counts for each.
    """
    round_ = plan.round
    people, possible, rules = 0, list[str](), Counter[str]()
    for worker in round_.candidates:
        breaches = judge_pair(round_, key, worker, position)
        broken = {breach.rule for breach in breaches if not help_is_asked(round_, breach)}
        if Region.name in broken:
            continue
        if plan.load_after(worker) + _share(plan, key, position) > round_.capacity(worker).ceiling:
            broken.add("H8")
        people += 1
        rules.update(broken)
        if not broken:
            possible.append(worker)
    return people, possible, rules


def _share(plan: Plan, key: str, position: ContactPosition) -> Hundredths:
    first, second = plan.round.shares(key, duo=plan.round.measure(key).asks_duo)
    return first if position is Position.FIRST else second
