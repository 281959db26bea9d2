"""H7: a contact is in service, deployable and back within a week."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Absence, Onboarding
from caseload_planner.rules.hard_rules import judge_plan
from caseload_planner.rules.round import Plan
from tests.builders import ON, a_measure, a_worker
from tests.rules.judging import a_plan, broken

DAY = timedelta(days=1)


def placed(**facts: Any) -> Plan:
    return a_plan([a_worker("W1", **facts)], [a_measure("M1")], ("M1", "W1"))


def absent(share: str, days: int | None, began: int = 0) -> dict[str, Any]:
    until = None if days is None else ON + days * DAY
    return {"absences": (Absence(ON - began * DAY, until, Decimal(share)),)}


def codes_of_h7(plan: Plan) -> list[str]:
    return [breach.code for breach in judge_plan(plan) if breach.rule == "H7"]


@pytest.mark.parametrize(
    "facts",
    [
        absent("1", 7),
        absent("0.49", None),
        absent("0.49", 300),
        absent("1", -1, began=30),
        absent("1", None, began=-1),
        {"started_on": ON},
        {"started_on": ON - 28 * DAY, "onboarding": Onboarding.STARTER},
    ],
    ids=["back in a week", "less than half, open", "less than half, long", "over", "to come", "first day", "week five"],
)
def test_that_who_is_there_may_take_a_case(facts: dict[str, Any]) -> None:
    assert broken(placed(**facts)) == []


@pytest.mark.parametrize(
    "facts", [absent("0.5", 8), absent("0.5", None), absent("0.6", 300), absent("1", 8, began=50)], ids=str
)
def test_that_half_or_more_beyond_a_week_is_absent(facts: dict[str, Any]) -> None:
    plan = placed(**facts)
    assert broken(plan) == [("H7", "absent")]
    absence = facts["absences"][0]
    assert judge_plan(plan)[0].figures == {"until": absence.until_on, "share": absence.share}


def test_that_a_whole_open_absence_of_one_day_is_absent_while_still_deployable() -> None:
    assert broken(placed(**absent("1", None))) == [("H7", "absent")]


@pytest.mark.parametrize("facts", [{"started_on": ON + DAY}, {"ends_on": ON - DAY}], ids=["not yet", "no more"])
def test_that_who_is_not_in_service_takes_nothing(facts: dict[str, Any]) -> None:
    assert codes_of_h7(placed(**facts)) == ["not_in_service"]


@pytest.mark.parametrize(
    "facts",
    [
        {"contracts": ()},
        {"task_share": Decimal(1)},
        {"started_on": ON - 27 * DAY, "onboarding": Onboarding.STARTER},
    ],
    ids=["no contract", "other duties only", "starter in week four"],
)
def test_that_who_has_nothing_deployable_takes_nothing(facts: dict[str, Any]) -> None:
    assert codes_of_h7(placed(**facts)) == ["nothing_deployable"]


def test_that_a_second_contact_has_to_be_there_too() -> None:
    workers = [a_worker("W1"), a_worker("W2", **absent("1", None))]
    plan = a_plan(workers, [a_measure("M1", duo=Wanted.REQUIRED)], ("M1", "W1", "W2"))
    assert [(b.rule, b.code, b.worker) for b in judge_plan(plan)] == [("H7", "absent", "W2")]
