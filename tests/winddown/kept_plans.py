"""The text of a plan as it is kept, for tests that need its handovers and not how they were found."""

from datetime import date

from caseload_planner.winddown.plan import UnplacedMeasure, WindDownPlan
from caseload_planner.winddown.plan_documents import plan_text
from caseload_planner.winddown.request import Leaver, WindDownRequest


def a_kept_plan(
    on: date,
    until: date,
    leavers: tuple[str, ...] = (),
    *,
    runs_out: tuple[str, ...] = (),
    left_over: tuple[tuple[str, str], ...] = (),
) -> str:
    """Give a plan that says who leaves, which measures run out, and which of whom find nobody."""
    unplaced = tuple(
        UnplacedMeasure(measure=key, family=key, giver=giver, rules=(), reason="no_room") for key, giver in left_over
    )
    answer = WindDownPlan(
        handovers=(), joining=(), runs_out=runs_out, unplaced=unplaced, levels=(), loads=(), leaver_loads=()
    )
    request = WindDownRequest(on=on, until=until, leavers=tuple(Leaver(key, until) for key in leavers))
    return plan_text(request, answer)
