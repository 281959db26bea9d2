"""A large part of a round solved in a process beside this one, while another part is solved here.

Half of the work on a large round is Python, which two threads of one process can only do in turns. The process stays
for the next round. One that ends costs nothing but time: the part is then solved where it was asked.
"""

import threading
import time
from collections.abc import Callable, Mapping
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import TYPE_CHECKING, NamedTuple

from caseload_planner.application.child_process import ChildProcess, answered, begin_to_serve, wait_for_answer
from caseload_planner.distribution.parts_at_once import PartAnswer
from caseload_planner.distribution.problem import DistributionProblem
from caseload_planner.distribution.profile import Profile
from caseload_planner.domain.run_control import StopSignal
from caseload_planner.rules.round import Placement

if TYPE_CHECKING:  # the window knows this module from its start, and should not wait for what only solving needs
    from caseload_planner.solving.levels_in_order import OnLevel
    from caseload_planner.solving.search import Limits

STOPS_WITHIN_SECONDS = 1.5
"""How long the best so far is waited for after a stop; later than that the placements it began with are the answer."""


class LevelTold(NamedTuple):
    """What is told of a level on the way: its name, best value and bound."""

    name: str
    best: int
    bound: int | None


class SolvingProcess:
    """Solves parts one at a time, from one thread or another; the process begins with the first.

    Parameters
    ----------
    stops_within
        As `STOPS_WITHIN_SECONDS`.
    """

    def __init__(self, *, stops_within: float = STOPS_WITHIN_SECONDS) -> None:
        self._child = ChildProcess(serve, "solve")
        self._stops_within = stops_within
        self._number = 0
        self._asking = threading.Lock()

    def begin(self) -> None:
        """Begin the process now, so that its first part need not wait for it; there may be one already."""
        with self._asking:
            self._living()

    def __call__(
        self,
        part: DistributionProblem,
        profile: Profile,
        start: Mapping[str, Placement],
        limits: "Limits",
        stop: StopSignal,
        on_level: "OnLevel",
    ) -> PartAnswer:
        """Give what `solve_part` gives, from there; from here where there is no process to ask."""
        from caseload_planner.distribution.solve_part import solve_part
        from caseload_planner.solving.levels_in_order import LevelOutcome

        try:
            with self._asking:
                found = self._ask(part, profile, start, limits, stop, on_level)
        except (EOFError, OSError):
            self._child.end()
            if not stop.requested:
                return solve_part(part, profile, start, limits, stop, on_level)
            found = None
        if found is None:
            return dict(start), [LevelOutcome(level.name, 0) for level in profile.levels]
        if isinstance(found, BaseException):
            raise found
        return found  # type: ignore[return-value]  # of that kind

    def _ask(
        self,
        part: DistributionProblem,
        profile: Profile,
        start: Mapping[str, Placement],
        limits: "Limits",
        stop: StopSignal,
        on_level: "OnLevel",
    ) -> object:
        questions = self._living()
        self._number += 1
        number = self._number
        # Each process has a clock of its own to count from: what both know is the time of day.
        ends = time.time() + limits.seconds_left()
        question = ForkingPickler.dumps((number, part, profile, dict(start), limits, ends))
        if stop.requested:
            return None  # packing a large round takes half a second
        questions.send_bytes(question)
        stop.on_request(lambda: self._child.stop(number))
        return wait_for_answer(questions, LevelTold, lambda told: on_level(*told), stop, self._stops_within)

    def _living(self) -> Connection:
        if not self._child.alive:
            self._child.end()  # what is left of one that ended while nobody asked anything
        return self._child.connection()

    @property
    def running(self) -> bool:
        """Whether there is a process, at work or waiting for the next part."""
        return self._child.alive

    def interrupt(self) -> None:
        """Let who waits for an answer wait no longer: the process ends in the middle of it."""
        self._child.interrupt()

    def end(self) -> None:
        """End the process, if there is one; a later part begins another."""
        self._child.end()


def serve(questions: Connection, heard: Connection) -> None:
    """Solve parts until the asking side is gone; the body of the process."""
    from caseload_planner.distribution.solve import warm_up

    stops, sending = begin_to_serve(heard), threading.Lock()
    warm_up()  # the first part has its seconds for itself

    def send(message: object) -> None:
        with sending:  # the solver reports from threads of its own
            questions.send(message)

    while True:
        try:
            number, part, profile, start, limits, ends = questions.recv()
            send(answered(partial(_solved, part, profile, start, limits, ends, stops.of(number), send)))
        except (EOFError, OSError):
            return


def _solved(
    part: DistributionProblem,
    profile: Profile,
    start: Mapping[str, Placement],
    limits: "Limits",
    ends: float,
    stop: StopSignal,
    send: Callable[[object], None],
) -> PartAnswer:
    from dataclasses import replace

    from caseload_planner.distribution.solve_part import solve_part

    here = replace(limits, deadline=time.monotonic() + max(0.0, ends - time.time()))
    return solve_part(part, profile, start, here, stop, partial(_tell, send))


def _tell(send: Callable[[object], None], name: str, best: int, bound: int | None) -> None:
    """Say how far it is, if anybody still listens."""
    try:
        send(LevelTold(name, best, bound))
    except OSError:
        return  # the asking side is gone, and the stop that comes with it is heard elsewhere
