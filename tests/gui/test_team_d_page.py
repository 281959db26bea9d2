"""The Team D page: a plan, its tables, its last day, and accepting it, with the real planner."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QScrollArea
from pytestqt.qtbot import QtBot

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.application.plan_records import PlanState
from caseload_planner.application.plan_wind_down import latest_wind_down, wind_down_draft
from caseload_planner.application.planning_process import PlanningLostError
from caseload_planner.application.services import Services
from caseload_planner.application.wind_down_changes import changes_between
from caseload_planner.gui import formatting
from caseload_planner.gui.models.leaver_rows import BY, CASES, NAME, WHY
from caseload_planner.gui.viewmodels import team_d_planning
from caseload_planner.gui.viewmodels.team_d_page import TeamDPageModel
from caseload_planner.gui.views.main_window import MainWindow
from caseload_planner.gui.views.number_field import NumberField
from caseload_planner.gui.views.team_d.compare_plans_dialog import ComparePlansDialog
from caseload_planner.gui.views.team_d.page import TeamDPage
from caseload_planner.gui.views.team_d.settle_dialog import SettleDialog
from caseload_planner.gui.views.team_d.steps_dialog import StepsDialog
from caseload_planner.gui.views.team_d.who_dialog import WhoDialog
from caseload_planner.winddown.request import Leaver
from tests.gui.window_doors import MONDAY

LONG_MS = 60_000


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans of the small demo are there in a few seconds."""
    monkeypatch.setattr(team_d_planning, "PLANNING_SECONDS", 2.0)


@pytest.fixture
def page(qtbot: QtBot, demo_window: MainWindow) -> TeamDPage:
    """The page on the small demo organisation, at rest."""
    demo_window.window_model.show_page("team_d")
    shown = demo_window.pages["team_d"]
    assert isinstance(shown, TeamDPage)
    at_rest(qtbot, shown)
    qtbot.waitUntil(lambda: not shown.model.missing, timeout=LONG_MS)
    return shown


@pytest.fixture
def planned(qtbot: QtBot, page: TeamDPage) -> TeamDPage:
    """The page with a plan."""
    qtbot.keyClick(page, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: page.model.draft is not None, timeout=LONG_MS)
    at_rest(qtbot, page)
    return page


def at_rest(qtbot: QtBot, page: TeamDPage) -> None:
    qtbot.waitUntil(lambda: not page.model.running and not page.model.session.runner.busy, timeout=LONG_MS)


def test_that_a_planner_that_falls_over_leaves_the_window_its_plan_to_make(qtbot: QtBot, page: TeamDPage) -> None:
    planner, model = page.model.session.planning, page.model
    with qtbot.waitSignal(model.failed, timeout=LONG_MS) as failed:
        qtbot.keyClick(page, Qt.Key.Key_F5)
        qtbot.waitUntil(lambda: planner.running, timeout=LONG_MS)
        planner.interrupt()
    assert isinstance(failed.args[0], PlanningLostError)
    at_rest(qtbot, page)
    assert model.draft is None
    assert latest_wind_down(services_of(page)) is None
    told = page.window().findChild(QMessageBox)
    assert told is not None
    assert "Het plannen is onderbroken" in f"{told.text()} {told.informativeText()}"
    told.accept()
    qtbot.waitUntil(page.window().isActiveWindow)
    qtbot.keyClick(page.window(), Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: model.draft is not None, timeout=LONG_MS)


def services_of(page: TeamDPage) -> Services:
    services = page.model.session.services
    assert services is not None
    return services


def again(qtbot: QtBot, page: TeamDPage) -> TeamDPageModel:
    """Give the page's state as it is after a restart of the program."""
    model = TeamDPageModel(page.model.session)
    model.load()
    qtbot.waitUntil(lambda: model.drift is not None and not model.session.runner.busy, timeout=LONG_MS)
    return model


