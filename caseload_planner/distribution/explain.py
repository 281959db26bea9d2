"""Why not somebody else: the rules that keep her from a measure, or else where the plan would become worse."""

from dataclasses import dataclass, replace

from caseload_planner.distribution.judge import judge
from caseload_planner.distribution.profile import Profile
from caseload_planner.domain.assignment import Position
from caseload_planner.rules.hard_rules import judge_pair
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.region import help_is_asked
from caseload_planner.rules.round import Breach, ContactPosition, Placement, Plan, plan_of


@dataclass(frozen=True, slots=True)
class LevelLoss:
    """The first level at which a plan becomes worse, and by how much, in the level's unit over `scale`."""

    level: str
    by: int
    scale: int


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why somebody does not have a position.

    Attributes
    ----------
    breaches
        Hard rules that keep her from it; empty where none does.
    loss
        Where the plan becomes worse if only this one placement is changed: an estimate from above, as other placements
        could move along. None where a rule keeps her from it, or where it would be just as good.
    """

    measure: str
    worker: str
    position: ContactPosition
    breaches: tuple[Breach, ...]
    loss: LevelLoss | None

    @property
    def just_as_good(self) -> bool:
        """Whether nothing speaks against her."""
        return not self.breaches and self.loss is None


def why_not(plan: Plan, profile: Profile, measure: str, worker: str, position: ContactPosition) -> WhyNot:
    """Tell why a worker does not have a position on an asked measure.

    The rest of the plan stays as it is; a case that is left over is compared with being placed with her.
    """
    changed = with_contact(plan, measure, worker, position)
    judged = judge_pair(plan.round, measure, worker, position)
    alone = tuple(breach for breach in judged if not help_is_asked(plan.round, breach))
    inside = judge(changed).forbidden if changed is not None else ()
    # A breach by itself is told with its own figures; the plan adds what only shows together: load, duo, starters.
    mine = tuple(b for b in inside if b.worker == worker and b.rule not in {one.rule for one in alone})
    breaches = alone + tuple({(b.rule, b.code): b for b in mine if b.measure == measure or b.rule == "H8"}.values())
    if breaches or changed is None:
        return WhyNot(measure, worker, position, breaches, None)
    return WhyNot(measure, worker, position, (), first_loss(plan, changed, profile))


def with_contact(plan: Plan, measure: str, worker: str, position: ContactPosition) -> Plan | None:
    """Give the plan with one contact changed; None for a second where nobody is first.

    A first who was second, and the other way round, change places.
    """
    now = plan.by_measure.get(measure)
    if now is None:
        if position is Position.SECOND:
            return None
        new = Placement(measure, worker)
    elif position is Position.FIRST:
        second = now.first if now.second == worker else now.second
        new = replace(now, first=worker, second=second)
    elif now.first == worker:
        new = replace(now, first=now.second or worker, second=worker if now.second else None)
    else:
        new = replace(now, second=worker)
    return plan_of(plan.round, [*(p for p in plan.placements if p.measure != measure), new])


def first_loss(plan: Plan, other: Plan, profile: Profile) -> LevelLoss | None:
    """Give the first level of a profile at which another plan is worse; None where it is as good or better."""
    for level in profile.levels:
        rule = LEVELS[level.name]
        difference = rule.value(other) - rule.value(plan)
        if difference:
            return LevelLoss(level.name, difference, rule.scale) if difference > 0 else None
    return None
