"""All levels of the objective by name."""

from caseload_planner.rules.changes import Changes
from caseload_planner.rules.evenness import Evenness
from caseload_planner.rules.faces import Faces
from caseload_planner.rules.families import Families
from caseload_planner.rules.intake_spread import IntakeSpread
from caseload_planner.rules.near import Near
from caseload_planner.rules.over_norm import OverNorm
from caseload_planner.rules.pairs import Pairs
from caseload_planner.rules.rule import Level
from caseload_planner.rules.waiting import Waiting
from caseload_planner.rules.wishes import Wishes

LEVELS: dict[str, Level] = {
    level.name: level
    for level in (
        Waiting(),
        Families(),
        OverNorm(),
        IntakeSpread(),
        Pairs(),
        Near(),
        Evenness(),
        Faces(),
        Wishes(),
        Changes(),
    )
}