def test_that_an_empty_page_says_what_to_do_and_what_team_d_carries(page: TeamDPage) -> None:
    assert page.stack.currentIndex() == 0
    assert "Plan maken (F5)" in page.begin.words.text()
    assert not page.plan_bar.accept.isVisibleTo(page)
    caseload = page.model.session.caseload
    assert caseload is not None
    team_d = [one for one in caseload.carrying_workers if caseload.organisation.workers[one].seconded]
    rows = [page.begin.rows.row(number) for number in range(page.begin.rows.rowCount())]
    assert {row.key for row in rows} == set(team_d)
    assert [row.cells[3] for row in rows] == [formatting.points(caseload.load(row.key)) for row in rows]
    assert formatting.points(sum(caseload.load(one) for one in team_d)) in page.begin.together.text()


def test_that_an_empty_page_shows_who_was_chosen(page: TeamDPage) -> None:
    organisation = page.model.session.organisation
    assert organisation is not None
    other = next(key for key, one in organisation.workers.items() if one.carries and not one.seconded)
    page.model.question.set_leavers((Leaver(other, MONDAY + timedelta(weeks=9)),))
    assert [page.begin.rows.row(n).key for n in range(page.begin.rows.rowCount())] == [other]


@pytest.mark.parametrize("width", [911, 1366])
def test_that_the_page_needs_no_scrolling_aside(qtbot: QtBot, page: TeamDPage, width: int) -> None:
    page.window().resize(width, 442)
    page.question_bar.takes_new.setChecked(True)
    for _ in range(4):
        QCoreApplication.processEvents()
    frame = page.parentWidget().parentWidget()
    assert isinstance(frame, QScrollArea)
    assert not frame.horizontalScrollBar().isVisible()
    bar = page.question_bar
    assert bar.rect().contains(bar.nil.geometry())
    assert bar.nil.accessibleName() == "Wanneer kan het?"


def test_that_accepting_says_that_the_plan_of_before_makes_way(qtbot: QtBot, planned: TeamDPage) -> None:
    planned.ask_accept()
    (first,) = planned.findChildren(SettleDialog)
    assert "vervalt" not in words_in(first)
    first.reject()
    with qtbot.waitSignal(planned.model.accepted, timeout=LONG_MS):
        planned.model.accept("Leider")
    at_rest(qtbot, planned)
    planned.model.planning.plan()
    qtbot.waitUntil(
        lambda: planned.model.draft is not None and planned.model.draft.state is PlanState.DRAFT, timeout=LONG_MS
    )
    at_rest(qtbot, planned)
    planned.ask_accept()
    said = [words_in(dialog) for dialog in planned.findChildren(SettleDialog) if dialog.isVisible()]
    assert "vervalt" in said[0]


def words_in(dialog: SettleDialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel))


def test_that_a_plan_says_whether_it_can_be_done_and_what_it_costs(planned: TeamDPage) -> None:
    draft = planned.model.draft
    assert draft is not None
    assert "ihil" in planned.answer.text()
    assert str(len(draft.plan.handovers)) in planned.answer.text()
    assert "werknorm" in planned.cost.text()
    assert planned.view.handovers.rowCount() == len(draft.plan.handovers) + len(draft.plan.joining)
    assert planned.view.left.rowCount() == len(draft.plan.unplaced)
    assert planned.view.running_out.rowCount() == len(draft.plan.runs_out)


def test_that_what_runs_out_is_said_of_who_leaves(planned: TeamDPage) -> None:
    draft, rows = planned.model.draft, planned.view.running_out
    assert draft is not None
    names = {draft.organisation.workers[one.worker].name for one in draft.request.leavers}
    assert rows.rowCount() > 0
    assert {rows.row(number).cells[1] for number in range(rows.rowCount())} <= names


