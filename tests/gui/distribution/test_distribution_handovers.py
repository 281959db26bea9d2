"""Handovers of an accepted plan stand above the cases of their week and are confirmed with the round."""

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.application.due_handovers import due_rows
from caseload_planner.application.plan_records import HandoverState, PlannedHandover, PlanState, StoredWindDown
from caseload_planner.application.plan_wind_down import plan_wind_down
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.errors import HandoverChangedError, StaleProposalError
from caseload_planner.gui.texts import error_text
from caseload_planner.gui.viewmodels import team_d_planning
from caseload_planner.gui.viewmodels.scope import ScopeChoice, ScopeKind
from caseload_planner.gui.viewmodels.team_d_page import TeamDPageModel
from caseload_planner.gui.views.distribution.decide_dialog import DecideDialog
from caseload_planner.winddown.plan_documents import plan_text
from caseload_planner.winddown.request import WindDownRequest
from tests.gui.distribution.distribution_steps import decide, fill_in, open_dialog, propose, words_of
from tests.gui.window_doors import MONDAY
from tests.winddown.kept_plans import a_kept_plan

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def handover(board, week: date, overlap_weeks: int = 0, nth: int = 0) -> PlannedHandover:
    """Hand a running measure of the first region over within its own team."""
    caseload, organisation = board.round.caseload, board.round.caseload.organisation
    running = [
        (key, holders.first, worker)
        for key, holders in caseload.holders.items()
        if holders.first is not None and holders.second is None and key not in board.round.asked
        for worker in sorted(board.rows)
        if worker != holders.first and organisation.workers[worker].team == organisation.workers[holders.first].team
    ]
    measure, giver, receiver = sorted({one[0]: one for one in running}.values())[nth]
    return PlannedHandover(
        plan="D-1",
        measure=measure,
        from_worker=giver,
        to_worker=receiver,
        position=Position.FIRST,
        week=week,
        overlap_weeks=overlap_weeks,
    )


@pytest.mark.parametrize(
    ("weeks_from_now", "overlap_weeks", "due"),
    [(0, 0, True), (-2, 0, True), (1, 0, False), (2, 2, True), (3, 2, False)],
)
def test_that_a_handover_is_due_when_its_overlap_begins(board, weeks_from_now, overlap_weeks, due):
    one = handover(board, MONDAY + timedelta(weeks=weeks_from_now), overlap_weeks)
    assert bool(due_rows(board.round.caseload, [one], board.teams)) is due


def accept(services, *handovers: PlannedHandover, document: str = "") -> None:
    """Keep an accepted plan with some handovers."""
    until, key = MONDAY + timedelta(weeks=26), handovers[0].plan
    plan = StoredWindDown(
        id=key,
        made_by="Anna",
        made_at=NOW,
        on=MONDAY,
        until=until,
        revision=1,
        document=document or a_kept_plan(MONDAY, until),
    )
    with services.store.write() as unit:
        unit.wind_downs.record(plan, handovers)
        unit.wind_downs.settle(key, PlanState.ACCEPTED, settled_by="Anna", settled_at=NOW)
        unit.commit()


def states(services) -> dict[str, HandoverState]:
    with services.store.read() as unit:
        return {one.measure: one.state for one in unit.wind_downs.handovers("D-1")}


def look_again(qtbot, page) -> None:
    """Read the file anew, as the page of team D asks once a plan is accepted."""
    session = page._window.session
    session.reload()
    qtbot.waitUntil(lambda: not session.loading and not session.runner.busy)


def box_of(page, handover: PlannedHandover) -> QCheckBox:
    return next(box for box in page.intake.findChildren(QCheckBox) if box.text().startswith(handover.measure))


