"""A search beside the window: begins, says how far it is, can be ended with the best so far, or be dropped."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from caseload_planner.domain.run_control import Progress
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.task_runner import Lane, Run, TaskRunner


class SearchUnderWay(QObject):
    """One search of a topic at a time; who inherits says in `_take` what becomes of its result.

    Parameters
    ----------
    lane, topic
        Where it runs, and what it is for: a newer search of the topic makes the one before outdated.
    tick_ms
        How often `changed` tells of the time that went by.

    Attributes
    ----------
    progress
        What was reported last; None while nothing was.
    """

    changed = Signal()
    """It began, got further or ended."""
    failed = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None, *, lane: Lane, topic: str, tick_ms: int) -> None:
        super().__init__(parent)
        self._runner, self._lane, self._topic = runner, lane, topic
        self._run: Run | None = None
        self._began = 0.0
        self.progress: Progress | None = None
        self._clock = QTimer(self, interval=tick_ms)
        self._clock.timeout.connect(self.changed)

    @property
    def running(self) -> bool:
        """Whether a search is under way."""
        return self._run is not None

    @property
    def stopping(self) -> bool:
        """Whether its end was asked and it is still on its way there."""
        return self._run is not None and self._run.stop.requested

    @property
    def seconds(self) -> str:
        """How long it is under way: ``4 s``."""
        return with_values(self.tr("%1 s"), formatting.count(int(time.monotonic() - self._began)))

    @Slot()
    def cancel(self) -> None:
        """Ask for the best so far."""
        if self._run is not None:
            self._run.cancel()
            self.changed.emit()

    @Slot()
    def drop(self) -> None:
        """Let go of a search whose answer nobody wants any more."""
        if self._run is not None:
            self._runner.drop(self._topic)
            self._end()
            self.changed.emit()

    def _begin(self, work: Callable[[Run], object]) -> None:
        """Start work; one that is still under way is dropped."""
        self._began, self.progress = time.monotonic(), None
        self._run = self._runner.start(
            self._lane,
            work,
            topic=self._topic,
            on_done=self._on_done,
            on_failed=self._on_failed,
            on_progress=self._on_progress,
        )
        self._clock.start()
        self.changed.emit()

    def _take(self, result: object, *, stopped: bool) -> None:
        """Take the result; `stopped` where its end was asked. Nothing is under way any more."""
        raise NotImplementedError

    def _end(self) -> None:
        self._run = None
        self._clock.stop()

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self.progress = progress
        self.changed.emit()

    @Slot(object)
    def _on_done(self, result: object) -> None:
        stopped = self.stopping
        self._end()
        self._take(result, stopped=stopped)
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.changed.emit()
        self.failed.emit(error)
