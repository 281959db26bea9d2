"""H9: who leaves within 13 weeks takes no new first contact; a secondee then takes nothing; nor who winds down."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Employment, WindingDown
from caseload_planner.rules.round import Plan, plan_of
from tests.builders import ON, a_measure, a_round, a_worker
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


def winding_down(on_after: int, employment: Employment, *, second: bool) -> Plan:
    """Place somebody so many days after the last day for new cases of her plan, which is at nil 30 days later."""
    before = placed(400, employment, second=second)
    last = ON - timedelta(days=on_after)
    plan = WindingDown(from_on=last + timedelta(days=1), nil_on=last + timedelta(days=30))
    organisation = replace(before.round.caseload.organisation, winding_down={"W1": plan})
    return plan_of(a_round(organisation), before.placements)


@pytest.mark.parametrize("employment", list(Employment))
@pytest.mark.parametrize("second", [False, True])
@given(days=st.integers(-60, 60))
def test_that_who_winds_down_takes_nothing_after_the_last_day_for_new_cases(
    employment: Employment, second: bool, days: int
) -> None:
    closed = days > 0 and (employment is Employment.SECONDED or days <= 30)
    found = broken(winding_down(days, employment, second=second))
    assert found == ([("H9", "winding_down")] if closed else [])


def test_that_the_breach_names_the_first_closed_day() -> None:
    breach = the_breach(winding_down(1, Employment.SECONDED, second=False))
    assert breach.figures == {"from_on": ON, "nil_on": ON + timedelta(days=29)}
