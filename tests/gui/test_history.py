"""The list of steps in the status line: named, and a click goes back or ahead to one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QUndoView

from caseload_planner.gui.models.distribution_candidates import Standing
from caseload_planner.gui.translations import Language
from tests.gui.distribution.distribution_steps import lines

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, demo_window):
    """The Verdeling page with three cases placed by hand, one after the other."""
    demo_window.window_model.show_page("distribution")
    qtbot.waitUntil(lambda: not demo_window.window_model.session.runner.busy, timeout=20_000)
    page = demo_window.pages["distribution"]
    model = page.model
    for measure in model.board.queue:
        if len(model.draft.placements) < 3:
            model.look_at_case(measure)
            free = lines(page, Standing.FREE)
            if free:
                model.changes.place(free[0].worker)
    assert len(model.draft.placements) == 3
    return page


def open_list(qtbot, window) -> QUndoView:
    qtbot.keyClick(window, Qt.Key.Key_H, CONTROL)
    return window.findChild(QUndoView)


def test_that_every_step_is_named_and_one_click_goes_back_to_the_beginning(qtbot, demo_window, page):
    steps = open_list(qtbot, demo_window)
    model = steps.model()
    said = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert said[0] == "Begin van het concept"
    assert len(said) == 4
    steps.setCurrentIndex(model.index(0, 0))
    assert page.model.draft.placements == {}
    steps.setCurrentIndex(model.index(3, 0))
    assert len(page.model.draft.placements) == 3
    steps.window().close()


def test_that_the_list_stays_reachable_when_everything_is_undone(qtbot, demo_window, page):
    for _ in range(3):
        qtbot.keyClick(page.intake.list, Qt.Key.Key_Z, CONTROL)
    assert page.model.draft.placements == {}
    steps = open_list(qtbot, demo_window)
    steps.setCurrentIndex(steps.model().index(2, 0))
    assert len(page.model.draft.placements) == 2
    steps.window().close()


def test_that_steps_speak_the_language_of_now_and_the_draft_stays(qtbot, demo_window, page):
    before, looked_at = page.model.draft, page.model.measure
    dutch = demo_window.window_model.status.undo
    demo_window.window_model.use_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: not demo_window.window_model.session.runner.busy, timeout=20_000)
    assert demo_window.window_model.status.undo != dutch
    assert " to " in demo_window.window_model.status.undo
    assert page.model.draft == before
    assert page.model.measure == looked_at


def test_that_without_steps_it_says_so(qtbot, window):
    window.show_history()
    assert window.status_line._message.text() == "Er zijn geen stappen om ongedaan te maken."
