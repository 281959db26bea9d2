"""A draft is found again after a restart, as far as it still holds."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.application.meeting_records import OpenDraft
from caseload_planner.domain.errors import TargetUnwritableError
from caseload_planner.gui.task_runner import Lane
from caseload_planner.gui.viewmodels import distribution_keeping
from caseload_planner.gui.viewmodels.distribution_fitting import still_possible
from caseload_planner.gui.viewmodels.distribution_keeping import draft_of
from caseload_planner.gui.viewmodels.scope import EVERYTHING, scope_lines
from caseload_planner.rules.round import Placement
from tests.gui.distribution.distribution_steps import open_dialog, propose
from tests.gui.window_doors import MONDAY


def test_that_a_draft_survives_a_restart_with_its_pins_and_its_proposal(qtbot, page, restarted):
    propose(qtbot, page)
    qtbot.keyClick(page.intake.list, Qt.Key.Key_P)
    drawn = page.model.draft
    again = restarted()
    assert again.model.draft.placements == drawn.placements
    assert again.model.draft.pinned == drawn.pinned
    assert again.model.draft.outcome.levels == drawn.outcome.levels
    assert "Bewezen" in again.toolbar.words.text()


def test_that_a_draft_that_was_emptied_is_not_found_again(qtbot, page, restarted):
    propose(qtbot, page)
    qtbot.keyClick(page.intake.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.model.draft.empty
    assert restarted().model.draft.empty


def test_that_a_case_that_is_gone_meanwhile_leaves_the_draft(qtbot, page, restarted):
    propose(qtbot, page)
    gone = page.model.board.queue[0]
    qtbot.waitUntil(lambda: not page._window.session.runner.busy, timeout=20_000)
    services = page._window.session.services
    case = page.model.board.round.measure(gone)
    with services.store.write() as unit:
        unit.apply(OrganisationChanges(measures=(replace(case, closed_on=case.reported_on),)))
        unit.commit()
    again = restarted()
    assert gone not in again.model.draft.placements
    assert again.model.draft.placements


def test_that_what_breaks_a_fixed_rule_by_now_is_left_out_of_a_kept_draft(board):
    key, other = board.queue[0], board.queue[1]
    kept = OpenDraft(
        on=MONDAY,
        teams=(),
        revision=1,
        saved_at=datetime(2026, 11, 23, tzinfo=UTC),
        profile="balanced",
        placements=(Placement(key, "W-gone"), Placement(other, board.people_for(other)[0], board.people_for(other)[0])),
        parked=frozenset({key}),
    )
    draft = still_possible(board, draft_of(kept, None))
    assert not draft.placements
    assert draft.parked == {key}


def kept_in(page) -> OpenDraft | None:
    with page._window.session.services.store.read() as unit:
        return unit.open_drafts.find(MONDAY, ())


def test_that_a_step_that_could_not_be_written_is_told_once_and_written_with_the_next(qtbot, page, monkeypatch):
    real, failures = distribution_keeping.keep_draft, []
    page.model.keeping.failed.connect(failures.append)

    def locked(services, draft):
        raise TargetUnwritableError("the file is locked", path="demo.sqlite")

    monkeypatch.setattr(distribution_keeping, "keep_draft", locked)
    propose(qtbot, page)
    qtbot.waitUntil(lambda: len(failures) == 1)
    open_dialog(qtbot, QMessageBox).close()
    page.model.changes.toggle_pin()
    qtbot.waitUntil(lambda: not page._window.session.runner.busy, timeout=20_000)
    assert len(failures) == 1
    assert kept_in(page) is None
    monkeypatch.setattr(distribution_keeping, "keep_draft", real)
    page.model.changes.toggle_pin()
    qtbot.waitUntil(lambda: kept_in(page) is not None, timeout=20_000)
    assert {row.measure for row in kept_in(page).placements} == set(page.model.draft.placements)


def test_that_a_draft_that_could_not_be_read_is_not_written_over(qtbot, page, monkeypatch, restarted):
    propose(qtbot, page)
    kept = page.model.draft.placements

    def locked(*_arguments):
        raise TargetUnwritableError("the file is locked", path="demo.sqlite")

    real = distribution_keeping.load_draft
    monkeypatch.setattr(distribution_keeping, "load_draft", locked)
    again = restarted()
    open_dialog(qtbot, QMessageBox).close()
    with qtbot.waitSignal(again.model.search.found, timeout=30_000):
        again.model.propose()
    again.model.changes.take_off()
    qtbot.waitUntil(lambda: not again._window.session.runner.busy, timeout=20_000)
    assert {row.measure for row in kept_in(again).placements} == set(kept)
    monkeypatch.setattr(distribution_keeping, "load_draft", real)


def test_that_a_draft_of_another_week_that_comes_late_is_not_written_over(qtbot, page, restarted):
    propose(qtbot, page)
    drawn = page.model.draft.placements
    again = restarted()
    scope, runner = again._window.session.scope, again._window.session.runner
    scope.set_date(MONDAY + timedelta(weeks=2))
    qtbot.waitUntil(lambda: not runner.busy, timeout=20_000)
    again.model.drafts.forget()  # as after a start on another week
    again.model.keeping.forget()
    again.model.refresh()
    qtbot.waitUntil(lambda: not runner.busy, timeout=20_000)
    free = Event()
    runner.start(Lane.DATABASE, lambda _: free.wait(60), topic="an export")
    scope.set_date(MONDAY)
    qtbot.waitUntil(lambda: again.model.board.round.on == MONDAY, timeout=20_000)
    assert again.model.keeping.looking
    scope.set_date(MONDAY + timedelta(weeks=2))
    qtbot.waitUntil(lambda: again.model.board.round.on != MONDAY, timeout=20_000)
    free.set()
    qtbot.waitUntil(lambda: not runner.busy, timeout=20_000)
    scope.set_date(MONDAY)
    qtbot.waitUntil(lambda: again.model.board.round.on == MONDAY and not runner.busy, timeout=20_000)
    assert again.model.draft.placements == drawn
    assert {row.measure for row in kept_in(again).placements} == set(drawn)


def test_that_a_draft_for_other_teams_is_named_where_there_is_none(qtbot, page):
    window = page._window
    scope, runner, status = window.session.scope, window.session.runner, window.status
    region = next(line.choice for line in scope_lines(window.session.organisation) if line.choice.kind == "region")
    scope.choose(region)
    qtbot.waitUntil(lambda: page.model.board.teams != () and not runner.busy, timeout=20_000)
    propose(qtbot, page)
    placed = len(page.model.draft.placements)
    qtbot.waitUntil(lambda: not runner.busy, timeout=20_000)
    scope.choose(EVERYTHING)
    qtbot.waitUntil(lambda: page.model.board.teams == () and not runner.busy, timeout=20_000)
    assert not page.model.draft.placements
    cases = "1 zaak" if placed == 1 else f"{placed} zaken"
    assert status.draft == f"Ander concept, voor {region.key}: {cases}"
    propose(qtbot, page)
    assert "niet vastgesteld" in status.draft
    scope.choose(region)
    qtbot.waitUntil(lambda: page.model.board.teams != () and not runner.busy, timeout=20_000)
    assert "niet vastgesteld" in status.draft
