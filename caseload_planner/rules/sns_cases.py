"""W5, second part: SNS cases go to trained people who have fewer than two."""

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Skill
from caseload_planner.rules.counting import beyond, post_beyond
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term

ENOUGH = 2


class SnsCases(Level):
    """New SNS cases of a trained worker beyond her second.

    Every trained worker comes to two SNS cases (Speerpunten 2026-2027). Of the SNS cases that a round brings, those
    that do not help somebody towards two are counted: ``max(0, min(new, had + new - 2))`` a worker.
    """

    name = "W5"

    def value(self, plan: Plan) -> int:
        """Count over trained contacts of placed SNS measures."""
        contacts = [
            worker
            for placement in plan.placements
            if _is_sns(plan.round, placement.measure)
            for _, worker in placement.contacts
            if Skill.SNS in plan.round.worker(worker).skills
        ]
        return beyond(contacts, ENOUGH, plan.round.caseload.sns_measures)

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Count the same in the model."""
        terms: dict[str, list[Term]] = {}
        for key in filter(lambda key: _is_sns(round_, key), round_.asked):
            firsts = [(worker, model.first(key, worker)) for worker in model.candidates(key, Position.FIRST)]
            seconds = [(worker, model.second(key, worker)) for worker in model.candidates(key, Position.SECOND)]
            for worker, chosen in (*firsts, *seconds):
                if Skill.SNS in round_.worker(worker).skills:
                    terms.setdefault(worker, []).append(chosen)
        return post_beyond(model, terms, ENOUGH, round_.caseload.sns_measures)


def _is_sns(round_: Round, measure: str) -> bool:
    return round_.measure(measure).sns is not Wanted.NONE
