"""H4: youth probation and PmG ask for people who know that work."""

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.measures import PMG_TYPES, PROBATION_TYPES, MeasureType
from caseload_planner.domain.organisation import Skill
from caseload_planner.rules.round import Breach, ContactPosition, Round
from caseload_planner.rules.rule import PairRule


def skill_asked(type_: MeasureType) -> str | None:
    """Give the skill that a type of measure asks of its first contact."""
    if type_ in PROBATION_TYPES:
        return Skill.PROBATION
    return Skill.PMG if type_ in PMG_TYPES else None


class RequiredSkill(PairRule):
    """The first contact of a youth-probation measure has skill `jr`, that of a PmG measure skill `pmg`.

    Hard (Speerpunten 2024-2025, 2026-2027).
    """

    name = "H4"
    source = "Speerpunten 2024-2025, 2026-2027"

    def judge_pair(self, round_: Round, measure: str, worker: str, position: ContactPosition) -> Breach | None:
        """Find a first contact without the skill."""
        skill = skill_asked(round_.measure(measure).type)
        if position is not Position.FIRST or skill is None or skill in round_.worker(worker).skills:
            return None
        figures = {"skill": skill}
        return Breach(
            rule=self.name, code="skill_missing", measure=measure, worker=worker, position=position, figures=figures
        )
