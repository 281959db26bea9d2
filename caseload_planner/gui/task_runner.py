"""Work beside the window: a lane for the database and files, one for computing, one for explanations.

A page starts work with bound methods of a QObject that take the outcome::

    run = runner.start(Lane.COMPUTE, work, topic="proposal", on_done=self._on_solved, on_failed=self._on_failed,
                       on_progress=self._on_progress)

- ``work(run)`` runs on the lane's thread; it looks at ``run.stop`` (a StopSignal) and may call ``run.report(Progress)``
  from any thread, solver threads included: reports wait in a queue that a timer empties on the window's thread.
- Results, failures and progress arrive on the window's thread. A new run of a topic makes the earlier one outdated: it
  is asked to stop and nothing of it arrives any more. `run.cancel()` only asks to stop: what the work then gives still
  arrives.
- Work that is started with ``must_finish`` has to stand in the file: it is also done when the window closes.
- A `PlannerError` goes to `on_failed`. Anything else is a bug: it goes to ``sys.excepthook`` and then to `on_failed`,
  so that buttons come back.

No signal is ever emitted by a thread that Qt did not start, and callbacks are bound methods of QObjects, so that a page
that is gone gets nothing.
"""

import itertools
import sys
import time
from collections.abc import Callable
from enum import Enum
from queue import Empty, SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot

from caseload_planner.domain.errors import PlannerError
from caseload_planner.domain.run_control import Progress, StopSignal

PROGRESS_EVERY_MS = 200
HAND_OVER_SECONDS = 0.0005
"""How long a lane may keep the interpreter while the window waits for it: Python's own 5 ms, asked for at every painted
cell, add up to pauses that one feels."""
Result = TypeVar("Result")
_numbers = itertools.count(1)


class Lane(Enum):
    """The threads beside the window."""

    DATABASE = "database"
    COMPUTE = "compute"
    EXPLAIN = "explain"
    """What nobody waits for: answers that are shown when they are there, and never keep the next page waiting."""


class Run(QObject):
    """One piece of work under way; made by `TaskRunner.start`, lives on the window's thread."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(object)
    ended = Signal()

    def __init__(self, topic: str, parent: QObject, *, must_finish: bool = False) -> None:
        super().__init__(parent)
        self.number = next(_numbers)
        self.topic, self.must_finish = topic, must_finish
        self.stop = StopSignal()
        self.outdated = False
        self._reports: SimpleQueue[Progress] = SimpleQueue()

    def report(self, progress: Progress) -> None:
        """Say how far the work is; from any thread."""
        self._reports.put(progress)

    def cancel(self) -> None:
        """Ask the work to stop with the best that it has."""
        self.stop.request()

    def drain(self) -> None:
        """Pass on the newest report; called on the window's thread."""
        newest: Progress | None = None
        while True:
            try:
                newest = self._reports.get_nowait()
            except Empty:
                break
        if newest is not None and not self.outdated:
            self.progressed.emit(newest)


_Order = tuple[Run, Callable[[Run], object], Callable[[Run, object, BaseException | None], None]]


class _Job(QRunnable):
    """Runs the work on the lane and hands its outcome to the runner."""

    def __init__(
        self, run: Run, work: Callable[[Run], object], deliver: Callable[[Run, object, BaseException | None], None]
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)  # the runner keeps it until the outcome has arrived
        self._order: _Order | None = (run, work, deliver)

    def run(self) -> None:
        """Do it; called by the pool."""
        # Qt keeps a job for ever once it was started: it may not keep what it worked with as well.
        order, self._order = self._order, None
        if order is None:
            return
        run, work, deliver = order
        try:
            result = work(run)
        except BaseException as failure:  # noqa: BLE001 (handed to the window's thread, which judges it)
            deliver(run, None, failure)
        else:
            # Gone before anybody hears of the result: this thread may leave its frame much later.
            del order, work
            deliver(run, result, None)


