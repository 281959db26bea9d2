"""A week that does not fit, from the first proposal to the document: nothing is dropped, everything has its reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from caseload_planner.gui.viewmodels.distribution_moves import without_reason
from caseload_planner.gui.viewmodels.distribution_shortage import left_over_count
from caseload_planner.gui.views.distribution.decide_dialog import DecideDialog
from caseload_planner.gui.views.distribution.override_dialog import OverrideDialog
from caseload_planner.gui.views.distribution.shortage_dialog import ShortageDialog
from tests.gui.distribution.distribution_steps import bring_to_front, fill_in, open_dialog, propose, words_of
from tests.gui.distribution.full_week import full_file

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory):
    return full_file(tmp_path_factory.mktemp("full"))


def left_over(page):
    draft = page.model.draft
    return [key for key in page.model.board.queue if key not in draft.placements and key not in draft.parked]


def unlock_the_first(qtbot, page) -> str:
    """Do the first thing that helps the first case that is left over, with a reason."""
    key = left_over(page)[0]
    page.model.look_at_case(key)
    qtbot.waitUntil(lambda: page.model.answers.unlocks_of(key) is not None, timeout=30_000)

    def ways() -> list[QPushButton]:
        return [one for one in page.inspector.findChildren(QPushButton) if "met reden" in one.text()]

    qtbot.waitUntil(lambda: bool(ways()))
    qtbot.mouseClick(ways()[0], LEFT)
    dialog = open_dialog(qtbot, OverrideDialog)
    qtbot.keyClicks(dialog.reason, "past bij dit gezin")
    qtbot.mouseClick(dialog.place, LEFT)
    qtbot.waitUntil(lambda: key in page.model.draft.placements and not page.model.search.running, timeout=30_000)
    return key


def ask_help(qtbot, page) -> None:
    """Read the page of what is not safe, and ask other regions from there."""
    qtbot.mouseClick(page.intake.left_over, LEFT)
    dialog = open_dialog(qtbot, ShortageDialog)
    qtbot.waitUntil(lambda: "Zuid" in words_of(dialog), timeout=10_000)
    with qtbot.waitSignal(page.model.search.found, timeout=30_000):
        qtbot.mouseClick(dialog.help, LEFT)
    qtbot.waitUntil(lambda: not page.model.search.running)


def test_that_an_over_full_week_ends_with_every_case_placed_or_named_and_every_reason_in_the_list(qtbot, page):
    propose(qtbot, page)
    before = left_over(page)
    assert page.intake.left_over.isVisible()
    unlocked = unlock_the_first(qtbot, page)
    assert unlocked in before
    if left_over(page):
        ask_help(qtbot, page)
    assert left_over_count(page.model.board, page.model.draft) < len(before)
    assert unlocked in page.model.draft.pinned  # the proposal with help kept what the leader settled
    bring_to_front(qtbot, page)
    qtbot.keyClick(page.intake.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = open_dialog(qtbot, DecideDialog)
    fill_in(qtbot, dialog, "Anna de Vries")
    wanted = without_reason(page.model.board, page.model.draft)
    for field in () if dialog.reasons is None else dialog.reasons.fields.values():
        qtbot.keyClicks(field, "de regio helpt")
    with qtbot.waitSignal(page.model.deciding.decided, timeout=20_000) as decided:
        qtbot.mouseClick(dialog.decide, LEFT)
    recorded = {(row.measure, row.rule): row.reason for row in decided.args[0].overrides}
    assert all(recorded[breach.measure, breach.rule] == "de regio helpt" for breach in wanted)
    assert "past bij dit gezin" in recorded.values()
    with qtbot.waitSignal(page.model.deciding.saved, timeout=30_000) as saved:
        qtbot.mouseClick(page.decided.pdf, LEFT)
    assert saved.args[0].read_bytes().startswith(b"%PDF")
