"""Who may take over what in which week, by the rules of a distribution.

Most rules look at the measure and the person and not at the date; a few look at the person and the date and not at the
measure. Asked that way, every rule is asked once for what it looks at, and a plan of half a year costs no more than a
few weekly rounds.
"""

from decimal import Decimal

from caseload_planner.domain.organisation import Worker
from caseload_planner.rules.hard_rules import PERSON_RULES
from caseload_planner.rules.round import Breach, ContactPosition, Round
from caseload_planner.winddown.loads_ahead import LoadsAhead

DATED_RULES = frozenset({"H3", "H7", "H9"})
"""Rules that look at the person and the date: registration, availability, leaving."""
LEAVE_FROM_SHARE = Decimal("0.5")


class Eligibility:
    """Asks the rules of persons, and remembers the answers.

    Parameters
    ----------
    candidates
        Who is looked at: carrying people of the regions concerned who do not hand over themselves.
    """

    def __init__(self, ahead: LoadsAhead, candidates: tuple[str, ...]) -> None:
        self._ahead, self.candidates = ahead, candidates
        self._rounds = tuple(Round(caseload=caseload, asked=(), candidates=()) for caseload in ahead.staying)
        self._lasting: dict[tuple[str, str, ContactPosition], Breach | None] = {}
        self._dated: dict[tuple[str, int, ContactPosition], Breach | None] = {}

    def breach(self, measure: str, worker: str, position: ContactPosition, week: int) -> Breach | None:
        """Give the first rule that keeps somebody from a position on a measure in a week, or None."""
        return self.lasting_breach(measure, worker, position) or self.dated_breach(measure, worker, position, week)

    def lasting_breach(self, measure: str, worker: str, position: ContactPosition) -> Breach | None:
        """Give the first rule that keeps her from it whatever the week."""
        asked = (measure, worker, position)
        if asked not in self._lasting:
            rules = (rule for rule in PERSON_RULES if rule.name not in DATED_RULES)
            found = (rule.judge_pair(self._rounds[0], measure, worker, position) for rule in rules)
            self._lasting[asked] = next((breach for breach in found if breach is not None), None)
        return self._lasting[asked]

    def dated_breach(self, measure: str, worker: str, position: ContactPosition, week: int) -> Breach | None:
        """Give the first rule that keeps her from it in that week whatever the measure."""
        asked = (worker, week, position)
        if asked not in self._dated:
            self._dated[asked] = self._find_dated(measure, worker, position, week)
        return self._dated[asked]

    def _find_dated(self, measure: str, worker: str, position: ContactPosition, week: int) -> Breach | None:
        for rule in PERSON_RULES:
            if rule.name in DATED_RULES:
                breach = rule.judge_pair(self._rounds[week], measure, worker, position)
                if breach is not None:
                    return breach
        person = self._ahead.organisation.workers[worker]
        if on_leave(person, self._ahead, week):
            return Breach(rule="H7", code="absent", measure=measure, worker=worker, position=position)
        return None


def on_leave(person: Worker, ahead: LoadsAhead, week: int) -> bool:
    """Whether somebody is away for half or more on any day of a week."""
    monday, sunday = ahead.horizon.mondays[week], ahead.horizon.ends_in(week)
    return any(
        absence.share >= LEAVE_FROM_SHARE
        and absence.from_on <= sunday
        and (absence.until_on is None or absence.until_on >= monday)
        for absence in person.absences
    )
