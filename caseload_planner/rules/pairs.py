"""W5: duos and SNS pairs where they are preferred."""

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Skill
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term

NO_SNS_PAIR = 2
NO_SECOND = 1


class Pairs(Level):
    """Two for each placed measure with SNS preferred and not two SNS-trained contacts, one for a preferred duo alone.

    Speerpunten 2026-2027.
    """

    name = "pairs"

    def value(self, plan: Plan) -> int:
        """Count preferred pairs that were not made."""
        total = 0
        for placement in plan.placements:
            measure = plan.round.measure(placement.measure)
            trained = [Skill.SNS in plan.round.worker(worker).skills for _, worker in placement.contacts]
            if measure.sns is Wanted.PREFERRED and trained != [True, True]:
                total += NO_SNS_PAIR
            if measure.duo is Wanted.PREFERRED and placement.second is None:
                total += NO_SECOND
        return total

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Count the same in the model."""
        total: Term = 0
        for key in round_.asked:
            measure = round_.measure(key)
            if measure.sns is Wanted.PREFERRED:
                total = total + (model.placed(key) - self._sns_pair(round_, model, key)) * NO_SNS_PAIR
            if measure.duo is Wanted.PREFERRED:
                total = total + (model.placed(key) - model.duo(key)) * NO_SECOND
        return total

    def _sns_pair(self, round_: Round, model: RuleModel, key: str) -> Term:
        def trained(worker: str) -> bool:
            return Skill.SNS in round_.worker(worker).skills

        firsts: Term = 0
        for worker in filter(trained, model.candidates(key, Position.FIRST)):
            firsts = firsts + model.first_in_duo(key, worker)
        seconds: Term = 0
        for worker in filter(trained, model.candidates(key, Position.SECOND)):
            seconds = seconds + model.second(key, worker)
        return model.at_most_all([firsts, seconds])
