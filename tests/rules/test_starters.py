"""H14*: two starters never form a duo."""

from datetime import timedelta

import pytest

from caseload_planner.domain.measures import Wanted
from caseload_planner.domain.organisation import Onboarding, Worker
from tests.builders import ON, a_measure, a_worker
from tests.rules.judging import a_plan, broken, the_breach

DUO = a_measure("M1", duo=Wanted.REQUIRED)


def starter(key: str, days: int, onboarding: Onboarding = Onboarding.STARTER) -> Worker:
    return a_worker(key, started_on=ON - timedelta(days=days), onboarding=onboarding)


def test_that_two_starters_are_no_duo() -> None:
    breach = the_breach(a_plan([starter("W1", 181), starter("W2", 60)], [DUO], ("M1", "W1", "W2")))
    assert (breach.rule, breach.code, breach.measure, breach.worker) == ("H14", "two_starters", "M1", "W2")
    assert breach.figures == {"first": "W1"}


@pytest.mark.parametrize(
    "partner",
    [starter("W2", 182), starter("W2", 60, Onboarding.EXPERIENCED), starter("W2", 60, Onboarding.NONE)],
    ids=["26 weeks in service", "experienced", "no onboarding"],
)
def test_that_a_starter_stands_beside_who_is_none(partner: Worker) -> None:
    assert broken(a_plan([starter("W1", 60), partner], [DUO], ("M1", "W1", "W2"))) == []
    assert broken(a_plan([starter("W1", 60), partner], [DUO], ("M1", "W2", "W1"))) == []


def test_that_a_starter_alone_is_no_duo() -> None:
    assert broken(a_plan([starter("W1", 60)], [a_measure("M1", duo=Wanted.PREFERRED)], ("M1", "W1"))) == []
