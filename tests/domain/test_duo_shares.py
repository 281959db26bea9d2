"""Two contacts carry one measure: their shares are the whole of it, to the hundredth."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.domain.weights import duo_shares
from tests.builders import NORM


@pytest.mark.parametrize(
    ("weight", "first", "second"),
    [(100, 60, 40), (150, 90, 60), (108, 65, 43), (113, 68, 45), (64, 38, 26), (15, 9, 6), (1, 1, 0), (0, 0, 0)],
)
def test_that_the_first_carries_sixty_percent_half_up_and_the_second_the_rest(
    weight: int, first: int, second: int
) -> None:
    assert duo_shares(weight, NORM, with_second=True) == (first, second)


@given(st.integers(0, 400))
def test_that_alone_the_first_carries_all(weight: int) -> None:
    assert duo_shares(weight, NORM, with_second=False) == (weight, 0)


@given(st.integers(0, 400), st.decimals(0, 1, places=2))
def test_that_shares_add_up_to_exactly_the_weight(weight: int, first_share: Decimal) -> None:
    norm = replace(NORM, duo_first_share=first_share)
    first, second = duo_shares(weight, norm, with_second=True)
    assert first + second == weight
    assert second >= 0
    assert abs(Decimal(first) - weight * first_share) <= Decimal("0.5")


def test_that_half_a_hundredth_goes_to_the_first() -> None:
    half = replace(NORM, duo_first_share=Decimal("0.50"))
    assert duo_shares(75, half, with_second=True) == (38, 37)
