"""H9: who leaves within 13 weeks takes no new first contact; a secondee then takes nothing."""

from datetime import timedelta

import pytest

from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Employment
from caseload_planner.rules.round import Plan
from tests.builders import ON, a_measure, a_worker
from tests.rules.judging import a_plan, broken, the_breach

OWN = [Employment.PERMANENT, Employment.TEMPORARY]


def placed(days: int, employment: Employment, *, second: bool) -> Plan:
    leaver = a_worker("W1", ends_on=ON + timedelta(days=days), employment=employment)
    measure = a_measure("M1", duo=Wanted.PREFERRED)
    return a_plan([leaver, a_worker("W2")], [measure], ("M1", "W2", "W1") if second else ("M1", "W1"))


@pytest.mark.parametrize("employment", list(Employment))
def test_that_92_days_before_the_last_day_anybody_takes_cases(employment: Employment) -> None:
    assert broken(placed(92, employment, second=False)) == []
    assert broken(placed(92, employment, second=True)) == []


@pytest.mark.parametrize("days", [91, 30, 0])
@pytest.mark.parametrize("employment", OWN)
def test_that_an_own_leaver_is_no_first_contact(days: int, employment: Employment) -> None:
    breach = the_breach(placed(days, employment, second=False))
    assert (breach.rule, breach.code, breach.position) == ("H9", "leaving_no_first", "first")
    assert breach.figures["ends_on"] == ON + timedelta(days=days)


@pytest.mark.parametrize("employment", OWN)
def test_that_an_own_leaver_may_stand_second(employment: Employment) -> None:
    assert broken(placed(91, employment, second=True)) == []


@pytest.mark.parametrize("second", [False, True])
def test_that_a_leaving_secondee_takes_nothing_at_all(second: bool) -> None:
    breach = the_breach(placed(91, Employment.SECONDED, second=second))
    assert (breach.rule, breach.code, breach.worker) == ("H9", "seconded_leaving", "W1")
    assert breach.position == ("second" if second else "first")
