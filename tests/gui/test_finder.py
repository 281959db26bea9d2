"""Ctrl+K: people, cases by number, teams, pages and commands, by keyboard only."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from caseload_planner.gui.fuzzy import NO_FIT, fit, folded
from caseload_planner.gui.viewmodels.finder import Finder, FoundKind
from caseload_planner.gui.viewmodels.scope import EVERYTHING, ScopeChoice, ScopeKind
from caseload_planner.gui.views.case_sheet import CaseSheet
from caseload_planner.gui.views.finder_dialog import FinderDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("jas", "jasmijn dal", "floor jasmijn"),
        ("jas", "floor jasmijn", "bejaste"),
        ("dal", "jasmijn dal", "jasmijn lindedal"),
        ("jas dal", "jasmijn lindedal", "jasmijn berg"),
        ("vrdl", "verdeling", "voorbeeld laden"),
        ("fm", "formatie fm", "florian maas"),
    ],
)
def test_that_beginnings_and_neighbours_fit_best(query, better, worse):
    assert fit(query, better) > fit(query, worse)


@given(st.text(max_size=12), st.text(max_size=40))
def test_that_what_fits_has_every_letter_of_the_query(query, text):
    query, text = folded(query), folded(text)
    if fit(query, text) > NO_FIT:
        assert set("".join(query.split())) <= set(text)


@given(st.text(min_size=1, max_size=20))
def test_that_a_text_fits_itself_best(text):
    text = folded(text)
    if text.split() and text == text.strip():
        assert fit(text, text) >= fit(text[:1], text)


def test_that_accents_and_capitals_do_not_matter():
    assert folded("Café Öztürk") == "cafe ozturk"


@pytest.fixture
def finder(demo_window):
    return Finder(demo_window.window_model.session.caseload, demo_window.commands.commands)


def open_finder(qtbot, window) -> FinderDialog:
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    dialog = window.findChild(FinderDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def quiet(window):
    return not window.window_model.session.runner.busy


def test_that_a_case_is_found_by_its_number_alone(finder, demo_window):
    for key in list(demo_window.window_model.session.organisation.measures)[:50]:
        digits = "".join(letter for letter in key if letter.isdigit())
        for typed in (key, key.lower(), digits, digits.lstrip("0")):
            assert finder.find(typed)[0].target == key


def test_that_somebody_is_found_by_a_part_of_her_name(finder, demo_window):
    for worker in list(demo_window.window_model.session.organisation.workers.values())[:30]:
        first, _, last = worker.name.partition(" ")
        hits = [found.target for found in finder.find(f"{last[:5]} {first[:4]}") if found.kind is FoundKind.WORKER]
        assert worker.key in hits


def test_that_ctrl_k_number_enter_opens_the_drawer_of_who_has_the_case(qtbot, demo_window):
    caseload = demo_window.window_model.session.caseload
    measure, holders = next((key, who) for key, who in caseload.holders.items() if who.first is not None)
    dialog = open_finder(qtbot, demo_window)
    qtbot.keyClicks(dialog.field, measure.lstrip("M").lstrip("0"))
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert demo_window.window_model.page == "caseload"
    assert demo_window.pages["caseload"].model.selected == holders.first


def test_that_somebody_who_carries_no_cases_is_said_to_carry_none(demo_window):
    session = demo_window.window_model.session
    leader = next(key for key in session.organisation.workers if key not in session.caseload.carrying_workers)
    demo_window.show_found(next(f for f in Finder(session.caseload, ()).find(leader) if f.target == leader))
    assert "geen zaken" in demo_window.status_line._message.text()
    assert demo_window.pages["caseload"].model.selected is None


def test_that_the_drawer_closes_on_a_date_on_which_she_is_not_there(qtbot, demo_window):
    session, model = demo_window.window_model.session, demo_window.pages["caseload"].model
    begun = {person.key: person.started_on for person in session.organisation.workers.values()}
    newest = max(session.caseload.carrying_workers, key=lambda key: begun[key])
    model.select(newest)
    session.scope.set_date(date(begun[newest].year - 1, 1, 6))
    qtbot.waitUntil(lambda: quiet(demo_window), timeout=20_000)
    assert model.selected is None


def test_that_a_case_that_nobody_has_is_shown_among_those_to_distribute(qtbot, demo_window):
    measure = demo_window.window_model.session.caseload.to_distribute[-1]
    dialog = open_finder(qtbot, demo_window)
    qtbot.keyClicks(dialog.field, measure)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: quiet(demo_window), timeout=20_000)
    assert demo_window.window_model.page == "distribution"
    assert demo_window.pages["distribution"].model.measure == measure


def test_that_a_case_outside_the_chosen_team_is_found_all_the_same(qtbot, demo_window):
    session = demo_window.window_model.session
    measure = session.caseload.to_distribute[0]
    elsewhere = next(key for key in session.organisation.teams if key != session.organisation.measures[measure].team)
    session.scope.choose(ScopeChoice(ScopeKind.TEAM, elsewhere))
    qtbot.waitUntil(lambda: quiet(demo_window), timeout=20_000)
    demo_window.show_found(next(f for f in Finder(session.caseload, ()).find(measure)))
    qtbot.waitUntil(lambda: quiet(demo_window), timeout=20_000)
    assert session.scope.choice == EVERYTHING
    assert demo_window.pages["distribution"].model.measure == measure


def test_that_a_case_that_does_not_run_has_a_sheet_of_its_own(qtbot, demo_window):
    session = demo_window.window_model.session
    session.scope.set_date(date(2020, 1, 6))
    qtbot.waitUntil(lambda: quiet(demo_window), timeout=20_000)
    measure = next(key for key in session.organisation.measures if key not in session.caseload.holders)
    demo_window.show_found(Finder(session.caseload, ()).find(measure)[0])
    assert demo_window.findChild(CaseSheet).windowTitle().endswith(measure)


def test_that_arrows_choose_and_a_team_is_taken_with_enter(qtbot, demo_window):
    team = next(iter(demo_window.window_model.session.organisation.teams.values()))
    dialog = open_finder(qtbot, demo_window)
    qtbot.keyClicks(dialog.field, team.location)
    while dialog.chosen.kind is not FoundKind.TEAM:
        qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    chosen = dialog.chosen.target
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert demo_window.window_model.session.scope.choice == chosen


def test_that_every_page_and_command_is_found_by_its_name(finder, demo_window):
    for command in demo_window.commands.commands:
        name = next(found.name for found in finder.find("") if found.target is command)
        assert finder.find(name)[0].target.key == command.key


def test_that_what_cannot_be_done_says_why_and_stays(qtbot, window):
    dialog = open_finder(qtbot, window)
    qtbot.keyClicks(dialog.field, "werkmap")
    assert dialog.chosen.missing == "Open eerst een bestand."
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()


def test_that_every_line_is_read_aloud(qtbot, demo_window):
    dialog = open_finder(qtbot, demo_window)
    qtbot.keyClicks(dialog.field, "a")
    for row in range(dialog.model.rowCount()):
        found = dialog.model.at(row)
        assert found.name in dialog.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    dialog.reject()


def test_that_letters_that_stand_apart_by_chance_are_left_out_where_something_has_them_together(finder):
    found = [one.name for one in finder.find("team")]
    assert found
    assert [name for name in found if "team" not in folded(name)] == []
    assert finder.find("vrdl") != ()
