"""The text of a plan as it is kept, for tests that need its handovers and not how they were found."""

from datetime import date

from caseload_planner.winddown.plan import Handover, WindDownPlan
from caseload_planner.winddown.plan_documents import plan_text
from caseload_planner.winddown.request import WindDownRequest


def a_kept_plan(on: date, until: date, joining: tuple[Handover, ...] = ()) -> str:
    """Give a plan that says nothing but who joins."""
    answer = WindDownPlan(handovers=(), joining=joining, runs_out=(), unplaced=(), levels=(), loads=(), leaver_loads=())
    return plan_text(WindDownRequest(on=on, until=until), answer)
