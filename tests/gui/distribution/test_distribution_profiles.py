"""Profiles: chosen beside the proposal, remembered, and the score follows their order."""

from PySide6.QtCore import Qt

from caseload_planner.gui.models.distribution_candidates import Standing
from caseload_planner.gui.viewmodels.distribution_levels import level_lines
from caseload_planner.gui.viewmodels.distribution_summary import outcome_words
from tests.gui.distribution.distribution_steps import case_with, drag, propose


def choose_with_keys(qtbot, page, downs):
    chooser = page.toolbar.profiles
    chooser.setFocus()
    for _ in range(downs):
        qtbot.keyClick(chooser, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.model.board.profile.name == page.model.profile)


def test_that_the_four_profiles_stand_in_dutch_with_a_sentence_each(page):
    chooser = page.toolbar.profiles
    assert [chooser.itemText(place) for place in range(chooser.count())] == [
        "Evenwicht",
        "Bekend gezicht",
        "Dichtbij",
        "Regiobreed",
    ]
    tips = [chooser.itemData(place, Qt.ItemDataRole.ToolTipRole) for place in range(chooser.count())]
    assert all(tip.endswith(".") for tip in tips)
    assert len(set(tips)) == 4


def test_that_a_chosen_profile_is_remembered_and_orders_the_goals(qtbot, page):
    propose(qtbot, page)
    choose_with_keys(qtbot, page, 1)
    assert page._window.settings.profile == "familiar"
    titles = [line.title for line in level_lines(page.model.board, page.model.draft)]
    assert titles.index("Bekende duo's") < titles.index("Dichtbij")


def test_that_a_proposal_of_another_profile_does_not_count_as_proven(qtbot, page):
    propose(qtbot, page)
    choose_with_keys(qtbot, page, 1)
    assert "Gemaakt voor Evenwicht" in outcome_words(page.model.board, page.model.draft)
    assert all(line.icon != "check" for line in level_lines(page.model.board, page.model.draft))
    propose(qtbot, page)
    assert page.model.draft.outcome.profile == "familiar"


def test_that_proposing_again_after_a_change_keeps_the_draft_and_says_how_little_changed(qtbot, page):
    propose(qtbot, page)
    free = case_with(page, Standing.FREE)
    measure = page.model.measure
    drag(page, measure, free.worker)
    before = dict(page.model.draft.placements)
    propose(qtbot, page)
    after = page.model.draft
    assert after.placements[measure].first == free.worker
    assert {row.measure: row for row in after.outcome.kept} == before
    assert "Weinig veranderd" in [line.title for line in level_lines(page.model.board, after)]


def test_that_proposing_the_same_again_changes_nothing(qtbot, page):
    propose(qtbot, page)
    before = dict(page.model.draft.placements)
    propose(qtbot, page)
    assert dict(page.model.draft.placements) == before
    (line,) = [one for one in level_lines(page.model.board, page.model.draft) if one.title == "Weinig veranderd"]
    assert line.figure == "in orde"
