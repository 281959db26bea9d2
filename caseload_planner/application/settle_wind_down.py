"""Accept a wind-down plan, so that its handovers come up in the weekly rounds, or withdraw it."""

from caseload_planner.application.plan_records import HandoverState, PlanState
from caseload_planner.application.ports import AuditEntry, WriteUnit
from caseload_planner.application.services import Services
from caseload_planner.application.written_texts import asked_text


def accept_wind_down(services: Services, key: str, *, accepted_by: str) -> tuple[str, ...]:
    """Accept a draft; accepted plans of before for the same leavers are withdrawn with what was not confirmed of them.

    Returns
    -------
    The plans that it takes the place of.

    Raises
    ------
    UnknownKeyError
        There is no such plan.
    AlreadySettledError
        It was accepted or withdrawn before.
    EmptyTextError
        Nobody is named who accepts it.
    """
    name = asked_text(accepted_by, "accepted_by")
    with services.store.write() as unit:
        replaced = _overlapping(unit, key)
        for before in replaced:
            unit.wind_downs.settle(before, PlanState.WITHDRAWN, settled_by=name, settled_at=services.clock.now())
        unit.wind_downs.settle(key, PlanState.ACCEPTED, settled_by=name, settled_at=services.clock.now())
        planned = len(unit.wind_downs.handovers(key))
        figures: dict[str, str | int] = {"handovers": planned, "replaced": " ".join(replaced)}
        unit.append_audit(AuditEntry(action="wind_down_accepted", subject=key, figures=figures))
        unit.commit()
    return replaced


def withdraw_wind_down(services: Services, key: str, *, withdrawn_by: str, reason: str) -> int:
    """Withdraw a draft or an accepted plan; what a round confirmed of it stands. Give how many no longer wait.

    Raises
    ------
    UnknownKeyError, AlreadySettledError, EmptyTextError
        As `accept_wind_down`; a reason is asked as well.
    """
    name, why = asked_text(withdrawn_by, "withdrawn_by"), asked_text(reason, "reason")
    with services.store.write() as unit:
        waiting = sum(one.state is HandoverState.PLANNED for one in unit.wind_downs.handovers(key))
        unit.wind_downs.settle(key, PlanState.WITHDRAWN, settled_by=name, settled_at=services.clock.now())
        entry = AuditEntry(action="wind_down_withdrawn", subject=key, reason=why, figures={"handovers": waiting})
        unit.append_audit(entry)
        unit.commit()
    return waiting


def _overlapping(unit: WriteUnit, key: str) -> tuple[str, ...]:
    """Give the accepted plans in which one of the plan's givers hands something over as well."""
    givers = {one.from_worker for one in unit.wind_downs.handovers(key)}
    return tuple(
        plan.id
        for plan in unit.wind_downs.all(PlanState.ACCEPTED)
        if givers & {one.from_worker for one in unit.wind_downs.handovers(plan.id)}
    )
