"""Going to another date while something of this one is under way."""

from datetime import date


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
