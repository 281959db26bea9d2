"""A run of a scenario: many futures of cases and people, chunk by chunk, into one outcome.

Each chunk is a function of the plan and the numbers of its futures alone, and chunks are taken in by their number; so
the outcome is the same however they are spread over processes or computers.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np

from caseload_planner.domain.run_control import OnProgress, Progress, StopSignal, ignore_progress
from caseload_planner.staffing.arrays import Ints
from caseload_planner.staffing.case_flow import CaseFlow
from caseload_planner.staffing.futures import Futures, futures_of
from caseload_planner.staffing.outcomes import Collector, Outcome
from caseload_planner.staffing.run_plan import RunPlan
from caseload_planner.staffing.workforce import Workforce

CHUNK = 250
"""Futures at a time: small enough for a processor's cache, and part of what makes sums the same everywhere."""
STEP = "futures"

ThrowChunks = Callable[[RunPlan, tuple[Ints, ...], StopSignal], Iterable[Futures]]
"""Throws chunks of futures somewhere and gives them in order; ends early when asked to stop."""


def run_scenario(
    plan: RunPlan,
    *,
    processes: int = 1,
    throw: ThrowChunks | None = None,
    stop: StopSignal | None = None,
    on_progress: OnProgress = ignore_progress,
) -> Outcome:
    """Run a scenario.

    Parameters
    ----------
    processes
        How many processes share the work; the outcome does not depend on it.
    throw
        What throws the chunks instead, such as a cluster.
    stop
        When asked, the outcome of the futures thrown so far is given (at least one chunk).
    """
    stop = stop or StopSignal()
    chunks = chunks_of(plan.scenario.replications)
    if throw is None:
        throw = in_this_process if processes == 1 else _over_processes(processes)
    collector = Collector(plan)
    done = 0
    on_progress(Progress(STEP, 0, plan.scenario.replications))
    for futures in throw(plan, chunks, stop):
        collector.add(futures)
        done += futures.running_by_type.shape[-1]
        on_progress(Progress(STEP, done, plan.scenario.replications))
    return collector.outcome(stopped=done < plan.scenario.replications)


def chunks_of(replications: int) -> tuple[Ints, ...]:
    """Cut the numbers of futures in chunks."""
    return tuple(
        np.arange(first, min(first + CHUNK, replications), dtype=np.int64) for first in range(0, replications, CHUNK)
    )


def in_this_process(plan: RunPlan, chunks: tuple[Ints, ...], stop: StopSignal) -> Iterator[Futures]:
    """Throw chunks one after the other."""
    flow = CaseFlow(plan.scenario, plan.snapshot, plan.survivals, plan.teams)
    workforce = Workforce(plan.scenario, plan.snapshot)
    for number, chunk in enumerate(chunks):
        if stop.requested and number > 0:
            return
        yield futures_of(plan, flow, workforce, chunk)


def throw_chunk(plan: RunPlan, chunk: Ints) -> Futures:
    """Throw one chunk by itself, in another process or on another computer."""
    return next(iter(in_this_process(plan, (chunk,), StopSignal())))


def _over_processes(processes: int) -> ThrowChunks:
    def throw(plan: RunPlan, chunks: tuple[Ints, ...], stop: StopSignal) -> Iterator[Futures]:
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            ahead = 2 * processes
            waiting = [pool.submit(throw_chunk, plan, chunk) for chunk in chunks[:ahead]]
            for number in range(len(chunks)):
                if stop.requested and number > 0:
                    for one in waiting[number:]:
                        one.cancel()
                    return
                yield waiting[number].result()
                if number + ahead < len(chunks):
                    waiting.append(pool.submit(throw_chunk, plan, chunks[number + ahead]))

    return throw
