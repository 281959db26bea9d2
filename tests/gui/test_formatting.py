"""Numbers, dates and weeks as people write them."""

from datetime import date
from decimal import Decimal

import pytest

from caseload_planner.gui import formatting


@pytest.fixture(autouse=True)
def in_dutch(look):
    """Every test here writes Dutch."""


@pytest.mark.parametrize(
    ("hundredths", "written"), [(0, "0,00"), (5, "0,05"), (1285, "12,85"), (-72, "\u22120,72"), (123456, "1.234,56")]
)
def test_that_points_have_two_decimals_and_a_real_minus(hundredths, written):
    assert formatting.points(hundredths) == written


@pytest.mark.parametrize(("hundredths", "written"), [(42, "+0,42"), (0, "0,00"), (-1, "\u22120,01")])
def test_that_room_says_its_sign(hundredths, written):
    assert formatting.signed_points(hundredths) == written


def test_that_a_number_that_rounds_to_nothing_has_no_minus():
    assert formatting.number(-0.001) == "0,00"


def test_that_shares_are_whole_percentages():
    assert formatting.percent(Decimal("0.914")) == "91\u202f%"


def test_that_dates_and_weeks_are_dutch():
    monday = date(2026, 11, 23)
    assert formatting.day(monday) == "23 nov 2026"
    assert formatting.day_with_weekday(monday) == "ma 23 nov 2026"
    assert formatting.day_short(monday) == "23 nov"
    assert formatting.week(monday) == "week 48"


def test_that_the_week_of_a_new_year_is_the_iso_week():
    assert formatting.week(date(2027, 1, 1)) == "week 53"


def test_that_thousands_stand_apart():
    assert formatting.count(13_000) == "13.000"
