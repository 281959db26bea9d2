"""Who winds down by accepted plans, out of the database."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, or_, select

from caseload_planner.application.plan_records import PlanState
from caseload_planner.domain.organisation import WindingDown
from caseload_planner.persistence.column_values import moment_text
from caseload_planner.persistence.tables import wind_down_plans
from caseload_planner.winddown.plan_documents import winding_down_in


def read_winding_down(connection: Connection, at: datetime | None = None) -> Mapping[str, WindingDown]:
    """Read who winds down by plans that are accepted now, or that were at a moment; by worker, sorted.

    Of two plans for one person the one made last holds.
    """
    plans = wind_down_plans.c
    query = select(plans.document).order_by(plans.sequence)
    if at is None:
        query = query.where(plans.state == PlanState.ACCEPTED.value)
    else:
        moment = moment_text(at)
        query = query.where(plans.accepted_at <= moment, or_(plans.withdrawn_at.is_(None), plans.withdrawn_at > moment))
    found: dict[str, WindingDown] = {}
    for text in connection.scalars(query):
        found.update(winding_down_in(text))
    return dict(sorted(found.items()))
