"""Lets a window work until something holds, so that a picture shows what came of it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from caseload_planner.gui.views.main_window import MainWindow

GIVE_UP_AFTER_MS = 120_000


def wait_until(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    loop, timer = QEventLoop(), QTimer(interval=20)
    limit = QTimer(singleShot=True, interval=GIVE_UP_AFTER_MS)
    timer.timeout.connect(lambda: loop.exit(1) if holds() else None)
    limit.timeout.connect(loop.quit)
    timer.start()
    limit.start()
    if not loop.exec():
        raise SystemExit("the window did not come to rest")


def at_rest(window: MainWindow) -> None:
    """Wait until no work is under way and everything is drawn."""
    wait_until(lambda: not window.window_model.session.runner.busy)
    for _ in range(3):
        QCoreApplication.processEvents()
