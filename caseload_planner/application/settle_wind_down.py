"""Accept a wind-down plan, so that its handovers come up in the weekly rounds, or withdraw it."""

from caseload_planner.application.due_handovers import becomes_first
from caseload_planner.application.plan_records import HandoverState, PlanState, StoredWindDown
from caseload_planner.application.ports import AuditEntry, WriteUnit
from caseload_planner.application.services import Services
from caseload_planner.application.written_texts import asked_text
from caseload_planner.winddown.plan_documents import winding_down_in


def accept_wind_down(services: Services, key: str, *, accepted_by: str) -> tuple[str, ...]:
    """Accept a draft; accepted plans of before for the same leavers are withdrawn with what was not confirmed of them.

    Where others hand over by a plan of before as well, that plan stands for them.

    Returns
    -------
    The plans that it takes the whole place of.

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
        leavers = _leavers(unit.wind_downs.get(key))
        replaced, narrowed = _overlapping(unit, leavers)
        for before in replaced:
            unit.wind_downs.settle(before, PlanState.WITHDRAWN, settled_by=name, settled_at=services.clock.now())
        for before in narrowed:
            _take_out(unit, before, leavers)
        unit.wind_downs.settle(key, PlanState.ACCEPTED, settled_by=name, settled_at=services.clock.now())
        planned = len(unit.wind_downs.handovers(key))
        figures: dict[str, str | int] = {
            "handovers": planned,
            "replaced": " ".join(replaced),
            "narrowed": " ".join(narrowed),
        }
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


def _leavers(plan: StoredWindDown) -> frozenset[str]:
    return frozenset(winding_down_in(plan.document))


def _overlapping(unit: WriteUnit, leavers: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the accepted plans that are wholly of some leavers, and those in which others hand over as well."""
    accepted = [(plan.id, _leavers(plan)) for plan in unit.wind_downs.all(PlanState.ACCEPTED)]
    replaced = tuple(plan for plan, theirs in accepted if theirs and theirs <= leavers)
    return replaced, tuple(plan for plan, theirs in accepted if theirs & leavers and plan not in replaced)


def _take_out(unit: WriteUnit, plan: str, leavers: frozenset[str]) -> None:
    """Withdraw what some leavers hand over by a plan, with who comes beside the new first contact; the rest stands."""
    waiting = [one for one in unit.wind_downs.handovers(plan) if one.state is HandoverState.PLANNED]
    given = [one for one in waiting if one.from_worker in leavers]
    joining = [one for one in waiting if one not in given and becomes_first(one, given)]
    for one in (*given, *joining):
        unit.wind_downs.settle_handover(plan, one.measure, one.from_worker, HandoverState.WITHDRAWN)
