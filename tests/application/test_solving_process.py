"""A large part solved in a process beside this one: the same answer, to be stopped, and none lost with its process."""

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from caseload_planner.application.solving_process import SolvingProcess
from caseload_planner.distribution.judge import judge
from caseload_planner.distribution.parts import independent_parts
from caseload_planner.distribution.problem import DistributionProblem, build_problem
from caseload_planner.distribution.proposal import Proposal, ProposalRequest
from caseload_planner.distribution.solve import solve, warm_up
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import Progress, StopSignal
from caseload_planner.rules.round import plan_of
from tests.builders import ON, a_measure, a_worker, an_organisation, the_profile

PROFILE = the_profile()
MEASURES = 26
COUNTED = 0.05
"""In the solver's own unit of work: a counted round is the same wherever it is solved."""


@pytest.fixture(scope="module")
def process() -> Iterator[SolvingProcess]:
    warm_up()
    made = SolvingProcess()
    yield made
    made.end()


def two_regions() -> Organisation:
    """Make two regions that each have more to place than one process is asked for."""
    homes = ("T1", "Z1")
    workers = [a_worker(f"W{team}{number:02d}", team=team) for team in homes for number in range(9)]
    measures = [a_measure(f"N{team}{number:02d}", team=team) for team in homes for number in range(MEASURES)]
    return an_organisation(workers, measures)


def two_large_parts(seconds: float = 60.0, counted: float | None = COUNTED) -> DistributionProblem:
    request = ProposalRequest(on=ON, time_limit_seconds=seconds, deterministic_limit=counted)
    problem = build_problem(two_regions(), replace(request, wish_weights=PROFILE.wish_weights))
    assert [len(part) for part in independent_parts(problem)] == [MEASURES, MEASURES]
    return problem


def told_of(proposal: Proposal) -> object:
    return replace(proposal, seconds=0.0)


def test_that_a_part_beside_is_answered_as_it_is_here(process) -> None:
    problem = two_large_parts()
    assert told_of(solve(problem, PROFILE, beside=process)) == told_of(solve(problem, PROFILE))
    assert process.running


def test_that_levels_are_told_of_while_it_works_there(process) -> None:
    told: list[Progress] = []
    solve(two_large_parts(), PROFILE, on_progress=told.append, beside=process)
    assert told[-1].part > len(PROFILE.levels)


def test_that_a_process_that_ends_takes_no_part_with_it(process) -> None:
    problem, killed = two_large_parts(), threading.Event()

    def kill_once(progress: Progress) -> None:
        if progress.part >= len(PROFILE.levels) and not killed.is_set():
            killed.set()
            process.interrupt()

    found = solve(problem, PROFILE, on_progress=kill_once, beside=process)

    assert killed.is_set()
    assert told_of(found) == told_of(solve(problem, PROFILE))


def test_that_a_stop_is_heard_there_too(process) -> None:
    problem, stop = two_large_parts(seconds=600.0, counted=None), StopSignal()
    found = solve(problem, PROFILE, stop=stop, on_progress=lambda _: stop.request(), beside=process)
    assert found.seconds < 60.0
    assert not judge(plan_of(problem.round, found.placements)).forbidden


def test_that_small_parts_need_no_process() -> None:
    idle = SolvingProcess()
    organisation = an_organisation(
        [a_worker("W1"), a_worker("W2", team="Z1")], [a_measure("N1"), a_measure("N2", team="Z1")]
    )
    found = solve(build_problem(organisation, ProposalRequest(on=ON)), PROFILE, beside=idle)
    assert {placement.measure for placement in found.placements} == {"N1", "N2"}
    assert not idle.running
