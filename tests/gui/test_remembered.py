"""What the window finds again at its next start, and what its small parts promise."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from caseload_planner.gui.models.chips import TONE_ROLE, Tone
from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.gui.theme import LIGHT
from caseload_planner.gui.viewmodels.scope import ScopeChoice, ScopeKind, scope_lines
from caseload_planner.gui.viewmodels.tiles import days_open
from caseload_planner.gui.views.caseload.page import CaseloadPage
from caseload_planner.gui.views.cell_delegates import tone_colours
from caseload_planner.gui.views.notice import NoticePage


def opened_again(qtbot, model) -> None:
    session = model.session
    with qtbot.waitSignal(session.opened, timeout=20_000):
        model.open_file(session.services.path)
    qtbot.waitUntil(lambda: session.organisation is not None and not session.runner.busy, timeout=20_000)


def test_that_the_chosen_team_is_found_again_for_the_same_file(qtbot, demo_window):
    model = demo_window.window_model
    session, path = model.session, model.session.services.path
    region = next(line.choice for line in scope_lines(session.organisation) if line.depth == 1)
    session.scope.choose(region)
    assert model.settings.scope_of(path) == (region.kind.value, region.key)
    qtbot.waitUntil(lambda: not session.runner.busy)
    opened_again(qtbot, model)
    assert session.scope.choice == region


def test_that_a_team_that_is_gone_is_not_looked_for(qtbot, demo_window):
    model = demo_window.window_model
    session = model.session
    model.settings.remember_scope(session.services.path, ScopeKind.TEAM.value, "gone")
    opened_again(qtbot, model)
    assert session.scope.choice == ScopeChoice(ScopeKind.EVERYTHING)


def test_that_the_order_of_the_caseload_is_found_again(qtbot, demo_window):
    page = demo_window.pages["caseload"]
    page.table.sort_by(Column.NAME, Qt.SortOrder.AscendingOrder)
    assert demo_window.window_model.settings.sorting == ("NAME", False)
    page.model.table.sort(Column.ROOM, Qt.SortOrder.DescendingOrder)
    again = CaseloadPage(demo_window.window_model)
    qtbot.addWidget(again)
    assert again.model.table.sort_column is Column.NAME
    assert again.model.table.sort_order is Qt.SortOrder.AscendingOrder


def test_that_a_tone_keeps_its_colours_when_qt_gives_it_back_as_text():
    model, item = QStandardItemModel(), QStandardItem()
    item.setData(Tone.DANGER, TONE_ROLE)
    model.appendRow(item)
    given = model.index(0, 0).data(TONE_ROLE)
    assert tone_colours(given, LIGHT) == (LIGHT.danger, LIGHT.danger_soft)


def test_that_a_long_sentence_of_a_notice_is_seen_whole(qtbot, look):
    page = NoticePage("info", "Kop", "Een zin die zo lang is dat hij over meer dan een regel gaat. " * 4)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    assert page.words.height() >= page.words.heightForWidth(page.words.width())


def test_that_the_tile_counts_a_takeover_from_when_its_first_contact_was_gone(qtbot, demo_window):
    session = demo_window.window_model.session
    demo_window.window_model.show_page("distribution")
    page = demo_window.pages["distribution"]
    qtbot.waitUntil(lambda: page.model.board is not None, timeout=20_000)
    board = page.model.board
    of_the_page = sorted((board.days_open(key) for key in session.overview.unassigned), reverse=True)
    assert list(days_open(session.overview, session.organisation)) == of_the_page
