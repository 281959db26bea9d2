"""Plans for team D beside "most room first": what is left over, overload and new faces.

Run with ``make bench``: on the demo organisation, and on ``org-a`` and ``org-roomy`` of the folder that is named in
``ORGANISATIONS``. Both plans are worked out by the same judge. Gaps are (value - bound) / max(1, value) a level.
"""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from caseload_planner.domain.organisation import Organisation
from caseload_planner.winddown.building import build_wind_down
from caseload_planner.winddown.plan import WindDownPlan
from caseload_planner.winddown.request import WindDownRequest
from caseload_planner.winddown.solve import greedy_plan, solve_wind_down
from tests.benchmarks.rounds import BenchmarkRound, benchmark_rounds

ON = date(2026, 11, 23)
SECONDS = 60.0


ASKED = ("org-a", "org-roomy", "demo normal")


def rounds() -> list[BenchmarkRound]:
    given = os.environ.get("ORGANISATIONS")
    return [one for one in benchmark_rounds(Path(given) if given else None) if one.name in ASKED]


@pytest.fixture(scope="module", params=rounds(), ids=lambda one: one.name)
def organisation(request: pytest.FixtureRequest) -> Organisation:
    built: Organisation = request.param.build()
    return built


def request_of(weeks: int) -> WindDownRequest:
    return WindDownRequest(on=ON, until=ON + timedelta(weeks=weeks), time_limit_seconds=SECONDS)


def figures(plan: WindDownPlan) -> dict[str, object]:
    values: dict[str, object] = {level.name: level.value for level in plan.levels}
    return values | {"points_weeks_above_norm": sum(extra for _, extra in plan.extra) / 100}


def test_building_the_problem(benchmark: BenchmarkFixture, organisation: Organisation) -> None:
    built = benchmark.pedantic(build_wind_down, args=(organisation, request_of(26)), rounds=2)
    assert built.families


@pytest.mark.timeout(200)
@pytest.mark.parametrize("weeks", [26, 39])
def test_a_plan_beside_most_room_first(benchmark: BenchmarkFixture, organisation: Organisation, weeks: int) -> None:
    problem = build_wind_down(organisation, request_of(weeks))
    by_hand = greedy_plan(organisation, problem)

    plan = benchmark.pedantic(solve_wind_down, args=(organisation, problem), rounds=1)

    benchmark.extra_info["plan"] = figures(plan)
    benchmark.extra_info["most_room_first"] = figures(by_hand)
    benchmark.extra_info["gaps"] = {level.name: round(level.gap, 4) for level in plan.levels}
    assert plan.levels[0].value <= by_hand.levels[0].value
