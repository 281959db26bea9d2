"""Who is new carries a growing part, step by step, week by week of service."""

from datetime import timedelta
from decimal import Decimal

import pytest

from caseload_planner.domain.capacity import days_in_service, is_starter, onboarding_share
from caseload_planner.domain.norm import Policy
from caseload_planner.domain.organisation import Onboarding, Worker
from tests.builders import ON, a_worker

POLICY = Policy()


def hired(days_ago: int, onboarding: Onboarding) -> Worker:
    return a_worker("W1", started_on=ON - timedelta(days=days_ago), onboarding=onboarding)


def last_day_of_week(week: int) -> int:
    return 7 * week - 1


@pytest.mark.parametrize(
    ("onboarding", "last_week", "share", "next_share"),
    [
        (Onboarding.STARTER, 4, "0", "0.25"),
        (Onboarding.STARTER, 8, "0.25", "0.50"),
        (Onboarding.STARTER, 13, "0.50", "0.75"),
        (Onboarding.STARTER, 26, "0.75", "0.90"),
        (Onboarding.STARTER, 52, "0.90", "1"),
        (Onboarding.EXPERIENCED, 4, "0.50", "0.75"),
        (Onboarding.EXPERIENCED, 8, "0.75", "1"),
    ],
)
def test_that_a_step_lasts_through_the_last_day_of_its_week(
    onboarding: Onboarding, last_week: int, share: str, next_share: str
) -> None:
    last = last_day_of_week(last_week)
    assert onboarding_share(hired(last, onboarding), ON) == Decimal(share)
    assert onboarding_share(hired(last + 1, onboarding), ON) == Decimal(next_share)


@pytest.mark.parametrize(
    ("onboarding", "share"), [(Onboarding.STARTER, "0"), (Onboarding.EXPERIENCED, "0.50"), (Onboarding.NONE, "1")]
)
def test_that_the_first_day_opens_the_first_step(onboarding: Onboarding, share: str) -> None:
    assert onboarding_share(hired(0, onboarding), ON) == Decimal(share)


def test_that_days_in_service_begin_at_nought() -> None:
    assert [days_in_service(hired(days, Onboarding.NONE), ON) for days in (0, 1, 181)] == [0, 1, 181]


@pytest.mark.parametrize(
    ("onboarding", "days", "starts"),
    [
        (Onboarding.STARTER, 0, True),
        (Onboarding.STARTER, 181, True),
        (Onboarding.STARTER, 182, False),
        (Onboarding.EXPERIENCED, 10, False),
        (Onboarding.NONE, 10, False),
    ],
)
def test_that_a_starter_is_one_for_26_weeks(onboarding: Onboarding, days: int, starts: bool) -> None:
    assert is_starter(hired(days, onboarding), ON, POLICY) is starts
