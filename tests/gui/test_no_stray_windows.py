"""No part of a page is a window of its own for a moment: that flashes, and takes the keys away."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from caseload_planner.gui.views.page_list import page_entries
from tests.gui.distribution.distribution_steps import propose

WINDOWS = (QMainWindow, QDialog, QMenu)
KEYS = (Qt.Key.Key_Down, Qt.Key.Key_P, Qt.Key.Key_U, Qt.Key.Key_W, Qt.Key.Key_N, Qt.Key.Key_A, Qt.Key.Key_G)
MEETING = (Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_K, Qt.Key.Key_Escape)


class Watch(QObject):
    """Notes every window that is shown and should be none."""

    def __init__(self) -> None:
        super().__init__()
        self.strays: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            popup = watched.windowType() in {Qt.WindowType.Popup, Qt.WindowType.ToolTip}
            if not popup and not isinstance(watched, WINDOWS):
                self.strays.append(f"{type(watched).__name__} {watched.property('text') or ''!r}")
        return False


@pytest.fixture
def watch(qapp):
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def settle(qtbot, window):
    qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=30_000)
    QApplication.processEvents()


def test_that_no_page_shows_a_part_of_itself_as_a_window(qtbot, demo_window, watch):
    demo_window.activateWindow()
    for entry in (*page_entries(), page_entries()[0]):
        demo_window.window_model.show_page(entry.key)
        settle(qtbot, demo_window)
    model = demo_window.pages["caseload"].model
    for row in range(3):
        model.select(model.table.line(row).worker)
        settle(qtbot, demo_window)
    assert watch.strays == []


def test_that_no_step_of_the_distribution_does(qtbot, demo_window, watch):
    demo_window.activateWindow()
    demo_window.window_model.show_page("distribution")
    settle(qtbot, demo_window)
    page = demo_window.pages["distribution"]
    propose(qtbot, page)
    for key in KEYS:
        qtbot.keyClick(page.intake.list, key)
        settle(qtbot, demo_window)
    assert page.intake.list.hasFocus()
    for key in MEETING:
        qtbot.keyClick(QApplication.focusWidget() or demo_window, key)
        settle(qtbot, demo_window)
    assert watch.strays == []


def test_that_a_change_of_look_does_not(qtbot, demo_window, watch):
    for name in ("language", "theme dark", "present", "present"):
        demo_window.commands.actions[name].trigger()
        settle(qtbot, demo_window)
    assert watch.strays == []
