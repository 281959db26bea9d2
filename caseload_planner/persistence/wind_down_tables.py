"""Wind-down plans with their handovers in the database."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from caseload_planner.application.plan_records import HandoverState, PlannedHandover, PlanState, StoredWindDown
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import AlreadySettledError, UnknownKeyError
from caseload_planner.domain.organisation import WindingDown
from caseload_planner.persistence.column_values import day_of, day_text, moment_text
from caseload_planner.persistence.meeting_tables import AllowWriting, refuse_unknown
from caseload_planner.persistence.tables import planned_handovers, wind_down_plans
from caseload_planner.persistence.winding_down_reading import read_winding_down

_MAY_BECOME: Mapping[PlanState, frozenset[PlanState]] = {
    PlanState.DRAFT: frozenset({PlanState.ACCEPTED, PlanState.WITHDRAWN}),
    PlanState.ACCEPTED: frozenset({PlanState.WITHDRAWN}),
    PlanState.WITHDRAWN: frozenset(),
}


class WindDownTable:
    """The wind-down plans with their handovers.

    Parameters
    ----------
    on_accepted_changed
        Called when a plan becomes accepted or is so no more: who takes new cases is then another matter.

    """

    def __init__(
        self, connection: Connection, allow_writing: AllowWriting, on_accepted_changed: Callable[[], object]
    ) -> None:
        self._connection = connection
        self._allow_writing = allow_writing
        self._on_accepted_changed = on_accepted_changed

    def get(self, key: str) -> StoredWindDown:
        """Give a plan; `UnknownKeyError` where there is none."""
        query = select(wind_down_plans).where(wind_down_plans.c.plan == key)
        row = self._connection.execute(query).mappings().first()
        if row is None:
            raise UnknownKeyError(f"There is no wind-down plan {key}.", kind="plan", key=key)
        return _plan_of(row)

    def all(self, state: PlanState | None = None) -> Sequence[StoredWindDown]:
        """Give the plans (in a state), newest first."""
        query = select(wind_down_plans).order_by(wind_down_plans.c.sequence.desc())
        if state is not None:
            query = query.where(wind_down_plans.c.state == state.value)
        return tuple(map(_plan_of, self._connection.execute(query).mappings()))

    def handovers(self, plan: str) -> Sequence[PlannedHandover]:
        """Give the handovers of a plan, by week, measure and position."""
        return self._handovers(select(planned_handovers).where(planned_handovers.c.plan == plan))

    def accepted_handovers(
        self, *, from_week: date | None = None, to_week: date | None = None
    ) -> Sequence[PlannedHandover]:
        """Give the handovers of accepted plans that were not withdrawn, with their switch in those weeks."""
        accepted = select(wind_down_plans.c.plan).where(wind_down_plans.c.state == PlanState.ACCEPTED.value)
        query = select(planned_handovers).where(
            planned_handovers.c.plan.in_(accepted), planned_handovers.c.state != HandoverState.WITHDRAWN.value
        )
        if from_week is not None:
            query = query.where(planned_handovers.c.week >= day_text(from_week))
        if to_week is not None:
            query = query.where(planned_handovers.c.week <= day_text(to_week))
        return self._handovers(query)

    def confirmed_by(self, decision: str) -> Sequence[PlannedHandover]:
        """Give the handovers that a decision confirmed, also those of plans that were withdrawn since."""
        return self._handovers(select(planned_handovers).where(planned_handovers.c.decision == decision))

    def winding_down(self, at: datetime) -> Mapping[str, WindingDown]:
        """Give who wound down at a moment by plans that were accepted then, by worker."""
        return read_winding_down(self._connection, at)

    def record(self, plan: StoredWindDown, handovers: Iterable[PlannedHandover]) -> None:
        """Keep a draft plan with its handovers; `UnknownKeyError` where a measure or worker does not exist."""
        self._allow_writing()
        members = tuple(handovers)
        if any(member.plan != plan.id or member.week.isoweekday() != 1 for member in members):
            raise ValueError("a handover names its plan, and its week by the Monday")
        both = {worker for member in members for worker in (member.from_worker, member.to_worker)}
        refuse_unknown(self._connection, measure={member.measure for member in members}, worker=both)
        self._connection.execute(insert(wind_down_plans), _plan_row(plan))
        if members:
            self._connection.execute(insert(planned_handovers), list(map(_handover_row, members)))

    def settle(self, key: str, state: PlanState, *, settled_by: str, settled_at: datetime) -> None:
        """Accept a draft, or withdraw a plan with its handovers that are not confirmed; see the port."""
        self._allow_writing()
        now = self.get(key).state
        if state not in _MAY_BECOME[now]:
            raise AlreadySettledError(f"Plan {key} is {now}; it cannot become {state}.", plan=key, state=now.value)
        values = {"state": state.value, f"{state}_by": settled_by, f"{state}_at": moment_text(settled_at)}
        self._connection.execute(update(wind_down_plans).where(wind_down_plans.c.plan == key).values(values))
        if PlanState.ACCEPTED in {now, state}:
            self._on_accepted_changed()
        if state is PlanState.WITHDRAWN:
            planned = (planned_handovers.c.plan == key) & (planned_handovers.c.state == HandoverState.PLANNED.value)
            self._connection.execute(
                update(planned_handovers).where(planned).values(state=HandoverState.WITHDRAWN.value)
            )

    def settle_handover(
        self, plan: str, measure: str, from_worker: str, state: HandoverState, *, decision: str | None = None
    ) -> None:
        """Confirm a planned handover by a decision, or withdraw it; `AlreadySettledError` where it is not planned."""
        self._allow_writing()
        found = self._connection.execute(
            update(planned_handovers)
            .where(
                planned_handovers.c.plan == plan,
                planned_handovers.c.measure == measure,
                planned_handovers.c.from_worker == from_worker,
                planned_handovers.c.state == HandoverState.PLANNED.value,
            )
            .values(state=state.value, decision=decision)
        )
        if found.rowcount != 1:
            words = f"Plan {plan} has no handover of {measure} from {from_worker} that waits; look at the plan again."
            raise AlreadySettledError(words, plan=plan, measure=measure, worker=from_worker)

    def _handovers(self, query: Select[Any]) -> tuple[PlannedHandover, ...]:
        order = [planned_handovers.c[name] for name in ("week", "measure", "position", "from_worker", "plan")]
        return tuple(map(_handover_of, self._connection.execute(query.order_by(*order)).mappings()))


def _plan_row(plan: StoredWindDown) -> dict[str, Any]:
    return {
        "plan": plan.id,
        "state": PlanState.DRAFT.value,
        "made_by": plan.made_by,
        "made_at": moment_text(plan.made_at),
        "on_date": day_text(plan.on),
        "until_date": day_text(plan.until),
        "revision": plan.revision,
        "document": plan.document,
    }


def _plan_of(row: Mapping[Any, Any]) -> StoredWindDown:
    state = PlanState(row["state"])
    settled_by, settled_at = (None, None) if state is PlanState.DRAFT else (row[f"{state}_by"], row[f"{state}_at"])
    return StoredWindDown(
        id=row["plan"],
        made_by=row["made_by"],
        made_at=datetime.fromisoformat(row["made_at"]),
        on=day_of(row["on_date"]),
        until=day_of(row["until_date"]),
        revision=row["revision"],
        document=row["document"],
        state=state,
        settled_by=settled_by,
        settled_at=None if settled_at is None else datetime.fromisoformat(settled_at),
    )


def _handover_row(handover: PlannedHandover) -> dict[str, Any]:
    return {
        "plan": handover.plan,
        "measure": handover.measure,
        "from_worker": handover.from_worker,
        "to_worker": handover.to_worker,
        "position": handover.position.value,
        "week": day_text(handover.week),
        "overlap_weeks": handover.overlap_weeks,
        "state": handover.state.value,
        "decision": handover.decision,
    }


def _handover_of(row: Mapping[Any, Any]) -> PlannedHandover:
    return PlannedHandover(
        plan=row["plan"],
        measure=row["measure"],
        from_worker=row["from_worker"],
        to_worker=row["to_worker"],
        position=Position(row["position"]),
        week=day_of(row["week"]),
        overlap_weeks=row["overlap_weeks"],
        state=HandoverState(row["state"]),
        decision=row["decision"],
    )
