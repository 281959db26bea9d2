"""How long a proposal takes and how good it is beside "most room first", over the demo organisations.

Run with ``make bench``. Times are of this machine now; the ratios in the extra columns are what to compare. The figures
of both plans are worked out by the same judge.
"""

from datetime import date

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from caseload_planner.bootstrap import default_norms, default_profiles
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.distribution.greedy import greedy
from caseload_planner.distribution.judge import judge, level_values, plan_from_proposal
from caseload_planner.distribution.problem import DistributionProblem, build_problem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import LevelValue, ProposalRequest
from caseload_planner.distribution.solve import solve
from caseload_planner.distribution.solve_part import part_of
from caseload_planner.rules.round import plan_of
from tests.benchmarks.rounds import benchmark_rounds

ON = date(2026, 11, 23)
SECONDS = 20.0
FULL_WEEK = "over-full week"


@pytest.fixture(params=list(DemoSize), ids=str)
def problem(request: pytest.FixtureRequest) -> DistributionProblem:
    organisation = demo_organisation(request.param, DEFAULT_SEED, ON, default_norms())
    return build_problem(organisation, ProposalRequest(on=ON, time_limit_seconds=SECONDS))


def test_building_the_problem(benchmark: BenchmarkFixture) -> None:
    organisation = demo_organisation(DemoSize.NORMAL, DEFAULT_SEED, ON, default_norms())

    built = benchmark(build_problem, organisation, ProposalRequest(on=ON))

    assert built.round.asked


def test_most_room_first(benchmark: BenchmarkFixture, problem: DistributionProblem) -> None:
    placements = benchmark(greedy, problem)

    plan = plan_of(problem.round, placements.values())
    assert judge(plan).clean
    benchmark.extra_info |= _figures(level_values(plan, [level.name for level in _profile().levels]))


def test_proposal(benchmark: BenchmarkFixture, problem: DistributionProblem) -> None:
    proposal = benchmark.pedantic(solve, (problem, _profile()), rounds=3, warmup_rounds=1)

    assert judge(plan_from_proposal(problem.round, proposal)).clean
    benchmark.extra_info |= {"status": proposal.status.value} | _figures(proposal.levels)


def test_over_norm_in_a_full_week_beside_most_room_first(benchmark: BenchmarkFixture) -> None:
    """Compare over the cases that "most room first" places: it leaves more over, and what waits weighs on nobody."""
    full_week = {round_.name: round_ for round_ in benchmark_rounds(None)}[FULL_WEEK].problem(SECONDS)
    by_hand = greedy(full_week)
    equal = part_of(full_week, tuple(sorted(by_hand)))

    proposal = benchmark.pedantic(solve, (equal, _profile()), rounds=1)

    order = [level.name for level in _profile().levels]
    hand = {level.name: level.value for level in level_values(plan_of(equal.round, by_hand.values()), order)}
    ours = {level.name: level.value for level in proposal.levels}
    benchmark.extra_info |= {name: f"{ours[name]} beside {hand[name]}" for name in order}
    assert not proposal.unplaced
    assert 2 * ours["over_norm"] <= hand["over_norm"]
    assert ours["evenness"] <= hand["evenness"]


def _profile() -> Profile:
    return default_profiles()["balanced"]


def _figures(levels: tuple[LevelValue, ...]) -> dict[str, str]:
    return {level.name: f"{level.reported_value} (bound {level.reported_bound})" for level in levels}
