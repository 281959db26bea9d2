"""What a region cannot place is asked of other regions where the leader wants that, each with a reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from caseload_planner.gui.models.distribution_candidates import Standing
from caseload_planner.gui.viewmodels.distribution_moves import without_reason
from caseload_planner.gui.viewmodels.distribution_shortage import left_over_count
from caseload_planner.gui.views.distribution.decide_dialog import DecideDialog
from caseload_planner.gui.views.distribution.shortage_dialog import ShortageDialog
from tests.gui.distribution.distribution_steps import (
    bring_to_front,
    case_with,
    fill_in,
    open_dialog,
    propose,
    words_of,
)
from tests.gui.distribution.full_week import full_file


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory):
    return full_file(tmp_path_factory.mktemp("full"))


def commands(page):
    return {command.key.partition(".")[2]: command for command in page.commands()}


def left_over(page) -> int:
    return left_over_count(page.model.board, page.model.draft)


def helped(page) -> set[tuple[str, str]]:
    """Give measure and worker of every contact from another region than the case."""
    organisation = page.model.board.round.caseload.organisation
    return {
        (key, worker)
        for key, placement in page.model.draft.placements.items()
        for _, worker in placement.contacts
        if organisation.region_of_worker(worker) != organisation.region_of_measure(key)
    }


@pytest.fixture
def asked(qtbot, page):
    """The page with a proposal that other regions help with, asked on the page of what is not safe."""
    propose(qtbot, page)
    assert left_over(page)
    qtbot.mouseClick(page.intake.left_over, Qt.MouseButton.LeftButton)
    dialog = open_dialog(qtbot, ShortageDialog)
    with qtbot.waitSignal(page.model.search.found, timeout=30_000):
        qtbot.mouseClick(dialog.help, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(helped(page)))
    return page


def test_that_help_is_asked_for_what_is_left_over_and_for_nothing_else(qtbot, page):
    propose(qtbot, page)
    before = {key for key in page.model.board.queue if key not in page.model.draft.placements}
    assert not helped(page)
    with qtbot.waitSignal(page.model.search.found, timeout=30_000):
        commands(page)["help"].run()
    assert {key for key, _ in helped(page)} <= before
    assert left_over(page) < len(before)
    assert "hulp van andere regio" in page.model.drafts.group.undoText()
    page.model.changes.undo()
    assert not helped(page)


def test_that_help_is_not_offered_where_nothing_is_left_or_it_was_asked(qtbot, page):
    assert commands(page)["help"].missing()
    propose(qtbot, page)
    assert not commands(page)["help"].missing()
    assert commands(page)["no_help"].missing()
    with qtbot.waitSignal(page.model.search.found, timeout=30_000):
        commands(page)["help"].run()
    assert commands(page)["help"].missing()
    assert not commands(page)["no_help"].missing()
    page.menu.refresh()
    by_text = {action.text().split("\t")[0]: action for action in page.menu.menu().actions()}
    assert not by_text["Andere regio's om hulp vragen"].isEnabled()
    assert by_text["Andere regio's om hulp vragen"].toolTip()
    assert by_text["Voorstel zonder andere regio's"].isEnabled()


def test_that_another_proposal_keeps_the_help_until_the_leader_does_without(qtbot, asked):
    bring_to_front(qtbot, asked)
    propose(qtbot, asked)
    assert helped(asked)
    with qtbot.waitSignal(asked.model.search.found, timeout=30_000):
        commands(asked)["no_help"].run()
    assert not helped(asked)
    assert left_over(asked)


def test_that_a_contact_from_elsewhere_is_marked_and_its_reason_announced(qtbot, asked):
    key, worker = min(helped(asked))
    asked.model.look_at_case(key)
    name = asked.model.name_of(worker)
    qtbot.waitUntil(lambda: "De reden geef je bij het vaststellen" in words_of(asked.inspector))
    assert name in words_of(asked.inspector)
    cases = asked.model.cases
    line = next(cases.line(row) for row in range(cases.rowCount()) if cases.line(row).measure == key)
    assert line.note.text == "gevraagd"


def test_that_a_helped_week_is_decided_once_every_reason_is_given(qtbot, asked):
    wanted = {(b.measure, b.worker) for b in without_reason(asked.model.board, asked.model.draft)}
    assert wanted == helped(asked)
    bring_to_front(qtbot, asked)
    qtbot.keyClick(asked.intake.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = open_dialog(qtbot, DecideDialog)
    assert dialog.focusWidget() is dialog.name  # who decides goes before a list that may be long
    qtbot.keyClick(dialog.name, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is next(iter(dialog.asked.names.values()))
    fill_in(qtbot, dialog, "Anna de Vries")
    assert not dialog.decide.isEnabled()
    assert "waarom" in dialog.missing.text()
    for field in dialog.reasons.fields.values():
        qtbot.keyClicks(field, "afgesproken in het regio-overleg")
    with qtbot.waitSignal(asked.model.deciding.decided, timeout=20_000) as decided:
        qtbot.mouseClick(dialog.decide, Qt.MouseButton.LeftButton)
    recorded = decided.args[0].overrides
    assert {(row.measure, row.worker) for row in recorded if row.rule == "H10"} == wanted
    assert {row.reason for row in recorded} == {"afgesproken in het regio-overleg"}


def test_that_the_page_of_what_is_not_safe_begins_at_its_help(qtbot, page):
    propose(qtbot, page)
    page.dialogs.show_shortage()
    dialog = open_dialog(qtbot, ShortageDialog)
    assert dialog.focusWidget() is dialog.help
    dialog.reject()


def test_that_nobody_offers_to_give_a_case_where_no_one_may(qtbot, page):
    blocked = case_with(page, Standing.BLOCKED)
    page.model.look_at_worker(blocked.worker)
    qtbot.waitUntil(lambda: f"Waarom niet {blocked.name}" in words_of(page.inspector))
    texts = {button.text() for button in page.inspector.findChildren(QToolButton)}
    assert "Uitsluiten (X)" in texts
    assert "Geef deze zaak" not in texts
