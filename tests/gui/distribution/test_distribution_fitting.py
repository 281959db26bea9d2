"""A draft and its board are of the same round, whatever changes in the file meanwhile."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.gui.models.distribution_candidates import Standing
from caseload_planner.gui.viewmodels.distribution_draft import EMPTY, with_outcome, with_placement, within
from caseload_planner.gui.viewmodels.distribution_steps import StepKind, StepName
from caseload_planner.gui.views.distribution.override_dialog import OverrideDialog
from caseload_planner.rules.round import Placement
from tests.gui.distribution.distribution_steps import bring_to_front, case_with, decide, open_dialog, propose

UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
REDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture(autouse=True)
def seen_together(page):
    """Whoever is told of another draft or board finds a draft of the board's own round."""
    strangers = []

    def look():
        model = page.model
        if model.board is not None:
            strangers.extend(set(model.draft.placements) - set(model.board.round.asked))

    for told in (page.model.draft_changed, page.model.board_changed, page.model.search.changed):
        told.connect(look)
    yield
    assert not strangers


def write_closed(page, key):
    """Let somebody else end a case in the file; the window reads it when it is told to."""
    case, services = page.model.board.round.measure(key), page._window.session.services
    with services.store.write() as unit:
        unit.apply(OrganisationChanges(measures=(replace(case, closed_on=case.reported_on),)))
        unit.commit()


def read_again(qtbot, page):
    qtbot.waitUntil(lambda: not page._window.session.runner.busy, timeout=20_000)
    with qtbot.waitSignal(page.model.board_changed, timeout=20_000):
        page._window.session.reload()
    qtbot.waitUntil(lambda: not page._window.session.runner.busy, timeout=20_000)


def test_that_a_step_taken_back_does_not_return_to_a_case_that_ended_meanwhile(qtbot, page):
    propose(qtbot, page)
    qtbot.keyClick(page.intake.list, *UNDO)
    gone = page.model.board.queue[0]
    write_closed(page, gone)
    read_again(qtbot, page)
    qtbot.keyClick(page.intake.list, *REDO)
    assert gone not in page.model.draft.placements


def test_that_a_round_decided_and_taken_back_at_once_is_not_drafted_again(qtbot, page):
    propose(qtbot, page)
    with qtbot.waitSignal(page.model.board_changed, timeout=20_000):
        decide(qtbot, page)
        page.model.changes.undo()  # before the board without the decided cases is there
    qtbot.waitUntil(lambda: not page._window.session.runner.busy, timeout=20_000)
    page.model.changes.redo()
    assert page.model.draft == EMPTY


def test_that_steps_stay_when_nothing_of_them_ended(qtbot, page):
    page.model.changes.place(case_with(page, Standing.FREE).worker)
    placed = page.model.draft
    (key,) = placed.placements
    qtbot.keyClick(page.intake.list, *UNDO)
    write_closed(page, next(other for other in page.model.board.queue if other != key))
    read_again(qtbot, page)
    qtbot.keyClick(page.intake.list, *REDO)
    assert page.model.draft == placed


def test_that_a_drafted_case_that_ended_is_named_as_it_leaves(qtbot, page):
    propose(qtbot, page)
    gone = next(iter(page.model.draft.placements))
    others = set(page.model.draft.placements) - {gone}
    write_closed(page, gone)
    with qtbot.waitSignal(page._window.status.said, timeout=20_000) as said:
        read_again(qtbot, page)
    assert gone in said.args[0]
    assert set(page.model.draft.placements) == others


def test_that_nothing_is_said_of_cases_that_went_as_drafted(qtbot, page):
    propose(qtbot, page)
    told = []
    page._window.status.said.connect(told.append)
    placed = set(page.model.draft.placements)
    with qtbot.waitSignal(page.model.board_changed, timeout=20_000):
        decide(qtbot, page)
    assert not page.model.draft.placements
    assert not [words for words in told if any(key in words for key in placed)]


def test_that_a_proposal_asked_while_newer_cases_are_on_their_way_waits_for_their_board(qtbot, page):
    propose(qtbot, page)
    decide(qtbot, page)
    qtbot.waitUntil(lambda: not page._window.session.runner.busy, timeout=20_000)
    decided = page.model.board
    with qtbot.waitSignal(page._window.session.organisation_changed, timeout=20_000):
        page.model.deciding.withdraw(page._window.session.services, "Anna de Vries", "vergissing")
    assert page.model.board is decided
    page.model.propose()  # the cases wait again, but not yet on this board
    with qtbot.waitSignal(page.model.search.found, timeout=30_000):
        pass
    assert page.model.draft.placements
    assert page.model.draft.untouched


def test_that_a_reason_for_a_case_that_ended_meanwhile_places_nothing(qtbot, page):
    line = case_with(page, Standing.ASKS_REASON)
    key = page.model.measure
    page.model.changes.place(line.worker)
    dialog = open_dialog(qtbot, OverrideDialog)
    write_closed(page, key)
    read_again(qtbot, page)
    with qtbot.waitSignal(page._window.status.said) as said:
        dialog.given.emit(dialog._move, "Kent het gezin")
    assert key in said.args[0]
    assert key not in page.model.draft.placements
    dialog.close()
    bring_to_front(qtbot, page)


def test_that_a_step_drops_what_is_not_asked(page):
    page.model.changes.step(
        StepName(StepKind.PLACE, ("M-gone", "W")), with_placement(EMPTY, Placement("M-gone", "W"), pin=True)
    )
    assert page.model.draft == EMPTY


def test_that_a_case_that_ended_is_compared_with_no_longer(qtbot, page):
    propose(qtbot, page)
    after = page.model.draft
    gone = next(iter(after.placements))
    fewer = replace(after.outcome, placements=tuple(p for p in after.outcome.placements if p.measure != gone), kept=())
    again = with_outcome(after, fewer)
    assert again.previous is not None
    left = [key for key in page.model.board.round.asked if key != gone]
    assert within(again, left).previous is None
    assert within(again, left).outcome == fewer
