"""Short ways to judge a plan, for tests of rules."""

from collections.abc import Iterable

from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.organisation import Worker
from caseload_planner.rules.hard_rules import judge_plan
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Breach, Pin, Placement, Plan, plan_of
from tests.builders import a_round, an_organisation


def a_plan(
    workers: Iterable[Worker],
    measures: Iterable[Measure],
    *placements: tuple[str, ...],
    held: Iterable[Assignment] = (),
    pins: Iterable[Pin] = (),
    exclusions: Iterable[tuple[str, str]] = (),
    conflicts: Iterable[tuple[str, str]] = (),
) -> Plan:
    """Make a plan of (measure, first) and (measure, first, second) in a round over all that is to be distributed."""
    organisation = an_organisation(workers, measures, held, conflicts=frozenset(conflicts))
    round_ = a_round(organisation, pins=pins, exclusions=exclusions)
    return plan_of(round_, [Placement(*placement) for placement in placements])


def broken(plan: Plan) -> list[tuple[str, str]]:
    """Give (rule, code) of each breach, in order of the rules."""
    return [(breach.rule, breach.code) for breach in judge_plan(plan)]


def the_breach(plan: Plan) -> Breach:
    """Give the one breach of a plan."""
    (breach,) = judge_plan(plan)
    return breach


def level(name: str, plan: Plan) -> int:
    """Give the value of a level in its own unit."""
    return LEVELS[name].value(plan)
