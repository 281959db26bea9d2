"""The Ondersteuners page shows what the command ``support`` says, always as relief."""

import pytest

from caseload_planner.application.scenario_shelf import base_scenario
from caseload_planner.application.support_effect import effect_of_support
from caseload_planner.cli.support_command import support_document
from caseload_planner.staffing.support_assumptions import HIGH, LIKELY, LOW

WAIT = 20_000


@pytest.fixture
def page(qtbot, demo_window):
    """The page with its first answer."""
    demo_window.window_model.show_page("support")
    qtbot.waitUntil(lambda: "support" in demo_window.pages, timeout=WAIT)
    made = demo_window.pages["support"]
    qtbot.waitUntil(lambda: made.model.answer is not None, timeout=WAIT)
    settled(qtbot, demo_window)
    return made


def settled(qtbot, window):
    model = window.pages["support"].model
    qtbot.waitUntil(lambda: not model._settle.isActive() and not window.window_model.session.runner.busy, timeout=WAIT)


def test_that_the_page_and_the_command_agree(qtbot, page, demo_window):
    session = demo_window.window_model.session
    for fte in (0.0, 2.0, 4.0):
        page.number.setValue(fte)
        settled(qtbot, demo_window)
        command = support_document(effect_of_support(session.file, session.scope.on, (fte,)))
        shown = support_document(page.model.answer)
        assert shown["rows"] == command["rows"]
        assert shown["now"] == command["now"]
        assert shown["curve"][:20] == command["curve"][:20]


def test_that_more_support_never_changes_the_caseload_that_is_told(qtbot, page, demo_window):
    said = page.caseload.text()
    assert "verlichting" in said
    page.slider.setValue(200)
    settled(qtbot, demo_window)
    assert page.model.fte == 20.0
    assert page.caseload.text() == said
    assert "20,0 fte ondersteuners" in page.relief.text()


def test_that_costs_are_empty_until_filled_in_and_are_kept_with_the_base(qtbot, page, demo_window):
    assert page._prices[0][2].text() == "vul in"
    page.costs["support_cost"].setValue(60_000)
    settled(qtbot, demo_window)
    assert page._prices[0][2].text() != "vul in"
    assert page._prices[1][2].text() == "vul in"
    assert base_scenario(demo_window.window_model.session.file).support.support_cost == 60_000


def test_that_a_task_that_takes_longer_can_move_more_hours(qtbot, page, demo_window):
    before = int(page.tasks._hours[0].text())
    page.tasks._fields[0]["minutes"].setValue(16)
    settled(qtbot, demo_window)
    assert page.model.support.tasks[0].minutes[LIKELY] == 16
    assert int(page.tasks._hours[0].text()) == pytest.approx(2 * before, abs=1)
    low, likely, high = page.model.support.tasks[0].minutes
    assert low <= likely <= high


def test_that_both_ends_of_a_range_can_be_changed(qtbot, page, demo_window):
    low, likely, high = page.model.support.tasks[0].minutes
    likely_relief = page.model.answer.asked[0].relief_fte
    page.variants.button(HIGH).click()
    assert page.tasks._fields[0]["minutes"].value() == high
    page.tasks._fields[0]["minutes"].setValue(12)
    page.variants.button(LOW).click()
    page.tasks._fields[0]["minutes"].setValue(4)
    settled(qtbot, demo_window)
    assert page.model.support.tasks[0].minutes == (4, likely, 12)
    assert low != 4
    assert page.model.answer.asked[0].relief_fte[LIKELY] == likely_relief[LIKELY]
    assert base_scenario(demo_window.window_model.session.file).support.tasks[0].minutes == (4, likely, 12)


def test_that_a_low_figure_above_the_likely_one_takes_it_along(qtbot, page, demo_window):
    page.variants.button(LOW).click()
    page.tasks._fields[0]["minutes"].setValue(50)
    settled(qtbot, demo_window)
    assert page.model.support.tasks[0].minutes == (50, 50, 50)
