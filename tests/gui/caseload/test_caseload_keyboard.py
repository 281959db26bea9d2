"""Everything on the Caseload page is reached with the keyboard, and says what it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from caseload_planner.domain.errors import DatabaseUnusableError
from caseload_planner.gui.viewmodels.tiles import TileKey
from caseload_planner.gui.views.caseload.case_card import CaseCardView
from caseload_planner.gui.views.caseload.table_stack import TableState
from caseload_planner.gui.views.caseload.tile_line import TileCard

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, demo_window):
    """The Caseload page with the first worker in the drawer."""
    page = demo_window.pages["caseload"]
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.drawer.findChildren(CaseCardView)), timeout=20_000)
    return page


def walked(qtbot, window, first: QWidget, steps: int) -> list[QWidget]:
    """Press Tab so many times and give what had the focus each time."""
    first.setFocus()
    found = []
    for _ in range(steps):
        found.append(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    return found


def test_that_tab_goes_from_the_tiles_over_the_toolbar_and_the_table_into_the_drawer(qtbot, demo_window, page):
    found = walked(qtbot, demo_window, page.tiles.cards[TileKey.LOAD_PER_FTE], 24)
    bar = page.toolbar
    wanted = [
        *(card for card in page.tiles.cards.values() if card.isVisible()),
        bar.search,
        bar.sorting,
        bar.filter,
        bar.grouped,
        bar.columns,
        bar.export,
        page.table,
    ]
    places = [found.index(widget) for widget in wanted]
    assert places == sorted(places)
    after = found[found.index(page.table) + 1 :]
    assert any(page.drawer.isAncestorOf(widget) for widget in after)
    assert any(isinstance(widget, QAbstractButton) and widget.text() == "Klopt niet?" for widget in after)


def test_that_everything_that_takes_the_focus_says_what_it_is(qtbot, demo_window, page):
    for widget in walked(qtbot, demo_window, page.tiles.cards[TileKey.LOAD_PER_FTE], 24):
        if page.isAncestorOf(widget):
            named = widget.accessibleName() or getattr(widget, "text", str)()
            assert named or widget.objectName().startswith("qt_"), widget


def test_that_tiles_say_their_figure_and_what_a_click_does(page):
    for card in page.findChildren(TileCard):
        if card.isVisible():
            assert ":" in card.accessibleName()
            assert card.accessibleDescription()


def test_that_every_painted_cell_of_a_row_is_spoken(page):
    model = page.model.table
    for column in page.table.shown_columns:
        index = model.index(0, column)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        empty_marks = not model.line(0).cells[column].written
        assert said or empty_marks, column


def test_that_a_file_that_cannot_be_read_says_so_and_tries_again(qtbot, demo_window, page, monkeypatch):
    session = page.model.session
    store = session.services.store

    def refuse():
        raise DatabaseUnusableError("locked", why="locked")

    page.model.ready = False
    with monkeypatch.context() as broken:
        broken.setattr(store, "read", refuse)
        with qtbot.waitSignal(session.failed, timeout=20_000):
            session.reload()
        qtbot.waitUntil(lambda: not session.runner.busy)
    assert page.stack.state is TableState.FAILED
    assert not page.toolbar.isVisible()
    page.stack.retry_asked.emit()
    qtbot.waitUntil(lambda: page.stack.state is TableState.ROWS, timeout=20_000)


def test_that_the_first_rows_are_awaited_with_words(page):
    page.model.ready = False
    page.model.table.shown_changed.emit()
    assert page.stack.state is TableState.LOADING
