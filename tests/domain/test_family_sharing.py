"""Measures of one family share work: one youth twice, brothers and sisters, and who comes first."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.measures import Measure, MeasureType
from caseload_planner.domain.weights import Sharing, family_weights
from tests.builders import NORM, ON, a_measure, an_organisation

FAMILY = "F1"


def member(
    key: str,
    youth: str,
    since: date = date(2022, 1, 3),
    type_: MeasureType = MeasureType.SUPERVISION_ORDER,
    **facts: Any,
) -> Measure:
    plain: dict[str, Any] = {
        "family": FAMILY,
        "youth": youth,
        "reported_on": since,
        "started_on": since,
        "type": type_,
    }
    return a_measure(key, **(plain | facts))


def totals(*members: Measure, on: date = ON) -> dict[str, int]:
    weights = caseload_on(an_organisation([], members), on).weights
    return {key: weight.total for key, weight in weights.items()}


def test_that_a_second_child_counts_for_three_quarters() -> None:
    assert totals(member("M1", "a"), member("M2", "b", date(2023, 1, 2))) == {"M1": 100, "M2": 75}


def test_that_a_second_measure_of_one_child_counts_for_half() -> None:
    later = member("M2", "a", date(2023, 1, 2), MeasureType.PROBATION_MANDATORY)
    assert totals(member("M1", "a"), later) == {"M1": 100, "M2": 40}


def test_that_samenloop_goes_before_siblings() -> None:
    family = [member("M1", "a"), member("M2", "b", date(2023, 1, 2)), member("M3", "b", date(2024, 1, 2))]
    assert totals(*family) == {"M1": 100, "M2": 75, "M3": 50}


def test_that_a_third_child_counts_like_a_second() -> None:
    assert totals(member("M1", "a"), member("M2", "b"), member("M3", "c")) == {"M1": 100, "M2": 75, "M3": 75}


def test_that_the_oldest_start_counts_whole_whatever_its_key() -> None:
    assert totals(member("M2", "a"), member("M1", "b", date(2023, 1, 2))) == {"M2": 100, "M1": 75}


def test_that_of_one_start_the_smallest_key_counts_whole() -> None:
    assert totals(member("M2", "a"), member("M1", "b")) == {"M1": 100, "M2": 75}


def test_that_the_report_orders_where_the_start_is_unknown() -> None:
    reported = member("M2", "b", date(2022, 6, 1), started_on=None)
    started = member("M1", "a", date(2022, 6, 2), reported_on=date(2022, 5, 2))
    assert totals(reported, started) == {"M2": 100, "M1": 75}


def test_that_a_measure_that_no_longer_runs_shares_nothing() -> None:
    family = [member("M1", "a", closed_on=ON - timedelta(days=1)), member("M2", "b", date(2023, 1, 2))]
    assert totals(*family) == {"M2": 100}
    assert totals(*family, on=ON - timedelta(days=1)) == {"M1": 100, "M2": 75}


def test_that_a_measure_reported_later_shares_nothing_yet() -> None:
    early_start = member("M2", "b", date(2021, 1, 4), reported_on=ON + timedelta(days=1))
    assert totals(member("M1", "a"), early_start) == {"M1": 100}
    assert totals(member("M1", "a"), early_start, on=ON + timedelta(days=1)) == {"M2": 100, "M1": 75}


def test_that_families_do_not_share_with_each_other() -> None:
    other = member("M2", "a", date(2023, 1, 2), family="F2")
    assert totals(member("M1", "a"), other) == {"M1": 100, "M2": 100}


@pytest.mark.parametrize(
    ("type_", "youth", "total"),
    [
        (MeasureType.SUPERVISION_ORDER, "b", 113),  # 1.50 x 0.75 = 1.125
        (MeasureType.PROVISIONAL_GUARDIANSHIP, "b", 64),  # 0.85 x 0.75 = 0.6375
        (MeasureType.PROVISIONAL_GUARDIANSHIP, "a", 43),  # 0.85 x 0.50 = 0.425
        (MeasureType.AFTERCARE, "a", 8),  # 0.15 x 0.50 = 0.075
        (MeasureType.AFTERCARE, "b", 11),  # 0.15 x 0.75 = 0.1125
        (MeasureType.PMG_STRAATKRACHT, "a", 48),  # 0.95 x 0.50 = 0.475
    ],
)
def test_that_half_hundredths_of_a_shared_weight_round_up(type_: MeasureType, youth: str, total: int) -> None:
    assert totals(member("M1", "a"), member("M2", youth, ON, type_))["M2"] == total


def test_that_factors_are_added_whole_after_sharing() -> None:
    sibling = member("M2", "b", date(2023, 1, 2), factors=frozenset({"out_of_home"}))
    same_child = member("M3", "b", date(2024, 1, 2), factors=frozenset({"acute_safety", "age_17"}))
    assert totals(member("M1", "a"), sibling, same_child) == {"M1": 100, "M2": 90, "M3": 75}


def test_that_a_weight_tells_why_it_counts_for_part() -> None:
    family = [member("M1", "a"), member("M2", "b", date(2023, 1, 2)), member("M3", "a", date(2024, 1, 2))]
    weights = family_weights(family, ON, NORM)
    assert {key: weight.sharing for key, weight in weights.items()} == {
        "M1": Sharing.NONE,
        "M2": Sharing.SIBLING,
        "M3": Sharing.CONCURRENCY,
    }


STARTS = st.dates(date(2023, 1, 1), date(2026, 12, 31))
CASE_FACTORS = sorted(set(NORM.factors) - {"takeover"})


@st.composite
def families(draw: st.DrawFn) -> list[Measure]:
    measures = []
    for number in range(draw(st.integers(1, 9))):
        reported = draw(STARTS)
        measures.append(
            a_measure(
                f"M{number}",
                family=draw(st.sampled_from(["F1", "F2"])),
                youth=draw(st.sampled_from(["a", "b", "c"])),
                type=draw(st.sampled_from(list(MeasureType))),
                reported_on=reported,
                started_on=draw(st.none() | st.just(reported) | STARTS),
                closed_on=draw(st.none() | st.dates(reported, reported + timedelta(days=900))),
                factors=draw(st.frozensets(st.sampled_from(CASE_FACTORS), max_size=5)),
            )
        )
    return draw(st.permutations(measures))


PHASES = {
    "supervision_order": {0: 150, 3: 108, 12: 100},
    "provisional_supervision_order": {0: 150},
    "guardianship": {0: 100, 3: 70},
    "provisional_guardianship": {0: 85},
    "probation_mandatory": {0: 100, 3: 80},
    "probation_voluntary": {0: 60},
    "intensive_guidance": {0: 200},
    "behaviour_order": {0: 150},
    "preventive": {0: 80, 3: 60},
    "pmg_kansrijk": {0: 60},
    "pmg_straatkracht": {0: 95},
    "aftercare": {0: 15},
}


def plainly_weighed(measure: Measure, everything: Sequence[Measure], on: date) -> int | None:
    """Read the specification again for one measure, looking at each other one by itself."""
    if on < measure.reported_on or (measure.closed_on is not None and measure.closed_on < on):
        return None

    def begin(one: Measure) -> date:
        return one.started_on if one.started_on is not None else one.reported_on

    earlier = [
        other
        for other in everything
        if other.family == measure.family
        and other.reported_on <= on
        and (other.closed_on is None or on <= other.closed_on)
        and (begin(other), other.key) < (begin(measure), measure.key)
    ]
    start = begin(measure)
    age = 12 * (on.year - start.year) + (on.month - start.month)
    age -= 1 if on.day < start.day else 0
    phases = PHASES[measure.type.value]
    base = phases[max((month for month in phases if month <= age), default=0)]
    scale = Fraction(1)
    if any(other.youth == measure.youth for other in earlier):
        scale = Fraction(1, 2)
    elif earlier:
        scale = Fraction(3, 4)
    shared = base * scale
    whole = int(shared) + (shared - int(shared) >= Fraction(1, 2))
    names = set(measure.factors)
    if "divorce_schotten" in names:
        names -= {"complex_divorce"}
    return whole + min(60, sum(NORM.factors[name] for name in names))


@given(families(), st.dates(date(2023, 6, 1), date(2027, 6, 1)))
def test_that_any_family_weighs_what_a_plain_reading_of_the_norm_gives(measures: list[Measure], on: date) -> None:
    expected = {measure.key: plainly_weighed(measure, measures, on) for measure in measures}
    assert totals(*measures, on=on) == {key: weight for key, weight in expected.items() if weight is not None}
