"""A wind-down plan as plain values for JSON, and back, so that a file keeps the whole of it."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.organisation import WindingDown
from caseload_planner.winddown.plan import (
    Handover,
    LeaverWeek,
    LevelValue,
    UnplacedMeasure,
    WeekLoad,
    WindDownPlan,
)
from caseload_planner.winddown.request import KeptHandover, Leaver, Step, WindDownRequest

Row = TypeVar("Row")
_FORMAT = 1


def plan_text(request: WindDownRequest, plan: WindDownPlan) -> str:
    """Write a plan and what was asked as JSON."""
    document = {"format": _FORMAT, "request": _record(request), "plan": _record(plan)}
    return json.dumps(document, separators=(",", ":"), sort_keys=True)


def plan_from_text(text: str) -> tuple[WindDownRequest, WindDownPlan]:
    """Read a plan and what was asked."""
    document = json.loads(text)
    asked, found = document["request"], document["plan"]
    request = WindDownRequest(
        **(
            asked
            | {
                "on": _day(asked["on"]),
                "until": _day(asked["until"]),
                "leavers": _rows(Leaver, asked["leavers"]),
                "steps": _rows(Step, asked["steps"]),
                "new_cases_until": None if asked["new_cases_until"] is None else _day(asked["new_cases_until"]),
                "inflow_share": Decimal(asked["inflow_share"]),
                "kept": _rows(KeptHandover, asked["kept"]),
                "excluded_receivers": tuple(asked["excluded_receivers"]),
            }
        )
    )
    plan = WindDownPlan(
        handovers=_rows(Handover, found["handovers"]),
        joining=_rows(Handover, found["joining"]),
        runs_out=tuple(found["runs_out"]),
        unplaced=tuple(UnplacedMeasure(**(row | {"rules": tuple(row["rules"])})) for row in found["unplaced"]),
        levels=_rows(LevelValue, found["levels"]),
        loads=_rows(WeekLoad, found["loads"]),
        leaver_loads=_rows(LeaverWeek, found["leaver_loads"]),
        extra=tuple((worker, points) for worker, points in found["extra"]),
        seconds=found["seconds"],
    )
    return request, plan


def winding_down_in(text: str) -> Mapping[str, WindingDown]:
    """Read only who winds down by a plan, by worker; nobody where the text is not of a plan."""
    asked = json.loads(text).get("request")
    if asked is None:
        return {}
    last = None if asked["new_cases_until"] is None else _day(asked["new_cases_until"])
    request = WindDownRequest(on=_day(asked["on"]), until=_day(asked["until"]), new_cases_until=last)
    return {one["worker"]: WindingDown(request.closed_from, _day(one["ends_on"])) for one in asked["leavers"]}


def _record(value: object) -> dict[str, Any]:
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}  # type: ignore[arg-type]


def _plain(value: object) -> object:
    if hasattr(value, "__dataclass_fields__"):
        return _record(value)
    if isinstance(value, (date, Decimal)):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return value


def _rows(kind: type[Row], rows: list[dict[str, Any]]) -> tuple[Row, ...]:
    return tuple(kind(**{name: _value(name, value) for name, value in row.items()}) for row in rows)


def _value(name: str, value: Any) -> Any:
    if name in {"week", "ends_on", "from_on"}:
        return _day(value)
    return Position(value) if name == "position" else value


def _day(text: str) -> date:
    return date.fromisoformat(text)
