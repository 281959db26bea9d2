"""Starts the window: application, look, failures, lanes, and then the file that was asked for."""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from caseload_planner.application.services import Doors, Services
from caseload_planner.gui.change_notifier import ChangeNotifier
from caseload_planner.gui.collecting import Collecting
from caseload_planner.gui.failures import FailureHook
from caseload_planner.gui.one_window import OneWindow, call_window_of
from caseload_planner.gui.settings import Settings
from caseload_planner.gui.task_runner import TaskRunner
from caseload_planner.gui.viewmodels.scope import Scope
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.look import Look
from caseload_planner.gui.views.main_window import MainWindow
from caseload_planner.locations import resources_folder

ORGANISATION, APPLICATION = "caseload-planner", "caseload-planner"
_INTERRUPT_SEEN_WITHIN_MS = 300
OWNER_ONLY, OTHERS_NOTHING = 0o600, 0o077
_WARM_UP_AFTER_MS = 2_000
"""Then the rows of the file are there and nobody waits for anything."""


def run_window(
    doors: Doors, services: Services | None, argv: Sequence[str], *, first: Path | None = None, demo: bool = False
) -> int:
    """Show the window until it is closed.

    Parameters
    ----------
    doors
        How files are opened, read and written.
    services
        A file that is open already, or None for the welcome.
    first, demo
        What to open once the window is shown, beside its thread: a file, or the demo organisation, which `first` is the
        place of. Where another window has that file, it comes to the front, and this start ends.
    argv
        The command line, for Qt's own options.

    Returns
    -------
    int
        The exit status.
    """
    application = _application(argv)
    if first is not None and _is_open_elsewhere(first):
        return 0
    # First of all, so that Ctrl+C ends the program cleanly however far it is.
    timer = _hear_interrupts(application)
    collecting, hook = Collecting(), FailureHook()
    hook.install()
    window = _shown_window(application, doors, hook, collecting)
    if services is not None:
        window.window_model.take(services)
    elif demo or first is not None:
        window.window_model.start_with(None if demo else first)
    QTimer.singleShot(_WARM_UP_AFTER_MS, window, window.window_model.session.warm_up)
    try:
        return application.exec()
    finally:
        timer.stop()
        close_down(window)
        collecting.end()
        hook.uninstall()


def own_settings() -> Settings:
    """Open the user's settings, which hold names that were filled in: nobody else may read them."""
    store = QSettings()
    kept = Path(store.fileName())
    if os.name == "posix":
        # The file is written anew now and then, with the rights that new files of this process get.
        os.umask(OTHERS_NOTHING)
        if kept.is_file():
            kept.chmod(OWNER_ONLY)
    return Settings(store)


def _shown_window(application: QApplication, doors: Doors, hook: FailureHook, collecting: Collecting) -> MainWindow:
    """Show the window at its welcome, in the look of the user's settings."""
    look, settings = Look(application), own_settings()
    look.apply(settings)
    window = make_window(doors, settings, look, hook)
    window.window_model.session.caseload_changed.connect(collecting.set_aside)
    application.applicationStateChanged.connect(collecting.on_application_state)
    window.show()
    return window


def _is_open_elsewhere(path: Path) -> bool:
    """Ask whether another window has a file, and call that window; one that does not hear is told of in the window."""
    asking = OneWindow()
    free = asking.claim(path)
    asking.end()
    return not free and call_window_of(path)


def make_window(doors: Doors, settings: Settings, look: Look, hook: FailureHook) -> MainWindow:
    """Put a window together; also for pictures and tests, which have an application already."""
    from datetime import date  # the only place that asks what day it is before a file with its clock is open

    session = Session(TaskRunner(), ChangeNotifier(), Scope(date.today()))  # noqa: DTZ011 (a civil date)
    return MainWindow(WindowModel(doors, session, settings), look, hook)


def close_down(window: MainWindow) -> None:
    """Stop the lanes and close the open file; nothing may run when the application ends."""
    end_lanes(window)
    window.window_model.one_window.end()
    session = window.window_model.session
    if session.file is not None:
        session.file.close()


def end_lanes(window: MainWindow) -> None:
    """Stop what is under way beside a window, once what has to stand in the file does."""
    session = window.window_model.session
    beside = (session.explaining, session.planning)
    for process in beside:
        process.interrupt()
    session.runner.shut_down(finish=not window.window_model.closing.given_up)
    for process in beside:
        process.end()


def _application(argv: Sequence[str]) -> QApplication:
    QCoreApplication.setOrganizationName(ORGANISATION)
    QCoreApplication.setApplicationName(APPLICATION)
    QGuiApplication.setApplicationDisplayName("Caseload Planner")
    QGuiApplication.setDesktopFileName(APPLICATION)
    application = QApplication([*argv] or sys.argv[:1])
    application.setWindowIcon(QIcon(str(resources_folder() / "icons" / "app.svg")))
    return application


def _hear_interrupts(application: QApplication) -> QTimer:
    """Let Ctrl+C in the terminal end the window: Python only hears signals when it runs now and then."""
    # Told through the event loop: quitting before it runs would be forgotten.
    signal.signal(signal.SIGINT, lambda *_: QTimer.singleShot(0, application, application.quit))
    timer = QTimer(interval=_INTERRUPT_SEEN_WITHIN_MS)
    timer.timeout.connect(_nothing)
    timer.start()
    return timer


def _nothing() -> None:
    """Give the interpreter a moment."""
