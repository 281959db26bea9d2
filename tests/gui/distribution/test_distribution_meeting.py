"""The meeting goes case by case by keyboard, and its minutes write themselves."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent

from caseload_planner.gui.viewmodels.distribution_draft import EMPTY, with_minutes, with_parked_toggled, with_placement
from caseload_planner.gui.viewmodels.distribution_minutes import all_minutes, minutes_of
from caseload_planner.rules.round import Placement
from tests.gui.distribution.distribution_steps import bring_to_front, decide, propose
from tests.gui.room_for_texts import cut_off

ENTER, K = Qt.Key.Key_Return, Qt.Key.Key_K


@pytest.fixture
def meeting(qtbot, page):
    """The meeting over a proposal, at its first case."""
    propose(qtbot, page)
    bring_to_front(qtbot, page)
    qtbot.keyClick(page.intake.list, Qt.Key.Key_M)
    assert page.meeting.isVisible()
    assert page.meeting.hasFocus()
    return page.meeting


def test_that_enter_agrees_pins_and_goes_on(qtbot, page, meeting):
    first = page.model.measure
    qtbot.keyClick(meeting, ENTER)
    assert first in page.model.draft.pinned
    assert page.model.measure != first
    assert page.model.meeting.place == 2


def test_that_k_parks_a_case_and_a_proposal_leaves_it_waiting(qtbot, page, meeting):
    parked = page.model.measure
    qtbot.keyClick(meeting, K)
    assert page.model.draft.parked == {parked}
    assert parked not in page.model.draft.placements
    with qtbot.waitSignal(page.model.search.found, timeout=30_000):
        qtbot.keyClick(meeting, Qt.Key.Key_F5)
    assert parked not in page.model.draft.placements
    assert parked in page.model.draft.parked
    page.model.look_at_case(parked)
    qtbot.keyClick(meeting, K)
    assert not page.model.draft.parked


def test_that_a_figure_gives_the_case_to_a_candidate_and_the_minutes_say_so(qtbot, page, meeting):
    key, before = page.model.measure, page.model.draft.placements[page.model.measure].first
    chosen = page.model.meeting.candidates()[1]
    qtbot.keyClick(meeting, Qt.Key.Key_2)
    assert page.model.draft.placements[key].first == chosen.worker
    expected = f"Naar {chosen.name} in plaats van {page.model.name_of(before)}."
    qtbot.waitUntil(lambda: meeting.minutes.toPlainText().startswith(f"Naar {chosen.name}"))
    if page.model.draft.placements[key].second is None:
        assert meeting.minutes.toPlainText() == expected


def test_that_minutes_of_her_own_stay_when_the_case_moves_and_land_in_the_decision(qtbot, page, meeting):
    key = page.model.measure
    qtbot.keyClick(meeting, Qt.Key.Key_Tab)
    meeting.minutes.setFocus()
    meeting.minutes.selectAll()
    qtbot.keyClicks(meeting.minutes, "Anna belt het gezin.")
    qtbot.keyClick(meeting.minutes, Qt.Key.Key_Escape)
    assert meeting.hasFocus()
    assert page.model.draft.minutes[key] == "Anna belt het gezin."
    qtbot.keyClick(meeting, ENTER)
    qtbot.keyClick(meeting, Qt.Key.Key_Escape)
    assert page.intake.isVisible()
    decide(qtbot, page)
    assert page.model.deciding.decision.minutes[key] == "Anna belt het gezin."


def test_that_a_case_without_anybody_is_not_agreed_on(qtbot, page, meeting):
    key = page.model.measure
    qtbot.keyClick(meeting, Qt.Key.Key_U)
    qtbot.keyClick(meeting, ENTER)
    assert key not in page.model.draft.pinned
    assert "Kies iemand" in meeting.notice.text()
    assert page.model.measure == key


def test_that_the_meeting_says_when_every_case_was_talked_about(qtbot, page, meeting):
    for number in range(len(page.model.board.queue)):
        qtbot.keyClick(meeting, K if number % 3 == 0 else ENTER)
    assert page.model.meeting.settled == set(page.model.board.queue)
    qtbot.waitUntil(lambda: "Alle zaken zijn besproken" in meeting.progress.text())


def test_that_every_step_of_the_meeting_can_be_undone(qtbot, page, meeting):
    proposed = page.model.draft
    qtbot.keyClick(meeting, ENTER)
    qtbot.keyClick(meeting, K)
    qtbot.keyClick(meeting, ENTER)
    for _ in range(3):
        qtbot.keyClick(meeting, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.model.draft == proposed


def test_that_only_what_was_settled_or_written_about_has_minutes(board, look):
    first, second, third = board.queue[:3]
    worker = board.people_for(first)[0]
    draft = with_placement(EMPTY, Placement(first, worker), pin=True)
    draft = with_minutes(with_parked_toggled(draft, second), third, "Eerst bellen")
    name = board.round.worker(worker).name
    assert all_minutes(board, draft) == {
        first: f"Naar {name}.",
        second: "Uitgesteld: niemand heeft deze zaak nog.",
        third: "Eerst bellen",
    }
    assert minutes_of(board, EMPTY, first) == ""


@pytest.mark.parametrize("size", [QSize(1366, 698), QSize(911, 442)], ids=["a laptop", "the same at 150 %"])
def test_that_no_text_of_the_meeting_is_cut_off(qtbot, page, meeting, size):
    page.window().resize(size)
    for _ in range(3):
        qtbot.keyClick(meeting, ENTER)
        qtbot.waitUntil(lambda: not page.model.session.runner.busy, timeout=30_000)
        QCoreApplication.processEvents()
        assert "\n".join(cut_off(page.window())) == ""


def write(qtbot, meeting, text: str) -> None:
    meeting.minutes.setFocus()
    meeting.minutes.selectAll()
    qtbot.keyClicks(meeting.minutes, text)


def test_that_minutes_stay_with_their_case_when_the_week_is_left_by_a_button_without_focus(qtbot, page, meeting):
    key, draft_key = page.model.measure, page.model.drafts.key
    write(qtbot, meeting, "Vader belt morgen.")
    runner = page._window.session.runner
    qtbot.mouseClick(page.window().header.date.later, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.drafts.key != draft_key and not runner.busy, timeout=20_000)
    QCoreApplication.processEvents()
    assert meeting.minutes.toPlainText() != "Vader belt morgen."
    assert not page.model.draft.minutes
    page._window.session.scope.set_date(draft_key[0])
    qtbot.waitUntil(lambda: page.model.drafts.key == draft_key and not runner.busy, timeout=20_000)
    assert page.model.draft.minutes == {key: "Vader belt morgen."}


def test_that_minutes_that_are_written_during_a_search_are_kept(qtbot, page, meeting):
    key = page.model.measure
    with qtbot.waitSignal(page.model.search.found, timeout=30_000):
        qtbot.keyClick(meeting, Qt.Key.Key_F5)
        assert page.model.search.running
        write(qtbot, meeting, "Moeder is op de hoogte.")
        qtbot.keyClick(meeting.minutes, Qt.Key.Key_Escape)
        qtbot.mouseClick(meeting.on, Qt.MouseButton.LeftButton)
        assert page.model.measure != key
    assert page.model.draft.minutes == {key: "Moeder is op de hoogte."}
    qtbot.mouseClick(meeting.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: meeting.minutes.toPlainText() == "Moeder is op de hoogte.")


def test_that_nothing_is_settled_during_a_search_and_it_says_why(qtbot, page, meeting):
    key, before = page.model.measure, page.model.draft
    with qtbot.waitSignal(page.model.search.found, timeout=30_000):
        qtbot.keyClick(meeting, Qt.Key.Key_F5)
        qtbot.keyClick(meeting, ENTER)
        qtbot.keyClick(meeting, K)
        assert "wordt een voorstel gezocht" in meeting.notice.text()
        assert (page.model.measure, page.model.draft) == (key, before)


def test_that_minutes_that_are_wiped_write_themselves_again(qtbot, page, meeting):
    key, by_itself = page.model.measure, meeting.minutes.toPlainText()
    write(qtbot, meeting, "Eigen woorden")
    qtbot.keyClick(meeting.minutes, Qt.Key.Key_Escape)
    assert page.model.draft.minutes == {key: "Eigen woorden"}
    meeting.minutes.setFocus()
    meeting.minutes.selectAll()
    qtbot.keyClick(meeting.minutes, Qt.Key.Key_Delete)
    qtbot.keyClick(meeting.minutes, Qt.Key.Key_Escape)
    assert not page.model.draft.minutes
    qtbot.waitUntil(lambda: meeting.minutes.toPlainText() == by_itself)


@pytest.mark.parametrize("key", [ENTER, K, Qt.Key.Key_2])
def test_that_a_key_that_is_held_settles_one_case(page, meeting, key):
    before = page.model.draft
    for _ in range(5):
        held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
        QCoreApplication.sendEvent(meeting, held)
    assert page.model.draft == before
