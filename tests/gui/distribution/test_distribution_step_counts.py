"""What a leader does in a week, in no more clicks and keys than promised, each from a standing start."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from caseload_planner.gui.models.distribution_candidates import Standing
from caseload_planner.gui.views.distribution.compare_dialog import CompareDialog
from caseload_planner.gui.views.distribution.decide_dialog import DecideDialog
from caseload_planner.gui.views.distribution.inspector_pane import InspectorTab
from tests.gui.distribution.distribution_steps import (
    bring_to_front,
    case_with,
    drag,
    open_dialog,
    propose,
    row_centre,
    words_of,
)

CONTROL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


class Hands:
    """Counts what they do."""

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot
        self.steps = 0

    def key(self, widget, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.steps += 1
        self._qtbot.keyClick(widget, key, modifier)

    def click(self, widget, at=None) -> None:
        self.steps += 1
        if at is None:
            self._qtbot.mouseClick(widget, LEFT)
        else:
            self._qtbot.mouseClick(widget, LEFT, pos=at)


@pytest.fixture
def hands(qtbot) -> Hands:
    return Hands(qtbot)


@pytest.fixture
def proposed(qtbot, page):
    """The page with a proposal, at its first case."""
    propose(qtbot, page)
    return page


def test_that_a_proposal_takes_one_key(qtbot, page, hands):
    with qtbot.waitSignal(page.model.search.found, timeout=30_000):
        hands.key(page.intake.list, Qt.Key.Key_F5)
    assert page.model.draft.placements
    assert hands.steps == 1


def test_that_why_a_case_went_to_someone_takes_one_key(qtbot, proposed, hands):
    hands.key(proposed.intake.list, Qt.Key.Key_Down)
    name = proposed.model.name_of(proposed.model.draft.placements[proposed.model.measure].first)
    qtbot.waitUntil(lambda: name in words_of(proposed.inspector))
    assert hands.steps == 1


def test_that_why_not_to_another_takes_two(qtbot, proposed, hands):
    hands.key(proposed.intake.list, Qt.Key.Key_Down)
    other = case_with(proposed, Standing.FREE)
    hands.click(proposed.people.table.viewport(), row_centre(proposed, other.worker))
    qtbot.waitUntil(lambda: f"Waarom niet {proposed.model.name_of(other.worker)}" in words_of(proposed.inspector))
    assert proposed.inspector.tabs.currentIndex() == InspectorTab.WHY_NOT
    assert hands.steps <= 2


def test_that_moving_a_case_takes_one_drag_or_three_keys(qtbot, proposed, hands):
    free = case_with(proposed, Standing.FREE)
    drag(proposed, proposed.model.measure, free.worker)
    assert proposed.model.draft.placements[proposed.model.measure].first == free.worker
    target = proposed.model.people.numbered(2)
    hands.key(proposed.intake.list, Qt.Key.Key_Return)
    hands.key(proposed.people.finder, Qt.Key.Key_2)
    assert proposed.model.draft.placements[proposed.model.measure].first == target.worker
    assert hands.steps <= 3


def test_that_pinning_takes_one_key_and_undoing_three_steps_three(qtbot, proposed, hands):
    before = proposed.model.draft
    hands.key(proposed.intake.list, Qt.Key.Key_P)
    assert proposed.model.measure in proposed.model.draft.pinned
    assert hands.steps == 1
    proposed.model.changes.toggle_pin()
    proposed.model.changes.take_off()
    for _ in range(3):
        hands.key(proposed.intake.list, Qt.Key.Key_Z, CONTROL)
    assert proposed.model.draft == before
    assert hands.steps == 4


def test_that_comparing_with_the_proposal_takes_two_clicks(qtbot, proposed, hands):
    proposed.model.changes.take_off()
    hands.click(proposed.toolbar.compare)
    dialog = open_dialog(qtbot, CompareDialog)
    columns = [button for button in dialog.findChildren(QToolButton) if button.text() == "Voorstel"]
    hands.click(columns[0])
    qtbot.waitUntil(lambda: "Wat Voorstel anders doet dan mijn concept" in words_of(dialog))
    assert any(button.text() == "Neem dit over" for button in dialog.findChildren(QPushButton))
    assert hands.steps == 2
    dialog.reject()


def test_that_deciding_and_having_the_pdf_takes_three_keys(qtbot, proposed, hands):
    settings = proposed._window.settings
    settings.decided_by = "Anna de Vries"
    for team in proposed.model.agreements.teams():
        settings.remember_agreed(team.team, "Karin Smit")
    bring_to_front(qtbot, proposed)
    hands.key(proposed.intake.list, Qt.Key.Key_Return, CONTROL)
    dialog = open_dialog(qtbot, DecideDialog)
    qtbot.waitUntil(dialog.decide.isEnabled)
    with qtbot.waitSignal(proposed.model.deciding.decided, timeout=20_000):
        hands.key(dialog.decide, Qt.Key.Key_Return)
    with qtbot.waitSignal(proposed.model.deciding.saved, timeout=30_000) as saved:
        hands.key(proposed.decided.pdf, Qt.Key.Key_Space)
    assert saved.args[0].read_bytes().startswith(b"%PDF")
    assert hands.steps == 3


def test_that_everything_can_be_undone_after_a_whole_meeting(qtbot, proposed):
    model = proposed.model
    bring_to_front(qtbot, proposed)
    qtbot.keyClick(proposed.intake.list, Qt.Key.Key_M)
    for number in range(len(model.board.queue)):
        qtbot.keyClick(proposed.meeting, (Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_K)[number % 3])
    qtbot.keyClick(proposed.meeting, Qt.Key.Key_Escape)
    model.changes.release_all()
    while model.drafts.group.canUndo():
        qtbot.keyClick(proposed.intake.list, Qt.Key.Key_Z, CONTROL)
    assert model.draft.empty
    while model.drafts.group.canRedo():
        qtbot.keyClick(proposed.intake.list, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert model.draft.parked
    assert not model.draft.exclusions
