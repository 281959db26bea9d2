"""The Caseload page with its mouse and its keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.gui.models.worker_facets import Facet
from caseload_planner.gui.viewmodels.tiles import TileKey

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(demo_window):
    """The Caseload page of the demo organisation."""
    return demo_window.pages["caseload"]


def names(page) -> list[str]:
    """Give the names from top to bottom."""
    model = page.model.table
    return [model.index(row, Column.NAME).data() for row in range(model.rowCount())]


def click_row(qtbot, page, row: int) -> str:
    """Click on a row and give the key of its worker."""
    index = page.model.table.index(row, Column.NAME)
    qtbot.mouseClick(page.table.viewport(), LEFT, pos=page.table.visualRect(index).center())
    return page.model.table.line(row).worker


def click_heading(qtbot, page, column: Column) -> None:
    """Click on a heading."""
    header = page.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=at)


def texts(widget) -> list[str]:
    """Give every text in a widget."""
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def test_that_a_click_on_a_heading_sorts_and_a_second_click_turns_round(qtbot, page):
    click_heading(qtbot, page, Column.NAME)
    assert names(page) == sorted(names(page), key=str.casefold)
    click_heading(qtbot, page, Column.NAME)
    assert names(page) == sorted(names(page), key=str.casefold, reverse=True)


def test_that_a_first_click_on_a_figure_puts_the_largest_on_top(qtbot, page):
    click_heading(qtbot, page, Column.LOAD)
    loads = [page.model.table.line(row).cells[Column.LOAD].sort for row in range(page.model.table.rowCount())]
    assert loads == sorted(loads, reverse=True)


def test_that_the_order_can_be_chosen_by_keyboard(qtbot, page):
    page.toolbar.sorting.setFocus()
    qtbot.keyClicks(page.toolbar.sorting, "Naam")
    page.toolbar.sorting.activated.emit(page.toolbar.sorting.currentIndex())
    assert page.model.table.sort_column is Column.NAME


def test_that_the_tile_of_room_puts_who_has_most_on_top(qtbot, page):
    click_heading(qtbot, page, Column.NAME)
    qtbot.mouseClick(page.tiles.cards[TileKey.ROOM], LEFT)
    rooms = [row.first_room for row in page.model.session.overview.workers if row.room > 0]
    top = page.model.table.line(0)
    assert top.cells[Column.ROOM].sort == max(rooms)


def test_that_the_tile_of_the_norm_shows_only_who_is_above_it(qtbot, page):
    page.tiles.cards[TileKey.OVER_NORM].setFocus()
    qtbot.keyClick(page.tiles.cards[TileKey.OVER_NORM], Qt.Key.Key_Space)
    over = [row for row in page.model.session.overview.workers if row.over_working_norm]
    assert page.model.table.workers_shown == len(over)
    assert page.model.table.facets == {Facet.OVER_NORM}
    assert page.toolbar.filter.text().strip() == "Boven de norm"


def test_that_searching_narrows_the_table_and_says_how_many_are_left(qtbot, page):
    someone = page.model.session.overview.workers[3]
    page.focus_search()
    qtbot.keyClicks(page.toolbar.search, someone.worker)
    assert names(page) == [someone.name]
    assert page.toolbar.count.text().startswith("1 van ")


def test_that_a_search_without_a_result_offers_a_way_back(qtbot, page):
    qtbot.keyClicks(page.toolbar.search, "zzzz")
    assert not page.table.isVisible()
    from PySide6.QtWidgets import QPushButton

    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Toon iedereen")
    qtbot.mouseClick(button, LEFT)
    assert page.table.isVisible()
    assert page.model.table.workers_shown == page.model.table.workers_in_all


def test_that_grouping_shows_totals_by_team(qtbot, page):
    qtbot.mouseClick(page.toolbar.grouped, LEFT)
    totals = [page.model.table.line(row).total for row in range(page.model.table.rowCount())]
    assert sum(totals) == len(page.model.session.organisation.teams)
    assert page.table.isColumnHidden(Column.TEAM)


def test_that_a_worker_opens_in_the_drawer_with_her_cases_and_why_they_weigh(qtbot, page):
    click_heading(qtbot, page, Column.LOAD)
    worker = click_row(qtbot, page, 0)
    qtbot.waitUntil(lambda: page.model.detail is not None)
    assert page.drawer.isVisible()
    shown = " | ".join(texts(page.drawer))
    carried = page.model.session.caseload.carried[worker]
    assert all(part.measure in shown for part in carried)
    assert " OTS " in shown


def test_that_the_shares_in_the_drawer_add_up_to_the_points_in_the_table(qtbot, page):
    click_heading(qtbot, page, Column.LOAD)
    click_row(qtbot, page, 0)
    qtbot.waitUntil(lambda: page.model.detail is not None)
    shares = [float(card.share.replace(",", ".")) for card in page.model.detail.cases]
    assert round(sum(shares), 2) * 100 == pytest.approx(page.model.table.line(0).cells[Column.LOAD].sort)


def test_that_the_forecast_is_drawn_with_words_for_who_cannot_see_it(qtbot, page):
    with qtbot.waitSignal(page.model.picture_changed, timeout=30_000):
        click_row(qtbot, page, 0)
    assert page.model.picture.width > 0
    assert "week" in page.model.detail.ahead_words


def test_that_escape_closes_the_drawer_and_the_table_has_the_keys_again(qtbot, page):
    click_row(qtbot, page, 0)
    qtbot.waitUntil(lambda: page.model.detail is not None)
    qtbot.keyClick(page.drawer, Qt.Key.Key_Escape)
    assert not page.drawer.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.detail is not None)
    assert page.drawer.isVisible()


def test_that_quick_looks_end_with_the_last_worker(qtbot, page):
    for row in (0, 1, 2):
        worker = click_row(qtbot, page, row)
    qtbot.waitUntil(lambda: not page.model.session.runner.busy, timeout=30_000)
    assert page.model.detail.worker == worker


def test_that_columns_give_way_when_the_drawer_opens_instead_of_scrolling(qtbot, page):
    click_row(qtbot, page, 0)
    qtbot.waitUntil(lambda: page.model.detail is not None)
    assert not page.table.horizontalScrollBar().isVisible()
    kept = {column for column in Column if not page.table.isColumnHidden(column)}
    assert {Column.NAME, Column.LOAD, Column.ROOM, Column.BAR, Column.UTILISATION, Column.MARKS} <= kept


def test_that_no_tile_cuts_its_words_off_on_a_small_laptop(page):
    for card in page.tiles.cards.values():
        for part in card.findChildren(QLabel):
            assert part.sizeHint().width() <= part.width(), part.text()