def test_that_a_screen_reader_hears_every_week_of_a_receiver(planned: TeamDPage) -> None:
    model = planned.view.taking
    spoken = model.index(0, model.columnCount() - 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "weken boven de werknorm" in spoken


def test_that_the_last_day_moves_with_the_arrow_keys_and_asks_to_plan_again(qtbot: QtBot, planned: TeamDPage) -> None:
    before = planned.model.question.until
    planned.view.chart.setFocus()
    qtbot.keyClick(planned.view.chart, Qt.Key.Key_Left)
    assert planned.model.question.until == before - timedelta(weeks=1)
    assert planned.notice.isVisibleTo(planned)
    assert "opnieuw" in planned.notice.text()


def test_that_a_plan_in_even_steps_can_be_compared_with_the_one_before(qtbot: QtBot, planned: TeamDPage) -> None:
    planned.question_bar.even.trigger()
    planned.model.planning.plan()
    at_rest(qtbot, planned)
    draft = planned.model.draft
    assert draft is not None
    assert draft.request.steps
    assert planned.plan_bar.compare.isEnabled()
    other = next(one.id for one in planned.model.choices if one.id != draft.id)
    planned.model.compare(other)
    at_rest(qtbot, planned)
    dialog = planned.findChild(ComparePlansDialog)
    assert dialog is not None
    assert dialog.model.rowCount() == len(changes_between(wind_down_draft(services_of(planned), other), draft).changed)


def test_that_accepting_asks_a_name_and_is_remembered(qtbot: QtBot, planned: TeamDPage) -> None:
    draft = planned.model.draft
    assert draft is not None
    with qtbot.waitSignal(planned.model.accepted, timeout=LONG_MS):
        planned.model.accept("Leider")
    assert planned.model.draft is not None
    assert planned.model.draft.state is PlanState.ACCEPTED
    assert planned.plan_bar.withdraw.isVisibleTo(planned)
    assert "Vastgesteld" in planned.cost.text()
    with qtbot.waitSignal(planned.model.accepted, timeout=LONG_MS):
        planned.model.withdraw("Leider", "andere datum")
    assert planned.model.draft is None


def test_that_stopping_keeps_the_best_so_far(qtbot: QtBot, page: TeamDPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(team_d_planning, "PLANNING_SECONDS", 50.0)
    page.model.planning.plan()
    assert page.model.running
    assert page.question_bar.stop.isVisibleTo(page)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    at_rest(qtbot, page)
    assert page.model.draft is not None


def test_that_a_last_day_before_the_date_says_what_is_missing(page: TeamDPage) -> None:
    page.model.question.set_until(MONDAY)
    assert not page.question_bar.plan.isEnabled()
    assert "laatste dag" in page.question_bar.plan.toolTip()


def test_that_the_plan_is_found_again_in_another_language(qtbot: QtBot, planned: TeamDPage) -> None:
    found, draft = again(qtbot, planned), planned.model.draft
    assert found.draft is not None
    assert draft is not None
    assert found.draft.plan == draft.plan


def test_that_a_last_day_for_new_cases_is_asked_and_stays_when_planning_again(qtbot: QtBot, page: TeamDPage) -> None:
    last = MONDAY + timedelta(weeks=3)
    page.question_bar.takes_new.setChecked(True)
    page.question_bar.new_until.setDate(QDate(last.year, last.month, last.day))
    page.question_bar.new_until.editingFinished.emit()
    for _ in range(2):
        qtbot.keyClick(page, Qt.Key.Key_F5)
        at_rest(qtbot, page)
        assert page.model.draft is not None
        assert page.model.draft.request.new_cases_until == last
    found = again(qtbot, page)
    assert found.question.new_cases_until == last
    assert not found.asked_otherwise


def test_that_another_last_day_for_new_cases_asks_to_plan_again(planned: TeamDPage) -> None:
    assert not planned.notice.isVisibleTo(planned)
    planned.question_bar.takes_new.click()
    assert planned.model.question.new_cases_until is not None
    assert "opnieuw" in planned.notice.text()


def test_that_a_case_that_closed_since_is_named_also_after_a_restart(qtbot: QtBot, planned: TeamDPage) -> None:
    draft, organisation = planned.model.draft, planned.model.session.organisation
    assert draft is not None
    assert organisation is not None
    ended = draft.plan.handovers[0].measure
    gone = replace(organisation.measures[ended], closed_on=MONDAY - timedelta(days=1))
    services = services_of(planned)
    with services.store.write() as unit:
        unit.apply(OrganisationChanges(measures=(gone,)))
        unit.commit()
    planned.model.session.reload()
    qtbot.waitUntil(lambda: planned.model.stale, timeout=LONG_MS)
    assert ended in planned.notice.text()
    assert "opnieuw" in planned.notice.text()
    found = again(qtbot, planned)
    assert found.stale
    assert found.drift is not None
    assert found.drift.fallen == (ended,)


def test_that_a_chosen_leaver_hands_over_by_her_own_day(qtbot: QtBot, page: TeamDPage) -> None:
    page.ask_who()
    dialog = page.findChild(WhoDialog)
    assert dialog is not None
    rows = dialog.rows
    held = [row for row in range(rows.rowCount()) if int(rows.index(row, CASES).data()) > 0]
    own = next(row for row in held if "team D" not in rows.index(row, WHY).data())
    rows.setData(rows.index(own, NAME), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    last = MONDAY + timedelta(weeks=20)
    rows.setData(rows.index(own, BY), QDate(last.year, last.month, last.day))
    dialog.take.click()
    assert page.question_bar.who.text().endswith(rows.index(own, NAME).data())
    qtbot.keyClick(page, Qt.Key.Key_F5)
    at_rest(qtbot, page)
    draft = page.model.draft
    assert draft is not None
    assert [one.ends_on for one in draft.request.leavers] == [last]
    assert not draft.organisation.workers[draft.request.leavers[0].worker].seconded
    assert not page.model.asked_otherwise


def test_that_on_another_date_the_plan_is_held_against_that_day(qtbot: QtBot, planned: TeamDPage) -> None:
    draft, later = planned.model.draft, MONDAY + timedelta(weeks=20)
    assert draft is not None
    assert not planned.model.stale
    ends = [draft.organisation.measures[key].expected_end for key in draft.plan.runs_out]
    assert any(end is not None and end <= later for end in ends)
    planned.model.session.scope.set_date(later)
    qtbot.waitUntil(lambda: planned.model.stale, timeout=LONG_MS)
    at_rest(qtbot, planned)
    assert planned.notice.isVisibleTo(planned)


def test_that_a_curve_that_was_drawn_is_asked_and_kept_by_the_plan(qtbot: QtBot, page: TeamDPage) -> None:
    page.ask_steps()
    (dialog,) = page.findChildren(StepsDialog)
    drawn = [dialog.table.cellWidget(row, 0) for row in range(dialog.table.rowCount())]
    for box in drawn:
        if isinstance(box, NumberField):
            box.setValue(max(0.0, box.value() - 1.0))
    asked = dialog.steps()
    assert asked
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert page.model.question.asked.steps == asked
    qtbot.keyClick(page, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: page.model.draft is not None, timeout=LONG_MS)
    assert page.model.draft is not None
    assert page.model.draft.request.steps == asked
    page.ask_steps()
    again = next(one for one in page.findChildren(StepsDialog) if one.isVisible())
    qtbot.mouseClick(again.none, Qt.MouseButton.LeftButton)
    assert page.model.question.asked.steps == ()


@pytest.mark.parametrize(("ending", "begins"), [(".pdf", b"%PDF"), (".xlsx", b"PK")])
def test_that_a_plan_is_taken_along_as_a_document(
    qtbot: QtBot, planned: TeamDPage, tmp_path: Path, ending: str, begins: bytes
) -> None:
    path = tmp_path / f"plan{ending}"
    with qtbot.waitSignal(planned.model.saved, timeout=LONG_MS):
        planned.model.save(path)
    assert path.read_bytes().startswith(begins)


def test_that_handovers_need_no_scrolling_sideways(planned: TeamDPage) -> None:
    QCoreApplication.processEvents()
    table = planned.view.handover_table
    header = table.horizontalHeader()
    sizes = [header.sectionSize(column) for column in range(header.count())]
    assert table.horizontalScrollBar().maximum() == 0, (sizes, table.viewport().width())


def chosen_leavers(page: TeamDPage, count: int) -> list[str]:
    caseload = page.model.session.caseload
    assert caseload is not None
    return [key for key in caseload.carrying_workers if caseload.carried.get(key)][:count]


def test_that_enter_in_the_finder_of_who_goes_to_who_was_found(qtbot: QtBot, page: TeamDPage) -> None:
    page.ask_who()
    dialog = page.findChild(WhoDialog)
    assert dialog is not None
    for ticked in (False, True):
        if ticked:
            dialog.rows.setData(dialog.rows.index(0, NAME), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
        dialog.finder.setFocus()
        qtbot.keyClick(dialog.finder, Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert dialog.focusWidget() is dialog.table
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert len(page.model.question.leavers) == 1


def test_that_no_day_before_the_date_can_be_somebodys_own(page: TeamDPage) -> None:
    page.ask_who()
    dialog = page.findChild(WhoDialog)
    assert dialog is not None
    rows = dialog.rows
    rows.setData(rows.index(0, BY), QDate(2026, 11, 1))
    assert rows.leavers()[0].ends_on == MONDAY + timedelta(days=1)
    dialog.close()
    worker = chosen_leavers(page, 1)[0]
    page.model.question.set_leavers((Leaver(worker, MONDAY + timedelta(weeks=4)),))
    page.model.question.set_until(MONDAY + timedelta(weeks=40))
    assert page.model.missing == ""
    page.model.question.set_leavers((Leaver(worker, MONDAY), Leaver(chosen_leavers(page, 2)[1], date(2027, 6, 1))))
    assert "eigen laatste dag" in page.model.missing
    assert not page.question_bar.plan.isEnabled()


def test_that_a_date_that_is_being_typed_is_the_one_that_is_planned(qtbot: QtBot, page: TeamDPage) -> None:
    wanted = page.model.question.until + timedelta(weeks=2)
    page.question_bar.until.setFocus()
    page.question_bar.until.setDate(QDate(wanted.year, wanted.month, wanted.day))
    qtbot.keyClick(page.question_bar.until, Qt.Key.Key_F5)
    at_rest(qtbot, page)
    assert page.model.draft is not None
    assert page.model.draft.request.until == wanted


def test_that_an_own_last_day_stays_when_that_of_all_goes_back_and_forth(page: TeamDPage) -> None:
    question, (one, other) = page.model.question, chosen_leavers(page, 2)
    own, last = MONDAY + timedelta(weeks=10), MONDAY + timedelta(weeks=20)
    question.set_leavers((Leaver(one, own), Leaver(other, last)))
    question.set_until(MONDAY + timedelta(weeks=6))
    assert {row.ends_on for row in question.leavers} == {MONDAY + timedelta(weeks=6)}
    question.set_until(MONDAY + timedelta(weeks=24))
    days = {row.worker: row.ends_on for row in question.leavers}
    assert days == {one: own, other: MONDAY + timedelta(weeks=24)}


def test_that_new_cases_never_go_on_after_the_last_day(page: TeamDPage) -> None:
    question = page.model.question
    question.set_new_cases_until(MONDAY + timedelta(weeks=15))
    question.set_until(MONDAY + timedelta(weeks=10))
    assert question.new_cases_until == question.until
    question.set_new_cases_until(MONDAY + timedelta(weeks=40))
    assert question.new_cases_until == question.until


def test_that_when_it_can_be_nil_is_said_without_a_plan_and_let_go_with_another_question(
    qtbot: QtBot, page: TeamDPage
) -> None:
    page.model.planning.find_nil()
    qtbot.waitUntil(lambda: page.model.nil is not None, timeout=LONG_MS)
    assert page.cost.isVisibleTo(page)
    assert "werknorm" in page.cost.text()
    page.model.question.set_until(page.model.question.until + timedelta(weeks=1))
    assert page.model.nil is None
    assert not page.cost.isVisibleTo(page)


def test_that_even_steps_after_a_drawn_curve_ask_to_plan_again(qtbot: QtBot, planned: TeamDPage) -> None:
    question = planned.model.question
    question.set_steps(tuple(replace(step, most=step.most + 100) for step in question.suggested_steps()))
    planned.plan()
    at_rest(qtbot, planned)
    assert not planned.model.asked_otherwise
    question.set_even(even=True)
    assert planned.model.asked_otherwise
