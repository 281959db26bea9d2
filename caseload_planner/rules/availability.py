"""H7: who takes a measure is there."""

from caseload_planner.domain.capacity import blocking_absence
from caseload_planner.rules.round import Breach, ContactPosition, Round
from caseload_planner.rules.rule import PairRule


class Availability(PairRule):
    """A contact is in service, has deployable fte above 0, and is not half or more absent beyond a week.

    Hard (Speerpunten 2026-2027): a first talk is due within 7 days.
    """

    name = "H7"
    source = "Speerpunten 2026-2027"

    def judge_pair(self, round_: Round, measure: str, worker: str, position: ContactPosition) -> Breach | None:
        """Find somebody who is not there."""
        person = round_.worker(worker)
        figures: dict[str, object] = {}
        absence = blocking_absence(person, round_.on, round_.caseload.policy)
        if not person.in_service(round_.on):
            code = "not_in_service"
        elif absence is not None:
            code, figures = "absent", {"until": absence.until_on, "share": absence.share}
        elif round_.capacity(worker).deployable_fte <= 0:
            code = "nothing_deployable"
        else:
            return None
        return Breach(rule=self.name, code=code, measure=measure, worker=worker, position=position, figures=figures)
