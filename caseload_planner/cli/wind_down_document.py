"""The JSON of ``wind-down``."""

from collections import Counter
from datetime import date

from caseload_planner.application.nil_date import NilAnswer, NilVerdict
from caseload_planner.application.plan_wind_down import WindDownDraft
from caseload_planner.cli.answers import JsonValue, points
from caseload_planner.domain.calendar import iso_week
from caseload_planner.winddown.plan import Handover, WindDownPlan


def wind_down_document(draft: WindDownDraft) -> JsonValue:
    """Give the document of the contract, with levels, leavers and seconds who join beside it."""
    request, plan = draft.request, draft.plan
    return {
        "id": draft.id,
        "on": request.on.isoformat(),
        "until": request.until.isoformat(),
        "status": "left_over" if plan.unplaced else "nil",
        "leavers": [{"worker": one.worker, "ends_on": one.ends_on.isoformat()} for one in request.leavers],
        "handovers": [_handover(one) for one in plan.handovers],
        "joining": [_handover(one) for one in plan.joining],
        "runs_out": list(plan.runs_out),
        "unplaced": [
            {
                "measure": row.measure,
                "from": row.giver,
                "rules": list(row.rules),
                "reason": row.reason.replace("_", " "),
            }
            for row in plan.unplaced
        ],
        "weeks": _weeks(plan),
        "loads": [
            {
                "worker": row.worker,
                "week": iso_week(row.week),
                "load": points(row.load),
                "capacity": points(row.working),
                "most": points(row.most),
            }
            for row in plan.loads
        ],
        "levels": [{"name": level.name, "value": level.value, "bound": level.bound} for level in plan.levels],
        "extra_above_norm": points(sum(extra for _, extra in plan.extra)),
        "seconds": round(plan.seconds, 1),
    }


def _handover(one: Handover) -> JsonValue:
    return {
        "measure": one.measure,
        "from": one.giver,
        "to": one.receiver,
        "position": one.position.value,
        "week": iso_week(one.week),
        "overlap_weeks": one.overlap_weeks,
        "to_was_second": one.was_second,
    }


def _weeks(plan: WindDownPlan) -> list[JsonValue]:
    loads: dict[date, int] = {}
    for row in plan.leaver_loads:
        loads[row.week] = loads.get(row.week, 0) + row.load
    moved = Counter(one.week for one in plan.handovers)
    return [
        {"week": iso_week(week), "team_d_load": points(load), "handovers": moved[week]}
        for week, load in sorted(loads.items())
    ]


def nil_document(answer: NilAnswer) -> JsonValue:
    """Give when it can be nil, under the working norm and under the ceilings."""
    return {
        "on": answer.on.isoformat(),
        "latest": answer.latest.isoformat(),
        "within_norm": _verdict(answer.within_norm),
        "within_ceilings": _verdict(answer.within_ceilings),
    }


def _verdict(verdict: NilVerdict) -> JsonValue:
    return {
        "earliest": None if verdict.earliest is None else verdict.earliest.isoformat(),
        "in_the_way_a_week_earlier": list(verdict.in_the_way),
        "rules": list(verdict.rules),
        "cases_missing": verdict.cases_missing,
        "points_missing": points(verdict.points_missing),
        "fte_missing": float(verdict.fte_missing),
        "proven": verdict.proven,
    }
