"""What has the keys can be seen: on every page and dialog, in every theme, a widget looks different with the focus."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from caseload_planner.gui.theme import Theme
from caseload_planner.gui.views.page_list import page_entries
from tests.gui.distribution.distribution_steps import propose
from tests.gui.window_dialogs import each_dialog, make_ready, settle

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


@pytest.mark.parametrize("theme", Theme)
def test_that_the_focus_can_be_seen_in_every_dialog(qtbot, demo_window, theme):
    demo_window.window_model.use_theme(theme)
    make_ready(qtbot, demo_window)
    unseen = {name: unseen_in(dialog) for name, dialog in each_dialog(qtbot, demo_window)}
    assert {name: found for name, found in unseen.items() if found} == {}
