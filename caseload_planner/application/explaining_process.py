"""Answers about a large draft from a process of its own.

Stating a round of a thousand workers takes seconds of Python. On a thread of the window's process each of them would
hold the interpreter while the window waits to paint; another process only shares the computer, and says so by asking
for less of it. It stays for the next question, with the organisation that it was sent. Small rounds are answered where
they are asked: that is over before a process has begun.
"""

from functools import partial
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from caseload_planner.application.child_process import ChildProcess, answered, begin_to_serve
from caseload_planner.domain.errors import PlannerError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import StopSignal

if TYPE_CHECKING:  # the window knows this module from its start, and should not wait for what only answering needs
    from caseload_planner.application.draft_questions import AskedAbout, DraftedRound

LARGE_FROM_PAIRS = 10_000
"""Measures times workers of a round from which a process of its own is worth its start."""


class ExplanationLostError(PlannerError):
    """The process that looked for an explanation ended without one."""

    code = "explanation_lost"


class ExplainingProcess:
    """A process that begins with the first question and answers one at a time; ask from one thread, stop from any."""

    def __init__(self) -> None:
        self._child = ChildProcess(serve, "explain")
        self._known: Organisation | None = None
        self._number = 0

    def answer(self, asked: "AskedAbout", drafted: "DraftedRound", stop: StopSignal) -> object:
        """Give what `draft_questions.answer` gives, from there.

        Raises
        ------
        ExplanationLostError
            The process ended; the next question begins another.
        PlannerError
            As `draft_questions.answer`.
        """
        try:
            found = self._ask(asked, drafted, stop)
        except (EOFError, OSError) as error:
            self.end()
            raise ExplanationLostError("The explanation was interrupted; look at the case again.") from error
        if isinstance(found, BaseException):
            raise found
        return found

    def _ask(self, asked: "AskedAbout", drafted: "DraftedRound", stop: StopSignal) -> object:
        if not self._child.alive:
            self.end()  # what is left of one that ended while nobody asked anything
        questions = self._child.connection()
        self._number += 1
        number, organisation = self._number, drafted.organisation
        news = None if organisation is self._known else organisation
        questions.send((number, news, asked, drafted.request, drafted.profile, drafted.placements))
        self._known = organisation
        stop.on_request(lambda: self._child.stop(number))
        return questions.recv()

    @property
    def running(self) -> bool:
        """Whether there is a process, at work or waiting for the next question."""
        return self._child.alive

    def interrupt(self) -> None:
        """Let who waits for an answer wait no longer: the process ends in the middle of it."""
        self._child.interrupt()

    def end(self) -> None:
        """End the process, if there is one; a later question begins another."""
        self._known = None
        self._child.end()


def serve(questions: Connection, heard: Connection) -> None:
    """Answer questions until the asking side is gone; the body of the process."""
    from caseload_planner.application.draft_questions import DraftedRound, answer
    from caseload_planner.distribution.solve import warm_up

    stops = begin_to_serve(heard)
    organisation: Organisation | None = None
    warm_up()  # the first answer has its seconds for itself
    while True:
        try:
            number, news, asked, request, profile, placements = questions.recv()
            organisation = news or organisation
            if organisation is None:
                return  # the first question brings one
            drafted = DraftedRound(organisation, request, profile, placements)
            questions.send(answered(partial(answer, asked, drafted, stops.of(number))))
        except (EOFError, OSError):
            return
