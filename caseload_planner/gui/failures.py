"""Bugs: one exception hook for the window, with a reference number that is in the log as well.

The log has the kind of the exception and where it was, never its message: a message can hold somebody's name.
"""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from caseload_planner.application.fault_places import kind_of, new_reference, places_of

logger = logging.getLogger("caseload_planner.window")


class FailureHook(QObject):
    """Stands in for ``sys.excepthook`` while a window is open."""

    happened = Signal(str)
    """With the reference, on the thread where it happened; connect queued."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: Callable[..., object] | None = None

    def install(self) -> None:
        """Take over from the hook before."""
        self._before = sys.excepthook
        sys.excepthook = self.on_exception

    def uninstall(self) -> None:
        """Give the hook back."""
        if self._before is not None:
            sys.excepthook = self._before
            self._before = None

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a bug and tell the window; a keyboard interrupt ends the program as always."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        reference = new_reference()
        logger.error("reference %s: %s at %s", reference, kind_of(error), places_of(error.with_traceback(trace)))
        self.happened.emit(reference)
