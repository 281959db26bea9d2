"""H3: the first contact is registered; others stand second, support never."""

from datetime import date, timedelta

import pytest

from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Role
from caseload_planner.rules.round import Plan
from tests.builders import ON, a_measure, a_worker
from tests.rules.judging import a_plan, broken, the_breach

DAY = timedelta(days=1)


def first_with(skj_until: date | None, role: Role = Role.YOUTH_PROTECTION) -> Plan:
    return a_plan([a_worker("W1", skj_until=skj_until, role=role)], [a_measure("M1")], ("M1", "W1"))


def second_with(skj_until: date | None, role: Role = Role.YOUTH_PROTECTION) -> Plan:
    workers = [a_worker("W1"), a_worker("W2", skj_until=skj_until, role=role)]
    return a_plan(workers, [a_measure("M1", duo=Wanted.REQUIRED)], ("M1", "W1", "W2"))


def test_that_a_registration_that_ends_today_still_holds() -> None:
    assert broken(first_with(ON)) == []
    assert broken(first_with(ON + DAY)) == []


@pytest.mark.parametrize("skj_until", [ON - DAY, None], ids=["ended yesterday", "none"])
def test_that_a_first_contact_without_registration_is_named_with_the_date(skj_until: date | None) -> None:
    breach = the_breach(first_with(skj_until))
    assert (breach.rule, breach.code, breach.worker, breach.position) == ("H3", "not_registered", "W1", "first")
    assert breach.figures["skj_until"] == skj_until


@pytest.mark.parametrize("role", [Role.YOUTH_PROTECTION, Role.YOUTH_PROBATION, Role.JUNIOR, Role.CAREER_CHANGER])
def test_that_who_is_registered_may_be_first_in_any_carrying_role(role: Role) -> None:
    assert broken(first_with(ON, role)) == []


@pytest.mark.parametrize("role", [Role.YOUTH_PROTECTION, Role.JUNIOR, Role.CAREER_CHANGER, Role.ASSISTANT])
def test_that_who_is_not_registered_may_stand_second(role: Role) -> None:
    assert broken(second_with(None, role)) == []


def test_that_an_assistant_is_never_first_even_registered() -> None:
    breach = the_breach(first_with(ON + DAY, Role.ASSISTANT))
    assert (breach.rule, breach.code, breach.figures["role"]) == ("H3", "assistant_never_first", "assistant")


@pytest.mark.parametrize("role", [Role.SUPPORT, Role.BEHAVIOURAL_SCIENTIST, Role.TEAM_LEADER])
def test_that_other_roles_never_carry(role: Role) -> None:
    for plan in (first_with(ON + DAY, role), second_with(ON + DAY, role)):
        breach = the_breach(plan)
        assert (breach.rule, breach.code, breach.figures["role"]) == ("H3", "role_never_carries", role.value)


def test_that_an_unregistered_second_does_not_make_an_unregistered_first_right() -> None:
    workers = [a_worker("W1", skj_until=None), a_worker("W2")]
    plan = a_plan(workers, [a_measure("M1", duo=Wanted.REQUIRED)], ("M1", "W1", "W2"))
    assert broken(plan) == [("H3", "not_registered")]
