"""How long a measure has been without a first contact."""

from datetime import date, timedelta

from caseload_planner.domain.assignment import Position
from caseload_planner.domain.organisation import Organisation


def waits_since(organisation: Organisation, measure: str, on: date) -> date:
    """Give the first day on which a measure had no first contact any more, as seen on a date.

    That is the day of its report, or for one that somebody held the day after the last of them was gone: after her
    assignment or after her last day in service. Who still holds it on the date is left out of account.
    """
    since = organisation.measures[measure].reported_on
    for assignment in organisation.assignments_of[measure]:
        if assignment.position is Position.FIRST:
            ends = (assignment.until_on, organisation.workers[assignment.worker].ends_on)
            last_day = min((day for day in ends if day is not None), default=on)
            if last_day < on:
                since = max(since, last_day + timedelta(days=1))
    return since


def days_waiting(organisation: Organisation, measure: str, on: date) -> int:
    """Count the days since then, 0 on the day itself and before it."""
    return max(0, (on - waits_since(organisation, measure, on)).days)
