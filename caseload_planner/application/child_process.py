"""A process beside this one that answers one question at a time, hears a stop, and may be ended at any moment."""

import os
import signal
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

from caseload_planner.application.fault_places import ChildFailedError, kind_of, places_of
from caseload_planner.domain.errors import PlannerError
from caseload_planner.domain.run_control import StopSignal

_POLITE = 4
"""How far the process stands back for others, in the system's own steps."""
_ENDS_WITHIN_SECONDS = 2.0
_LOOK_EVERY_SECONDS = 0.1

Told = TypeVar("Told")
"""What a process tells on the way to its answer."""


class ChildProcess:
    """The asking side: talk from one thread, stop and interrupt from any.

    Parameters
    ----------
    body
        What the process does with its two connections: questions and answers, and numbers of questions to stop. Named
        at the top of a module, so that the process finds it.
    """

    def __init__(self, body: Callable[[Connection, Connection], None], name: str) -> None:
        self._body, self._name = body, name
        self._process: BaseProcess | None = None
        self._questions: Connection | None = None
        self._stops: Connection | None = None
        self._stopping, self._ending = threading.Lock(), threading.Lock()

    @property
    def alive(self) -> bool:
        """Whether it has begun and not ended, by itself or otherwise."""
        return self._process is not None and self._process.is_alive()

    def connection(self) -> Connection:
        """Give where questions go in and answers come out, of a process that begins now if there is none."""
        return self._questions or self._begin()

    def stop(self, number: int) -> None:
        """Pass on that a question need not be answered in full."""
        with self._stopping:
            if self._stops is not None:
                try:
                    self._stops.send(number)
                except OSError:
                    return  # it ended by itself: who waits for the answer hears of that

    def _begin(self) -> Connection:
        # Together with `interrupt`: one that comes while the process begins would find none, and be lost.
        with self._ending:
            context = get_context("spawn")
            questions, theirs = context.Pipe()
            heard, stops = context.Pipe(duplex=False)
            process = context.Process(target=self._body, args=(theirs, heard), daemon=True, name=self._name)
            process.start()
            theirs.close()
            heard.close()
            self._process, self._questions = process, questions
        with self._stopping:
            self._stops = stops
        return questions

    def interrupt(self) -> None:
        """Let who waits for an answer wait no longer: the process ends in the middle of it."""
        with self._ending:
            if self._process is not None:
                self._process.kill()

    def end(self) -> None:
        """End the process, if there is one; a later question begins another."""
        with self._ending:
            process, questions, self._process, self._questions = self._process, self._questions, None, None
        with self._stopping:
            stops, self._stops = self._stops, None
        for connection in (questions, stops):
            if connection is not None:
                connection.close()
        if process is not None:
            process.kill()
            process.join(_ENDS_WITHIN_SECONDS)
            process.close()


def wait_for_answer(
    questions: Connection, told: type[Told], tell: Callable[[Told], None], stop: StopSignal, stops_within: float
) -> object:
    """Pass on what is told on the way until the answer comes.

    Parameters
    ----------
    told
        What comes on the way; anything else is the answer.
    stops_within
        Seconds after a stop in which the answer must be there.

    Raises
    ------
    TimeoutError
        A stop was not heard in time.
    EOFError, OSError
        The process ended.
    """
    latest: float | None = None
    while True:
        if questions.poll(_LOOK_EVERY_SECONDS):
            message = questions.recv()
            if not isinstance(message, told):
                return message
            tell(message)
        if stop.requested:
            latest = latest or time.monotonic() + stops_within
            if time.monotonic() >= latest:
                raise TimeoutError("no answer after a stop")


class HeardStops:
    """The stop signals of the child, by number of the question: a stop may arrive before its question."""

    def __init__(self, heard: Connection) -> None:
        self._heard, self._lock = heard, threading.Lock()
        self._signals: OrderedDict[int, StopSignal] = OrderedDict()

    def of(self, number: int) -> StopSignal:
        """Give the signal of a question; only the latest few are kept."""
        with self._lock:
            signal_of = self._signals.setdefault(number, StopSignal())
            while len(self._signals) > 8:
                self._signals.popitem(last=False)
            return signal_of

    def listen(self) -> None:
        """Pass stops on until the asking side is gone, and then stop whatever is under way for it."""
        while True:
            try:
                number = self._heard.recv()
            except (EOFError, OSError):
                with self._lock:
                    left = tuple(self._signals.values())
                for one in left:
                    one.request()
                return
            self.of(number).request()


def begin_to_serve(heard: Connection) -> HeardStops:
    """Make this process one that stands back for the window, ends only with it, and hears stops."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window, which ends this
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    stops = HeardStops(heard)
    threading.Thread(target=stops.listen, daemon=True).start()
    return stops


def answered(work: Callable[[], object]) -> object:
    """Give what work gives, or what it failed with in a form that fits through a pipe."""
    try:
        return work()
    except PlannerError as error:
        return error
    except Exception as error:  # noqa: BLE001 (told where it was asked: what it holds may not fit through a pipe)
        return ChildFailedError(kind_of(error), places_of(error))
