"""Lets a window close once what was done in it stands in the file."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from caseload_planner.gui.viewmodels.session import Session

PATIENCE_MS = 1_000
"""How long closing waits without a word: writing a step takes a moment, and ends by itself after some seconds."""


class Closing(QObject):
    """Asked when a window is about to close; `ready`, `slow` or `failed` follow where it has to wait.

    Attributes
    ----------
    given_up
        Whether the user chose to close without what is not written yet.
    under_way
        Whether the window waits to close.
    """

    ready = Signal()
    """Everything stands in the file: the window may close now."""
    slow = Signal()
    """It takes longer than one waits without a word."""
    failed = Signal(object)
    """With the exception: something could not be written, and closing now would lose it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.given_up = self.under_way = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.slow)

    def ask(self) -> bool:
        """Whether the window may close at once; handing over what is not written yet comes before."""
        if not (self.given_up or self.under_way):
            self._wait()
        return not self.under_way

    def give_up(self) -> None:
        """Close without what is not written yet."""
        self.given_up = True
        self.stay()
        self.ready.emit()

    @Slot()
    def stay(self) -> None:
        """Do not close after all; what is being written is written."""
        self._set_under_way(under_way=False)

    def _wait(self) -> None:
        self._set_under_way(under_way=True)
        self._session.about_to_close.emit()
        waiting = self._session.runner.unfinished
        for run in waiting:
            run.failed.connect(self._on_failed)
            run.ended.connect(self._on_ended)
        if not waiting:
            self.stay()

    def _set_under_way(self, *, under_way: bool) -> None:
        self.under_way = self._session.closing = under_way
        if under_way:
            self._patience.start()
        else:
            self._patience.stop()

    @Slot()
    def _on_ended(self) -> None:
        if not self.under_way or self._session.runner.unfinished:
            return
        self.stay()
        if self.ask():  # a step that was made meanwhile has to stand there as well
            self.ready.emit()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if self.under_way:
            self.stay()
            self.failed.emit(error)
