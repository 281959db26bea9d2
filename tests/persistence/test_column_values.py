"""Single values keep their exact value in a column."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.persistence.column_values import (
    codes_of,
    codes_text,
    day_of,
    day_or_none,
    day_text,
    decimal_of,
    decimal_text,
    moment_text,
)

EXACT = st.decimals(allow_nan=False, allow_infinity=False, min_value=Decimal("-1e20"), max_value=Decimal("1e20"))


@given(EXACT)
def test_that_a_decimal_comes_back_equal(value: Decimal) -> None:
    assert decimal_of(decimal_text(value)) == value


@given(EXACT, st.integers(0, 5))
def test_that_equal_decimals_are_equal_text(value: Decimal, zeros: int) -> None:
    digits = value.as_tuple()
    assert isinstance(digits.exponent, int)
    longer = Decimal((digits.sign, digits.digits + (0,) * zeros, digits.exponent - zeros))
    assert longer == value
    assert decimal_text(longer) == decimal_text(value)


def test_that_more_digits_than_the_context_holds_are_kept() -> None:
    long = Decimal("0." + "123456789" * 6)
    assert decimal_of(decimal_text(long)) == long


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity"])
def test_that_a_number_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        decimal_text(Decimal(text))


@given(st.none() | st.dates())
def test_that_a_day_comes_back(day: date | None) -> None:
    assert day_or_none(day_text(day)) == day


@given(st.dates())
def test_that_days_sort_as_their_text(day: date) -> None:
    text = day_text(day)
    assert text is not None
    assert day_of(text) == day
    assert (text < "2026-11-23") == (day < date(2026, 11, 23))


@given(st.frozensets(st.text()))
def test_that_codes_come_back_whatever_stands_in_them(codes: frozenset[str]) -> None:
    assert codes_of(codes_text(codes)) == codes
    assert codes_text(sorted(codes, reverse=True)) == codes_text(codes)


def test_that_a_moment_is_kept_in_utc_and_one_without_a_zone_is_refused() -> None:
    assert moment_text(datetime(2026, 11, 23, 9, tzinfo=UTC)) == "2026-11-23T09:00:00+00:00"
    with pytest.raises(ValueError, match="time zone"):
        moment_text(datetime(2026, 11, 23, 9))  # noqa: DTZ001 - the mistake that is refused
