"""Factors add to a weight, replace each other and are capped together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.domain.weights import Band, Weight, counted_factors, family_weights
from tests.builders import NORM, ON, running

CASE_FACTORS = sorted(set(NORM.factors) - {"takeover"})


def weigh(*factors: str) -> Weight:
    return family_weights([running("M1", factors=frozenset(factors))], ON, NORM)["M1"]


@pytest.mark.parametrize(
    ("factor", "points"),
    [
        ("complex_divorce", 10),
        ("divorce_schotten", 30),
        ("out_of_home", 15),
        ("no_suitable_help", 15),
        ("closed_placement", 25),
        ("acute_safety", 15),
        ("trafficking", 20),
        ("legal_dispute", 10),
        ("age_17", 10),
        ("file_request", 10),
        ("travel_long", 10),
    ],
)
def test_that_a_factor_adds_its_points(factor: str, points: int) -> None:
    weight = weigh(factor)
    assert weight.total == 100 + points
    assert weight.factors == ((factor, points),)


def test_that_a_schotten_divorce_replaces_a_complex_one() -> None:
    both = weigh("divorce_schotten", "complex_divorce")
    assert both.total == 130
    assert both.factors == (("divorce_schotten", 30),)
    assert weigh("complex_divorce", "legal_dispute").total == 120


def test_that_factors_are_capped_together_and_all_still_shown() -> None:
    at_the_cap = weigh("closed_placement", "trafficking", "out_of_home")
    assert (at_the_cap.factor_sum, at_the_cap.total, at_the_cap.capped) == (60, 160, False)
    above = weigh("closed_placement", "trafficking", "out_of_home", "age_17")
    assert (above.factor_sum, above.total, above.capped) == (60, 160, True)
    assert sum(points for _, points in above.factors) == 70


def test_that_replacing_goes_before_the_cap() -> None:
    weight = weigh("divorce_schotten", "complex_divorce", "acute_safety", "no_suitable_help")
    assert (weight.factor_sum, weight.capped) == (60, False)


@pytest.mark.parametrize(
    ("factors", "band"),
    [
        ((), Band.LIGHT),
        (("age_17",), Band.LIGHT),
        (("out_of_home",), Band.MIDDLE),
        (("divorce_schotten",), Band.MIDDLE),
        (("closed_placement", "age_17"), Band.HEAVY),
        (("trafficking", "acute_safety"), Band.HEAVY),
        (tuple(CASE_FACTORS), Band.HEAVY),
    ],
)
def test_that_bands_run_up_to_ten_and_from_thirty_five(factors: tuple[str, ...], band: Band) -> None:
    assert weigh(*factors).band is band


@given(st.frozensets(st.sampled_from(CASE_FACTORS)))
def test_that_any_factors_add_their_sum_and_never_more_than_the_cap(names: frozenset[str]) -> None:
    kept = names - ({"complex_divorce"} if "divorce_schotten" in names else set())
    total = sum(NORM.factors[name] for name in kept)
    weight = weigh(*names)
    assert dict(counted_factors(names, NORM)) == {name: NORM.factors[name] for name in kept}
    assert weight.factor_sum == min(60, total)
    assert weight.total == 100 + min(60, total)
    assert weight.capped == (total > 60)
