"""One method on one round in a process of its own, so that its memory is its own and it can be ended."""

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile
from tests.benchmarks.peers.attempt import TOO_LARGE, Attempt

LONGEST_OVERRUN_SECONDS = 120.0
"""How far beyond its limit a method may go before its process is ended; writing a model down is in no limit."""
ENDED = "ended"
FAILED = "failed"
METHODS = ("planner", "greedy", "random restarts", "SCIP", "HiGHS", "SCIP, plain", "HiGHS, plain", "naive CP-SAT")
MORE_METHODS = ("SCIP without our cut", "HiGHS without our cut")
"""Told apart only where somebody asks what the cut does for them."""


def attempt_alone(method: str, problem: DistributionProblem, profile: Profile) -> Attempt:
    """Run a method in a fresh process; give what it came to, with its memory and processor time."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(method, problem, profile, sender))
    process.start()
    sender.close()
    limit = problem.request.time_limit_seconds + LONGEST_OVERRUN_SECONDS
    answer = Attempt(status=ENDED, seconds=limit)
    try:
        if receiver.poll(limit):
            answer = receiver.recv()
    except EOFError:
        answer = Attempt(status=FAILED, seconds=0.0)
    if process.is_alive() and answer.status == ENDED:
        process.kill()
    process.join()
    return answer


def _run(method: str, problem: DistributionProblem, profile: Profile, sender: Connection) -> None:
    # OR-Tools takes a moment to import; the window has done that before anybody asks for a proposal.
    solve = _method(method)
    began = time.process_time()
    attempt = solve(problem, profile)
    beside = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_seconds = time.process_time() - began + beside.ru_utime + beside.ru_stime
    if attempt.status != TOO_LARGE:
        attempt = replace(
            attempt, cpu_seconds=cpu_seconds, peak_memory_mb=peak_memory_mb() + _in_megabytes(beside.ru_maxrss)
        )
    sender.send(attempt)


def _method(method: str) -> Callable[[DistributionProblem, Profile], Attempt]:
    from ortools.math_opt.python import mathopt  # type: ignore[import-untyped] # no types are published

    from tests.benchmarks.peers.math_opt import MathOpt
    from tests.benchmarks.peers.most_room_first import place_most_urgent_first
    from tests.benchmarks.peers.naive import solve_naively
    from tests.benchmarks.peers.planner import solve_with_planner
    from tests.benchmarks.peers.random_restarts import search_from_random_starts

    methods: dict[str, Callable[[DistributionProblem, Profile], Attempt]] = {
        "planner": solve_with_planner,
        "greedy": place_most_urgent_first,
        "random restarts": search_from_random_starts,
        "SCIP": MathOpt(mathopt.SolverType.GSCIP, with_cut=True),
        "HiGHS": MathOpt(mathopt.SolverType.HIGHS, with_cut=True),
        "SCIP without our cut": MathOpt(mathopt.SolverType.GSCIP, with_cut=False),
        "HiGHS without our cut": MathOpt(mathopt.SolverType.HIGHS, with_cut=False),
        "SCIP, plain": MathOpt(mathopt.SolverType.GSCIP, with_cut=False, helped=False),
        "HiGHS, plain": MathOpt(mathopt.SolverType.HIGHS, with_cut=False, helped=False),
        "naive CP-SAT": solve_naively,
    }
    return methods[method]


def peak_memory_mb() -> float:
    """Give the most memory that this process ever held, program and data included."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text(encoding="ascii").splitlines() if ":" in line)
        return int(lines["VmHWM"].split()[0]) / 1024
    return _in_megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _in_megabytes(peak: int) -> float:
    return peak / 1024**2 if sys.platform == "darwin" else peak / 1024
