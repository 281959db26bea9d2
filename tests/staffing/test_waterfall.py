"""The steps between two scenarios add up to their difference, and nothing is blamed on what did not change."""

from dataclasses import replace

import pytest

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.staffing.engine import run_scenario
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.run_plan import plan_run
from caseload_planner.staffing.scenario import AbsenceShare, Hire, Inflow, Scenario, TeamD, TeamDPlan, Turnover
from caseload_planner.staffing.snapshot_building import snapshot_of
from caseload_planner.staffing.waterfall import differing, waterfall
from tests.builders import ON
from tests.staffing.towns import a_busy_town

SNAPSHOT = snapshot_of(a_busy_town(), ON, 30)
BASE = Scenario(start=ON, weeks=30, replications=50)
OTHER = replace(BASE, inflow=Inflow(level=1.3), absence=AbsenceShare(share=0.02), hires=(Hire(people=2),))
SERIES = Series.LOAD_PER_DEPLOYABLE_FTE


def value_of(scenario: Scenario) -> float:
    return float(run_scenario(plan_run(scenario, SNAPSHOT)).series[SERIES].mean[0, -1])


def test_that_the_steps_add_up_to_the_difference() -> None:
    found = waterfall(BASE, OTHER, value_of, series=SERIES, week=29)
    assert found is not None
    assert {step.driver for step in found.steps} == {"inflow", "hires", "absence"}
    assert found.base + sum(step.change for step in found.steps) == pytest.approx(found.other, abs=1e-9)
    change = {step.driver: step.change for step in found.steps}
    assert change["inflow"] > 0
    assert change["hires"] < 0
    assert change["absence"] < 0


def test_that_one_difference_is_the_whole_difference() -> None:
    other = replace(BASE, absence=AbsenceShare(share=0.01))
    found = waterfall(BASE, other, value_of, series=SERIES, week=29)
    assert found is not None
    assert [step.change for step in found.steps] == [pytest.approx(value_of(other) - value_of(BASE))]


def test_that_equal_scenarios_have_no_steps() -> None:
    assert differing(BASE, replace(BASE, name="other", description="x", reasons={"inflow": "y"})) == ()
    found = waterfall(BASE, BASE, value_of, series=SERIES, week=29)
    assert found is not None
    assert (found.steps, found.base) == ((), found.other)


def test_that_many_differences_take_two_orders_and_still_add_up() -> None:
    values = {"n": 0}

    def counted(scenario: Scenario) -> float:
        values["n"] += 1
        return value_of(scenario)

    other = replace(
        OTHER, turnover=Turnover(per_year=0.4), team_d=TeamD(plan=TeamDPlan.STAYS), durations=_shorter(BASE)
    )
    found = waterfall(BASE, other, counted, series=SERIES, week=29)
    assert found is not None
    assert len(found.steps) == 6
    assert values["n"] <= 2 * 6 + 1
    assert found.base + sum(step.change for step in found.steps) == pytest.approx(found.other, abs=1e-9)


def _shorter(scenario: Scenario) -> dict:
    return {**scenario.durations, "guardianship": replace(scenario.durations["guardianship"], mean_weeks=100)}


def test_that_a_stop_gives_no_half_answer() -> None:
    stop = StopSignal()
    stop.request()
    assert waterfall(BASE, OTHER, value_of, series=SERIES, week=29, stop=stop) is None
