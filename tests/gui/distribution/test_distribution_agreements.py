"""Help of another team is asked: somebody of that team is named first, and a decided round can be taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from caseload_planner.gui.viewmodels.distribution_agreements import asked_contacts, asked_teams
from caseload_planner.gui.viewmodels.distribution_draft import EMPTY, with_placement
from caseload_planner.gui.views.distribution.decide_dialog import DecideDialog
from caseload_planner.gui.views.distribution.withdraw_dialog import WithdrawDialog
from caseload_planner.rules.round import Placement
from tests.gui.distribution.distribution_steps import decide, open_dialog, propose


def placed_with(board, *, own_team: bool):
    """Place a case with somebody of the team that answers for it, or of another."""
    teams = board.round.caseload.organisation
    return next(
        with_placement(EMPTY, Placement(key, worker), pin=False)
        for key in board.queue
        for worker in board.people_for(key)
        if (teams.workers[worker].team == board.round.measure(key).team) is own_team
        and all(one.worker != worker for one in teams.assignments_of[key])
    )


def test_that_only_people_of_other_teams_are_asked(board):
    assert not asked_contacts(board, placed_with(board, own_team=True))
    draft = placed_with(board, own_team=False)
    (team,) = asked_teams(board, draft, ())
    (placement,) = draft.placements.values()
    assert board.round.worker(placement.first).team == team.team
    assert [part.worker for part in team.missing] == [placement.first]


def test_that_a_case_with_somebody_of_another_team_is_marked_as_asked_until_it_is_agreed(qtbot, page):
    propose(qtbot, page)
    asked = {part.measure for part in asked_contacts(page.model.board, page.model.draft)}
    assert asked
    lines = [page.model.cases.line(row) for row in range(page.model.cases.rowCount())]
    assert {line.measure for line in lines if line.note.text == "gevraagd"} == asked


def test_that_nothing_is_decided_before_every_asked_team_has_a_name(qtbot, page):
    propose(qtbot, page)
    qtbot.keyClick(page.intake.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = open_dialog(qtbot, DecideDialog)
    qtbot.keyClicks(dialog.name, "Anna de Vries")
    assert not dialog.decide.isEnabled()
    assert dialog.asked.missing in dialog.missing.text()
    first = next(iter(dialog.asked.names.values()))
    qtbot.keyClicks(first, "Karin Smit")
    for same_for_all in dialog.asked.findChildren(QPushButton):
        qtbot.mouseClick(same_for_all, Qt.MouseButton.LeftButton)
    assert {field.text() for field in dialog.asked.names.values()} == {"Karin Smit"}
    assert dialog.decide.isEnabled()
    with qtbot.waitSignal(page.model.deciding.decided, timeout=20_000):
        qtbot.mouseClick(dialog.decide, Qt.MouseButton.LeftButton)
    assert {one.agreed_with for one in page.model.deciding.decision.agreements} == {"Karin Smit"}


def test_that_a_decided_round_is_withdrawn_with_a_reason_and_its_cases_wait_again(qtbot, page):
    propose(qtbot, page)
    cases = page.model.board.queue
    decide(qtbot, page)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page._nothing, timeout=20_000)
    qtbot.mouseClick(page.decided.withdraw, Qt.MouseButton.LeftButton)
    dialog = open_dialog(qtbot, WithdrawDialog)
    assert not dialog.withdraw.isEnabled()
    qtbot.keyClicks(dialog.reason, "Verkeerde week")
    with qtbot.waitSignal(page.model.deciding.withdrawn, timeout=20_000) as withdrawn:
        qtbot.mouseClick(dialog.withdraw, Qt.MouseButton.LeftButton)
    assert withdrawn.args[0].withdrawal.reason == "Verkeerde week"
    qtbot.waitUntil(lambda: page.model.board is not None and page.model.board.queue == cases, timeout=20_000)
    assert not page.decided.isVisible()
