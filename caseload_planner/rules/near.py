"""W6: own team, then own location, then region."""

from caseload_planner.domain.assignment import Position
from caseload_planner.rules.round import Plan, Round
from caseload_planner.rules.rule import Level
from caseload_planner.rules.rule_model import RuleModel, Term

FIRST_TIMES = 3
SECOND_TIMES = 2


def steps_away(round_: Round, measure: str, worker: str) -> int:
    """Give 0 inside the measure's own team, 1 at its own location, 2 further."""
    organisation = round_.caseload.organisation
    home, asked = organisation.team_of(worker), organisation.teams[organisation.measures[measure].team]
    if home.key == asked.key:
        return 0
    return 1 if home.location == asked.location else 2


class Near(Level):
    """Three times the steps of each first contact plus two times those of each second.

    Speerpunten 2024-2025; Jaarplan 2015.
    """

    name = "near"

    def value(self, plan: Plan) -> int:
        """Add up the steps."""
        total = 0
        for placement in plan.placements:
            total += FIRST_TIMES * steps_away(plan.round, placement.measure, placement.first)
            if placement.second is not None:
                total += SECOND_TIMES * steps_away(plan.round, placement.measure, placement.second)
        return total

    def post(self, round_: Round, model: RuleModel) -> Term:
        """Weigh each choice by its steps."""
        total: Term = 0
        for key in round_.asked:
            for worker in model.candidates(key, Position.FIRST):
                total = total + model.first(key, worker) * (FIRST_TIMES * steps_away(round_, key, worker))
            for worker in model.candidates(key, Position.SECOND):
                total = total + model.second(key, worker) * (SECOND_TIMES * steps_away(round_, key, worker))
        return total
