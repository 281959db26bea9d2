"""Durations against an independent library, drawing against the table, and our own curve against known durations."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special, stats

from caseload_planner.domain.calendar import whole_months
from caseload_planner.domain.measures import MeasureType
from caseload_planner.staffing.case_weights import weight_table
from caseload_planner.staffing.durations import (
    Duration,
    DurationFamily,
    Survival,
    survival_function,
    survival_of,
)
from caseload_planner.staffing.incomplete_gamma import poisson_interval, upper_incomplete_gamma
from caseload_planner.staffing.kaplan_meier import ENOUGH_ENDED, history_begins, own_curve
from caseload_planner.staffing.random_numbers import Dice, Purpose
from caseload_planner.staffing.snapshot import TYPES
from tests.builders import NORM, a_measure
from tests.staffing.towns import FAMILIES

DAYS = np.linspace(0.5, 3000, 400)
OTS = MeasureType.SUPERVISION_ORDER


@settings(max_examples=40, deadline=None)
@given(st.floats(0.1, 100), st.lists(st.floats(0, 500), min_size=1, max_size=20))
def test_that_the_incomplete_gamma_function_is_right(shape: float, at: list[float]) -> None:
    x = np.array(at)
    assert upper_incomplete_gamma(shape, x) == pytest.approx(special.gammaincc(shape, x), abs=1e-10)


@pytest.mark.parametrize("events", [0, 1, 4, 17, 250])
def test_that_the_interval_of_a_count_is_garwoods(events: int) -> None:
    low = stats.chi2.ppf(0.025, 2 * events) / 2 if events else 0.0
    assert poisson_interval(events) == pytest.approx((low, stats.chi2.ppf(0.975, 2 * events + 2) / 2), rel=1e-8)


@pytest.mark.parametrize(
    ("family", "law"),
    [
        (DurationFamily.EXPONENTIAL, stats.expon(scale=280)),
        (DurationFamily.GAMMA, stats.gamma(3.5, scale=280 / 3.5)),
        (DurationFamily.LOGNORMAL, stats.lognorm(0.8, scale=np.exp(np.log(280) - 0.32))),
        (DurationFamily.WEIBULL, stats.weibull_min(1.7, scale=280 / special.gamma(1 + 1 / 1.7))),
        (DurationFamily.BETWEEN, stats.uniform(140, 280)),
    ],
)
def test_that_each_family_is_the_law_it_is_named_after(family: DurationFamily, law: object) -> None:
    assert survival_function(FAMILIES[family])(DAYS) == pytest.approx(law.sf(DAYS), abs=1e-9)  # type: ignore[attr-defined]


def test_that_supervision_orders_end_with_the_terms_of_the_court() -> None:
    chance = survival_function(FAMILIES[DurationFamily.COURT_TERMS])
    days = np.array([100.0, 183.0, 300.0, 366.0, 700.0, 731.0])
    after_year = 0.65
    assert chance(days) == pytest.approx([1.0, 0.92, 0.92, after_year, after_year, after_year * 0.55], abs=1e-9)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(list(FAMILIES)), st.integers(-1, 500), st.integers(0, 2**32 - 1))
def test_that_drawing_counts_the_ages_at_which_a_measure_still_runs(
    family: DurationFamily, age: int, seed: int
) -> None:
    survival = survival_of(FAMILIES[family], 300.0)
    uniform = Dice(seed).uniforms(Purpose.LIFETIME, 0, np.arange(50), np.zeros(50, dtype=np.int64))
    drawn = survival.draw(uniform, np.full(50, age))
    reached = 1.0 if age < 0 else survival.table[age]
    if reached <= 1e-9:
        assert np.all(drawn > age)
        return
    counted = [int((survival.table > u * reached).sum()) for u in uniform]
    assert drawn.tolist() == [max(age + 1, n) for n in counted]


def test_that_numbers_are_even_and_do_not_hang_together() -> None:
    dice = Dice(7)
    numbers = dice.uniforms(Purpose.TEAM, 3, np.arange(400)[:, None], np.arange(500)[None, :])
    assert stats.kstest(numbers.ravel(), "uniform").pvalue > 0.001
    other = dice.uniforms(Purpose.TEAM, 4, np.arange(400)[:, None], np.arange(500)[None, :])
    limit = 4 / np.sqrt(numbers.size)
    assert abs(np.corrcoef(numbers.ravel(), other.ravel())[0, 1]) < limit
    assert abs(np.corrcoef(numbers[:, :-1].ravel(), numbers[:, 1:].ravel())[0, 1]) < limit
    assert abs(np.corrcoef(numbers[:-1].ravel(), numbers[1:].ravel())[0, 1]) < limit
    normals = dice.normals(0, np.arange(400)[:, None], np.arange(500)[None, :])
    assert stats.kstest(normals.ravel(), "norm").pvalue > 0.001


@settings(max_examples=100, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.integers(-1200, 300))
def test_that_phases_change_in_the_week_in_which_the_norm_counts_so_many_months(on: date, day: int) -> None:
    table = weight_table(NORM, on, 104)
    start = on + timedelta(days=day)
    changes = table.changes(TYPES.index(OTS), np.array([day]))
    for months, week in zip((3, 12), (int(change[0]) for change in changes), strict=True):
        assert whole_months(start, on + timedelta(weeks=week)) >= months
        assert whole_months(start, on + timedelta(weeks=week - 1)) < months


def test_that_our_own_curve_finds_the_durations_that_were_there() -> None:
    law = Duration(DurationFamily.GAMMA, mean_weeks=40, shape=2)
    begun, on = date(2024, 1, 1), date(2026, 11, 23)
    generator = np.random.default_rng(3)
    measures = []
    for n in range(1500):
        start = date(2022, 1, 1) + timedelta(days=int(generator.integers(0, 1780)))
        end = start + timedelta(days=int(generator.gamma(2, 20 * 7)))
        if end < begun:
            continue  # the file does not know what ended before it began
        closed = end if end < on else None
        if start <= on:
            measures.append(a_measure(f"M{n}", reported_on=start, started_on=start, closed_on=closed))
    since = history_begins(measures, on)
    assert since is not None
    curve = own_curve(measures, OTS, since, on)
    assert curve.survival is not None
    truth = survival_of(law, 100.0)
    days = np.arange(0, 600, 20)
    assert curve.survival.table[days] == pytest.approx(truth.table[days], abs=0.06)
    assert curve.survival.mean_days == pytest.approx(280, rel=0.08)


def test_that_too_little_history_gives_no_curve() -> None:
    day = date(2025, 1, 1)
    measures = [
        a_measure(f"M{n}", reported_on=day, started_on=day, closed_on=day + timedelta(days=30 + n))
        for n in range(ENOUGH_ENDED - 1)
    ]
    curve = own_curve(measures, OTS, day, date(2026, 1, 1))
    assert (curve.ended, curve.survival) == (ENOUGH_ENDED - 1, None)


def test_that_a_curve_ends_without_memory() -> None:
    survival = Survival(np.array([0.9, 0.5, 0.0]), tail_days=10.0)
    drawn = survival.draw(np.full(4, np.exp(-2.0)), np.full(4, 5))
    assert drawn.tolist() == [5 + 1 + 20] * 4
