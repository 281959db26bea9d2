"""A stop that reaches a solver, also where it is asked for before the search has begun."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from ortools.sat.python import cp_model

from caseload_planner.domain.run_control import StopSignal

STOP_EVERY_SECONDS = 0.05


@contextmanager
def stoppable(solver: cp_model.CpSolver, stop: StopSignal) -> Iterator[None]:
    """Stop the solver when a stop is asked for, again and again: one that comes before the search began is lost."""
    ended = threading.Event()

    def keep_stopping() -> None:
        while not ended.wait(STOP_EVERY_SECONDS):
            solver.stop_search()

    def listen() -> None:
        if not ended.is_set():
            threading.Thread(target=keep_stopping, daemon=True).start()

    stop.on_request(listen)
    try:
        yield
    finally:
        ended.set()
