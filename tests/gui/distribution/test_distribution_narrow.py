"""On a small screen the panes give way in a sensible order, and nothing has to be scrolled aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QScrollArea

from caseload_planner.gui.models.distribution_candidates import CandidateColumn
from caseload_planner.gui.theme import Space, TypeSize, Weight, font_of
from caseload_planner.gui.views.distribution.inspector_pane import InspectorTab
from caseload_planner.gui.views.distribution.meeting_card import CandidateCard
from caseload_planner.gui.views.distribution.pane_fit import (
    LEAST_CASES,
    LEAST_EXPLANATION,
    LEAST_PEOPLE,
    PEOPLE_WITH_BAR,
    WANTED_CASES,
    WANTED_EXPLANATION,
    fitted_columns,
    fitted_panes,
)
from tests.gui.distribution.distribution_steps import propose
from tests.gui.distribution.full_week import full_file
from tests.gui.room_for_texts import cut_off
from tests.gui.test_room_for_texts import SIZES

SMALL = SIZES["1366x768 at 150 %"]
NARROWEST = LEAST_CASES + LEAST_PEOPLE + LEAST_EXPLANATION


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory):
    """A week that does not fit: everything that can be said of a case is said somewhere."""
    return full_file(tmp_path_factory.mktemp("full"))


@given(room=st.integers(NARROWEST, 3000), cases=st.integers(100, 900), explanation=st.integers(100, 900))
def test_that_the_panes_share_a_width_and_the_people_have_their_bar_before_a_side_is_wide(room, cases, explanation):
    fitted = fitted_panes(room, cases, explanation)
    assert fitted.cases + fitted.people + fitted.explanation == room or fitted.people == 0
    assert min(cases, LEAST_CASES) <= fitted.cases <= cases
    assert min(explanation, LEAST_EXPLANATION) <= fitted.explanation <= explanation
    if fitted.people < PEOPLE_WITH_BAR:
        assert fitted.cases <= LEAST_CASES
        assert fitted.explanation <= LEAST_EXPLANATION
    elif fitted.cases < cases:
        assert fitted.explanation <= LEAST_EXPLANATION  # the explanation gives way before the cases


@given(room=st.integers(LEAST_PEOPLE - 16, 2000))
def test_that_the_columns_fill_the_list_and_the_bar_goes_before_a_name_or_an_effect_is_cut(room):
    widths = fitted_columns(room)
    assert sum(widths.values()) == room
    assert widths[CandidateColumn.EFFECT] >= 100
    if CandidateColumn.BAR not in widths:
        assert room < fitted_panes(1200).people


def test_that_a_wide_page_gives_each_side_what_it_wants():
    fitted = fitted_panes(1200)
    assert (fitted.cases, fitted.explanation) == (WANTED_CASES, WANTED_EXPLANATION)


def sized(qtbot, page, size: QSize):
    """Make the window as small as a screen, and wait until everything has its place."""
    page.window().resize(size)
    qtbot.waitUntil(lambda: not page._window.session.runner.busy, timeout=30_000)
    for _ in range(4):
        QCoreApplication.processEvents()


def around(page) -> QScrollArea:
    return page.parentWidget().parentWidget()


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_that_a_proposal_and_a_meeting_fit_on_a_small_screen(qtbot, page, size):
    propose(qtbot, page)
    sized(qtbot, page, size)
    for _ in range(2):
        frame = around(page)
        assert not frame.horizontalScrollBar().isVisible()
        assert not frame.verticalScrollBar().isVisible()
        assert cut_off(page) == []
        page.toggle_meeting()
        sized(qtbot, page, size)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_that_a_meeting_shows_the_case_and_three_people_with_what_it_does_without_scrolling(qtbot, page, size):
    propose(qtbot, page)
    page.toggle_meeting()
    sized(qtbot, page, size)
    for _ in range(6):
        cards = page.meeting.findChildren(CandidateCard)
        view = page.meeting.rect()
        assert len(cards) == len(page.model.meeting.candidates())
        for card in cards:
            assert not card.visibleRegion().isEmpty()
            assert card.visibleRegion().boundingRect() == card.rect()
            assert card.effect.width() >= card.effect.sizeHint().width()
            assert view.contains(card.mapTo(page.meeting, card.rect().bottomRight()))
        qtbot.keyClick(page.meeting, Qt.Key.Key_Right)
        sized(qtbot, page, size)


def test_that_a_meeting_is_told_in_larger_letters_where_there_is_room(qtbot, page):
    page.toggle_meeting()
    high = {}
    for name, size in (("low", SMALL), ("middle", QSize(1366, 620)), ("beamer", QSize(1920, 1080))):
        sized(qtbot, page, size)
        high[name] = page.meeting.findChildren(CandidateCard)[0].height()
    assert high["low"] < high["middle"] < high["beamer"]


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_that_what_a_case_does_is_whole_beside_every_name(qtbot, page, size):
    sized(qtbot, page, size)
    table = page.people.table
    shown = [column for column in CandidateColumn if not table.isColumnHidden(column)]
    assert sum(table.columnWidth(column) for column in shown) <= table.viewport().width()
    assert {CandidateColumn.NAME, CandidateColumn.EFFECT} <= set(shown)
    metrics = QFontMetrics(font_of(TypeSize.BODY, Weight.MEDIUM))
    for row in range(page.model.people.rowCount()):
        wide = metrics.horizontalAdvance(page.model.people.line(row).effect) + 3 * Space.S
        assert wide <= table.columnWidth(CandidateColumn.EFFECT)


def test_that_the_bar_comes_and_goes_with_the_width(qtbot, page):
    for width, hidden in ((1366, False), (SMALL.width(), True), (1366, False)):
        sized(qtbot, page, QSize(width, 700))
        assert page.people.table.isColumnHidden(CandidateColumn.BAR) is hidden


def test_that_tabs_without_room_become_a_chooser_that_stands_at_the_same_tab(qtbot, page):
    line = page.inspector.tab_line
    sized(qtbot, page, QSize(1366, 700))
    assert line.in_line
    page.inspector.show_tab(InspectorTab.OTHERS)
    sized(qtbot, page, SMALL)
    assert not line.in_line
    assert line.chooser.isVisible()
    assert line.chooser.currentIndex() == InspectorTab.OTHERS
    line.chooser.setFocus()
    qtbot.keyClick(line.chooser, Qt.Key.Key_Down)
    assert page.inspector.tabs.currentIndex() == InspectorTab.HISTORY


def test_that_a_side_that_was_made_wider_stays_so_where_there_is_room(qtbot, page):
    sized(qtbot, page, QSize(1600, 700))
    panes = page._panes
    panes.moveSplitter(480, 1)
    sized(qtbot, page, SMALL)
    assert panes.sizes()[0] == LEAST_CASES
    sized(qtbot, page, QSize(1600, 700))
    assert panes.sizes()[0] == pytest.approx(480, abs=1)


def test_that_a_rule_that_is_shortened_is_whole_in_the_tooltip(page):
    for row in range(page.model.people.rowCount()):
        line = page.model.people.line(row)
        if line.words_icon:
            assert line.words in line.explained


def test_that_every_figure_of_the_score_is_named_where_it_is_left_out(qtbot, page):
    propose(qtbot, page)
    sized(qtbot, page, SMALL)
    page.score.setFixedWidth(300)
    sized(qtbot, page, SMALL)
    left_out = [figure for figure in page.score.figures.values() if figure.isHidden()]
    assert left_out
    assert all(figure.accessibleName() in page.score.toolTip() for figure in left_out)
