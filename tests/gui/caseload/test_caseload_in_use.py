"""Filter, columns, copying, saving and typing on the Caseload page, with real keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.gui.models.worker_facets import Facet
from caseload_planner.gui.viewmodels.tiles import TileKey
from caseload_planner.gui.views.caseload.page import CaseloadPage

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(demo_window):
    """The Caseload page of the demo organisation."""
    return demo_window.pages["caseload"]


def shown(page) -> list[str]:
    """Give the keys of the workers shown, from top to bottom."""
    lines = [page.model.table.line(row) for row in range(page.model.table.rowCount())]
    return [line.worker for line in lines if not line.total]


def tick(menu, facet) -> None:
    """Tick an entry of the filter's menu."""
    menu.refresh()
    menu.ticks[facet].trigger()


def test_that_who_has_most_room_is_on_top_and_current_as_soon_as_the_demo_is_open(demo_window, page):
    rooms = {row.worker: row.first_room for row in page.model.session.overview.workers}
    assert rooms[shown(page)[0]] == max(rooms.values())
    assert page.table.currentIndex().row() == 0
    assert demo_window.focusWidget() is page.table


def test_that_a_tile_narrows_the_table_shows_that_it_does_and_lets_go_again(qtbot, page):
    card = page.tiles.cards[TileKey.ROOM]
    everybody = len(shown(page))
    qtbot.mouseClick(card, LEFT)
    rooms = {row.worker: row.first_room for row in page.model.session.overview.workers}
    assert set(shown(page)) == {worker for worker, room in rooms.items() if room > 0}
    assert card.property("on") == "yes"
    qtbot.mouseClick(card, LEFT)
    assert len(shown(page)) == everybody
    assert card.property("on") == "no"


def test_that_the_sns_tile_shows_who_is_short_of_cases(qtbot, page):
    qtbot.mouseClick(page.tiles.cards[TileKey.SNS], LEFT)
    assert set(shown(page)) == {
        row.worker for row in page.model.session.overview.workers if "sns" in row.marks and row.sns_measures < 2
    }


def test_that_the_tile_of_the_funded_norm_groups_by_team(qtbot, page):
    qtbot.keyClick(page.tiles.cards[TileKey.LOAD_PER_FTE], Qt.Key.Key_Return)
    assert page.model.table.line(0).total


def test_that_ticks_of_the_filter_add_up_and_one_click_shows_everybody(qtbot, page):
    everybody = len(shown(page))
    tick(page.toolbar.facets, Facet.ROOM)
    tick(page.toolbar.facets, Facet.OVER_NORM)
    assert page.model.table.facets == {Facet.ROOM, Facet.OVER_NORM}
    qtbot.mouseClick(page.toolbar.clear, LEFT)
    assert len(shown(page)) == everybody
    assert not page.toolbar.clear.isVisible()


def test_that_the_filter_grouping_and_columns_are_found_again(qtbot, demo_window, page):
    tick(page.toolbar.facets, Facet.ROOM)
    page.toolbar.grouped.click()
    page.toolbar.shown_columns.show_choice(page.table.hidden, page.table.gave_way)
    page.toolbar.shown_columns.ticks[Column.SNS].trigger()
    page.model.table.set_facets(frozenset())
    page.model.table.set_grouped(False)
    again = CaseloadPage(demo_window.window_model)
    qtbot.addWidget(again)
    assert again.model.table.facets == {Facet.ROOM}
    assert again.model.table.grouped
    assert again.toolbar.grouped.isChecked()
    assert Column.SNS in again.table.hidden


def test_that_the_same_people_keep_their_place_when_figures_are_made_anew(qtbot, page):
    page.table.select_worker(shown(page)[5])
    page.table.scrollToBottom()
    before = page.table.verticalScrollBar().value()
    with qtbot.waitSignal(page.model.rows_changed):
        page.model.refresh()
    assert page.table.verticalScrollBar().value() == before
    assert page.table.currentIndex().row() == 5


