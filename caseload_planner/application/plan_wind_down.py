"""Plan how leavers hand over, and keep the plan as a draft."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from caseload_planner.application.plan_records import HandoverState, PlannedHandover, PlanState, StoredWindDown
from caseload_planner.application.ports import AuditEntry
from caseload_planner.application.services import Services
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import OnProgress, StopSignal, ignore_progress
from caseload_planner.winddown.building import build_wind_down, leavers_of
from caseload_planner.winddown.plan import WindDownPlan
from caseload_planner.winddown.plan_documents import plan_from_text, plan_text
from caseload_planner.winddown.request import KeptHandover, WindDownRequest
from caseload_planner.winddown.solve import solve_wind_down


@dataclass(frozen=True, kw_only=True)
class WindDownDraft:
    """A plan with its id, what was asked, how far it is, and the data that it is looked at with.

    Attributes
    ----------
    revision
        Of the data that it was made on; `organisation` may be of a later one.
    handovers
        What of it waits for a round, was confirmed by one, or no longer comes up.
    """

    id: str
    state: PlanState
    request: WindDownRequest
    plan: WindDownPlan
    organisation: Organisation
    revision: int
    handovers: tuple[PlannedHandover, ...]


class SolvesWindDown(Protocol):
    """Where a plan is worked out: here, or beside the window."""

    def __call__(
        self, organisation: Organisation, request: WindDownRequest, *, stop: StopSignal | None, on_progress: OnProgress
    ) -> WindDownPlan:
        """Give the best plan; raises as `build_wind_down` and `solve_wind_down`."""
        ...


def solved_here(
    organisation: Organisation,
    request: WindDownRequest,
    *,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> WindDownPlan:
    """Work a plan out in this process."""
    return solve_wind_down(organisation, build_wind_down(organisation, request), stop=stop, on_progress=on_progress)


def plan_wind_down(
    services: Services,
    request: WindDownRequest,
    *,
    solve: SolvesWindDown = solved_here,
    made_by: str = "",
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> WindDownDraft:
    """Plan on the data as they are now and keep the answer as a draft.

    Reading, solving and writing are three steps: the file is free while the solver works. Who leaves, and until when,
    is written into the request, so that the draft says it whoever joins team D later.

    Raises
    ------
    UnknownKeyError, RuleRefusalError
        The request cannot be asked; see `build_wind_down`.
    """
    with services.store.read() as unit:
        organisation = unit.snapshot()
    request = replace(request, leavers=leavers_of(organisation, request))
    plan = solve(organisation, request, stop=stop, on_progress=on_progress)
    return _store(services, organisation, request, plan, made_by)


def plan_again(
    services: Services,
    key: str,
    on: date,
    *,
    time_limit_seconds: float,
    solve: SolvesWindDown = solved_here,
    made_by: str = "",
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> WindDownDraft:
    """Make a stored plan again from a date on, asked as it was: who leaves, until when and her last new cases.

    What was agreed stays and the rest changes as little as possible; the new plan is a draft beside it.

    Raises
    ------
    UnknownKeyError
        There is no such plan.
    RuleRefusalError
        Its last day has passed, or nobody of it is in service any more.
    """
    asked = replace(wind_down_draft(services, key).request, on=on, kept=(), time_limit_seconds=time_limit_seconds)
    asked = keeping_plan(services, asked, key, on)
    return plan_wind_down(services, asked, solve=solve, made_by=made_by, stop=stop, on_progress=on_progress)


def _store(
    services: Services, organisation: Organisation, request: WindDownRequest, plan: WindDownPlan, made_by: str
) -> WindDownDraft:
    stored = StoredWindDown(
        id=services.make_key("D"),
        made_by=made_by,
        made_at=services.clock.now(),
        on=request.on,
        until=request.until,
        revision=organisation.revision,
        document=plan_text(request, plan),
    )
    figures: dict[str, str | int] = {"handovers": len(plan.handovers), "left_over": len(plan.unplaced)}
    handovers = planned_handovers(stored.id, plan)
    with services.store.write() as unit:
        unit.wind_downs.record(stored, handovers)
        unit.append_audit(AuditEntry(action="wind_down_planned", subject=stored.id, figures=figures))
        unit.commit()
    return WindDownDraft(
        id=stored.id,
        state=PlanState.DRAFT,
        request=request,
        plan=plan,
        organisation=organisation,
        revision=stored.revision,
        handovers=handovers,
    )


def planned_handovers(key: str, plan: WindDownPlan) -> tuple[PlannedHandover, ...]:
    """Give what a plan hands over as rows to keep, seconds who join beside a new first contact among them."""
    firsts = {one.measure: one.receiver for one in plan.handovers if one.position is Position.FIRST}
    given = [(one, one.giver) for one in plan.handovers]
    joined = [(one, firsts.get(one.measure, one.giver)) for one in plan.joining]
    return tuple(
        PlannedHandover(
            plan=key,
            measure=one.measure,
            from_worker=giver,
            to_worker=one.receiver,
            position=one.position,
            week=one.week,
            overlap_weeks=one.overlap_weeks,
        )
        for one, giver in (*given, *joined)
    )


def wind_down_draft(services: Services, key: str) -> WindDownDraft:
    """Give a stored plan with the data of now; `UnknownKeyError` where there is none."""
    with services.store.read() as unit:
        stored, organisation, handovers = unit.wind_downs.get(key), unit.snapshot(), unit.wind_downs.handovers(key)
    request, plan = plan_from_text(stored.document)
    return WindDownDraft(
        id=stored.id,
        state=stored.state,
        request=request,
        plan=plan,
        organisation=organisation,
        revision=stored.revision,
        handovers=tuple(handovers),
    )


def seconds_not_kept(draft: WindDownDraft) -> int:
    """Count who joins as second by an accepted plan and is in no row of it, as an earlier version kept none.

    Nobody is put there afterwards: what was agreed was agreed without them. Planning again brings them.
    """
    if draft.state is not PlanState.ACCEPTED:
        return 0
    kept = {(row.measure, row.to_worker) for row in draft.handovers}
    return sum((one.measure, one.receiver) not in kept for one in draft.plan.joining)


def latest_wind_down(services: Services) -> str | None:
    """Give the accepted plan that was made last, else the newest draft; None where there is neither."""
    with services.store.read() as unit:
        accepted, drafts = unit.wind_downs.all(PlanState.ACCEPTED), unit.wind_downs.all(PlanState.DRAFT)
    return next((plan.id for plan in (*accepted, *drafts)), None)


def keeping_plan(services: Services, request: WindDownRequest, key: str, on: date) -> WindDownRequest:
    """Ask that a stored plan changes as little as possible, and that what was agreed stays.

    Agreed is what the accepted plan has in the four weeks from now, when people walk along or have been told.
    """
    with services.store.read() as unit:
        plan, handovers = unit.wind_downs.get(key), unit.wind_downs.handovers(key)
    return replace(request, kept=_kept(handovers, on, accepted=plan.state is PlanState.ACCEPTED))


def keeping_agreed(services: Services, request: WindDownRequest, on: date) -> WindDownRequest:
    """Ask that what accepted plans have for the same people changes as little as possible; see `keeping_plan`."""
    with services.store.read() as unit:
        leavers = {one.worker for one in leavers_of(unit.snapshot(), request)}
        accepted = unit.wind_downs.accepted_handovers()
    measures = {one.measure for one in accepted if one.from_worker in leavers}
    return replace(request, kept=_kept((one for one in accepted if one.measure in measures), on, accepted=True))


def _kept(handovers: Iterable[PlannedHandover], on: date, *, accepted: bool) -> tuple[KeptHandover, ...]:
    return tuple(
        KeptHandover(
            measure=one.measure,
            giver=one.from_worker,
            receiver=one.to_worker,
            week=one.week,
            agreed=accepted and (one.week - on).days <= AGREED_DAYS,
        )
        for one in handovers
        if one.state is HandoverState.PLANNED
    )


AGREED_DAYS = 28
"""An accepted handover so near stands, wherever rules allow it."""
