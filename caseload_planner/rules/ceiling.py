"""H8: nobody goes above the ceiling."""

from collections.abc import Iterator

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.points import Hundredths
from caseload_planner.rules.round import Breach, ContactPosition, Plan, Round
from caseload_planner.rules.rule import PairRule
from caseload_planner.rules.rule_model import RuleModel


def smallest_share(round_: Round, measure: str, position: ContactPosition) -> Hundredths:
    """Give the least that a position on a measure can add: of a duo where one is possible."""
    first, second = round_.shares(measure, duo=round_.measure(measure).may_have_second)
    return first if position is Position.FIRST else second


def pinned_share(round_: Round, worker: str) -> Hundredths:
    """Give the most that the leader's pins lay on a worker: above the ceiling they ask a reason, they are no error."""
    total = 0
    for pin in round_.pins.values():
        if pin.first == worker:
            total += max(round_.shares(pin.measure, duo=duo)[0] for duo in (False, True))
        elif pin.second == worker:
            total += round_.shares(pin.measure, duo=True)[1]
    return total


def room_in_round(round_: Round, worker: str) -> Hundredths:
    """Give the most that a round may add: up to the ceiling, nothing for who is above it, pins always."""
    return max(_room_under_ceiling(round_, worker), pinned_share(round_, worker))


def room_for(round_: Round, worker: str, measure: str) -> Hundredths:
    """Give the most that one measure may add: what the leader pinned to a worker goes before the rest."""
    pin = round_.pins.get(measure)
    if pin is not None and worker in {pin.first, pin.second}:
        return room_in_round(round_, worker)
    return _room_under_ceiling(round_, worker) - pinned_share(round_, worker)


def _room_under_ceiling(round_: Round, worker: str) -> Hundredths:
    return max(0, round_.capacity(worker).ceiling - round_.load_before(worker))


class Ceiling(PairRule):
    """The load after the round stays at or under the ceiling; who is already above it gets nothing.

    Hard, may be set aside with a reason (limits: Speerpunten 2024-2025; its height is an assumption).
    """

    name = "H8"
    overridable = True
    source = "Speerpunten 2024-2025"

    def judge_pair(self, round_: Round, measure: str, worker: str, position: ContactPosition) -> Breach | None:
        """Find a measure that by itself takes somebody above her ceiling."""
        after = round_.load_before(worker) + smallest_share(round_, measure, position)
        return self._breach(round_, measure, worker, position, after)

    def judge_round(self, plan: Plan) -> Iterator[Breach]:
        """Find everybody whose load after the round is above her ceiling, at each measure she gets."""
        for placement in plan.placements:
            for position, worker in placement.contacts:
                breach = self._breach(plan.round, placement.measure, worker, position, plan.load_after(worker))
                if breach is not None:
                    yield breach

    def post(self, round_: Round, model: RuleModel) -> None:
        """Keep what each worker gets within her room."""
        for worker in model.workers_in_play():
            model.require_at_most(model.added(worker), room_in_round(round_, worker))

    def _breach(
        self, round_: Round, measure: str, worker: str, position: ContactPosition, after: Hundredths
    ) -> Breach | None:
        ceiling = round_.capacity(worker).ceiling
        if after <= ceiling:
            return None
        figures = {"before": round_.load_before(worker), "after": after, "ceiling": ceiling}
        return Breach(
            rule=self.name, code="over_ceiling", measure=measure, worker=worker, position=position, figures=figures
        )
