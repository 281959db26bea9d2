"""H5: SNS required means two SNS-trained contacts."""

from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Skill
from caseload_planner.rules.round import Breach, ContactPosition, Round
from caseload_planner.rules.rule import PairRule


class SnsRequired(PairRule):
    """Where SNS is required both contacts are SNS-trained.

    Hard, may be set aside with a reason (Speerpunten 2026-2027: a case goes to two SNS-trained workers).
    """

    name = "H5"
    overridable = True
    source = "Speerpunten 2026-2027"

    def judge_pair(self, round_: Round, measure: str, worker: str, position: ContactPosition) -> Breach | None:
        """Find a contact without SNS training."""
        if round_.measure(measure).sns is not Wanted.REQUIRED or Skill.SNS in round_.worker(worker).skills:
            return None
        return Breach(rule=self.name, code="not_sns_trained", measure=measure, worker=worker, position=position)
