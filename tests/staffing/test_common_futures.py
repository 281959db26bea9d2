"""The same dice in every scenario: a difference of scenarios is a difference of inputs."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.staffing.engine import CHUNK, in_this_process, run_scenario, throw_chunk
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.outcomes import Outcome
from caseload_planner.staffing.run_plan import plan_run
from caseload_planner.staffing.scenario import (
    AbsenceModel,
    AbsenceShare,
    Hire,
    Inflow,
    Onboards,
    Scenario,
    TeamD,
    TeamDPlan,
    Turnover,
    Vacancy,
    Waiting,
)
from caseload_planner.staffing.snapshot_building import snapshot_of
from caseload_planner.staffing.support_assumptions import SupportAssumptions
from tests.builders import ON
from tests.staffing.towns import OTS, a_busy_town, a_town, inflow_of, outcome_of, plain_scenario

TOWN = a_busy_town()
WEEKS = 30
SNAPSHOT = snapshot_of(TOWN, ON, WEEKS)

hires = st.builds(
    Hire,
    place=st.sampled_from(["", "T1", "Noord", "Heerlen"]),
    people=st.integers(1, 3),
    fte=st.sampled_from([0.5, 0.89, 1.0]),
    in_weeks=st.integers(0, WEEKS),
    onboarding=st.sampled_from(list(Onboards)),
)
scenarios = st.builds(
    Scenario,
    start=st.just(ON),
    weeks=st.just(WEEKS),
    replications=st.just(40),
    seed=st.integers(0, 2**32 - 1),
    inflow=st.builds(
        Inflow,
        level=st.floats(0, 3),
        growth_per_year=st.floats(-0.5, 1),
        place_level=st.dictionaries(st.sampled_from(["T1", "Noord", "Heerlen"]), st.floats(0, 3), max_size=2),
    ),
    turnover=st.builds(Turnover, per_year=st.floats(0, 0.6), replaced_share=st.floats(0, 1)),
    absence=st.builds(AbsenceShare, share=st.floats(0, 0.3), model=st.sampled_from(list(AbsenceModel))),
    team_d=st.sampled_from([TeamD(), TeamD(plan=TeamDPlan.STAYS), TeamD(plan=TeamDPlan.NIL, nil_in_weeks=12)]),
    waiting=st.sampled_from([Waiting(), Waiting(limit=14.0)]),
    support=st.sampled_from([SupportAssumptions(), SupportAssumptions(fte=2.0)]),
    vacancies=st.lists(st.builds(Vacancy, place=st.just("Noord"), fte=st.floats(0, 3)), max_size=1).map(tuple),
    hires=st.lists(hires, max_size=2).map(tuple),
)


def run(scenario: Scenario) -> Outcome:
    return run_scenario(plan_run(scenario, SNAPSHOT))


def assert_equal(one: Outcome, other: Outcome) -> None:
    for name, values in one.kept.items():
        np.testing.assert_array_equal(values, other.kept[name])
        np.testing.assert_array_equal(one.series[name].mean, other.series[name].mean)


@settings(max_examples=8, deadline=None)
@given(scenarios)
def test_that_a_scenario_and_itself_differ_by_exactly_nothing(scenario: Scenario) -> None:
    assert_equal(run(scenario), run(scenario))


@settings(max_examples=8, deadline=None)
@given(scenarios)
def test_that_a_future_does_not_depend_on_the_others_thrown_with_it(scenario: Scenario) -> None:
    plan = plan_run(scenario, SNAPSHOT)
    whole = next(iter(in_this_process(plan, (np.arange(40),), StopSignal())))
    part = throw_chunk(plan, np.arange(17, 23))
    for name, values in part.series.items():
        np.testing.assert_array_equal(values, whole.series[name][:, :, 17:23])


def test_that_equal_seeds_give_equal_figures_on_one_and_on_two_processes() -> None:
    plan = plan_run(Scenario(start=ON, weeks=WEEKS, replications=3 * CHUNK + 11, seed=5), SNAPSHOT)
    assert_equal(run_scenario(plan), run_scenario(plan, processes=2))


def test_that_another_seed_gives_other_futures() -> None:
    one, other = (run(Scenario(start=ON, weeks=WEEKS, replications=50, seed=seed)) for seed in (1, 2))
    assert not np.array_equal(one.kept[Series.LOAD], other.kept[Series.LOAD])


@settings(max_examples=8, deadline=None)
@given(scenarios, hires)
def test_that_more_hires_never_raise_the_load_of_an_fte(scenario: Scenario, hire: Hire) -> None:
    more = run(replace(scenario, hires=(*scenario.hires, hire)))
    base = run(scenario)
    for name in (Series.LOAD_PER_FTE, Series.LOAD_PER_DEPLOYABLE_FTE):
        before, after = base.kept[name], more.kept[name]
        both = ~np.isnan(before)
        # One unit in the last place of a 32-bit float: dividing the same load by more never gives more than that.
        assert np.all(after[both] <= before[both] * (1 + 2e-7))


@settings(max_examples=8, deadline=None)
@given(scenarios, st.floats(1.0, 2.0))
def test_that_more_inflow_never_gives_fewer_measures(scenario: Scenario, factor: float) -> None:
    busier = replace(scenario, inflow=replace(scenario.inflow, level=scenario.inflow.level * factor))
    assert np.all(run(busier).kept[Series.RUNNING_MEASURES] >= run(scenario).kept[Series.RUNNING_MEASURES])


@settings(max_examples=8, deadline=None)
@given(scenarios)
def test_that_more_room_never_makes_more_people_wait(scenario: Scenario) -> None:
    tight = run(replace(scenario, waiting=Waiting(limit=10.0)))
    roomy = run(replace(scenario, waiting=Waiting(limit=15.0)))
    assert np.all(roomy.kept[Series.WAITING] <= tight.kept[Series.WAITING])
    assert np.all(run(replace(scenario, waiting=Waiting())).kept[Series.WAITING] == 0)


def test_that_twice_the_inflow_is_twice_the_steady_state() -> None:
    scenario = plain_scenario(weeks=260, replications=1000, inflow=inflow_of(OTS, 2.0))
    single = outcome_of(a_town(), scenario).series[Series.RUNNING_MEASURES]
    double = outcome_of(a_town(), replace(scenario, inflow=inflow_of(OTS, 4.0))).series[Series.RUNNING_MEASURES]
    error = np.hypot(2 * single.deviation[0, -1], double.deviation[0, -1]) / np.sqrt(1000)
    assert abs(double.mean[0, -1] - 2 * single.mean[0, -1]) <= 4 * error


def test_that_inflow_of_a_place_touches_no_other_place() -> None:
    base = run(Scenario(start=ON, weeks=WEEKS, replications=100))
    busier = run(Scenario(start=ON, weeks=WEEKS, replications=100, inflow=Inflow(place_level={"T1": 1.8})))
    place = base.places.index("T1")
    more, before = busier.kept[Series.RUNNING_MEASURES], base.kept[Series.RUNNING_MEASURES]
    others = [n for n in range(1, len(base.places)) if n != place]
    np.testing.assert_array_equal(more[others], before[others])
    assert more[place, -1].mean() > before[place, -1].mean()


@pytest.mark.parametrize("model", list(AbsenceModel))
def test_that_absence_comes_to_its_mean(model: AbsenceModel) -> None:
    absence = AbsenceShare(share=0.2, long_part=0.5, model=model, spell_weeks=10.0)
    outcome = outcome_of(a_town(people=30), plain_scenario(weeks=150, absence=absence))
    deployable = outcome.series[Series.DEPLOYABLE_FTE].mean[0, -30:].mean()
    assert deployable == pytest.approx(30 * 0.89 * 0.9, rel=0.01)


def test_that_a_stop_gives_the_futures_thrown_so_far() -> None:
    stop = StopSignal()
    stop.request()
    plan = plan_run(Scenario(start=ON, weeks=10, replications=4 * CHUNK), SNAPSHOT)
    outcome = run_scenario(plan, stop=stop)
    assert outcome.stopped
    assert outcome.replications == CHUNK
