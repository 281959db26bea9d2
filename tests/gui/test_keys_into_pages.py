"""Where the keys go: into the page, however somebody came to it; and Enter presses what has the focus."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from caseload_planner.gui.views.finder_dialog import FinderDialog
from caseload_planner.gui.views.main_window import MainWindow
from caseload_planner.gui.views.page_list import page_entries

KEYS = tuple(entry.key for entry in page_entries())
LEFT, ENTER = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


def settle(qtbot, window):
    for _ in range(3):
        qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=30_000)
        QCoreApplication.processEvents()


def by_click(qtbot, window: MainWindow, key: str) -> None:
    qtbot.mouseClick(window.rail.buttons[key], LEFT)


def by_number(qtbot, window: MainWindow, key: str) -> None:
    number = Qt.Key(Qt.Key.Key_1.value + KEYS.index(key))
    qtbot.keyClick(QApplication.focusWidget() or window, number, Qt.KeyboardModifier.AltModifier)


def by_name(qtbot, window: MainWindow, key: str) -> None:
    window.show_finder()
    dialog = window.findChildren(FinderDialog)[-1]
    qtbot.keyClicks(dialog.field, window.rail.buttons[key].text())
    while dialog.chosen is not None and dialog.chosen.name != window.rail.buttons[key].text():
        qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.field, ENTER)
    window.activateWindow()  # as the desktop does when a dialog is gone


def by_rail_keys(qtbot, window: MainWindow, key: str) -> None:
    button = window.rail.buttons[key]
    button.setFocus()
    qtbot.keyClick(button, ENTER)


@pytest.mark.parametrize("go", [by_click, by_number, by_name, by_rail_keys])
def test_that_the_keys_are_in_the_page_that_somebody_went_to(qtbot, demo_window, go):
    window = demo_window
    window.activateWindow()
    for key in (*KEYS[1:], KEYS[0]):
        go(qtbot, window, key)
        settle(qtbot, window)
        page, focus = window.pages[key], QApplication.focusWidget()
        assert window.page is page, key
        assert focus is not None, key
        assert page.isAncestorOf(focus), f"{key}: {focus}"
        assert focus is page.begins_with(), key


def test_that_the_page_has_the_keys_while_its_rows_are_on_their_way(qtbot, demo_window):
    demo_window.activateWindow()
    demo_window.header.scope.setFocus()
    demo_window.window_model.show_page("distribution")
    page = demo_window.pages["distribution"]
    assert page.hasFocus() or page.isAncestorOf(QApplication.focusWidget())
    settle(qtbot, demo_window)
    assert page.intake.list.hasFocus()
    assert [index.row() for index in page.intake.list.selectedIndexes()] == [0]


def test_that_who_went_elsewhere_meanwhile_is_left_there(qtbot, demo_window):
    demo_window.activateWindow()
    demo_window.window_model.show_page("distribution")
    demo_window.header.scope.setFocus()
    settle(qtbot, demo_window)
    assert demo_window.header.scope.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_the_first_door_opens_by_key(qtbot, window, key):
    window.activateWindow()
    assert window.welcome.demo.hasFocus()
    with qtbot.waitSignal(window.window_model.session.opened, timeout=20_000):
        qtbot.keyClick(window.welcome.demo, key)


def test_that_enter_presses_a_button_once_and_none_that_is_off(qtbot, demo_window):
    pressed = []
    button = QPushButton("x", demo_window.pages["caseload"])
    button.clicked.connect(lambda: pressed.append(1))
    button.show()
    button.setFocus()
    qtbot.keyClick(button, ENTER)
    assert pressed == [1]
    button.setEnabled(False)
    qtbot.keyClick(demo_window, ENTER)
    assert pressed == [1]
