"""The weekly meeting over the real window, the real solver and a real file."""

import re
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.gui.models.distribution_candidates import Standing
from caseload_planner.gui.theme import Theme
from caseload_planner.gui.translations import Language
from caseload_planner.gui.viewmodels import distribution_deciding, distribution_page, distribution_search
from caseload_planner.gui.viewmodels.distribution_draft import Ending
from caseload_planner.gui.viewmodels.distribution_levels import level_lines
from caseload_planner.gui.viewmodels.distribution_others import other_lines
from caseload_planner.gui.views.distribution.decide_dialog import DecideDialog
from caseload_planner.gui.views.distribution.inspector_pane import InspectorTab
from caseload_planner.gui.views.distribution.override_dialog import OverrideDialog
from tests.gui.distribution.distribution_steps import (
    case_with,
    decide,
    drag,
    fill_in,
    lines,
    open_dialog,
    propose,
    row_centre,
    words_of,
)

SHOWN_DUTCH = re.compile(r"\b(zaak|gezin|werknorm|waarom|ruimte)\b", re.IGNORECASE)


def test_that_f5_places_every_case_and_says_that_it_cannot_be_better(qtbot, page):
    propose(qtbot, page)
    assert set(page.model.draft.placements) == set(page.model.board.queue)
    assert page.model.draft.outcome.ending is Ending.PROVEN
    assert "Bewezen: beter kan niet" in page.toolbar.words.text()
    assert page.toolbar.undo.isEnabled()
    assert "nog niet vastgesteld" in page.model._status.draft


def test_that_the_live_score_of_a_fresh_proposal_is_that_of_the_proposal(qtbot, page):
    propose(qtbot, page)
    lines_ = level_lines(page.model.board, page.model.draft)
    assert [line.difference for line in lines_] == [""] * len(lines_)
    assert page.model.draft.untouched


def test_that_the_inspector_says_why_and_why_not_in_dutch(qtbot, page):
    propose(qtbot, page)
    other = case_with(page, Standing.FREE)
    name = page.model.name_of(other.worker)
    qtbot.waitUntil(lambda: "werknorm" in words_of(page.inspector))
    assert "Waarom\n" in words_of(page.inspector)
    qtbot.mouseClick(page.people.table.viewport(), Qt.MouseButton.LeftButton, pos=row_centre(page, other.worker))
    qtbot.waitUntil(lambda: f"Waarom niet {name}" in words_of(page.inspector))
    assert page.inspector.tabs.currentIndex() == InspectorTab.WHY_NOT
    assert "De belasting gaat dan" in words_of(page.inspector)


def test_that_the_tabs_say_who_else_could_have_the_case_and_what_came_before(qtbot, page):
    propose(qtbot, page)
    qtbot.keyClick(page.intake.list, Qt.Key.Key_A)
    others = other_lines(page.model.board, page.model.draft, page.model.measure, page.model.position)
    qtbot.waitUntil(lambda: all(one.name in words_of(page.inspector) for one in others))
    assert others
    qtbot.keyClick(page.intake.list, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: "Bij ons gemeld" in words_of(page.inspector))
    qtbot.keyClick(page.intake.list, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: "Waarom\n" in words_of(page.inspector))


def test_that_space_shows_what_a_move_would_do_without_doing_it(qtbot, page):
    propose(qtbot, page)
    proposed = page.model.draft
    qtbot.keyClick(page.intake.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.score.heading.text() == "Als je dit doet")
    assert "Alleen kijken" in page.people.notice.text()
    assert page.model.draft == proposed
    qtbot.keyClick(page.intake.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.score.heading.text() == "Concept")
    assert page.model.preview is None


def test_that_a_case_is_moved_by_drag_and_then_pinned(qtbot, page):
    propose(qtbot, page)
    free = case_with(page, Standing.FREE)
    measure = page.model.measure
    before = page.model.draft.placements[measure].first
    drag(page, measure, free.worker)
    assert page.model.draft.placements[measure].first == free.worker != before
    assert measure in page.model.draft.pinned
    assert f"{measure} naar {free.name}" in page.model._status.undo


