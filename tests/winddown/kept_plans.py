"""The text of a plan as it is kept, for tests that need its handovers and not how they were found."""

from datetime import date

from caseload_planner.winddown.plan import WindDownPlan
from caseload_planner.winddown.plan_documents import plan_text
from caseload_planner.winddown.request import Leaver, WindDownRequest


def a_kept_plan(on: date, until: date, leavers: tuple[str, ...] = ()) -> str:
    """Give a plan that says nothing but who leaves."""
    answer = WindDownPlan(handovers=(), joining=(), runs_out=(), unplaced=(), levels=(), loads=(), leaver_loads=())
    request = WindDownRequest(on=on, until=until, leavers=tuple(Leaver(key, until) for key in leavers))
    return plan_text(request, answer)
