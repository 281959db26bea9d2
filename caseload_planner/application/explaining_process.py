"""Answers about a large draft from a process of its own.

Stating a round of a thousand workers takes seconds of Python. On a thread of the window's process each of them would
hold the interpreter while the window waits to paint; another process only shares the computer, and says so by asking
for less of it. It stays for the next question, with the organisation that it was sent. Small rounds are answered where
they are asked: that is over before a process has begun.
"""

import multiprocessing
import os
import signal
import threading
import traceback
from collections import OrderedDict
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from caseload_planner.domain.errors import PlannerError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import StopSignal

if TYPE_CHECKING:  # the window knows this module from its start, and should not wait for what only answering needs
    from caseload_planner.application.draft_questions import AskedAbout, DraftedRound

LARGE_FROM_PAIRS = 10_000
"""Measures times workers of a round from which a process of its own is worth its start."""
_POLITE = 4
"""How far the process stands back for others, in the system's own steps."""
_ENDS_WITHIN_SECONDS = 2.0


class ExplanationLostError(PlannerError):
    """The process that looked for an explanation ended without one."""

    code = "explanation_lost"


class ExplainingProcess:
    """A process that begins with the first question and answers one at a time; ask from one thread, stop from any."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._questions: Connection | None = None
        self._stops: Connection | None = None
        self._stopping = threading.Lock()
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
        questions = self._questions or self._begin()
        self._number += 1
        number, organisation = self._number, drafted.organisation
        news = None if organisation is self._known else organisation
        questions.send((number, news, asked, drafted.request, drafted.profile, drafted.placements))
        self._known = organisation
        stop.on_request(lambda: self._stop(number))
        return questions.recv()

    def _stop(self, number: int) -> None:
        with self._stopping:
            if self._stops is not None:
                try:
                    self._stops.send(number)
                except OSError:
                    return  # it ended by itself: who waits for the answer hears of that

    def _begin(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        questions, theirs = context.Pipe()
        heard, stops = context.Pipe(duplex=False)
        process = context.Process(target=serve, args=(theirs, heard), daemon=True, name="explain")
        process.start()
        theirs.close()
        heard.close()
        self._process, self._questions = process, questions
        with self._stopping:
            self._stops = stops
        return questions

    def interrupt(self) -> None:
        """Let who waits for an answer wait no longer: the process ends in the middle of it."""
        if self._process is not None and self._process.is_alive():
            self._process.kill()

    def end(self) -> None:
        """End the process, if there is one; a later question begins another."""
        process, questions, self._process, self._questions = self._process, self._questions, None, None
        self._known = None
        with self._stopping:
            stops, self._stops = self._stops, None
        for connection in (questions, stops):
            if connection is not None:
                connection.close()
        if process is not None:
            process.kill()
            process.join(_ENDS_WITHIN_SECONDS)
            process.close()


class _Stops:
    """The stop signals of the child, by number of the question: a stop may arrive before its question."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._signals: OrderedDict[int, StopSignal] = OrderedDict()

    def of(self, number: int) -> StopSignal:
        """Give the signal of a question; only the latest few are kept."""
        with self._lock:
            signal_of = self._signals.setdefault(number, StopSignal())
            while len(self._signals) > 8:
                self._signals.popitem(last=False)
            return signal_of

    def listen(self, heard: Connection) -> None:
        """Pass stops on until the asking side is gone."""
        while True:
            try:
                number = heard.recv()
            except (EOFError, OSError):
                return
            self.of(number).request()


def serve(questions: Connection, heard: Connection) -> None:
    """Answer questions until the asking side is gone; the body of the process."""
    from caseload_planner.application.draft_questions import DraftedRound
    from caseload_planner.distribution.solve import warm_up

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window, which ends this
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    stops = _Stops()
    organisation: Organisation | None = None
    threading.Thread(target=stops.listen, args=(heard,), daemon=True).start()
    warm_up()  # the first answer has its seconds for itself
    while True:
        try:
            number, news, asked, request, profile, placements = questions.recv()
            organisation = news or organisation
            if organisation is None:
                return  # the first question brings one
            drafted = DraftedRound(organisation, request, profile, placements)
            questions.send(_answered(asked, drafted, stops.of(number)))
        except (EOFError, OSError):
            return


def _answered(asked: "AskedAbout", drafted: "DraftedRound", stop: StopSignal) -> object:
    from caseload_planner.application.draft_questions import answer

    try:
        return answer(asked, drafted, stop)
    except PlannerError as error:
        return error
    except Exception as error:  # noqa: BLE001 (told where it was asked: what it holds may not fit through a pipe)
        place = traceback.extract_tb(error.__traceback__)[-1]
        return RuntimeError(f"{type(error).__name__} in {place.name}, line {place.lineno}")