def test_that_a_round_confirms_the_handovers_of_its_week_save_what_the_leader_leaves_out(qtbot, page):
    services = page._window.session.services
    taken, left = handover(page.model.board, MONDAY), handover(page.model.board, MONDAY, nth=1)
    accept(services, taken, left)
    look_again(qtbot, page)
    qtbot.waitUntil(lambda: len(page.intake.findChildren(QCheckBox)) == 2)
    assert page.intake.handovers.again.isHidden()
    qtbot.keyClick(box_of(page, left), Qt.Key.Key_Space)
    propose(qtbot, page)
    decide(qtbot, page)
    assert states(services) == {taken.measure: HandoverState.CONFIRMED, left.measure: HandoverState.PLANNED}


def test_that_a_handover_that_no_longer_holds_says_why_and_is_left_out_of_the_round(qtbot, page):
    services = page._window.session.services
    good, other = handover(page.model.board, MONDAY), handover(page.model.board, MONDAY, nth=1)
    moved = replace(other, from_worker=other.to_worker, to_worker=other.from_worker)
    accept(services, good, moved)
    look_again(qtbot, page)
    qtbot.waitUntil(lambda: len(page.intake.findChildren(QCheckBox)) == 2)
    box = box_of(page, moved)
    assert (box.isEnabled(), box.isChecked()) == (False, False)
    assert page.intake.handovers.fallen.text().endswith("1")
    assert page.model.name_of(moved.from_worker) in box.toolTip().splitlines()[-1]
    propose(qtbot, page)
    decide(qtbot, page)
    assert states(services) == {good.measure: HandoverState.CONFIRMED, moved.measure: HandoverState.PLANNED}


def test_that_a_changed_week_opens_team_d_and_plans_again(qtbot, page, monkeypatch):
    monkeypatch.setattr(team_d_planning, "PLANNING_SECONDS", 2.0)
    window, services, until = page._window, page._window.session.services, MONDAY + timedelta(weeks=26)
    other = handover(page.model.board, MONDAY)
    moved = replace(other, from_worker=other.to_worker, to_worker=other.from_worker)
    made = plan_wind_down(services, WindDownRequest(on=MONDAY, until=until, time_limit_seconds=2))
    accept(services, moved, document=plan_text(made.request, made.plan))
    look_again(qtbot, page)
    qtbot.waitUntil(lambda: not page.intake.handovers.again.isHidden())
    qtbot.mouseClick(page.intake.handovers.again, Qt.MouseButton.LeftButton)
    team_d = window.page_model("team_d", TeamDPageModel)
    assert (window.page, team_d.running) == ("team_d", True)
    qtbot.waitUntil(lambda: not team_d.running and not window.session.runner.busy, timeout=30_000)
    assert team_d.draft is not None
    assert (team_d.draft.state, team_d.draft.request.until) == (PlanState.DRAFT, until)


def at_a_team_without_cases(qtbot, page, one: PlannedHandover) -> None:
    """Close what waits for the receiver's team, and look at that team alone."""
    services, board = page._window.session.services, page.model.board
    team = board.round.caseload.organisation.workers[one.to_worker].team
    waiting = [board.round.measure(key) for key in board.round.asked if board.round.measure(key).team == team]
    with services.store.write() as unit:
        unit.apply(OrganisationChanges(measures=tuple(replace(case, closed_on=case.reported_on) for case in waiting)))
        unit.commit()
    accept(services, one)
    page._window.session.scope.choose(ScopeChoice(ScopeKind.TEAM, team))
    look_again(qtbot, page)
    qtbot.waitUntil(lambda: page.model.board is not None and page.model.board.teams == (team,))


