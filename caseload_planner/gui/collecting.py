"""Garbage collection on the window's thread only.

Python collects cycles in whatever thread happens to allocate. When that is a lane, Qt objects that hang in a cycle are
deleted outside their own thread, and Qt ends the process. So the collector is switched off and asked from a timer.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer, Slot

EVERY_MS = 1_000


class Collecting(QObject):
    """Switches the automatic collector off while it is there, and collects now and then on its own thread.

    A generation is collected when as much was allocated as would make Python collect it by itself. What survives is set
    aside, so that the next time only what came since is walked through: a whole organisation, or what a lane is just
    building, would hold the window up for a third of a second. Cycles that were alive then and died since go when the
    user is in another program.

    Parameters
    ----------
    sets_aside : bool
        False looks through survivors again each time: for tests, where each window must be gone before the next.
    """

    def __init__(self, parent: QObject | None = None, *, sets_aside: bool = True) -> None:
        super().__init__(parent)
        self._sets_aside = sets_aside
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due; nothing where none is."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                self.set_aside()
                return

    @Slot()
    def set_aside(self) -> None:
        """Look through nothing again that is there now, until the user is in another program."""
        if self._sets_aside:
            gc.freeze()

    @Slot(Qt.ApplicationState)
    def on_application_state(self, state: Qt.ApplicationState) -> None:
        """Collect everything while nobody looks."""
        if state is not Qt.ApplicationState.ApplicationActive:
            self._thaw()
            gc.collect()
            self.set_aside()

    def end(self) -> None:
        """Collect once more and leave it to Python again."""
        self._timer.stop()
        self._thaw()
        gc.collect()
        gc.enable()

    def _thaw(self) -> None:
        # What somebody else froze stays so.
        if self._sets_aside:
            gc.unfreeze()
