"""H14: two starters never form a duo."""

from collections.abc import Iterator

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.capacity import is_starter
from caseload_planner.rules.round import Breach, Plan, Round
from caseload_planner.rules.rule import HardRule
from caseload_planner.rules.rule_model import RuleModel, Term


def starts_in(round_: Round, worker: str) -> bool:
    """Whether a worker is a starter on the date of the round."""
    return is_starter(round_.worker(worker), round_.on, round_.caseload.policy)


class Starters(HardRule):
    """Two starters (under 26 weeks) never form a duo.

    Hard, may be set aside with a reason (an assumption).
    """

    name = "H14"
    overridable = True
    source = "assumption"

    def judge_round(self, plan: Plan) -> Iterator[Breach]:
        """Find duos of two starters."""
        for placement in plan.placements:
            first, second = placement.first, placement.second
            if second is not None and starts_in(plan.round, first) and starts_in(plan.round, second):
                yield Breach(
                    rule=self.name,
                    code="two_starters",
                    measure=placement.measure,
                    worker=second,
                    position=Position.SECOND,
                    figures={"first": first},
                )

    def post(self, round_: Round, model: RuleModel) -> None:
        """Allow at most one starter in each duo, unless the leader pinned the two."""
        for measure in round_.asked:
            pin = round_.pins.get(measure)
            if pin is not None and pin.second is not None:
                continue
            terms: list[Term] = [
                model.first_in_duo(measure, worker)
                for worker in model.candidates(measure, Position.FIRST)
                if starts_in(round_, worker)
            ]
            terms += [
                model.second(measure, worker)
                for worker in model.candidates(measure, Position.SECOND)
                if starts_in(round_, worker)
            ]
            if len(terms) > 1:
                model.require_at_most(sum(terms[1:], terms[0]), 1)
