"""Starts the program as a user does, says when its window is first shown, and ends.

Run as ``python window_start.py [arguments of the program]``; prints ``shown`` once.
"""

import sys

from PySide6.QtCore import QTimer

from caseload_planner.__main__ import main
from caseload_planner.gui.views.main_window import MainWindow


class _Watched(MainWindow):
    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        self.repaint()
        print("shown", flush=True)  # noqa: T201 - the one who measures listens
        self.close()


if __name__ == "__main__":
    from caseload_planner.gui import app

    app.MainWindow = _Watched
    sys.exit(main(sys.argv[1:]))
