"""A small history: the week before the Monday of the builders, and who got what in it."""

from dataclasses import replace
from datetime import date, timedelta

from caseload_planner.domain.assignment import Assignment
from caseload_planner.domain.measures import Measure
from caseload_planner.domain.organisation import Organisation
from tests.builders import ON, a_measure, a_worker, an_organisation, busy

MONDAY = ON - timedelta(weeks=1)
REPORTED_ON = date(2022, 1, 3)
"""Of the running measures of the builders: nobody holds one before."""


def reported(key: str, on: date = MONDAY, *, team: str = "T1", **facts: object) -> Measure:
    """Make a measure that was reported on a date."""
    return a_measure(key, team=team, reported_on=on, started_on=on, **facts)


def a_history(*taken: Assignment, measures: tuple[Measure, ...] = ()) -> Organisation:
    """Make a team of three: FULL over the working norm, ANN and BEA with room; FAR works in another region."""
    cases, held = busy("FULL", 14)
    return an_organisation(
        [a_worker("ANN"), a_worker("BEA"), a_worker("FULL"), a_worker("FAR", team="Z1")],
        [*cases, *measures],
        [*(replace(part, from_on=REPORTED_ON) for part in held), *taken],
    )
