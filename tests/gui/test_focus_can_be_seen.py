"""What has the keys can be seen: on every page and dialog, in every theme, a widget looks different with the focus."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from caseload_planner.gui.theme import Theme
from caseload_planner.gui.views.case_sheet import CaseSheet
from caseload_planner.gui.views.main_window import MainWindow
from caseload_planner.gui.views.page_list import page_entries
from tests.gui.distribution.distribution_steps import propose

PLAINLY = 24
"""Difference of one of the three colours, of 255, that is no smoothed edge."""
LEAST_PIXELS = 60
"""Less than the ring around the smallest button."""


def drawn(widget: QWidget) -> np.ndarray:
    """Give a widget with its surroundings as the window shows it: some rings are drawn by what stands around."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].astype(np.int16)


def differing(one: np.ndarray, other: np.ndarray) -> int:
    """Count the pixels that differ plainly."""
    if one.shape != other.shape:
        return one.size
    return int((np.abs(one - other).reshape(one.shape[0], -1, 3).max(axis=2) > PLAINLY).sum())


def by_tab(top: QWidget):
    """Give everything in a window that Tab reaches."""
    for widget in top.findChildren(QWidget):
        takes = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if takes and widget.isVisible() and widget.isEnabled() and widget.window() is top and widget.width() > 8:
            yield widget if widget.focusProxy() is None else widget.focusProxy()


def unseen_in(top: QWidget) -> list[str]:
    top.activateWindow()
    elsewhere = QLineEdit(top)
    elsewhere.setGeometry(-200, -200, 20, 20)
    elsewhere.show()
    found = []
    for widget in dict.fromkeys(by_tab(top)):
        if widget is elsewhere or isinstance(widget.parent(), QLineEdit):
            continue
        elsewhere.setFocus()
        before = drawn(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QCoreApplication.processEvents()
        after = drawn(widget)
        if QApplication.focusWidget() is widget and differing(before, after) < LEAST_PIXELS:
            found.append(f"{type(widget).__name__} {widget.accessibleName() or widget.property('text') or ''!r}")
    elsewhere.deleteLater()
    return found


def settle(qtbot, window):
    for _ in range(2):
        qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=30_000)
        QCoreApplication.processEvents()


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("key", [entry.key for entry in page_entries()])
def test_that_the_focus_can_be_seen_on_every_page(qtbot, demo_window, key, theme):
    demo_window.window_model.use_theme(theme)
    demo_window.window_model.show_page(key)
    settle(qtbot, demo_window)
    if key == "caseload":
        model = demo_window.pages[key].model
        model.select(model.table.line(0).worker)
        settle(qtbot, demo_window)
    elif key == "distribution":
        propose(qtbot, demo_window.pages[key])
        settle(qtbot, demo_window)
    assert unseen_in(demo_window) == []


def case_sheet(window: MainWindow) -> None:
    organisation = window.window_model.session.organisation
    CaseSheet(organisation, next(iter(organisation.measures)), window).open()


def dispute(window: MainWindow) -> None:
    page = window.pages["caseload"]
    page.ask_dispute(page.model.detail.cases[0])


DIALOGS: dict[str, Callable[[MainWindow], object]] = {
    "finder": MainWindow.show_finder,
    "keys": MainWindow.show_keys,
    "about": lambda window: window.commands.actions["about"].trigger(),
    "import": lambda window: window.commands.actions["import"].trigger(),
    "case": case_sheet,
    "dispute": dispute,
    "comparison": lambda window: window.pages["distribution"].dialogs.show_comparison(),
    "deciding": lambda window: window.pages["distribution"].dialogs.ask_decision(),
    "not safe": lambda window: window.pages["distribution"].dialogs.show_shortage(),
}


@pytest.mark.parametrize("theme", Theme)
def test_that_the_focus_can_be_seen_in_every_dialog(qtbot, demo_window, theme):
    demo_window.window_model.use_theme(theme)
    model = demo_window.pages["caseload"].model
    model.select(model.table.line(0).worker)
    settle(qtbot, demo_window)
    demo_window.window_model.show_page("distribution")
    settle(qtbot, demo_window)
    propose(qtbot, demo_window.pages["distribution"])
    unseen = {}
    for name, open_it in DIALOGS.items():
        open_it(demo_window)
        settle(qtbot, demo_window)
        opened = [dialog for dialog in demo_window.findChildren(QDialog) if dialog.isVisible()]
        assert len(opened) == 1, name
        unseen[name] = unseen_in(opened[0])
        opened[0].close()
        QCoreApplication.processEvents()
    assert {name: found for name, found in unseen.items() if found} == {}
