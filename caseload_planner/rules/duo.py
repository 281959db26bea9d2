"""H2: a duo is two different people, and only where a duo is wanted."""

from collections.abc import Iterator

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.measures import Measure, Wanted
from caseload_planner.domain.organisation import Skill
from caseload_planner.rules.round import Breach, ContactPosition, Plan, Round
from caseload_planner.rules.rule import PairRule


def only_as_sns_pair(measure: Measure) -> bool:
    """Whether a second is allowed only because SNS is preferred: then both must be SNS-trained."""
    return measure.duo is Wanted.NONE and measure.sns is Wanted.PREFERRED


class Duo(PairRule):
    """A required duo has exactly two different people, SNS required asks a duo, and without a duo there is no second.

    Hard. `duo` none has one contact, two only where SNS is preferred and both are SNS-trained; `preferred` may have
    two (Speerpunten 2024-2025, 2026-2027).
    """

    name = "H2"
    source = "Speerpunten 2024-2025, 2026-2027"

    def judge_pair(self, round_: Round, measure: str, worker: str, position: ContactPosition) -> Breach | None:
        """Find a second contact on a measure that may have none, or not this one."""
        case = round_.measure(measure)
        if position is Position.FIRST:
            return None
        trained = Skill.SNS in round_.worker(worker).skills
        if not case.may_have_second or (only_as_sns_pair(case) and not trained):
            return Breach(rule=self.name, code="second_not_asked", measure=measure, worker=worker, position=position)
        return None

    def judge_round(self, plan: Plan) -> Iterator[Breach]:
        """Find one person twice, a missing second, and seconds that nobody asked."""
        for placement in plan.placements:
            case = plan.round.measure(placement.measure)
            if placement.second is None:
                if case.asks_duo:
                    yield Breach(rule=self.name, code="second_missing", measure=case.key)
                continue
            if placement.second == placement.first:
                yield Breach(rule=self.name, code="one_person_twice", measure=case.key, worker=placement.first)
            breach = self.judge_pair(plan.round, case.key, placement.second, Position.SECOND)
            if breach is not None:
                yield breach
            elif only_as_sns_pair(case) and Skill.SNS not in plan.round.worker(placement.first).skills:
                yield Breach(rule=self.name, code="second_not_asked", measure=case.key, worker=placement.second)
