"""Level `intake_spread`: first-contact points taken in this ISO week above 1.60 per deployable fte."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from caseload_planner.domain.measures import Wanted
from caseload_planner.rules.levels import LEVELS
from caseload_planner.rules.round import Placement, plan_of
from tests.builders import ON, a_measure, a_round, a_worker, an_organisation, holds, running
from tests.rules.judging import a_plan, level

DAY = timedelta(days=1)
SUNDAY = ON + 6 * DAY


def test_that_one_new_order_a_week_is_not_too_much() -> None:
    assert level("intake_spread", a_plan([a_worker("W1")], [a_measure("M1")], ("M1", "W1"))) == 0


def test_that_the_limit_itself_may_be_reached() -> None:
    measure = a_measure("M1", factors=frozenset({"age_17"}))
    assert level("intake_spread", a_plan([a_worker("W1")], [measure], ("M1", "W1"))) == 0
    heavier = a_measure("M1", factors=frozenset({"out_of_home"}))
    assert level("intake_spread", a_plan([a_worker("W1")], [heavier], ("M1", "W1"))) == 5


def test_that_two_new_orders_are_more_than_one_week_brings() -> None:
    new = [a_measure("M1"), a_measure("M2")]
    workers = [a_worker("W1"), a_worker("W2")]
    assert level("intake_spread", a_plan(workers, new, ("M1", "W1"), ("M2", "W1"))) == 140
    assert level("intake_spread", a_plan(workers, new, ("M1", "W1"), ("M2", "W2"))) == 0


def test_that_the_limit_follows_deployable_fte_half_up() -> None:
    # 160 x 0.67 = 107.2; 160 x 0.89 x 0.80 = 113.92
    assert level("intake_spread", a_plan([a_worker("W1", fte="0.67")], [a_measure("M1")], ("M1", "W1"))) == 43
    less = a_worker("W1", fte="0.89", task_share=Decimal("0.20"))
    assert level("intake_spread", a_plan([less], [a_measure("M1")], ("M1", "W1"))) == 36


def test_that_who_has_nothing_deployable_has_a_limit_of_nothing() -> None:
    assert level("intake_spread", a_plan([a_worker("W1", contracts=())], [a_measure("M1")], ("M1", "W1"))) == 150


def test_that_a_duo_counts_the_first_share_and_a_second_counts_nothing() -> None:
    workers = [a_worker("W1", fte="0.50"), a_worker("W2", fte="0.10")]
    plan = a_plan(workers, [a_measure("M1", duo=Wanted.REQUIRED)], ("M1", "W1", "W2"))
    # 0.90 against 0.80; the second's 0.60 is no intake.
    assert level("intake_spread", plan) == 10


@pytest.mark.parametrize(
    ("since", "over"),
    [(ON, 140), (ON + 2 * DAY, 140), (SUNDAY, 140), (ON - DAY, 0), (ON - 7 * DAY, 0)],
    ids=["monday", "wednesday", "today", "sunday before", "a week before"],
)
def test_that_earlier_rounds_of_the_same_iso_week_count(since: date, over: int) -> None:
    measures = [a_measure("R1", reported_on=ON - 9 * DAY, started_on=ON - 9 * DAY), a_measure("M1")]
    organisation = an_organisation([a_worker("W1")], measures, [holds("R1", "W1", since=since)])
    plan = plan_of(a_round(organisation, SUNDAY), [Placement("M1", "W1")])
    assert level("intake_spread", plan) == over


def test_that_earlier_intake_above_the_limit_counts_for_who_gets_nothing_more() -> None:
    measures = [a_measure("R1"), a_measure("R2"), a_measure("M1")]
    held = [holds("R1", "W1", since=ON), holds("R2", "W1", since=ON)]
    workers = [a_worker("W1"), a_worker("W2")]
    plan = a_plan(workers, measures, ("M1", "W2"), held=held)
    assert level("intake_spread", plan) == 140
    assert LEVELS["intake_spread"].fixed_part(plan.round) == 140
    more = a_plan(workers, measures, ("M1", "W1"), held=held)
    assert level("intake_spread", more) == 290


def test_that_intake_counts_by_its_share_today_and_only_while_she_is_first() -> None:
    measures = [a_measure("R1", duo=Wanted.REQUIRED), a_measure("R2"), a_measure("R3"), a_measure("M1")]
    held = [
        holds("R1", "W1", since=ON),
        holds("R1", "W2", "second", since=ON),
        holds("R2", "W1", "second", since=ON),
        holds("R2", "W2", since=date(2026, 11, 20)),
        holds("R3", "W1", "incoming", since=ON),
        holds("R3", "W2", since=date(2026, 11, 20)),
    ]
    plan = a_plan([a_worker("W1"), a_worker("W2")], measures, ("M1", "W1"), held=held)
    # 0.90 of R1 and 1.50 of M1
    assert level("intake_spread", plan) == 240 - 160


def test_that_a_case_handed_on_within_the_week_is_intake_of_who_has_it_now() -> None:
    measures = [running("R1"), a_measure("M1"), a_measure("M2")]
    held = [holds("R1", "W1", since=ON, until=ON + DAY), holds("R1", "W2", since=ON + 2 * DAY)]
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], measures, held)
    round_ = a_round(organisation, ON + 2 * DAY)
    plan = plan_of(round_, [Placement("M1", "W1"), Placement("M2", "W2")])
    assert level("intake_spread", plan) == 100 + 150 - 160
