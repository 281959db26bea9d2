"""Ctrl-C while something long runs: the first asks it to stop with the best so far, the second ends the program."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from caseload_planner.cli.failures import say
from caseload_planner.domain.run_control import StopSignal


@contextmanager
def stopping_on_interrupt(stop: StopSignal) -> Iterator[None]:
    """Turn Ctrl-C into a request to stop; only in the main thread, where signals arrive."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def on_interrupt(_signal: int, _frame: FrameType | None) -> None:
        if stop.requested:
            raise KeyboardInterrupt
        say("stopping with the best answer so far; once more ends the program")
        stop.request()

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
