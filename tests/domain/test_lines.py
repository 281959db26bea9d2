"""A worker's lines on a date: working norm, ceiling, weekly intake; registration and leaving."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.domain.capacity import Capacity, capacity_on, intake_limit, is_leaving, is_registered
from caseload_planner.domain.norm import Policy
from caseload_planner.domain.organisation import Worker
from tests.builders import NORM, ON, a_worker

DAY = timedelta(days=1)
POLICY = Policy()


def lines(worker: Worker) -> Capacity:
    return capacity_on(worker, ON, NORM, POLICY)


@pytest.mark.parametrize(
    ("fte", "working", "ceiling"),
    [("1.00", 1430, 1600), ("0.89", 1273, 1424), ("0.78", 1115, 1248), ("0.67", 958, 1072), ("0.05", 72, 80)],
)
def test_that_lines_are_points_per_deployable_fte_half_up(fte: str, working: int, ceiling: int) -> None:
    found = lines(a_worker("W1", fte=fte))
    assert (found.working, found.ceiling) == (working, ceiling)
    assert found.contract_fte == found.deployable_fte == Decimal(fte)


def test_that_lines_follow_deployable_and_not_contracted_fte() -> None:
    found = lines(a_worker("W1", task_share=Decimal("0.20")))
    assert (found.contract_fte, found.deployable_fte) == (Decimal(1), Decimal("0.80"))
    assert (found.working, found.ceiling) == (1144, 1280)


@pytest.mark.parametrize(("personal", "ceiling"), [(1200, 1200), (1599, 1599), (1600, 1600), (2000, 1600), (0, 0)])
def test_that_a_personal_ceiling_replaces_only_a_higher_one(personal: int, ceiling: int) -> None:
    found = lines(a_worker("W1", personal_ceiling=personal))
    assert (found.working, found.ceiling) == (1430, ceiling)


def test_that_who_has_no_deployable_fte_has_no_lines() -> None:
    found = lines(a_worker("W1", ends_on=ON - DAY, personal_ceiling=900))
    assert (found.contract_fte, found.deployable_fte, found.working, found.ceiling) == (Decimal(0), Decimal(0), 0, 0)


@pytest.mark.parametrize(("fte", "points"), [("1.00", 160), ("0.89", 142), ("0.67", 107), ("0.01", 2)])
def test_that_a_week_brings_at_most_one_point_sixty_per_deployable_fte(fte: str, points: int) -> None:
    assert intake_limit(lines(a_worker("W1", fte=fte)), POLICY) == points


def test_that_the_weekly_intake_follows_the_policy() -> None:
    assert intake_limit(lines(a_worker("W1")), replace(POLICY, intake_per_fte=200)) == 200


@given(st.decimals(0, Decimal("1.2"), places=2), st.decimals(0, 1, places=2))
def test_that_any_lines_are_the_nearest_hundredths(fte: Decimal, tasks: Decimal) -> None:
    found = lines(a_worker("W1", fte=str(fte), task_share=tasks))
    deployable = fte * (1 - tasks)
    for line, per_fte in ((found.working, 1430), (found.ceiling, 1600), (intake_limit(found, POLICY), 160)):
        assert Decimal("-0.5") < line - deployable * per_fte <= Decimal("0.5")


@pytest.mark.parametrize(
    ("skj_until", "registered"), [(ON, True), (ON - DAY, False), (ON + DAY, True), (None, False)], ids=str
)
def test_that_a_registration_holds_through_its_last_day(skj_until: date | None, registered: bool) -> None:
    assert is_registered(a_worker("W1", skj_until=skj_until), ON) is registered


@pytest.mark.parametrize(("days", "leaving"), [(92, False), (91, True), (1, True), (0, True)])
def test_that_leaving_begins_91_days_before_the_last_day(days: int, leaving: bool) -> None:
    assert is_leaving(a_worker("W1", ends_on=ON + days * DAY), ON, POLICY) is leaving


def test_that_who_has_no_last_day_is_not_leaving() -> None:
    assert not is_leaving(a_worker("W1"), ON, POLICY)
