"""H3: the first contact is registered."""

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.capacity import is_registered
from caseload_planner.domain.organisation import Role
from caseload_planner.rules.round import Breach, ContactPosition, Round
from caseload_planner.rules.rule import PairRule


class Registration(PairRule):
    """The first contact is SKJ-registered on the date; others only stand second beside her, support never.

    Hard (Verbeterplan 2022; norm van verantwoorde werktoedeling).
    """

    name = "H3"
    source = "Verbeterplan 2022; norm van verantwoorde werktoedeling"

    def judge_pair(self, round_: Round, measure: str, worker: str, position: ContactPosition) -> Breach | None:
        """Find a role that carries no cases, an assistant as first, or a first without registration."""
        person = round_.worker(worker)
        if not person.carries:
            code = "role_never_carries"
        elif position is Position.SECOND:
            return None
        elif person.role is Role.ASSISTANT:
            code = "assistant_never_first"
        elif not is_registered(person, round_.on):
            code = "not_registered"
        else:
            return None
        figures = {"role": person.role.value, "skj_until": person.skj_until}
        return Breach(rule=self.name, code=code, measure=measure, worker=worker, position=position, figures=figures)