def test_that_a_hovering_case_says_what_a_drop_would_do(qtbot, page):
    free = case_with(page, Standing.FREE)
    drag(page, page.model.measure, free.worker, drop=False)
    assert page.people.notice.isVisible()
    assert free.name in page.people.notice.text()
    assert page.model.draft.empty


def test_that_enter_and_a_figure_give_the_case_to_who_carries_it(qtbot, page):
    case_with(page, Standing.FREE)
    third = page.model.people.numbered(3)
    qtbot.keyClick(page.intake.list, Qt.Key.Key_Return)
    assert page.people.finder.hasFocus()
    qtbot.keyClicks(page.people.finder, "3")
    assert page.model.draft.placements[page.model.measure].first == third.worker
    assert page.intake.list.hasFocus()


def test_that_a_typed_name_finds_somebody_and_enter_gives_her_the_case(qtbot, page):
    free = case_with(page, Standing.FREE)
    qtbot.keyClick(page.intake.list, Qt.Key.Key_Return)
    qtbot.keyClicks(page.people.finder, free.name)
    qtbot.keyClick(page.people.finder, Qt.Key.Key_Return)
    assert page.model.draft.placements[page.model.measure].first == free.worker


def test_that_a_rule_that_nobody_may_set_aside_refuses_with_its_source(qtbot, page):
    blocked = case_with(page, Standing.BLOCKED)
    drag(page, page.model.measure, blocked.worker)
    assert page.model.draft.empty
    assert blocked.name in page.people.notice.text()
    assert "mag niemand afwijken" in page.people.notice.text()


def test_that_a_starred_rule_asks_a_reason_before_the_case_lands(qtbot, page):
    asks = case_with(page, Standing.ASKS_REASON)
    measure = page.model.measure
    drag(page, measure, asks.worker)
    dialog = open_dialog(qtbot, OverrideDialog)
    assert not dialog.place.isEnabled()
    assert page.model.draft.empty
    qtbot.keyClicks(dialog.reason, "Kent het gezin")
    qtbot.mouseClick(dialog.place, Qt.MouseButton.LeftButton)
    assert page.model.draft.placements[measure].first == asks.worker
    assert {row.reason for row in page.model.draft.overrides} == {"Kent het gezin"}
    qtbot.keyClick(page.intake.list, Qt.Key.Key_P)
    assert measure in page.model.draft.pinned
    assert page.people.notice.isVisible()


def test_that_keys_pin_take_off_and_exclude_and_three_steps_are_undone(qtbot, page):
    propose(qtbot, page)
    proposed = page.model.draft
    key = page.model.measure
    qtbot.keyClick(page.intake.list, Qt.Key.Key_P)
    assert key in page.model.draft.pinned
    other = lines(page, Standing.FREE)[0]
    page.people.table.select_worker(other.worker)
    qtbot.keyClick(page.people.table, Qt.Key.Key_X)
    assert (key, other.worker) in page.model.draft.exclusions
    qtbot.keyClick(page.intake.list, Qt.Key.Key_U)
    assert key not in page.model.draft.placements
    for _ in range(3):
        qtbot.keyClick(page.intake.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.model.draft == proposed
    redo = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.intake.list, Qt.Key.Key_Z, redo)
    assert key in page.model.draft.pinned