def test_that_typing_goes_to_a_first_or_a_last_name(qtbot, page):
    wanted = page.model.table.line(7)
    last_name = str(wanted.cells[Column.NAME].sort).split()[-1]
    qtbot.keyClicks(page.table, last_name)
    found = page.model.table.line(page.table.currentIndex().row())
    assert str(found.cells[Column.NAME].sort).split()[-1].startswith(last_name)


def test_that_enter_in_the_search_opens_the_only_one_found(qtbot, page):
    someone = page.model.session.overview.workers[3]
    qtbot.keyClicks(page.toolbar.search, someone.worker)
    qtbot.keyClick(page.toolbar.search, Qt.Key.Key_Return)
    assert page.model.selected == someone.worker
    assert page.table.hasFocus()


def test_that_arrow_down_goes_from_the_search_to_the_table_and_enter_opens(qtbot, page):
    page.focus_search()
    qtbot.keyClick(page.toolbar.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.model.selected == shown(page)[0]


def test_that_marked_rows_are_copied_with_their_headings_and_nobody_is_opened(qtbot, page):
    for row, keys in ((0, Qt.KeyboardModifier.NoModifier), (2, CONTROL)):
        index = page.model.table.index(row, Column.NAME)
        qtbot.mouseClick(page.table.viewport(), LEFT, keys, page.table.visualRect(index).center())
    opened = page.model.selected
    qtbot.keyClick(page.table, Qt.Key.Key_C, CONTROL)
    content = QGuiApplication.clipboard().mimeData()
    lines = content.text().splitlines()
    assert [line.split("\t")[0] for line in lines] == [
        "Naam",
        *(page.model.table.line(row).cells[Column.NAME].text for row in (0, 2)),
    ]
    assert lines[1].split("\t")[0] in content.html()
    assert opened == page.model.selected == shown(page)[0]


def test_that_the_menu_copies_everything_that_is_seen(page):
    tick(page.toolbar.facets, Facet.ROOM)
    page.toolbar.keep.copying.trigger()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 1 + page.model.table.rowCount()


def test_that_a_saved_file_has_the_columns_and_rows_that_are_seen_in_their_order(qtbot, page, tmp_path):
    tick(page.toolbar.facets, Facet.OVER_NORM)
    with qtbot.waitSignal(page.model.saved, timeout=20_000):
        page.keeper.save_to(tmp_path / "gezien.csv")
    heading, *rows = (tmp_path / "gezien.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(heading.split(";")) == len(page.table.shown_columns)
    assert len(rows) == page.model.table.rowCount()
    assert rows[0].startswith(page.model.table.line(0).cells[Column.NAME].text)


def test_that_a_sheet_says_what_it_was_narrowed_to(page):
    tick(page.toolbar.facets, Facet.ROOM)
    title = page.model.sheet([0], [Column.NAME]).title
    assert title == "Caseload op ma 23 nov 2026 · Heeft ruimte"


@pytest.mark.parametrize("drawer", [False, True])
def test_that_the_smallest_window_still_shows_name_points_room_and_bar(qtbot, demo_window, page, drawer):
    if drawer:
        page.model.select(shown(page)[0])
    demo_window.resize(demo_window.minimumSize())
    qtbot.waitUntil(lambda: not page.model.session.runner.busy, timeout=30_000)
    assert not page.table.horizontalScrollBar().isVisible()
    assert {Column.NAME, Column.LOAD, Column.ROOM, Column.BAR} <= set(page.table.shown_columns)
    for button in (page.toolbar.filter, page.toolbar.columns, page.toolbar.export, page.toolbar.search):
        assert button.isVisible()
        assert button.geometry().right() <= page.toolbar.width()


def test_that_a_column_without_room_says_so_in_the_menu(qtbot, demo_window, page):
    demo_window.resize(demo_window.minimumSize())
    page.toolbar.shown_columns.aboutToShow.emit()
    assert "past nu niet" in page.toolbar.shown_columns.ticks[Column.ROLE].text()
    assert page.toolbar.shown_columns.ticks[Column.ROLE].isChecked()
