"""The Formatie page: from the base to a frozen scenario and its report, as somebody does it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from caseload_planner.application.scenario_shelf import BASE_ID
from caseload_planner.gui.translations import Language
from caseload_planner.gui.viewmodels.establishment_durations import OWN, known_types
from caseload_planner.gui.views.establishment.course_tab import LOADS
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.sizing import Pace

LEFT = Qt.MouseButton.LeftButton
WAIT = 30_000


def at_rest(qtbot, window):
    model = window.pages["establishment"].model
    qtbot.waitUntil(
        lambda: not window.window_model.session.runner.busy and not model.running and not model._settle.isActive(),
        timeout=WAIT,
    )


@pytest.fixture
def page(qtbot, demo_window):
    """The page with the base run, in few futures so that tests are quick."""
    demo_window.window_model.show_page("establishment")
    qtbot.waitUntil(lambda: "establishment" in demo_window.pages, timeout=WAIT)
    made = demo_window.pages["establishment"]
    qtbot.waitUntil(lambda: made.model.run is not None, timeout=WAIT)
    at_rest(qtbot, demo_window)
    return made


def test_that_the_page_opens_with_the_base_run_on_the_day_that_is_looked_at(page, demo_window):
    run = page.model.run
    assert run.outcome.days[0] == demo_window.window_model.session.scope.on
    assert [entry.id for entry in page.model.entries] == [BASE_ID]
    assert page.course.large.sentence.text()
    assert page.course.large.chart.pixmap().width() > 100


def test_the_journey_from_base_to_report(qtbot, page, demo_window, tmp_path):
    """Base -> change absence -> compare -> freeze -> report, with nothing but what the page offers."""
    page.model.add_ready("absence-5")
    qtbot.waitUntil(lambda: page.model.selected != BASE_ID, timeout=WAIT)
    at_rest(qtbot, demo_window)
    page.cards.views["absence.share"].slider.setValue(8)
    page.model.give_reason("absence.share", "afspraak met de arbodienst")
    at_rest(qtbot, demo_window)
    assert page.model.scenario.absence.share == pytest.approx(0.04)

    comparison = page.questions.comparison
    assert [row.key for row in comparison.inputs] == ["absence.share"]
    better = next(row for row in comparison.results if row.series is Series.DEPLOYABLE_FTE)
    assert min(better.change) > 0
    same = next(row for row in comparison.results if row.series is Series.RUNNING_MEASURES)
    assert not same.differs
    page.show_comparison()
    texts = [page.compare.table.item(row, 0).text() for row in range(page.compare.table.rowCount())]
    assert "Verzuim" in texts
    assert "Lopende maatregelen" not in texts

    qtbot.mouseClick(page.shelf.freeze, LEFT)
    qtbot.waitUntil(lambda: page.model.frozen, timeout=WAIT)
    at_rest(qtbot, demo_window)
    assert not page.cards.views["absence.share"].slider.isEnabled()
    assert page.model.run.frozen.same_figures
    assert "vastgelegd" in page.words.text()

    for target in (tmp_path / "rapport.pdf", tmp_path / "rapport.xlsx"):
        with qtbot.waitSignal(page.questions.saved, timeout=WAIT):
            page._on_report_chosen(str(target))
        assert target.read_bytes()[:2] in {b"%P", b"PK"}


def test_that_changes_are_kept_and_found_again(qtbot, page, demo_window):
    page.model.add_ready("inflow-15-more")
    qtbot.waitUntil(lambda: page.model.selected != BASE_ID, timeout=WAIT)
    page.model.change("turnover.per_year", 20.0)
    at_rest(qtbot, demo_window)
    page.model.entries = ()
    page.model.reload()
    qtbot.waitUntil(lambda: len(page.model.entries) == 2, timeout=WAIT)
    kept = page.model.entries[1].scenario
    assert kept.name == "Instroom + 15 %"
    assert (kept.inflow.level, kept.turnover.per_year) == (1.15, 0.2)
    at_rest(qtbot, demo_window)


def test_that_a_scenario_is_written_read_back_copied_and_removed(qtbot, page, demo_window, tmp_path):
    target = tmp_path / "scenario.toml"
    page.model.add_ready("team-d-6-months")
    qtbot.waitUntil(lambda: page.model.selected != BASE_ID, timeout=WAIT)
    with qtbot.waitSignal(page.model.keeping.saved, timeout=WAIT):
        page.model.keeping.save_file(page.model.scenario, target)
    page.model.keeping.open_file(target)
    qtbot.waitUntil(lambda: len(page.model.entries) == 3, timeout=WAIT)
    at_rest(qtbot, demo_window)
    first, second = (entry.scenario for entry in page.model.entries[1:])
    assert second.team_d == first.team_d
    assert second.name != first.name
    page.model.duplicate()
    qtbot.waitUntil(lambda: len(page.model.entries) == 4, timeout=WAIT)
    at_rest(qtbot, demo_window)
    page.model.remove()
    qtbot.waitUntil(lambda: len(page.model.entries) == 3, timeout=WAIT)
    at_rest(qtbot, demo_window)


def test_that_a_damaged_file_is_told_and_changes_nothing(qtbot, page, demo_window, tmp_path):
    path = tmp_path / "damaged.toml"
    path.write_text("[absence]\nshare = 12\n", encoding="utf-8")
    demo_window.window_model.failed.disconnect(demo_window._on_failed)
    with qtbot.waitSignal(page.model.failed, timeout=WAIT) as failed:
        page.model.keeping.open_file(path)
    assert "absence.share: 12 is outside" in failed.args[0].message
    assert len(page.model.entries) == 1


def test_that_the_number_of_people_is_worked_out(qtbot, page, demo_window):
    page.show_sizing()
    page.sizing.pace.setCurrentIndex(1)
    assert page.sizing.question().pace is Pace.PER_QUARTER
    with qtbot.waitSignal(page.questions.sizing_changed, timeout=WAIT):
        qtbot.mouseClick(page.sizing.ask, LEFT)
    answer = page.questions.sizing
    assert page.sizing.answer.text()
    assert answer.people is None or answer.reached >= 0.8
    at_rest(qtbot, demo_window)


def test_that_a_narrow_window_has_the_columns_as_tabs(qtbot, page, demo_window):
    demo_window.resize(911, 560)
    qtbot.waitUntil(lambda: page.tabs.count() == 5, timeout=WAIT)
    demo_window.resize(1366, 768)
    qtbot.waitUntil(lambda: page.tabs.count() == 3, timeout=WAIT)
    assert page.shelf.isVisible()
    at_rest(qtbot, demo_window)


@pytest.mark.parametrize("language", list(Language))
def test_that_the_page_speaks_the_language_of_now(qtbot, page, demo_window, language):
    demo_window.window_model.use_language(language)
    qtbot.waitUntil(lambda: "establishment" in demo_window.pages, timeout=WAIT)
    at_rest(qtbot, demo_window)
    name = demo_window.pages["establishment"].name.text()
    assert name == ("Uitgangspunt" if language is Language.DUTCH else "Base")


def test_that_the_file_of_a_report_needs_no_folder_of_its_own(page, tmp_path: Path):
    assert {command.key for command in page.commands()} >= {"scenario_freeze", "scenario_size", "scenario_report"}


def test_that_a_run_that_was_stopped_halfway_cannot_be_frozen(qtbot, page, demo_window):
    page.model.add_ready("absence-5")
    at_rest(qtbot, demo_window)
    assert page.shelf.freeze.isEnabled()
    page.model.run = replace(page.model.run, outcome=replace(page.model.run.outcome, stopped=True))
    page.model.run_changed.emit()
    page.shelf._refresh_buttons()
    assert not page.shelf.freeze.isEnabled()
    page.model.freeze()
    at_rest(qtbot, demo_window)
    assert not page.model.frozen


def test_that_a_change_and_a_removal_are_taken_back(qtbot, page, demo_window):
    page.model.add_ready("absence-5")
    qtbot.waitUntil(lambda: page.model.selected != BASE_ID, timeout=WAIT)
    at_rest(qtbot, demo_window)
    assert not page.undo.isEnabled()
    page.model.change("inflow.level", 120.0)
    page.model.change("inflow.level", 130.0)
    at_rest(qtbot, demo_window)
    qtbot.mouseClick(page.undo, LEFT)
    assert page.model.scenario.inflow.level == 1.0
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.model.scenario.inflow.level == 1.3
    at_rest(qtbot, demo_window)

    page.model.remove()
    qtbot.waitUntil(lambda: len(page.model.entries) == 1, timeout=WAIT)
    at_rest(qtbot, demo_window)
    qtbot.mouseClick(page.undo, LEFT)
    qtbot.waitUntil(lambda: len(page.model.entries) == 2, timeout=WAIT)
    at_rest(qtbot, demo_window)
    assert page.model.scenario.inflow.level == 1.3


def test_that_a_frozen_scenario_has_its_figures_on_any_date(qtbot, page, demo_window):
    page.model.add_ready("absence-5")
    qtbot.waitUntil(lambda: page.model.selected != BASE_ID, timeout=WAIT)
    at_rest(qtbot, demo_window)
    before = page.model.run.outcome
    qtbot.mouseClick(page.shelf.freeze, LEFT)
    qtbot.waitUntil(lambda: page.model.frozen, timeout=WAIT)
    at_rest(qtbot, demo_window)
    assert not page.undo.isEnabled()
    scope = demo_window.window_model.session.scope
    scope.set_date(scope.on + timedelta(weeks=9))
    at_rest(qtbot, demo_window)
    after = page.model.run.outcome
    assert after.days == before.days
    assert (after.series[Series.LOAD].mean == before.series[Series.LOAD].mean).all()
    assert page.model.run.frozen.same_figures
    assert page.model.beside.outcome.days != before.days
    page.show_comparison()
    assert "niet dezelfde gegevens" in page.compare.sentence.text()


def test_that_measures_can_last_as_in_our_own_history(qtbot, page, demo_window):
    page.model.add_ready("absence-5")
    qtbot.waitUntil(lambda: page.model.selected != BASE_ID, timeout=WAIT)
    at_rest(qtbot, demo_window)
    before = page.model.run.outcome.series[Series.RUNNING_MEASURES].mean[0]
    box = page.cards.durations.own
    assert box.isEnabled()
    assert not box.isChecked()
    box.click()
    page.model.give_reason("durations", "onze eigen cijfers")
    at_rest(qtbot, demo_window)
    known = known_types(page.model.calibration)
    assert known
    assert {key for key, one in page.model.scenario.durations.items() if one == OWN} == {type_.value for type_ in known}
    after = page.model.run.outcome.series[Series.RUNNING_MEASURES].mean[0]
    assert after[0] == before[0]
    assert after[-1] != before[-1]
    assert all(row.key.startswith(("durations.", "absence")) for row in page.questions.comparison.inputs)
    box.click()
    at_rest(qtbot, demo_window)
    assert page.model.scenario.durations == page.model.base.durations


def test_that_nothing_is_drawn_of_where_loads_end_when_nobody_carries_cases_then(qtbot, page, demo_window):
    run, course = page.model.run, page.course
    loads = {series: values.copy() for series, values in run.outcome.kept.items()}
    for series in LOADS:
        loads[series][:, -1] = float("nan")
    page.model.run = replace(run, outcome=replace(run.outcome, kept=loads))
    course.at_end.setChecked(True)
    at_rest(qtbot, demo_window)
    assert course.large.chart.pixmap().isNull()
    assert course.large.sentence.text()
