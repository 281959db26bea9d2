"""Outcomes: quantiles of many futures within a bin of the exact ones, chances, first weeks, S-curves."""

from dataclasses import replace

import numpy as np
import pytest

from caseload_planner.staffing import outcomes
from caseload_planner.staffing.engine import run_scenario
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.outcomes import QUANTILES, Outcome
from caseload_planner.staffing.run_plan import plan_run
from caseload_planner.staffing.scenario import NormStep, Scenario
from caseload_planner.staffing.snapshot_building import snapshot_of
from tests.builders import ON
from tests.staffing.towns import a_busy_town

SNAPSHOT = snapshot_of(a_busy_town(), ON, 26)
LINES = (NormStep(in_weeks=0, funded=9.0, working=10.0), NormStep(in_weeks=15, funded=30.0, working=40.0))
SCENARIO = Scenario(start=ON, weeks=26, replications=3000, norm_steps=LINES)


@pytest.fixture(scope="module")
def exact() -> Outcome:
    return run_scenario(plan_run(SCENARIO, SNAPSHOT))


@pytest.fixture
def binned(monkeypatch: pytest.MonkeyPatch) -> Outcome:
    monkeypatch.setattr(outcomes, "MOST_KEPT", 100)
    return run_scenario(plan_run(SCENARIO, SNAPSHOT))


def test_that_quantiles_are_those_of_numpy(exact: Outcome) -> None:
    for name, summary in exact.series.items():
        expected = np.quantile(exact.kept[name].astype(np.float64), QUANTILES, axis=-1)
        np.testing.assert_allclose(summary.quantiles, expected, rtol=1e-6, atol=1e-6)


def test_that_quantiles_of_a_histogram_are_within_a_bin(exact: Outcome, binned: Outcome) -> None:
    assert not binned.kept
    for name, summary in binned.series.items():
        width = (binned.histograms[name].width + 1e-5)[..., None]
        values = exact.kept[name].astype(np.float64)
        for chance, quantile in zip(QUANTILES, summary.quantiles, strict=True):
            known = ~np.isnan(quantile)
            at_most = (values <= quantile[..., None] + width).mean(axis=-1)
            below = (values < quantile[..., None] - width).mean(axis=-1)
            assert np.all(at_most[known] >= chance - 1 / 3000)
            assert np.all(below[known] <= chance + 1 / 3000)
        np.testing.assert_array_equal(summary.mean, exact.series[name].mean)
        assert binned.histograms[name].counts.sum(axis=-1).min() == 3000
    for name, above in binned.above.items():
        np.testing.assert_array_equal(above, exact.above[name])


def test_that_an_s_curve_goes_from_the_lowest_to_the_highest(exact: Outcome, binned: Outcome) -> None:
    values, chances = exact.s_curve(Series.LOAD, 20)
    assert np.all(np.diff(values) >= 0)
    assert (chances[0], chances[-1]) == (0.0, 1.0)
    assert values[50] == pytest.approx(exact.series[Series.LOAD].quantiles[QUANTILES.index(0.5), 0, 20], rel=1e-5)
    other, _ = binned.s_curve(Series.LOAD, 20)
    assert other[50] == pytest.approx(values[50], abs=2 * float(binned.histograms[Series.LOAD].width[0, 20]))


def test_that_futures_in_which_nobody_carries_cases_are_above_every_value_of_an_s_curve(exact: Outcome) -> None:
    loads = exact.kept[Series.LOAD_PER_FTE].copy()
    loads[0, 20, :750] = np.nan
    loads[0, 25] = np.nan
    emptied = replace(exact, kept={Series.LOAD_PER_FTE: loads})
    values, chances = emptied.s_curve(Series.LOAD_PER_FTE, 20)
    assert chances[-1] == pytest.approx(0.75)
    assert values[-1] == pytest.approx(float(np.nanmax(loads[0, 20])))
    assert emptied.s_curve(Series.LOAD_PER_FTE, 25)[0].size == 0


def test_that_the_first_week_under_a_line_is_the_first_that_lasts(exact: Outcome) -> None:
    assert exact.first_week_under(Series.LOAD_PER_FTE, 0.99) == 15
    above = exact.above[Series.LOAD_PER_FTE][0]
    assert above[14] > 0.01
    assert np.all(above[15:] == 0)


def test_that_the_first_week_at_or_under_a_line_is_once_and_need_not_last(exact: Outcome, binned: Outcome) -> None:
    line = exact.line(Series.LOAD_PER_FTE)
    under = exact.kept[Series.LOAD_PER_FTE][0] <= line[:, None]
    first = np.where(under.any(axis=0), np.argmax(under, axis=0), 99)
    for chance in (0.05, 0.5, 0.95, 1.0):
        week = exact.first_week_at_or_under(Series.LOAD_PER_FTE, chance)
        assert week == np.sort(first)[int(np.ceil(chance * len(first))) - 1]
        lasting = exact.first_week_under(Series.LOAD_PER_FTE, chance)
        assert week is not None
        assert lasting is None or week <= lasting
    np.testing.assert_array_equal(binned.reached[Series.LOAD_PER_FTE], exact.reached[Series.LOAD_PER_FTE])


def test_that_a_line_that_never_holds_has_no_first_week() -> None:
    never = (NormStep(in_weeks=0, funded=1.0),)
    outcome = run_scenario(plan_run(replace(SCENARIO, replications=20, norm_steps=never), SNAPSHOT))
    assert outcome.first_week_under(Series.LOAD_PER_FTE, 0.5) is None
    assert outcome.first_week_at_or_under(Series.LOAD_PER_FTE, 0.01) is None


def test_that_a_team_without_people_has_no_load_per_fte(exact: Outcome) -> None:
    place = exact.places.index("T3")
    assert np.isnan(exact.series[Series.LOAD_PER_FTE].mean[place]).all()
