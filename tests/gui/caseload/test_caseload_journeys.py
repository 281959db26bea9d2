"""What a team leader does on the Caseload page, from a standing start, with the clicks that it takes."""

from PySide6.QtCore import Qt

from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.gui.viewmodels.tiles import TileKey

LEFT = Qt.MouseButton.LeftButton


def open_demo(qtbot, window):
    """Wait for the page of the demo that was asked for."""
    qtbot.waitUntil(lambda: "caseload" in window.pages and window.pages["caseload"].model.ready, timeout=30_000)
    qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=30_000)
    return window.pages["caseload"]


def most_room(page) -> str:
    """Give the name of who has most room for a first contact."""
    return max(page.model.session.overview.workers, key=lambda row: row.first_room).name


def test_that_two_clicks_from_the_welcome_show_who_has_most_room(qtbot, window):
    qtbot.mouseClick(window.welcome.demo, LEFT)
    page = open_demo(qtbot, window)
    qtbot.mouseClick(page.tiles.cards[TileKey.ROOM], LEFT)
    assert page.model.table.index(0, Column.NAME).data() == most_room(page)


def test_that_one_key_from_the_welcome_shows_who_has_most_room_and_a_second_her_cases(qtbot, window):
    qtbot.keyClick(window.welcome.demo, Qt.Key.Key_Space)
    page = open_demo(qtbot, window)
    assert page.model.table.index(0, Column.NAME).data() == most_room(page)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.detail is not None, timeout=20_000)
    assert page.model.detail.name == most_room(page)


def test_that_what_is_nearly_late_is_two_clicks_away_and_a_third_shows_the_case(qtbot, window):
    qtbot.mouseClick(window.welcome.demo, LEFT)
    page = open_demo(qtbot, window)
    qtbot.mouseClick(page.tiles.cards[TileKey.WAITING], LEFT)
    sheet = page.deadlines.sheets[0]
    line = sheet.model.line(0)
    assert page.deadlines.isVisible()
    qtbot.mouseClick(sheet.list.viewport(), LEFT, pos=sheet.list.visualRect(sheet.model.index(0, 0)).center())
    assert (page.model.selected == line.first) or window.window_model.page == "distribution"