def test_that_a_second_contact_is_chosen_with_shift(qtbot, page):
    propose(qtbot, page)
    key = next(key for key in page.model.board.queue if page.model.draft.placements[key].second)
    page.model.look_at_case(key)
    qtbot.keyClick(page.intake.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.people.second.isChecked()
    other = lines(page, Standing.FREE)[0]
    drag(page, key, other.worker, shift=True)
    assert page.model.draft.placements[key].second == other.worker


def test_that_a_pin_and_an_exclusion_hold_in_the_next_proposal(qtbot, page):
    free = case_with(page, Standing.FREE)
    pinned = page.model.measure
    page.model.changes.place(free.worker)
    other = next(key for key in page.model.board.queue if key != pinned)
    page.model.look_at_case(other)
    shunned = lines(page, Standing.FREE)[0]
    page.model.look_at_worker(shunned.worker)
    page.model.changes.toggle_exclusion()
    propose(qtbot, page)
    assert page.model.draft.placements[pinned].first == free.worker
    assert shunned.worker not in {one for _, one in page.model.draft.placements[other].contacts}
    page.model.changes.release_all()
    assert not page.model.draft.pins
    assert not page.model.draft.exclusions


def test_that_deciding_leaves_nothing_to_distribute_and_saves_the_list(qtbot, page, tmp_path, monkeypatch):
    propose(qtbot, page)
    decide(qtbot, page)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page._nothing, timeout=20_000)
    assert page.decided.isVisible()
    assert "Anna de Vries" in page.decided.words.text()
    assert page._window.settings.decided_by == "Anna de Vries"
    target = tmp_path / "elders" / "lijst.pdf"
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    for button in (page.decided.elsewhere, page.decided.pdf, page.decided.excel):
        with qtbot.waitSignal(page.model.deciding.saved, timeout=30_000):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    saved = sorted(path.name for path in target.parent.iterdir())
    assert saved == ["besluitenlijst-2026-11-23.pdf", "besluitenlijst-2026-11-23.xlsx", "lijst.pdf"]
    assert all(path.stat().st_size > 1_000 for path in target.parent.iterdir())


def test_that_an_override_is_decided_with_its_reason(qtbot, page):
    propose(qtbot, page)
    asks = case_with(page, Standing.ASKS_REASON)
    page.model.changes.place(asks.worker)
    dialog = open_dialog(qtbot, OverrideDialog)
    qtbot.keyClicks(dialog.reason, "Afgesproken met de regio")
    qtbot.mouseClick(dialog.place, Qt.MouseButton.LeftButton)
    overrides = page.model.draft.overrides
    assert overrides
    if page.model.deciding.summary().blocked:
        page.model.propose()
        qtbot.waitUntil(lambda: not page.model.search.running, timeout=30_000)
    decide(qtbot, page)
    assert {row.reason for row in page.model.deciding.decision.overrides} == {"Afgesproken met de regio"}


