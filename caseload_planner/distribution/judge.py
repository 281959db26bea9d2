"""The independent checker: every rule and every level over a plan, worked out again in plain Python.

It never looks at the solver, and nothing is shown or stored that it did not see first.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from caseload_planner.distribution.problem import stands_in_the_way
from caseload_planner.distribution.proposal import LevelValue, LoadChange, Proposal
from caseload_planner.rules.hard_rules import judge_plan
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Breach, Plan, Round


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a plan breaks: `forbidden` makes it unusable, `needs_override` asks the leader's reason for her own pins."""

    forbidden: tuple[Breach, ...]
    needs_override: tuple[Breach, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing forbidden was found."""
        return not self.forbidden


def judge(plan: Plan) -> Judgement:
    """Judge a whole plan against every hard rule; a starred rule broken by a pin asks the leader's reason."""
    breaches = judge_plan(plan)
    forbidden = tuple(breach for breach in breaches if stands_in_the_way(plan.round, breach))
    return Judgement(forbidden, tuple(breach for breach in breaches if breach not in forbidden))


def level_values(plan: Plan, names: Iterable[str]) -> tuple[LevelValue, ...]:
    """Work out levels of a plan by name, without bounds."""
    return tuple(LevelValue(name, LEVELS[name].value(plan), None, LEVELS[name].scale) for name in names)


def load_changes(plan: Plan) -> tuple[LoadChange, ...]:
    """Give before and after of everybody who gets something, by worker."""
    round_ = plan.round
    return tuple(
        LoadChange(
            worker=worker,
            before=round_.load_before(worker),
            after=plan.load_after(worker),
            capacity=round_.capacity(worker).working,
            ceiling=round_.capacity(worker).ceiling,
        )
        for worker in sorted(plan.added)
    )


def plan_from_proposal(round_: Round, proposal: Proposal) -> Plan:
    """Give the plan that a proposal states, leftovers as it lists them."""
    return Plan(round_, proposal.placements, tuple(row.measure for row in proposal.unplaced))


def check_proposal(round_: Round, proposal: Proposal) -> tuple[str, ...]:
    """Check a stored proposal against its round; give what is wrong as sentences, nothing where all is well."""
    unknown = _unknown_keys(round_, proposal)
    if unknown:
        return unknown
    plan = plan_from_proposal(round_, proposal)
    wrong = [
        f"{breach.rule} {breach.measure} {breach.worker or ''} {breach.code}".strip()
        for breach in judge(plan).forbidden
    ]
    if any(placement.measure not in round_.asked for placement in plan.placements):
        return tuple(wrong)
    for level in proposal.levels:
        value = LEVELS[level.name].value(plan)
        if value != level.value:
            wrong.append(f"level {level.name}: stored {level.value}, is {value}")
    if proposal.loads != load_changes(plan):
        wrong.append("the loads stored are not those of the plan")
    return tuple(wrong)


def _unknown_keys(round_: Round, proposal: Proposal) -> tuple[str, ...]:
    """Name what a stored proposal speaks of and nobody knows: it cannot be judged then."""
    organisation = round_.caseload.organisation
    measures = [*(p.measure for p in proposal.placements), *(row.measure for row in proposal.unplaced)]
    workers = [worker for p in proposal.placements for _, worker in p.contacts]
    lost = [f"H1 there is no measure {key}" for key in measures if key not in organisation.measures]
    return tuple(lost + [f"H1 there is no worker {key}" for key in workers if key not in organisation.workers])
