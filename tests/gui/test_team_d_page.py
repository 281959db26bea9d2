"""The Team D page: a plan, its tables, its last day, and accepting it, with the real planner."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseload_planner.application.plan_records import PlanState
from caseload_planner.gui.viewmodels import team_d_page
from caseload_planner.gui.viewmodels.team_d_page import TeamDPageModel
from caseload_planner.gui.views.main_window import MainWindow
from caseload_planner.gui.views.team_d.page import TeamDPage
from tests.gui.window_doors import MONDAY

LONG_MS = 60_000


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans of the small demo are there in a few seconds."""
    monkeypatch.setattr(team_d_page, "PLANNING_SECONDS", 2.0)


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


def test_that_an_empty_page_says_what_to_do(page: TeamDPage) -> None:
    assert page.stack.currentIndex() == 0
    assert "laatste dag van team D" in page.empty.text()
    assert not page.toolbar.accept.isEnabled()
    assert page.toolbar.accept.toolTip()


def test_that_a_plan_says_whether_it_can_be_done_and_what_it_costs(planned: TeamDPage) -> None:
    draft = planned.model.draft
    assert draft is not None
    assert "ihil" in planned.answer.text()
    assert str(len(draft.plan.handovers)) in planned.answer.text()
    assert "werknorm" in planned.cost.text()
    assert planned.handovers.rowCount() == len(draft.plan.handovers) + len(draft.plan.joining)
    assert planned.left.rowCount() == len(draft.plan.unplaced)
    assert planned.running_out.rowCount() == len(draft.plan.runs_out)


def test_that_a_screen_reader_hears_every_week_of_a_receiver(planned: TeamDPage) -> None:
    model = planned.taking
    spoken = model.index(0, model.columnCount() - 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "weken boven de werknorm" in spoken


def test_that_the_last_day_moves_with_the_arrow_keys_and_asks_to_plan_again(qtbot: QtBot, planned: TeamDPage) -> None:
    before = planned.model.until
    planned.chart.setFocus()
    qtbot.keyClick(planned.chart, Qt.Key.Key_Left)
    assert planned.model.until == before - timedelta(weeks=1)
    assert planned.notice.isVisibleTo(planned)
    assert "opnieuw" in planned.notice.text()


def test_that_a_plan_in_even_steps_can_be_compared_with_the_one_before(qtbot: QtBot, planned: TeamDPage) -> None:
    planned.toolbar.even.setChecked(True)
    planned.model.plan()
    at_rest(qtbot, planned)
    assert planned.model.draft is not None
    assert planned.model.draft.request.steps
    assert planned.toolbar.compare.isEnabled()
    planned.ask_compare()


def test_that_accepting_asks_a_name_and_is_remembered(qtbot: QtBot, planned: TeamDPage) -> None:
    draft = planned.model.draft
    assert draft is not None
    with qtbot.waitSignal(planned.model.accepted, timeout=LONG_MS):
        planned.model.accept("Leider")
    assert planned.model.draft is not None
    assert planned.model.draft.state is PlanState.ACCEPTED
    assert planned.toolbar.withdraw.isVisibleTo(planned)
    assert "Vastgesteld" in planned.cost.text()
    with qtbot.waitSignal(planned.model.accepted, timeout=LONG_MS):
        planned.model.withdraw("Leider", "andere datum")
    assert planned.model.draft is None


def test_that_stopping_keeps_the_best_so_far(qtbot: QtBot, page: TeamDPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(team_d_page, "PLANNING_SECONDS", 50.0)
    page.model.plan()
    assert page.model.running
    assert page.toolbar.stop.isVisibleTo(page)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    at_rest(qtbot, page)
    assert page.model.draft is not None


def test_that_a_last_day_before_the_date_says_what_is_missing(page: TeamDPage) -> None:
    page.model.set_until(MONDAY)
    assert not page.toolbar.plan.isEnabled()
    assert "laatste dag" in page.toolbar.plan.toolTip()


def test_that_the_plan_is_found_again_in_another_language(qtbot: QtBot, planned: TeamDPage) -> None:
    model: TeamDPageModel = planned.model
    again = TeamDPageModel(model.session)
    again.load()
    qtbot.waitUntil(lambda: again.draft is not None, timeout=LONG_MS)
    assert again.draft is not None
    assert model.draft is not None
    assert again.draft.plan == model.draft.plan
