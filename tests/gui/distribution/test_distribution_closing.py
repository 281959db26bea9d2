"""The window closes once the last step stands in the file, and says so where that cannot be."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from sqlcipher3 import dbapi2

from caseload_planner.application.keep_open_draft import load_draft
from caseload_planner.bootstrap import FileDoors
from caseload_planner.gui.app import close_down
from caseload_planner.gui.task_runner import Lane
from tests.gui.distribution.distribution_steps import open_dialog, propose
from tests.gui.window_doors import MONDAY


@pytest.fixture
def held_up(page):
    """The lane of the database behind something slow, until the event is set."""
    gate = threading.Event()
    page._window.session.runner.start(Lane.DATABASE, lambda _: gate.wait(20), topic="something slow")
    yield gate
    gate.set()


@pytest.fixture
def written_elsewhere(qtbot, page):
    """Another program that writes in the same file and does not come to an end, once there is a proposal."""
    propose(qtbot, page)
    qtbot.waitUntil(lambda: not page._window.session.runner.busy, timeout=20_000)
    other = dbapi2.connect(str(page._window.session.services.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


def kept_after(page):
    """What another start of the program finds, this window gone."""
    services = FileDoors().open_file(page._window.session.services.path)
    found = load_draft(services, MONDAY, ())
    services.close()
    return found


def button(box: QMessageBox, role: QMessageBox.ButtonRole):
    return next(one for one in box.buttons() if box.buttonRole(one) is role)


def press(qtbot, box: QMessageBox, role: QMessageBox.ButtonRole) -> None:
    qtbot.mouseClick(button(box, role), Qt.MouseButton.LeftButton)


def test_that_a_step_that_waits_to_be_written_is_in_the_file_when_the_window_is_gone(qtbot, page, held_up):
    propose(qtbot, page)
    qtbot.keyClick(page.intake.list, Qt.Key.Key_P)
    pinned = page.model.draft.pinned
    window = page.window()
    assert not window.close()
    assert window.isVisible()
    held_up.set()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    close_down(window)
    assert pinned
    assert kept_after(page).draft.pinned == pinned


def test_that_a_step_is_also_written_where_nobody_asks_the_window_to_close(qtbot, page, held_up):
    propose(qtbot, page)
    qtbot.keyClick(page.intake.list, Qt.Key.Key_P)
    threading.Timer(0.2, held_up.set).start()
    close_down(page.window())
    assert kept_after(page).draft.pinned == page.model.draft.pinned


def test_that_a_window_that_waits_long_says_so_and_closes_by_itself(qtbot, page, held_up):
    propose(qtbot, page)
    assert not page.window().close()
    assert "geschreven" in open_dialog(qtbot, QMessageBox).text()
    held_up.set()
    qtbot.waitUntil(lambda: not page.window().isVisible(), timeout=20_000)


def test_that_a_window_stays_where_that_is_chosen_and_closes_the_next_time(qtbot, page, held_up):
    propose(qtbot, page)
    window = page.window()
    window.close()
    press(qtbot, open_dialog(qtbot, QMessageBox), QMessageBox.ButtonRole.RejectRole)
    held_up.set()
    qtbot.waitUntil(lambda: not page._window.session.runner.busy, timeout=20_000)
    assert window.isVisible()
    assert window.close()


def test_that_what_cannot_be_written_is_told_in_words_before_the_window_closes(qtbot, page, written_elsewhere):
    qtbot.keyClick(page.intake.list, Qt.Key.Key_P)
    window = page.window()
    window.close()
    boxes = []

    def told() -> bool:
        boxes[:] = [box for box in window.findChildren(QMessageBox) if box.isVisible() and box.informativeText()]
        return bool(boxes)

    qtbot.waitUntil(told, timeout=20_000)
    assert "niet in het bestand" in boxes[0].text()
    assert "schrijft" in boxes[0].informativeText()
    assert len([box for box in window.findChildren(QMessageBox) if box.isVisible()]) == 1
    press(qtbot, boxes[0], QMessageBox.ButtonRole.DestructiveRole)
    assert not window.isVisible()


def test_that_a_step_that_could_not_be_written_before_is_tried_again_when_the_window_closes(
    qtbot, page, written_elsewhere
):
    with qtbot.waitSignal(page.model.keeping.failed, timeout=30_000):
        qtbot.keyClick(page.intake.list, Qt.Key.Key_P)
    open_dialog(qtbot, QMessageBox).close()
    written_elsewhere.execute("ROLLBACK")
    window = page.window()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    close_down(window)
    assert kept_after(page).draft.pinned == page.model.draft.pinned
