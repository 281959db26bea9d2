"""Going to another date while something of this one is under way."""

from datetime import date, timedelta
from threading import Event

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.gui.models.distribution_candidates import Standing
from caseload_planner.gui.viewmodels import distribution_search
from tests.gui.distribution.distribution_steps import case_with, decide
from tests.gui.window_doors import MONDAY


def test_that_a_case_of_this_week_is_let_go_on_a_date_that_does_not_ask_it(qtbot, demo_window):
    window = demo_window.window_model
    window.show_page("distribution")
    qtbot.waitUntil(lambda: not window.session.runner.busy, timeout=20_000)
    model = demo_window.pages["distribution"].model
    model.look_at_case(model.board.queue[0])
    with qtbot.waitSignal(window.session.caseload_changed, timeout=20_000):
        window.session.scope.set_date(date(2024, 5, 6))
    model.propose()  # the board of the other date is not there yet
    qtbot.waitUntil(lambda: not window.session.runner.busy, timeout=60_000)
    assert model.board.round.on == date(2024, 5, 6)
    assert model.measure is None or model.measure in model.board.round.asked


def test_that_the_bar_of_a_decision_that_was_put_away_does_not_show_another_weeks(qtbot, page):
    session = page._window.session

    def go(on: date) -> None:
        session.scope.set_date(on)
        qtbot.waitUntil(lambda: page.model.board.round.on == on and not session.runner.busy, timeout=20_000)
        qtbot.waitUntil(lambda: page.model.measure is not None)

    later = MONDAY + timedelta(weeks=1)
    page.model.changes.place(case_with(page, Standing.FREE).worker)
    decide(qtbot, page)
    first = page.model.deciding.decision
    go(later)
    assert page.model.deciding.decision is None
    page.model.changes.place(case_with(page, Standing.FREE).worker)
    decide(qtbot, page)
    page.model.deciding.close()
    go(MONDAY)
    assert page.model.deciding.decision.id == first.id
    go(later)
    assert page.model.deciding.decision is None
    assert not page.decided.isVisible()


def test_that_another_date_does_not_wait_for_a_proposal_that_nobody_wants_any_more(qtbot, page, monkeypatch):
    began = Event()

    def never_done(*_: object, stop: StopSignal, **__: object) -> object:
        began.set()
        while not stop.requested:
            stop_heard.wait(0.01)
        return None

    stop_heard = Event()
    monkeypatch.setattr(distribution_search, "propose", never_done)
    page.model.propose()
    assert began.wait(20)
    scope, later = page._window.session.scope, MONDAY + timedelta(weeks=1)
    scope.set_date(later)
    assert not page.model.search.running
    qtbot.waitUntil(lambda: page.model.board.round.on == later, timeout=20_000)
