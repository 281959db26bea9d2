"""Plans for team D beside "most room first": what is left over, overload and new faces.

Run with ``make bench``: on the demo organisation, and on ``org-a`` and ``org-roomy`` of the folder that is named in
``ORGANISATIONS``. Both plans are worked out by the same judge. Gaps are (value - bound) / max(1, value) a level.
"""

import os
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from caseload_planner.domain.organisation import Organisation
from caseload_planner.winddown.building import build_wind_down
from caseload_planner.winddown.plan import WindDownPlan
from caseload_planner.winddown.solve import greedy_plan, solve_wind_down
from tests.benchmarks.compare_plans import WEEKS, plan_rounds, points_above_norm, request_of

GIVEN = os.environ.get("ORGANISATIONS")


@pytest.fixture(scope="module", params=plan_rounds(Path(GIVEN) if GIVEN else None), ids=lambda one: one.name)
def organisation(request: pytest.FixtureRequest) -> Organisation:
    built: Organisation = request.param.build()
    return built


def figures(plan: WindDownPlan) -> dict[str, object]:
    values: dict[str, object] = {level.name: level.value for level in plan.levels}
    return values | {"points_weeks_above_norm": points_above_norm(plan)}


def test_building_the_problem(benchmark: BenchmarkFixture, organisation: Organisation) -> None:
    built = benchmark.pedantic(build_wind_down, args=(organisation, request_of(26)), rounds=2)
    assert built.families


@pytest.mark.timeout(200)
@pytest.mark.parametrize("weeks", WEEKS)
def test_a_plan_beside_most_room_first(benchmark: BenchmarkFixture, organisation: Organisation, weeks: int) -> None:
    problem = build_wind_down(organisation, request_of(weeks))
    by_hand = greedy_plan(organisation, problem)

    plan = benchmark.pedantic(solve_wind_down, args=(organisation, problem), rounds=1)

    benchmark.extra_info["plan"] = figures(plan)
    benchmark.extra_info["most_room_first"] = figures(by_hand)
    benchmark.extra_info["gaps"] = {level.name: round(level.gap, 4) for level in plan.levels}
    assert plan.levels[0].value <= by_hand.levels[0].value
