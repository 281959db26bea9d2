"""H11: pins, exclusions and recorded conflicts hold."""

from collections.abc import Iterator

from caseload_planner.domain.assignment import Position
from caseload_planner.rules.round import Breach, ContactPosition, Plan, Round
from caseload_planner.rules.rule import PairRule
from caseload_planner.rules.rule_model import RuleModel


class Conflict(PairRule):
    """Somebody with a recorded conflict with a family does not work with it.

    Hard. The reason is nowhere in the program.
    """

    name = "H11"
    source = "agreement"

    def judge_pair(self, round_: Round, measure: str, worker: str, position: ContactPosition) -> Breach | None:
        """Find a recorded conflict."""
        if (worker, round_.measure(measure).family) not in round_.caseload.organisation.conflicts:
            return None
        return Breach(rule=self.name, code="conflict", measure=measure, worker=worker, position=position)


class LeadersChoice(PairRule):
    """A measure that the leader pinned goes to whom she pinned; a pair that she excluded is not made.

    Hard. A pin that breaks an unstarred rule is refused by name before there is a round.
    """

    name = "H11"
    source = "team leader"

    def judge_pair(self, round_: Round, measure: str, worker: str, position: ContactPosition) -> Breach | None:
        """Find an excluded pair, or somebody in a place that was pinned to another."""
        if (measure, worker) in round_.exclusions:
            return Breach(rule=self.name, code="excluded", measure=measure, worker=worker, position=position)
        pin = round_.pins.get(measure)
        if pin is None:
            return None
        wanted = pin.worker_in(position)
        if wanted == worker or (wanted is None and position is Position.SECOND and worker != pin.first):
            return None
        figures = {"pinned": wanted}
        return Breach(
            rule=self.name, code="pinned_elsewhere", measure=measure, worker=worker, position=position, figures=figures
        )

    def judge_round(self, plan: Plan) -> Iterator[Breach]:
        """Judge each contact, and find pinned seconds that are missing."""
        yield from super().judge_round(plan)
        for placement in plan.placements:
            pin = plan.round.pins.get(placement.measure)
            if pin is not None and pin.second is not None and placement.second is None:
                figures = {"pinned": pin.second}
                yield Breach(rule=self.name, code="pinned_second_missing", measure=pin.measure, figures=figures)

    def post(self, round_: Round, model: RuleModel) -> None:
        """Demand that a pinned second stands where the measure is placed."""
        for pin in round_.pins.values():
            if pin.second is not None and pin.measure in round_.asked:
                model.require_at_most(model.placed(pin.measure) - model.duo(pin.measure), 0)
