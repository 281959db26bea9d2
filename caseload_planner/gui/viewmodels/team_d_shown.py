"""A plan with everything that the page shows of it, read in a lane."""

from dataclasses import dataclass

from caseload_planner.application.plan_wind_down import WindDownDraft, latest_wind_down, wind_down_draft
from caseload_planner.application.services import Services
from caseload_planner.application.wind_down_changes import PlanChanges, changes_since_agreed
from caseload_planner.application.wind_down_choices import WindDownChoice, wind_down_choices
from caseload_planner.gui.viewmodels.team_d_lines import TeamDLines, team_d_lines


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """A plan with its rows, what it changes of what was agreed, and the other plans of the file."""

    draft: WindDownDraft
    lines: TeamDLines
    since_agreed: PlanChanges | None
    choices: tuple[WindDownChoice, ...]


def shown_plan(services: Services, draft: WindDownDraft) -> ShownPlan:
    """Make the rows of a plan."""
    changes = changes_since_agreed(draft)
    return ShownPlan(draft, team_d_lines(draft, changes), changes, wind_down_choices(services))


def plan_to_show(services: Services, key: str | None) -> ShownPlan | None:
    """Read a plan by its key, or the one that a file opens with; None where there is none."""
    wanted = key or latest_wind_down(services)
    return None if wanted is None else shown_plan(services, wind_down_draft(services, wanted))