def test_that_a_week_with_only_handovers_is_decided_with_its_document_and_can_be_taken_back(qtbot, page):
    services = page._window.session.services
    one = handover(page.model.board, MONDAY)
    at_a_team_without_cases(qtbot, page, one)
    qtbot.waitUntil(page.handover_week.isVisible)
    assert not page.model.board.queue
    assert "Vaststellen" in page.handover_week.decide.text()
    box = page.handover_week.findChildren(QCheckBox)[0]
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not page.handover_week.decide.isEnabled()
    assert page.handover_week.decide.toolTip()
    qtbot.waitUntil(lambda: not page.handover_week.findChildren(QCheckBox)[0].isChecked())
    qtbot.keyClick(page.handover_week.findChildren(QCheckBox)[0], Qt.Key.Key_Space)
    qtbot.mouseClick(page.handover_week.decide, Qt.MouseButton.LeftButton)
    dialog = open_dialog(qtbot, DecideDialog)
    assert one.measure in words_of(dialog)
    fill_in(qtbot, dialog, "Anna de Vries")
    with qtbot.waitSignal(page.model.deciding.decided, timeout=20_000):
        qtbot.mouseClick(dialog.decide, Qt.MouseButton.LeftButton)
    assert states(services) == {one.measure: HandoverState.CONFIRMED}
    with qtbot.waitSignal(page.model.deciding.saved, timeout=30_000) as saved:
        qtbot.mouseClick(page.decided.pdf, Qt.MouseButton.LeftButton)
    assert saved.args[0].read_bytes().startswith(b"%PDF")
    with qtbot.waitSignal(page.model.deciding.withdrawn, timeout=20_000):
        page.model.deciding.withdraw(services, "Anna de Vries", "vergissing")
    assert states(services) == {one.measure: HandoverState.PLANNED}


def test_that_handovers_can_be_decided_while_every_case_waits(qtbot, page):
    accept(page._window.session.services, handover(page.model.board, MONDAY))
    assert not page.toolbar.decide.isEnabled()
    look_again(qtbot, page)
    qtbot.waitUntil(page.toolbar.decide.isEnabled)
    summary = page.model.deciding.summary()
    assert (summary.placed, len(summary.handovers), summary.blocked) == (0, 1, "")


def with_second(board) -> tuple[PlannedHandover, PlannedHandover]:
    """Hand a measure over with somebody who comes as second beside the new first contact."""
    caseload = board.round.caseload
    for nth in itertools.count():
        first = handover(board, MONDAY, nth=nth)
        for key in sorted(board.rows):
            second = replace(first, from_worker=first.to_worker, to_worker=key, position=Position.SECOND)
            rows = due_rows(caseload, [first, second], board.teams)
            if key not in {first.from_worker, first.to_worker} and not any(row.changed for row in rows):
                return first, second
    raise AssertionError


def test_that_who_joins_stands_with_the_handover_and_is_confirmed_with_it(qtbot, page):
    services = page._window.session.services
    first, second = with_second(page.model.board)
    accept(services, first, second)
    look_again(qtbot, page)
    qtbot.waitUntil(lambda: len(page.intake.findChildren(QCheckBox)) == 1)
    assert page.model.name_of(second.to_worker) in box_of(page, first).accessibleName()
    propose(qtbot, page)
    decide(qtbot, page)
    with services.store.read() as unit:
        assert {one.state for one in unit.wind_downs.handovers("D-1")} == {HandoverState.CONFIRMED}


def test_that_a_handover_that_fell_meanwhile_is_told_in_words_of_its_own(look):
    said = error_text(HandoverChangedError("M1 can no longer go", measure="M1", worker="W1", why="closed"))
    assert "overdracht" in said
    assert said != error_text(StaleProposalError("older", proposal="P1"))


def test_that_a_long_handover_is_folded_and_not_scrolled_aside(qtbot, page):
    services, board = page._window.session.services, page.model.board
    accept(services, *with_second(board))
    look_again(qtbot, page)
    qtbot.waitUntil(lambda: len(page.intake.findChildren(QCheckBox)) == 1)
    section = page.intake.handovers
    (box,) = section.findChildren(QCheckBox)
    assert " ".join(box.text().split()) == box.accessibleName()
    assert box.sizeHint().width() <= section.width()
    assert not section._scroll.horizontalScrollBar().isVisible()
