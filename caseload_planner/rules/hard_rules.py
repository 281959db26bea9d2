"""All hard rules, those of persons first, and how they judge together."""

from collections.abc import Iterator

from caseload_planner.rules.agreements import Conflict, LeadersChoice
from caseload_planner.rules.assigned_once import AssignedOnce
from caseload_planner.rules.availability import Availability
from caseload_planner.rules.ceiling import Ceiling
from caseload_planner.rules.continuity import Continuity
from caseload_planner.rules.duo import Duo
from caseload_planner.rules.leaving import Leaving
from caseload_planner.rules.region import Region
from caseload_planner.rules.registration import Registration
from caseload_planner.rules.required_skill import RequiredSkill
from caseload_planner.rules.round import Breach, ContactPosition, Plan, Round
from caseload_planner.rules.rule import HardRule, PairRule
from caseload_planner.rules.schotten import Schotten
from caseload_planner.rules.sns import SnsRequired
from caseload_planner.rules.starters import Starters

PERSON_RULES: tuple[PairRule, ...] = (
    Duo(),
    Registration(),
    RequiredSkill(),
    SnsRequired(),
    Schotten(),
    Availability(),
    Leaving(),
    Region(),
    Conflict(),
)
"""Rules of who somebody is: they hold whatever else the round brings."""

_SELECTIVE_FIRST = tuple(sorted(PERSON_RULES, key=lambda rule: rule.name != Region.name))
"""The region sends most people away at once; asked of everybody for every measure, that halves the work."""

PAIR_RULES: tuple[PairRule, ...] = (*PERSON_RULES, Ceiling(), LeadersChoice())
_SELECTIVE_PAIR_RULES = (*_SELECTIVE_FIRST, *PAIR_RULES[len(PERSON_RULES) :])
HARD_RULES: tuple[HardRule, ...] = (AssignedOnce(), *PAIR_RULES, Continuity(), Starters())
OVERRIDABLE = frozenset(rule.name for rule in HARD_RULES if rule.overridable)


def judge_pair(round_: Round, measure: str, worker: str, position: ContactPosition) -> tuple[Breach, ...]:
    """Give every rule that one person in one position on one measure would break by itself, in order of the rules."""
    breaches = (rule.judge_pair(round_, measure, worker, position) for rule in PAIR_RULES)
    return tuple(breach for breach in breaches if breach is not None)


def breaches_of_pair(round_: Round, measure: str, worker: str, position: ContactPosition) -> Iterator[Breach]:
    """Give what `judge_pair` gives, one by one for who stops at the first: rules that send most people away lead."""
    for rule in _SELECTIVE_PAIR_RULES:
        breach = rule.judge_pair(round_, measure, worker, position)
        if breach is not None:
            yield breach


def person_may(round_: Round, measure: str, worker: str, position: ContactPosition) -> bool:
    """Whether no rule of persons keeps somebody from a position; loads, pins and exclusions are left out."""
    return all(rule.judge_pair(round_, measure, worker, position) is None for rule in _SELECTIVE_FIRST)


def judge_plan(plan: Plan) -> tuple[Breach, ...]:
    """Give every breach of a whole plan, in order of the rules."""
    return tuple(_breaches(plan))


def _breaches(plan: Plan) -> Iterator[Breach]:
    for rule in HARD_RULES:
        yield from rule.judge_round(plan)