def test_that_a_draft_on_data_that_changed_is_refused_in_words_and_can_be_asked_again(qtbot, page):
    propose(qtbot, page)
    services = page._window.session.services
    case = page.model.board.round.measure(page.model.board.queue[0])
    with services.store.write() as unit:
        unit.apply(OrganisationChanges(measures=(replace(case, factors=frozenset({"out_of_home"})),)))
        unit.commit()
    qtbot.keyClick(page.intake.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = open_dialog(qtbot, DecideDialog)
    fill_in(qtbot, dialog, "Anna")
    qtbot.mouseClick(dialog.decide, Qt.MouseButton.LeftButton)
    box = open_dialog(qtbot, QMessageBox)
    assert "Er is niets vastgesteld" in box.text()
    again = next(button for button in box.findChildren(QPushButton) if button.text() == "Nieuw voorstel")
    with qtbot.waitSignal(page.model.search.found, timeout=30_000):
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    decide(qtbot, page)
    assert page.model.deciding.decision is not None


def test_that_escape_ends_the_search_and_keeps_the_best(qtbot, page, monkeypatch):
    real, begun, may_go_on = distribution_search.propose, threading.Event(), threading.Event()

    def slow(services, request, *, stop, **keywords):
        begun.set()
        stop.on_request(may_go_on.set)
        assert may_go_on.wait(20)
        return real(services, request, stop=stop, **keywords)

    monkeypatch.setattr(distribution_search, "propose", slow)
    qtbot.keyClick(page.intake.list, Qt.Key.Key_F5)
    qtbot.waitUntil(begun.is_set)
    assert page.toolbar.stop.isVisible()
    assert not page.toolbar.propose.isEnabled()
    with qtbot.waitSignal(page.model.search.found, timeout=30_000):
        qtbot.keyClick(page.intake.list, Qt.Key.Key_Escape)
    assert page.model.draft.placements
    assert not page.toolbar.stop.isVisible()


def test_that_nothing_can_be_changed_while_the_search_runs(qtbot, page, monkeypatch):
    release = threading.Event()
    real = distribution_search.propose

    def waiting(services, request, *, stop, **keywords):
        assert release.wait(20)
        return real(services, request, stop=stop, **keywords)

    monkeypatch.setattr(distribution_search, "propose", waiting)
    free = case_with(page, Standing.FREE)
    page.model.propose()
    page.model.changes.place(free.worker)
    assert page.model.draft.empty
    with qtbot.waitSignal(page.model.search.found, timeout=30_000):
        release.set()


def test_that_another_date_has_its_own_draft_and_the_first_is_found_again(qtbot, page):
    propose(qtbot, page)
    drawn, scope = page.model.draft, page._window.session.scope
    monday = scope.on
    with qtbot.waitSignal(page.model.board_changed, timeout=20_000):
        scope.set_date(monday.replace(day=24))
    assert page.model.draft.empty
    with qtbot.waitSignal(page.model.board_changed, timeout=20_000):
        scope.set_date(monday)
    assert page.model.draft == drawn


def test_that_no_search_rules_board_or_file_work_runs_on_the_windows_thread(qtbot, page, monkeypatch):
    threads: dict[str, set[int]] = {}

    def watched(module, name):
        real = getattr(module, name)

        def noted(*args, **kwargs):
            threads.setdefault(name, set()).add(threading.get_ident())
            return real(*args, **kwargs)

        monkeypatch.setattr(module, name, noted)

    watched(distribution_page, "make_board")
    watched(distribution_search, "propose")
    watched(distribution_deciding, "decide_draft")
    store = type(page._window.session.services.store)
    watched(store, "read")
    watched(store, "write")
    propose(qtbot, page)
    free = case_with(page, Standing.FREE)
    drag(page, page.model.measure, free.worker)
    decide(qtbot, page)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page._nothing, timeout=20_000)
    assert set(threads) == {"make_board", "propose", "decide_draft", "read", "write"}
    assert all(threading.main_thread().ident not in found for found in threads.values())


@pytest.mark.parametrize("key", [Qt.Key.Key_F5, Qt.Key.Key_P, Qt.Key.Key_U, Qt.Key.Key_X])
def test_that_keys_do_nothing_where_there_is_nothing_to_distribute(qtbot, page, key):
    propose(qtbot, page)
    decide(qtbot, page)
    qtbot.waitUntil(lambda: page._stack.currentWidget() is page._nothing, timeout=20_000)
    qtbot.keyClick(page, key)
    assert page.model.draft.empty
    assert not page.model.search.running


def test_that_another_language_and_theme_keep_the_draft_and_speak_anew(qtbot, page):
    propose(qtbot, page)
    window, drawn = page.window(), page.model.draft
    assert page.model._status.undo == "Voorstel"
    window.window_model.use_theme(Theme.DARK)
    window.window_model.use_language(Language.ENGLISH)
    assert page.model._status.undo == "Proposal"
    again = window.pages["distribution"]
    assert again is not page
    assert again.model.draft == drawn
    qtbot.waitUntil(lambda: "Proven" in again.toolbar.words.text())
    again.intake.list.setCurrentIndex(again.model.cases.index(1))
    qtbot.waitUntil(lambda: "Why\n" in words_of(again.inspector))
    assert not SHOWN_DUTCH.search(words_of(again.inspector))


def test_that_esc_in_the_finder_empties_it_and_goes_back_to_the_cases(qtbot, page):
    qtbot.keyClick(page.intake.list, Qt.Key.Key_Return)
    qtbot.keyClicks(page.people.finder, "zzz")
    assert page.model.people.rowCount() == 0
    qtbot.keyClick(page.people.finder, Qt.Key.Key_Escape)
    assert page.people.finder.text() == ""
    assert page.intake.list.hasFocus()
    assert page.model.people.rowCount() > 0
