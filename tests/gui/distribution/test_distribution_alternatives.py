"""Alternatives beside the draft: found beside the window, compared, taken over whole or case by case."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from shiboken6 import isValid

from caseload_planner.distribution.judge import level_values
from caseload_planner.gui.models.distribution_candidates import Standing
from caseload_planner.gui.viewmodels.distribution_draft import with_parked_toggled
from caseload_planner.gui.viewmodels.distribution_moves import broken_rules, plan_for
from caseload_planner.gui.viewmodels.distribution_steps import StepKind, StepName
from caseload_planner.gui.views.distribution.compare_dialog import CompareDialog
from tests.gui.distribution.distribution_steps import lines, open_dialog, propose

CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def compared(qtbot, page):
    """The dialog with what was found."""
    propose(qtbot, page)
    qtbot.mouseClick(page.toolbar.compare, CLICK)
    dialog = open_dialog(qtbot, CompareDialog)
    qtbot.mouseClick(dialog.search, CLICK)
    qtbot.waitUntil(lambda: "Zoeken naar" in dialog.words.text())
    assert "Zoeken naar andere goede verdelingen" in dialog.words.text()
    qtbot.waitUntil(lambda: page.model.alternatives.found is not None, timeout=60_000)
    qtbot.waitUntil(lambda: dialog.take_over.isVisible() or "geen andere" in dialog.words.text())
    yield dialog
    if isValid(dialog):
        dialog.reject()


def test_that_the_button_stands_in_the_toolbar(page):
    assert page.toolbar.compare.parent() is page.toolbar
    assert not page.toolbar.compare.isEnabled()
    assert "F5" in page.toolbar.compare.toolTip()


def texts_of(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]


def test_that_alternatives_stand_beside_the_draft_with_what_each_is_better_at(page, compared):
    texts = texts_of(compared)
    assert {"Nu", "Mijn concept (het voorstel)"} <= set(texts)
    assert {"Wacht", "Boven de norm", "Grootste verschil", "Nieuwe gezichten", "Verbroken duo's"} <= set(texts)
    assert "Dichtbij" not in texts
    assert any(text.startswith("beter in: ") for text in texts)
    heads = [one.text() for one in compared.findChildren(QToolButton)]
    assert heads[:1] == ["A"]


def test_that_figures_of_a_column_are_those_of_its_plan(page, compared):
    comparison = page.model.alternatives.comparison()
    board, draft = page.model.board, page.model.draft
    first = comparison.columns[1].outcome
    near = next(level for level in level_values(plan_for(board, draft), ["near"]))
    other = next(level for level in first.levels if level.name == "near")
    row = next(row for row in comparison.goals if row.title == "Dichtbij")
    expected = "" if other.value == near.value else "chevron_up" if other.value > near.value else "chevron_down"
    assert row.cells[1].icon == expected
    moved = next(row for row in comparison.rows if row.title == "Anders dan mijn concept")
    assert moved.cells[1].text == str(len(comparison.columns[1].differences))


def test_that_a_whole_alternative_is_taken_over_in_one_step_that_can_be_undone(qtbot, page, compared):
    before = dict(page.model.draft.placements)
    column = page.model.alternatives.comparison().columns[1]
    qtbot.mouseClick(compared.take_over, CLICK)
    after = {row.measure: row for row in column.outcome.placements}
    assert dict(page.model.draft.placements) == after != before
    page.model.changes.undo()
    assert dict(page.model.draft.placements) == before


def test_that_one_difference_is_taken_over_and_pinned_or_refused_in_words(qtbot, page, compared):
    column = page.model.alternatives.comparison().columns[1]
    difference = column.differences[0]
    buttons = [one for one in compared.findChildren(QPushButton) if one.text() == "Neem dit over"]
    qtbot.mouseClick(buttons[0], CLICK)
    draft = page.model.draft
    if compared.notice.isVisible():
        assert difference.measure in compared.notice.text()
        assert draft.untouched
    else:
        assert draft.placements[difference.measure] == difference.placement
        assert difference.measure in draft.pinned
        assert not broken_rules(page.model.board, draft)
    qtbot.waitUntil(lambda: len(texts_of(compared)) > 0)


def test_that_the_search_stops_when_asked_and_shows_what_was_found(qtbot, page):
    propose(qtbot, page)
    qtbot.mouseClick(page.toolbar.compare, CLICK)
    dialog = open_dialog(qtbot, CompareDialog)
    qtbot.mouseClick(dialog.search, CLICK)
    qtbot.waitUntil(dialog.stop.isVisible)
    qtbot.mouseClick(dialog.stop, CLICK)
    qtbot.waitUntil(lambda: not page.model.alternatives.running, timeout=30_000)
    qtbot.waitUntil(lambda: not dialog.stop.isVisible())
    assert page.model.alternatives.found is not None
    assert dialog.search.isEnabled()
    dialog.reject()


def test_that_the_draft_is_compared_with_the_proposal_before_without_a_search(qtbot, page):
    propose(qtbot, page)
    key = page.model.measure
    first = page.model.draft.outcome
    page.model.changes.take_off()
    page.model.changes.step(StepName(StepKind.PARK, (key,)), with_parked_toggled(page.model.draft, key))
    propose(qtbot, page)
    qtbot.mouseClick(page.toolbar.compare, CLICK)
    dialog = open_dialog(qtbot, CompareDialog)
    columns = page.model.alternatives.comparison().columns
    assert columns[0].title == "Nu"
    assert first in [column.outcome for column in columns]
    assert not page.model.alternatives.running
    dialog.reject()


def test_that_a_difference_with_the_proposal_is_reverted_alone(qtbot, page):
    propose(qtbot, page)
    proposed, key = page.model.draft.placements, page.model.measure
    page.model.changes.place(lines(page, Standing.FREE)[0].worker)
    other = next(one for one in page.model.board.queue if one != key)
    page.model.look_at_case(other)
    page.model.changes.take_off()
    qtbot.mouseClick(page.toolbar.compare, CLICK)
    dialog = open_dialog(qtbot, CompareDialog)
    buttons = {one.accessibleName(): one for one in dialog.findChildren(QPushButton) if one.text() == "Neem dit over"}
    assert len(buttons) == 2
    qtbot.mouseClick(next(one for name, one in buttons.items() if other in name), CLICK)
    assert page.model.draft.placements[other] == proposed[other]
    assert page.model.draft.placements[key] != proposed[key]
    dialog.reject()


def test_that_a_case_that_is_put_off_is_no_difference(qtbot, page):
    propose(qtbot, page)
    key = page.model.measure
    page.model.changes.step(StepName(StepKind.PARK, (key,)), with_parked_toggled(page.model.draft, key))
    columns = page.model.alternatives.comparison().columns
    assert key not in [one.measure for column in columns for one in column.differences]
