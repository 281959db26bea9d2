"""A town in which each thing that a command can run into happens once."""

from dataclasses import replace
from datetime import date

from caseload_planner.domain.measures import MeasureType, Wanted
from caseload_planner.domain.organisation import Organisation
from tests.builders import a_measure, a_worker, an_organisation, busy, holds, running

REPORTED_ON = date(2022, 1, 3)
"""Of the running measures of the builders: nobody holds one before."""


def the_town() -> Organisation:
    """Give the town: NEW and DUO can be placed, PMG cannot; FULL is near her ceiling, FAR of another region.

    UNREG is not registered; her name would be a formula in a spreadsheet.
    """
    cases, held = busy("FULL", 15)
    return an_organisation(
        [
            a_worker("ANN", skills=frozenset({"sns"})),
            a_worker("BEA", team="T2", skills=frozenset({"sns"})),
            a_worker("FULL"),
            a_worker("FAR", team="Z1"),
            a_worker("UNREG", skj_until=None, name="=1+1"),
        ],
        [
            a_measure("NEW"),
            a_measure("DUO", team="T2", duo=Wanted.REQUIRED, sns=Wanted.REQUIRED),
            a_measure("PMG", type=MeasureType.PMG_KANSRIJK),
            running("OLD"),
            *cases,
        ],
        [replace(part, from_on=REPORTED_ON) for part in (holds("OLD", "ANN"), *held)],
    )