class TaskRunner(QObject):
    """The lanes of a window."""

    busy_changed = Signal()
    """`busy` became true or false."""
    _delivered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(HAND_OVER_SECONDS)
        self._pools = {lane: self._pool_of_one() for lane in Lane}
        self._jobs: dict[Run, _Job] = {}
        self._latest: dict[str, Run] = {}
        self._closed = False
        self._delivered.connect(self._on_delivered, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=PROGRESS_EVERY_MS)
        self._timer.timeout.connect(self._on_tick)

    def _pool_of_one(self) -> QThreadPool:
        pool = QThreadPool(self)
        pool.setMaxThreadCount(1)
        pool.setExpiryTimeout(-1)
        return pool

    @property
    def busy(self) -> bool:
        """Whether work is under way or waiting."""
        return bool(self._jobs)

    def start(
        self,
        lane: Lane,
        work: Callable[[Run], Result],
        *,
        topic: str,
        on_done: Callable[[Result], None] | None = None,
        on_failed: Callable[[Exception], None] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        must_finish: bool = False,
    ) -> Run:
        """Start work on a lane; see the module for what arrives where.

        Parameters
        ----------
        topic
            What it is for: a later run of the same topic makes this one outdated.
        must_finish
            Whether it is done also when the window closes before its turn came.
        on_done, on_failed, on_progress
            Bound methods of QObjects that take the result, the exception, a `Progress`.
        """
        self.drop(topic)
        run = Run(topic, self, must_finish=must_finish)
        if self._closed:  # a timer that still went off while the window closed: nobody is there to take the outcome
            run.outdated = True
            return run
        if on_done is not None:
            run.done.connect(on_done)
        if on_failed is not None:
            run.failed.connect(on_failed)
        if on_progress is not None:
            run.progressed.connect(on_progress)
        job = _Job(run, work, self._delivered.emit)
        self._latest[topic] = run
        self._jobs[run] = job
        if len(self._jobs) == 1:
            self.busy_changed.emit()
        self._timer.start()
        self._pools[lane].start(job)
        return run

    def drop(self, topic: str) -> None:
        """Make the run of a topic outdated, if there is one, and ask it to stop."""
        run = self._latest.pop(topic, None)
        if run is not None:
            run.outdated = True
            run.cancel()

    @property
    def unfinished(self) -> tuple[Run, ...]:
        """What has to be done before the window closes, under way or waiting for its turn."""
        return tuple(run for run in self._jobs if run.must_finish)

    def shut_down(self, wait_ms: int = 10_000, *, finish: bool = True) -> bool:
        """Ask everything to stop, wait for it, and say whether it did; call before the application ends.

        Work that is started afterwards never runs: a lane may not outlive its runner.

        Parameters
        ----------
        finish
            False lets go of what must be finished and has not begun, too: somebody chose not to wait for it.
        """
        self._closed = True
        # Before anything is stopped: a lane that becomes free would begin what waits.
        for run, job in self._jobs.items():
            if not (finish and run.must_finish):
                for pool in self._pools.values():
                    pool.tryTake(job)
        for run in tuple(self._latest.values()):
            if not (finish and run.must_finish):
                self.drop(run.topic)
        until = time.monotonic() + wait_ms / 1_000
        finished = [pool.waitForDone(max(0, int(1_000 * (until - time.monotonic())))) for pool in self._pools.values()]
        return all(finished)

    @Slot()
    def _on_tick(self) -> None:
        for run in tuple(self._jobs):
            run.drain()

    @Slot(object, object, object)
    def _on_delivered(self, run: Run, result: object, failure: BaseException | None) -> None:
        run.drain()
        del self._jobs[run]
        if self._latest.get(run.topic) is run:
            del self._latest[run.topic]
        if not self._jobs:
            self._timer.stop()
            self.busy_changed.emit()
        if failure is not None and not isinstance(failure, PlannerError):
            sys.excepthook(type(failure), failure, failure.__traceback__)
        if not run.outdated:
            if failure is None:
                run.done.emit(result)
            else:
                run.failed.emit(failure)
        run.ended.emit()
        run.deleteLater()
