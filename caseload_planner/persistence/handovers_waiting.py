"""Planned handovers whose round was withdrawn: by which plan they wait again."""

from typing import Any

from sqlalchemy import Connection, insert, select, update

from caseload_planner.application.plan_records import HandoverState, PlanState
from caseload_planner.persistence.tables import planned_handovers, wind_down_plans
from caseload_planner.winddown.plan_documents import winding_down_in

Row = dict[str, Any]


def let_wait_again(connection: Connection, decision: str) -> None:
    """Let the handovers that a decision confirmed wait for another round.

    Where their plan was withdrawn meanwhile, they wait by the plan that stands for the same leaver: it was made on data
    in which they were done, so that it has nothing about them and counts on them. Where none stands they are withdrawn
    like the rest of their plan.
    """
    confirmed = planned_handovers.c.decision == decision
    rows = [dict(row) for row in connection.execute(select(planned_handovers).where(confirmed)).mappings()]
    standing = _standing(connection)
    waits, falls = HandoverState.PLANNED.value, HandoverState.WITHDRAWN.value
    for row in rows:
        state = waits if row["plan"] in standing else falls
        connection.execute(update(planned_handovers).where(_is(row)).values(state=state, decision=None))
    for row in rows:
        plan = _plan_instead(row, rows, standing)
        if plan is not None and connection.execute(select(planned_handovers).where(_is(row, plan))).first() is None:
            connection.execute(insert(planned_handovers), row | {"plan": plan, "state": waits, "decision": None})


def _standing(connection: Connection) -> dict[str, frozenset[str]]:
    """Give the leavers of each accepted plan, the plan made last coming last."""
    plans = wind_down_plans.c
    query = select(plans.plan, plans.document).where(plans.state == PlanState.ACCEPTED.value).order_by(plans.sequence)
    return {plan: frozenset(winding_down_in(document)) for plan, document in connection.execute(query)}


def _plan_instead(row: Row, rows: list[Row], standing: dict[str, frozenset[str]]) -> str | None:
    """Give the plan by which a handover waits instead of its own; None where its own stands, or none does."""
    if row["plan"] in standing:
        return None
    # Who joins comes from somebody who stays: the leaver of the same measure says whose plan it is.
    givers = {other["from_worker"] for other in rows if other["measure"] == row["measure"]}
    return next((plan for plan in reversed(standing) if standing[plan] & givers), None)


def _is(row: Row, plan: str | None = None) -> Any:
    table = planned_handovers.c
    return (
        (table.plan == (plan or row["plan"]))
        & (table.measure == row["measure"])
        & (table.from_worker == row["from_worker"])
    )
