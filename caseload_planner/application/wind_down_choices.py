"""The wind-down plans of a file, to choose one from."""

from dataclasses import dataclass
from datetime import date, datetime

from caseload_planner.application.plan_records import PlanState, StoredWindDown
from caseload_planner.application.services import Services
from caseload_planner.winddown.plan_documents import winding_down_in

MOST_CHOICES = 12
"""Plans that are offered; older drafts are of data that nobody looks at any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindDownChoice:
    """A stored plan: whose it is, from and until when, and how far it is; `leavers` are keys, sorted."""

    id: str
    state: PlanState
    on: date
    until: date
    made_at: datetime
    leavers: tuple[str, ...]


def wind_down_choices(services: Services) -> tuple[WindDownChoice, ...]:
    """Give the plans that stand, then the newest of the others."""
    with services.store.read() as unit:
        plans = unit.wind_downs.all()
    standing = [plan for plan in plans if plan.state is PlanState.ACCEPTED]
    others = [plan for plan in plans if plan.state is not PlanState.ACCEPTED]
    return tuple(map(_choice, [*standing, *others][: max(MOST_CHOICES, len(standing))]))


def _choice(plan: StoredWindDown) -> WindDownChoice:
    leavers = tuple(sorted(winding_down_in(plan.document)))
    return WindDownChoice(
        id=plan.id, state=plan.state, on=plan.on, until=plan.until, made_at=plan.made_at, leavers=leavers
    )
