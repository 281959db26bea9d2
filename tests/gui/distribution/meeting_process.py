"""A window in a process of its own that holds a meeting: a step for every line it is given, until it is killed.

It is started with the path of a file and a folder. After each step, once that stands in the file, it prints which
cases are agreed.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from caseload_planner.gui.app import make_window
from caseload_planner.gui.collecting import Collecting
from caseload_planner.gui.failures import FailureHook
from caseload_planner.gui.settings import Settings
from caseload_planner.gui.views.look import Look
from tests.gui.window_doors import MONDAY, DemoDoors

LIMIT_MS = 60_000


def wait_until(holds) -> None:
    """Let the window work until something holds."""
    loop, timer = QEventLoop(), QTimer(interval=5)
    timer.timeout.connect(lambda: loop.exit(1) if holds() else None)
    QTimer.singleShot(LIMIT_MS, loop.quit)
    timer.start()
    if not loop.exec():
        raise SystemExit("the window did not come so far")


def hold_meeting(path: Path, folder: Path) -> None:
    """Propose, begin the meeting, and agree with a case for every line that comes in."""
    application = QApplication(["meeting"])
    _collecting = Collecting()
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    look = Look(application)
    look.apply(settings)
    window = make_window(DemoDoors(path, folder), settings, look, FailureHook())
    window.show()
    frame = window.window_model
    frame.open_file(path)
    wait_until(lambda: frame.session.services is not None and not frame.session.runner.busy)
    frame.session.scope.set_date(MONDAY)
    frame.show_page("distribution")
    page = window.pages["distribution"]
    wait_until(lambda: page.model.board is not None and not frame.session.runner.busy)
    page.model.propose()
    wait_until(lambda: bool(page.model.draft.placements) and not page.model.search.running)
    page.toggle_meeting()
    for _ in sys.stdin:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
            QCoreApplication.sendEvent(page.meeting, key)
        wait_until(lambda: not frame.session.runner.busy)
        sys.stdout.write(f"{json.dumps(sorted(page.model.draft.pinned))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    hold_meeting(Path(sys.argv[1]), Path(sys.argv[2]))
