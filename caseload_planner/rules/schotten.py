"""H6: a Schotten case goes to the Schottenteam."""

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.measures import Method
from caseload_planner.domain.organisation import Skill
from caseload_planner.rules.round import Breach, ContactPosition, Round
from caseload_planner.rules.rule import PairRule


class Schotten(PairRule):
    """A Schotten case has a first contact in the Schottenteam and a second who is at least trained.

    Hard, may be set aside with a reason (Speerpunten 2026-2027). The second may be learning: trained, not in the team.
    """

    name = "H6"
    overridable = True
    source = "Speerpunten 2026-2027"

    def judge_pair(self, round_: Round, measure: str, worker: str, position: ContactPosition) -> Breach | None:
        """Find a first outside the team or an untrained second."""
        if round_.measure(measure).method is not Method.SCHOTTEN:
            return None
        skills = round_.worker(worker).skills
        if Skill.SCHOTTEN_TEAM in skills or (position is Position.SECOND and Skill.SCHOTTEN in skills):
            return None
        code = "not_in_schotten_team" if position is Position.FIRST else "not_schotten_trained"
        return Breach(rule=self.name, code=code, measure=measure, worker=worker, position=position)
