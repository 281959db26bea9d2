"""Points are exact: integers inside, halves rounded up."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.domain.points import part, round_half_up, to_hundredths, to_points

NOT_NEGATIVE = st.integers(0, 10**12)
CAPACITIES = st.integers(1, 2_000)


def is_nearest_half_up(rounded: int, exact: Fraction) -> bool:
    return Fraction(-1, 2) < exact - rounded < Fraction(1, 2) or exact + Fraction(1, 2) == rounded


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        ("112.5", 113),
        ("112.4999", 112),
        ("0.5", 1),
        ("1.5", 2),
        ("2.5", 3),
        ("0.49", 0),
        ("7", 7),
        ("-2.5", -3),
        ("-2.4", -2),
    ],
)
def test_that_a_half_rounds_away_from_nought_whatever_stands_before_it(value: str, rounded: int) -> None:
    assert round_half_up(Decimal(value)) == rounded
    assert round_half_up(Fraction(value)) == rounded


@given(NOT_NEGATIVE, st.integers(1, 10**6))
def test_that_a_fraction_rounds_to_its_nearest_integer(numerator: int, denominator: int) -> None:
    exact = Fraction(numerator, denominator)
    assert is_nearest_half_up(round_half_up(exact), exact)


@given(st.decimals(min_value=0, max_value=10**9, places=6))
def test_that_a_decimal_rounds_to_its_nearest_integer(value: Decimal) -> None:
    assert is_nearest_half_up(round_half_up(value), Fraction(value))


@given(NOT_NEGATIVE)
def test_that_hundredths_and_points_are_one_and_the_same(hundredths: int) -> None:
    assert to_points(hundredths) == Decimal(hundredths) / 100
    assert to_hundredths(to_points(hundredths)) == hundredths


def test_that_points_have_two_decimals_and_half_a_hundredth_rounds_up() -> None:
    assert str(to_points(1430)) == "14.30"
    assert to_hundredths(Decimal("12.345")) == 1235
    assert to_hundredths(Decimal("12.3449")) == 1234


@given(NOT_NEGATIVE, CAPACITIES)
def test_that_a_part_is_a_hundred_times_squared_over_capacity_half_up(squared: int, capacity: int) -> None:
    assert is_nearest_half_up(part(squared, capacity), Fraction(100 * squared, capacity))


@pytest.mark.parametrize(
    ("squared", "capacity", "value"),
    [(0, 1430, 0), (120**2, 1430, 1007), (1430**2, 1430, 143_000), (1, 200, 1), (1, 201, 0), (3, 200, 2)],
)
def test_that_parts_worked_out_by_hand_come_out(squared: int, capacity: int, value: int) -> None:
    assert part(squared, capacity) == value
