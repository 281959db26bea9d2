"""Plans for team D from a process of their own.

Planning keeps several solvers busy for half a minute. Should one of them take its process along, as once happened, the
window and the file stay as they were: whoever asked hears that it was interrupted, and the next question begins another
process. Organisations so small that a plan takes less than a process to begin are planned where they are asked.
"""

import threading
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from caseload_planner.application.child_process import ChildProcess, answered, begin_to_serve, wait_for_answer
from caseload_planner.domain.errors import PlannerError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import OnProgress, Progress, StopSignal, ignore_progress

if TYPE_CHECKING:  # the window knows this module from its start, and should not wait for what only planning needs
    from caseload_planner.winddown.earliest import NilAnswer
    from caseload_planner.winddown.plan import WindDownPlan
    from caseload_planner.winddown.request import WindDownRequest

LARGE_FROM_PAIRS = 20_000
"""Measures times workers of an organisation from which it is planned in a process of its own."""
STOPS_WITHIN_SECONDS = 5.0
"""How long the best so far is waited for after a stop. With 200 workers it is there in about one second; one that is
deaf for longer is ended, and with it what it found."""


class PlanningLostError(PlannerError):
    """The process that planned ended without an answer, or gave none after it was told to stop."""

    code = "planning_lost"


class PlanningProcess:
    """A process that begins with the first plan and makes one at a time; ask from one thread.

    Parameters
    ----------
    large_from, stops_within
        As `LARGE_FROM_PAIRS` and `STOPS_WITHIN_SECONDS`.
    """

    def __init__(self, *, large_from: int = LARGE_FROM_PAIRS, stops_within: float = STOPS_WITHIN_SECONDS) -> None:
        self._child = ChildProcess(serve, "plan")
        self._large_from, self._stops_within = large_from, stops_within
        self._known: Organisation | None = None
        self._number = 0

    def plan(
        self,
        organisation: Organisation,
        request: "WindDownRequest",
        *,
        stop: StopSignal | None = None,
        on_progress: OnProgress = ignore_progress,
    ) -> "WindDownPlan":
        """Give what `solved_here` gives, from there.

        Raises
        ------
        PlanningLostError
            There is no answer; the next question begins another process.
        PlannerError
            As `solved_here`.
        """
        return self._answer("plan", organisation, request, stop or StopSignal(), on_progress)  # type: ignore[return-value]  # of that kind

    def earliest_nil(
        self,
        organisation: Organisation,
        request: "WindDownRequest",
        *,
        stop: StopSignal | None = None,
        on_progress: OnProgress = ignore_progress,
    ) -> "NilAnswer":
        """Give what `earliest_nil` gives, from there; raises as `plan`."""
        return self._answer("nil", organisation, request, stop or StopSignal(), on_progress)  # type: ignore[return-value]  # of that kind

    def _answer(
        self,
        kind: str,
        organisation: Organisation,
        request: "WindDownRequest",
        stop: StopSignal,
        on_progress: OnProgress,
    ) -> object:
        if len(organisation.measures) * len(organisation.workers) < self._large_from:
            return _work(kind)(organisation, request, stop=stop, on_progress=on_progress)
        try:
            found = self._ask(kind, organisation, request, stop, on_progress)
        except (EOFError, OSError) as error:
            self.end()
            raise PlanningLostError("Planning was interrupted; try again.") from error
        if isinstance(found, BaseException):
            raise found
        return found

    def _ask(
        self,
        kind: str,
        organisation: Organisation,
        request: "WindDownRequest",
        stop: StopSignal,
        on_progress: OnProgress,
    ) -> object:
        if not self._child.alive:
            self.end()  # what is left of one that ended while nobody asked anything
        questions = self._child.connection()
        self._number += 1
        number = self._number
        questions.send((number, kind, None if organisation is self._known else organisation, request))
        self._known = organisation
        stop.on_request(lambda: self._child.stop(number))
        return wait_for_answer(questions, Progress, on_progress, stop, self._stops_within)

    @property
    def running(self) -> bool:
        """Whether there is a process, at work or waiting for the next question."""
        return self._child.alive

    def interrupt(self) -> None:
        """Let who waits for a plan wait no longer: the process ends in the middle of it."""
        self._child.interrupt()

    def end(self) -> None:
        """End the process, if there is one; a later question begins another."""
        self._known = None
        self._child.end()


def serve(questions: Connection, heard: Connection) -> None:
    """Make plans until the asking side is gone; the body of the process."""
    from caseload_planner.winddown.solve import warm_up

    stops, sending = begin_to_serve(heard), threading.Lock()
    organisation: Organisation | None = None
    warm_up()  # the first plan has its seconds for itself

    def send(message: object) -> None:
        with sending:  # solvers report from threads of their own
            questions.send(message)

    while True:
        try:
            number, kind, news, request = questions.recv()
            organisation = news or organisation
            stop = stops.of(number)
            send(answered(partial(_work(kind), organisation, request, stop=stop, on_progress=partial(_tell, send))))
        except (EOFError, OSError):
            return


def _tell(send: Callable[[object], None], progress: Progress) -> None:
    """Say how far it is, if anybody still listens."""
    try:
        send(progress)
    except OSError:
        return  # the asking side is gone, and the stop that comes with it is heard elsewhere


def _work(kind: str) -> Callable[..., object]:
    from caseload_planner.application.plan_wind_down import solved_here
    from caseload_planner.winddown.earliest import earliest_nil

    return {"plan": solved_here, "nil": earliest_nil}[kind]
