"""The simulation against a plain SimPy model of the same organisation: the same distributions, and how much faster."""

import time
import tracemalloc
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from scipy.stats import ks_2samp

from caseload_planner.bootstrap import default_norms
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.staffing.engine import run_scenario
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.run_plan import RunPlan, plan_run
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.snapshot_building import snapshot_of
from tests.benchmarks.peers.simpy_model import PlainModel

ON = date(2026, 11, 23)
WEEKS, FUTURES, PLAIN_FUTURES = 104, 1000, 120
WATCHED = (Series.RUNNING_MEASURES, Series.LOAD, Series.CONTRACT_FTE, Series.DEPLOYABLE_FTE)
LOOKED_AT = (26, 52, 78, 103)
SECONDS_ON_ONE_CORE = 1.0
MOST_BYTES = 1_000_000_000
FASTER = 100


@pytest.fixture(scope="module")
def plan() -> RunPlan:
    organisation = demo_organisation(DemoSize.NORMAL, DEFAULT_SEED, ON, default_norms())
    return plan_run(Scenario(start=ON, weeks=WEEKS, replications=FUTURES), snapshot_of(organisation, ON, WEEKS))


@pytest.fixture(scope="module")
def plain(plan: RunPlan) -> tuple[np.ndarray, float]:
    before = time.process_time()
    futures = np.array([PlainModel(plan, seed).run() for seed in range(PLAIN_FUTURES)])
    return futures, (time.process_time() - before) / PLAIN_FUTURES


def seconds_of(plan: RunPlan) -> float:
    before = time.process_time()
    run_scenario(plan)
    return time.process_time() - before


def test_that_a_thousand_futures_of_two_years_take_a_second_of_one_core(plan: RunPlan) -> None:
    run_scenario(replace(plan, scenario=replace(plan.scenario, replications=50)))
    taken = min(seconds_of(plan) for _ in range(3))
    assert taken < SECONDS_ON_ONE_CORE, f"{taken:.2f} s"


@pytest.mark.parametrize("week", LOOKED_AT)
@pytest.mark.parametrize("series", WATCHED, ids=str)
def test_that_a_plain_simpy_model_has_the_same_distributions(
    plan: RunPlan, plain: tuple[np.ndarray, float], series: Series, week: int
) -> None:
    ours = run_scenario(plan).kept[series][0, week]
    theirs = plain[0][:, week, WATCHED.index(series)]
    assert ks_2samp(np.round(ours, 4), np.round(theirs, 4)).pvalue > 0.001


def test_that_it_is_a_hundred_times_as_fast_as_simpy(plan: RunPlan, plain: tuple[np.ndarray, float]) -> None:
    ratio = plain[1] / (min(seconds_of(plan) for _ in range(3)) / FUTURES)
    assert ratio >= FASTER, f"{ratio:.0f} times"


def test_that_many_futures_take_no_more_memory_than_few(plan: RunPlan) -> None:
    def most(futures: int) -> int:
        tracemalloc.start()
        run_scenario(replace(plan, scenario=replace(plan.scenario, replications=futures)))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    assert most(FUTURES) < MOST_BYTES
    few, many = most(5_000), most(10_000)
    assert many < 1.05 * few
    assert many < MOST_BYTES
