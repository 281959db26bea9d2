"""H10*: a contact works in the region of the measure."""

import pytest

from caseload_planner.domain.measures import Wanted
from caseload_planner.rules.hard_rules import judge_plan
from tests.builders import a_measure, a_worker
from tests.rules.judging import a_plan, broken, the_breach


@pytest.mark.parametrize("team", ["T1", "T2", "T3"])
def test_that_any_team_of_the_region_will_do(team: str) -> None:
    assert broken(a_plan([a_worker("W1", team=team)], [a_measure("M1", team="T1")], ("M1", "W1"))) == []


def test_that_a_first_contact_from_elsewhere_is_named_with_both_regions() -> None:
    breach = the_breach(a_plan([a_worker("W1", team="Z1")], [a_measure("M1", team="T1")], ("M1", "W1")))
    assert (breach.rule, breach.code, breach.worker) == ("H10", "other_region", "W1")
    assert breach.figures == {"home": "Zuid", "asked": "Noord"}


def test_that_a_second_contact_from_elsewhere_is_named_too() -> None:
    measure = a_measure("M1", duo=Wanted.REQUIRED)
    plan = a_plan([a_worker("W1"), a_worker("W2", team="Z1")], [measure], ("M1", "W1", "W2"))
    assert [(b.rule, b.worker, b.position) for b in judge_plan(plan)] == [("H10", "W2", "second")]
