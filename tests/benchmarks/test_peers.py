"""The peers answer the same question: on small rounds they come to what the planner comes to."""

from collections.abc import Callable

import pytest
from ortools.math_opt.python import mathopt  # type: ignore[import-untyped] # no types are published

from caseload_planner.bootstrap import default_profiles
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile
from caseload_planner.distribution.proposal import LevelValue
from tests.benchmarks.peers.attempt import FOUND, PROVEN, Attempt, Moment
from tests.benchmarks.peers.math_opt import MathOpt
from tests.benchmarks.peers.most_room_first import place_most_urgent_first
from tests.benchmarks.peers.naive import solve_naively
from tests.benchmarks.peers.planner import solve_with_planner
from tests.benchmarks.peers.random_restarts import search_from_random_starts
from tests.benchmarks.results_table import RoundResults, contradictions, near_seconds
from tests.benchmarks.rounds import benchmark_rounds

Solve = Callable[[DistributionProblem, Profile], Attempt]
PROVERS: dict[str, Solve] = {
    "SCIP": MathOpt(mathopt.SolverType.GSCIP, with_cut=True),
    "HiGHS": MathOpt(mathopt.SolverType.HIGHS, with_cut=True),
    "SCIP without our cut": MathOpt(mathopt.SolverType.GSCIP, with_cut=False),
    "HiGHS without our cut": MathOpt(mathopt.SolverType.HIGHS, with_cut=False),
    "SCIP, plain": MathOpt(mathopt.SolverType.GSCIP, with_cut=False, helped=False),
    "HiGHS, plain": MathOpt(mathopt.SolverType.HIGHS, with_cut=False, helped=False),
    "naive": solve_naively,
}
FINDERS: dict[str, Solve] = {"greedy": place_most_urgent_first, "random restarts": search_from_random_starts}
BALANCED = default_profiles()["balanced"]
LEADING = next(n for n, level in enumerate(BALANCED.levels) if level.tolerance)
"""Levels before the first that may be worsened are the same for every prover."""


@pytest.fixture(scope="module")
def problem() -> DistributionProblem:
    small = next(round_ for round_ in benchmark_rounds(None) if round_.name == "demo small")
    return small.problem(seconds=20)


@pytest.fixture(scope="module")
def planner(problem: DistributionProblem) -> Attempt:
    return solve_with_planner(problem, BALANCED)


def values(attempt: Attempt) -> list[int]:
    return [level.value for level in attempt.levels[:LEADING]]


@pytest.mark.parametrize("solve", PROVERS.values(), ids=PROVERS)
def test_that_every_prover_comes_to_the_same_levels(
    solve: Solve, problem: DistributionProblem, planner: Attempt
) -> None:
    attempt = solve(problem, BALANCED)

    assert attempt.status == PROVEN == planner.status
    assert values(attempt) == values(planner)
    assert attempt.levels[LEADING].value >= (planner.levels[LEADING].bound or 0)


@pytest.mark.parametrize("solve", FINDERS.values(), ids=FINDERS)
def test_that_who_proves_nothing_is_never_below_what_is_proven(
    solve: Solve, problem: DistributionProblem, planner: Attempt
) -> None:
    attempt = solve(problem, BALANCED)

    assert attempt.status == FOUND
    assert values(attempt) >= values(planner)


def an_attempt(value: int, bound: int | None, *moments: Moment) -> Attempt:
    levels = tuple(LevelValue(level.name, value, bound, 1) for level in BALANCED.levels)
    return Attempt(status=FOUND, seconds=1.0, levels=levels, moments=moments)


def test_that_a_bound_above_an_answer_is_named() -> None:
    attempts = {"one": an_attempt(12, 12), "other": an_attempt(10, 0)}
    results = RoundResults(name="x", asked=1, candidates=1, attempts=attempts)

    assert contradictions(results, BALANCED)[0] == "**one claims 12 for waiting; other has 10.**"


def test_that_near_counts_from_when_the_answer_stays_near() -> None:
    names = [level.name for level in BALANCED.levels]
    plans = [Moment(at, (value,) * len(names)) for at, value in ((0.1, 900), (0.2, 505), (0.3, 503))]

    assert near_seconds(an_attempt(503, None, *plans), an_attempt(503, 500), names) == pytest.approx(0.2)
