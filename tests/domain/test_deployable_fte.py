"""Deployable fte: contract, other duties and long absence on a date."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.domain.capacity import (
    absence_share,
    blocking_absence,
    contract_fte,
    deployable_fte,
    long_absence_share,
)
from caseload_planner.domain.norm import Policy
from caseload_planner.domain.organisation import Absence, Contract, Onboarding, Worker
from tests.builders import LONG_AGO, ON, a_worker

DAY = timedelta(days=1)
POLICY = Policy()


def absent(began_days_ago: int, ends_in_days: int | None, share: str = "1") -> Absence:
    until = None if ends_in_days is None else ON + ends_in_days * DAY
    return Absence(ON - began_days_ago * DAY, until, Decimal(share))


def away(*absences: Absence) -> Worker:
    return a_worker("W1", absences=absences)


def test_that_a_contract_holds_from_its_first_through_its_last_day() -> None:
    worker = a_worker(
        "W1",
        contracts=(
            Contract(date(2025, 1, 6), date(2026, 6, 30), Decimal("0.89")),
            Contract(date(2026, 7, 1), date(2026, 9, 30), Decimal("0.67")),
            Contract(date(2026, 11, 1), None, Decimal("0.78")),
        ),
    )
    fte = {
        date(2025, 1, 5): "0",
        date(2025, 1, 6): "0.89",
        date(2026, 6, 30): "0.89",
        date(2026, 7, 1): "0.67",
        date(2026, 9, 30): "0.67",
        date(2026, 10, 15): "0",
        date(2026, 11, 1): "0.78",
        date(2034, 1, 1): "0.78",
    }
    assert {day: contract_fte(worker, day) for day in fte} == {day: Decimal(share) for day, share in fte.items()}


def test_that_outside_service_no_contract_counts() -> None:
    worker = a_worker("W1", started_on=ON, ends_on=ON + 30 * DAY, contracts=(Contract(LONG_AGO, None, Decimal(1)),))
    days = [ON - DAY, ON, ON + 30 * DAY, ON + 31 * DAY]
    assert [contract_fte(worker, day) for day in days] == [0, 1, 1, 0]
    assert [deployable_fte(worker, day, POLICY) for day in days] == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("began", "ends", "is_long"),
    [
        (0, 42, False),
        (0, 43, True),
        (200, 42, False),
        (200, 43, True),
        (13, None, False),
        (14, None, True),
        (0, None, False),
        (400, None, True),
        (-1, 200, False),
        (-1, None, False),
        (100, -1, False),
        (100, 0, False),
    ],
    ids=str,
)
def test_that_absence_is_long_beyond_42_days_to_come_or_open_for_14_days(
    began: int, ends: int | None, is_long: bool
) -> None:
    worker = away(absent(began, ends, "0.5"))
    assert long_absence_share(worker, ON, POLICY) == (Decimal("0.5") if is_long else 0)
    assert deployable_fte(worker, ON, POLICY) == (Decimal("0.5") if is_long else 1)


def test_that_of_overlapping_long_absences_the_highest_share_counts() -> None:
    worker = away(absent(20, None, "0.3"), absent(5, 60, "0.7"), absent(30, None, "0.5"))
    assert long_absence_share(worker, ON, POLICY) == Decimal("0.7")


def test_that_a_short_absence_is_a_mark_and_takes_nothing_off() -> None:
    worker = away(absent(1, 3, "1"), absent(20, None, "0.25"))
    assert absence_share(worker, ON) == 1
    assert long_absence_share(worker, ON, POLICY) == Decimal("0.25")
    assert deployable_fte(worker, ON, POLICY) == Decimal("0.75")


def test_that_absence_is_marked_from_its_first_through_its_last_day_only() -> None:
    worker = away(Absence(ON, ON + 2 * DAY, Decimal("0.4")))
    days = [ON - DAY, ON, ON + 2 * DAY, ON + 3 * DAY]
    assert [absence_share(worker, day) for day in days] == [0, Decimal("0.4"), Decimal("0.4"), 0]


@pytest.mark.parametrize(
    ("began", "ends", "share", "blocks"),
    [
        (0, 7, "1", False),
        (0, 8, "1", True),
        (0, 8, "0.5", True),
        (0, 8, "0.49", False),
        (0, None, "0.5", True),
        (90, None, "0.49", False),
        (-1, None, "1", False),
        (30, -1, "1", False),
        (30, 0, "1", False),
    ],
    ids=str,
)
def test_that_half_or_more_beyond_a_week_or_open_blocks(began: int, ends: int | None, share: str, blocks: bool) -> None:
    absence = absent(began, ends, share)
    assert blocking_absence(away(absence), ON, POLICY) == (absence if blocks else None)


def test_that_a_blocking_absence_is_found_behind_a_harmless_one() -> None:
    blocking = absent(2, None, "0.8")
    assert blocking_absence(away(absent(1, 2), blocking), ON, POLICY) == blocking


def test_that_contract_tasks_absence_and_onboarding_multiply() -> None:
    worker = a_worker(
        "W1",
        started_on=ON - 70 * DAY,
        contracts=(Contract(ON - 70 * DAY, None, Decimal("0.89")),),
        task_share=Decimal("0.20"),
        onboarding=Onboarding.STARTER,
        absences=(absent(20, None, "0.25"),),
    )
    expected = Decimal("0.89") * Decimal("0.80") * Decimal("0.75") * Decimal("0.50")
    assert deployable_fte(worker, ON, POLICY) == expected


SHARES = st.decimals(0, 1, places=2)


@given(st.decimals(0, Decimal("1.2"), places=2), SHARES, SHARES)
def test_that_deployable_fte_is_exact_for_any_shares(fte: Decimal, tasks: Decimal, absence: Decimal) -> None:
    worker = a_worker(
        "W1",
        contracts=(Contract(LONG_AGO, None, fte),),
        task_share=tasks,
        absences=(Absence(LONG_AGO, None, absence),),
    )
    assert deployable_fte(worker, ON, POLICY) == fte * (1 - tasks) * (1 - absence)


def test_that_the_policy_sets_the_days() -> None:
    strict = Policy(long_absence_days=10, open_absence_days=3, short_return_days=2)
    assert long_absence_share(away(absent(0, 11)), ON, strict) == 1
    assert long_absence_share(away(absent(3, None)), ON, strict) == 1
    assert blocking_absence(away(absent(0, 3)), ON, strict) is not None
