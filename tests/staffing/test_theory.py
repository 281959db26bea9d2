"""The simulation against queueing theory: means within 4 standard errors."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from caseload_planner.domain.organisation import Organisation
from caseload_planner.staffing.arrays import Floats
from caseload_planner.staffing.durations import Duration, DurationFamily, survival_of
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.outcomes import Outcome
from caseload_planner.staffing.scenario import CHILDREN, Hire, Onboards, Transitions, Turnover
from caseload_planner.staffing.snapshot import TYPES
from caseload_planner.staffing.snapshot_building import snapshot_of
from caseload_planner.staffing.theory import (
    arrivals_by_day,
    batch_variance,
    by_littles_law,
    expected_fte,
    expected_running,
    filled_share,
    followers_by_day,
    survivors,
)
from tests.builders import ON
from tests.staffing.towns import (
    FAMILIES,
    NOTHING_FOLLOWS,
    OTS,
    VOTS,
    a_town,
    aged,
    inflow_of,
    outcome_of,
    plain_scenario,
)

STANDARD_ERRORS = 4.0
RATE = 6.0


def assert_near(outcome: Outcome, series: Series, expected: Floats) -> None:
    summary = outcome.series[series]
    error = summary.deviation[0] / np.sqrt(outcome.replications)
    assert np.all(np.abs(summary.mean[0] - expected) <= STANDARD_ERRORS * error + 1e-9)


@pytest.mark.parametrize("family", FAMILIES, ids=str)
def test_that_what_comes_in_builds_up_as_in_an_endless_queue(family: DurationFamily) -> None:
    duration = FAMILIES[family]
    scenario = plain_scenario(inflow=inflow_of(OTS, RATE), durations={OTS.value: duration})
    outcome = outcome_of(a_town(), scenario)
    arrivals = arrivals_by_day(np.full(scenario.weeks, RATE))
    assert_near(
        outcome, Series.RUNNING_MEASURES, expected_running(arrivals, survival_of(duration, 600.0), scenario.weeks)
    )


@pytest.mark.parametrize("family", FAMILIES, ids=str)
def test_that_todays_measures_end_as_their_ages_say(family: DurationFamily) -> None:
    ages = np.arange(1, 400, 3)
    scenario = plain_scenario(durations={OTS.value: FAMILIES[family]})
    outcome = outcome_of(a_town(aged(ages.tolist())), scenario)
    survival = survival_of(FAMILIES[family], 600.0)
    mean, variance = survivors(ages, survival, scenario.weeks)
    summary = outcome.series[Series.RUNNING_MEASURES]
    assert_near(outcome, Series.RUNNING_MEASURES, mean)
    assert summary.deviation[0, 20] ** 2 == pytest.approx(variance[20], rel=0.2)


@pytest.mark.parametrize("family", FAMILIES, ids=str)
def test_that_the_long_run_obeys_littles_law(family: DurationFamily) -> None:
    duration = FAMILIES[family]
    survival = survival_of(duration, 600.0)
    scenario = plain_scenario(weeks=260, replications=500, inflow=inflow_of(OTS, 2.0), durations={OTS.value: duration})
    outcome = outcome_of(a_town(), scenario)
    arrivals = arrivals_by_day(np.full(scenario.weeks, 2.0))
    left_out = by_littles_law(2.0, survival) - expected_running(arrivals, survival, 260)[-1]
    summary = outcome.series[Series.RUNNING_MEASURES]
    error = summary.deviation[0, -1] / np.sqrt(outcome.replications)
    assert abs(summary.mean[0, -1] + left_out - by_littles_law(2.0, survival)) <= STANDARD_ERRORS * error


def test_that_families_with_children_spread_wider_than_single_ones() -> None:
    duration = FAMILIES[DurationFamily.GAMMA]
    scenario = plain_scenario(
        inflow=inflow_of(OTS, RATE, children=CHILDREN), durations={OTS.value: duration}, replications=4000
    )
    outcome = outcome_of(a_town(), scenario)
    children = sum((n + 1) * share for n, share in enumerate(CHILDREN))
    families = arrivals_by_day(np.full(scenario.weeks, RATE / children))
    survival = survival_of(duration, 600.0)
    assert_near(outcome, Series.RUNNING_MEASURES, children * expected_running(families, survival, scenario.weeks))
    variance = batch_variance(families, CHILDREN, survival, scenario.weeks)
    # The relative standard error of a variance over 4,000 futures is sqrt(2 / 4000).
    assert outcome.series[Series.RUNNING_MEASURES].deviation[0, 1:] ** 2 == pytest.approx(
        variance[1:], rel=STANDARD_ERRORS * np.sqrt(2 / 4000)
    )


def test_that_provisional_orders_become_supervision_orders_when_they_end() -> None:
    short = Duration(DurationFamily.BETWEEN, from_weeks=8, to_weeks=13)
    scenario = plain_scenario(
        inflow=inflow_of(VOTS, RATE),
        durations={VOTS.value: short, OTS.value: FAMILIES[DurationFamily.WEIBULL]},
        transitions=replace(NOTHING_FOLLOWS, provisional_to_supervision=0.8),
    )
    outcome = outcome_of(a_town(), scenario)
    arrivals = arrivals_by_day(np.full(scenario.weeks, RATE))
    first, later = survival_of(short, 42.0), survival_of(FAMILIES[DurationFamily.WEIBULL], 600.0)
    following = followers_by_day(arrivals, first, 0.8)
    provisional = expected_running(arrivals, first, scenario.weeks)
    supervision = expected_running(following, later, scenario.weeks)
    assert_near(outcome, Series.RUNNING_MEASURES, provisional + supervision)
    assert outcome.running_by_type[TYPES.index(OTS), -1] == pytest.approx(supervision[-1], rel=0.03)


def test_that_a_follower_may_be_followed_in_turn() -> None:
    chain = Transitions(
        provisional_to_supervision=1.0, supervision_to_guardianship=1.0, provisional_to_guardianship=0.0
    )
    duration = Duration(DurationFamily.EXPONENTIAL, mean_weeks=10)
    endless = Duration(DurationFamily.EXPONENTIAL, mean_weeks=1000)
    scenario = plain_scenario(
        inflow=inflow_of(VOTS, 0.0),
        transitions=chain,
        durations={VOTS.value: duration, OTS.value: duration, "guardianship": endless},
    )
    outcome = outcome_of(a_town(aged([10] * 40, VOTS)), scenario)
    # Gamma(2) chance to have passed both, then nearly nobody leaves.
    weeks = scenario.weeks - 1
    passed = 1 - np.exp(-weeks / 10) * (1 + weeks / 10)
    assert outcome.running_by_type[:, -1].sum() == pytest.approx(40, rel=0.05)
    assert outcome.running_by_type[TYPES.index(TYPES[2]), -1] == pytest.approx(40 * passed, rel=0.05)


def test_that_people_leave_and_come_as_expected() -> None:
    hires = (Hire(place="Noord", people=3, fte=0.8, in_weeks=10, onboarding=Onboards.STARTER),)
    turnover = Turnover(per_year=0.2, notice_weeks=6, replaced_share=0.0)
    scenario = plain_scenario(weeks=104, turnover=turnover, hires=hires, replications=4000)
    outcome = outcome_of(a_town(people=40), scenario)
    hired = np.zeros(104)
    hired[10] = 2.4
    assert_near(outcome, Series.CONTRACT_FTE, expected_fte(40 * 0.89, 0.2, 6, 104, hired))


def test_that_places_are_filled_for_the_share_of_time_that_renewal_theory_says() -> None:
    turnover = Turnover(per_year=0.5, notice_weeks=8, vacancy_weeks=12)
    scenario = plain_scenario(weeks=260, turnover=turnover, replications=1000)
    outcome = outcome_of(a_town(people=30), scenario)
    expected = 30 * 0.89 * filled_share(0.5, 8, 12)
    assert outcome.series[Series.CONTRACT_FTE].mean[0, -40:].mean() == pytest.approx(expected, rel=0.004)


def a_town_with_history() -> Organisation:
    """Give a town that closed 300 measures in six years, so that it has a curve of its own."""
    ends = [n * 37 % 1100 + 20 for n in range(300)]
    closed = [
        replace(
            measure,
            key=f"C{measure.key}",
            family=f"C{measure.family}",
            closed_on=measure.reported_on + timedelta(days=end),
        )
        for measure, end in zip(aged([1900 - n % 700 for n in range(300)]), ends, strict=True)
    ]
    return a_town(closed)


def test_that_our_own_curve_builds_up_as_in_an_endless_queue() -> None:
    town = a_town_with_history()
    curve = snapshot_of(town, ON, 1).own_curves[TYPES.index(OTS)]
    assert curve is not None
    from_history = {OTS.value: Duration(DurationFamily.HISTORY)}
    scenario = plain_scenario(inflow=inflow_of(OTS, RATE), durations=from_history)
    nobody = replace(town, measures={key: m for key, m in town.measures.items() if not m.runs_on(ON)})
    arrivals = arrivals_by_day(np.full(scenario.weeks, RATE))
    assert_near(
        outcome_of(nobody, scenario), Series.RUNNING_MEASURES, expected_running(arrivals, curve, scenario.weeks)
    )


def test_that_todays_measures_end_as_our_own_curve_says() -> None:
    history, ages = a_town_with_history(), np.arange(1, 400, 3)
    town = a_town([*history.measures.values(), *aged(ages.tolist())])
    curve = snapshot_of(town, ON, 1).own_curves[TYPES.index(OTS)]
    assert curve is not None
    running = [(ON - m.counts_from).days for m in town.measures.values() if m.runs_on(ON)]
    assert sum(m.closed_on is not None for m in town.measures.values() if m.runs_on(ON)) == 0
    scenario = plain_scenario(durations={OTS.value: Duration(DurationFamily.HISTORY)})
    mean, _ = survivors(np.array(running), curve, scenario.weeks)
    assert_near(outcome_of(town, scenario), Series.RUNNING_MEASURES, mean)
