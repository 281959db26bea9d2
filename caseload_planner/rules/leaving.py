"""H9: who is leaving starts nothing new."""

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.capacity import is_leaving
from caseload_planner.rules.round import Breach, ContactPosition, Round
from caseload_planner.rules.rule import PairRule


class Leaving(PairRule):
    """Who leaves within 13 weeks takes no new first contact; a secondee then takes nothing at all.

    Nor does anybody of an accepted wind-down plan after its last day for new cases: each would have to be handed over
    again. Hard (Speerpunten 2026-2027).
    """

    name = "H9"
    source = "Speerpunten 2026-2027"

    def judge_pair(self, round_: Round, measure: str, worker: str, position: ContactPosition) -> Breach | None:
        """Find a leaver as first contact, or a leaving secondee or somebody who winds down in any position."""
        person, organisation = round_.worker(worker), round_.caseload.organisation
        figures: dict[str, object] = {"ends_on": person.ends_on}
        if organisation.takes_nothing_new(worker, round_.on):
            plan = organisation.winding_down[worker]
            code, figures = "winding_down", {"from_on": plan.from_on, "nil_on": plan.nil_on}
        elif not is_leaving(person, round_.on, round_.caseload.policy):
            return None
        elif person.seconded:
            code = "seconded_leaving"
        elif position is Position.FIRST:
            code = "leaving_no_first"
        else:
            return None
        return Breach(rule=self.name, code=code, measure=measure, worker=worker, position=position, figures=figures)
