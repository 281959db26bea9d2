"""The panel of deadlines: its words, and how it is reached and left."""

import pytest
from PySide6.QtCore import Qt

from caseload_planner.application.deadline_rows import Deadline, deadline_reports
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.viewmodels.caseload_deadlines import deadline_sheets
from caseload_planner.gui.viewmodels.tiles import TileKey
from tests.application.test_deadline_rows import NO_FREE_DAYS, RECORDING, reported
from tests.builders import ON, a_worker, an_organisation, holds

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, demo_window):
    """The Caseload page of the demo organisation, its deadlines known."""
    page = demo_window.pages["caseload"]
    qtbot.waitUntil(lambda: bool(page.model.deadlines), timeout=20_000)
    return page


@pytest.fixture
def sheets(look):
    """A measure that waits 8 days, one without a talk for 20 days, and one of which everything is known."""
    measures = [RECORDING, reported("M1", 8), reported("M2", 20)]
    organisation = an_organisation(
        [a_worker("W1", name="Ada Den")], measures, [holds("M2", "W1"), holds("M0", "W1", since=RECORDING.reported_on)]
    )
    reports = deadline_reports(caseload_on(organisation, ON), NO_FREE_DAYS)
    return {sheet.deadline: sheet for sheet in deadline_sheets(reports, organisation)}


def test_that_what_is_late_says_by_how_much(sheets):
    line = sheets[Deadline.ASSIGNMENT].lines[0]
    assert (line.chip.text, line.chip.tone) == ("1 dag te laat", Tone.DANGER)
    assert line.place == "M1 · nog bij niemand · uiterlijk 22 nov"


def test_that_what_nobody_wrote_down_is_called_unknown_with_the_reason(sheets):
    line = next(line for line in sheets[Deadline.FIRST_TALK].lines if line.measure == "M2")
    assert line.chip.text == "datum onbekend, dag 20"
    assert "te laat" not in line.spoken
    assert "bij Ada Den" in line.place
    assert sheets[Deadline.FIRST_TALK].unknown == "Van 2 zaken is de termijn voorbij en geen datum bekend."


def test_that_the_name_of_a_tab_counts_what_asks_for_attention(sheets):
    assert sheets[Deadline.ASSIGNMENT].name == "Toewijzing (1)"


def test_that_an_organisation_without_these_dates_is_told_so(look):
    organisation = an_organisation([a_worker("W1")], [reported("M1", 20)], [holds("M1", "W1")])
    sheets = deadline_sheets(deadline_reports(caseload_on(organisation, ON), NO_FREE_DAYS), organisation)
    assert "geen enkele zaak" in sheets[1].summary
    assert sheets[1].lines == ()


def test_that_the_tile_opens_the_panel_and_escape_closes_it(qtbot, demo_window, page):
    qtbot.mouseClick(page.tiles.cards[TileKey.WAITING], LEFT)
    assert page.deadlines.isVisible()
    assert page.deadlines.isAncestorOf(demo_window.focusWidget())
    qtbot.keyClick(demo_window.focusWidget(), Qt.Key.Key_Escape)
    assert not page.deadlines.isVisible()
    assert demo_window.focusWidget() is page.table


def test_that_the_panel_opens_by_its_keys_and_gives_way_to_a_worker(qtbot, page):
    qtbot.keyClick(page.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert page.deadlines.isVisible()
    page.model.select(page.model.table.line(0).worker)
    assert page.drawer.isVisible()
    assert not page.deadlines.isVisible()


def test_that_enter_on_a_case_opens_it_in_the_drawer_of_its_first_contact(qtbot, demo_window, page):
    page.show_deadlines()
    page.deadlines.tabs.setCurrentIndex(list(Deadline).index(Deadline.PLAN))
    sheet = page.deadlines.sheets[page.deadlines.tabs.currentIndex()]
    row = next(row for row in range(sheet.model.rowCount()) if sheet.model.line(row).first is not None)
    line = sheet.model.line(row)
    sheet.list.setCurrentIndex(sheet.model.index(row, 0))
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    assert page.model.selected == line.first
    qtbot.waitUntil(lambda: page.model.detail is not None)
    qtbot.waitUntil(lambda: getattr(demo_window.focusWidget(), "measure", None) == line.measure)


def test_that_a_case_that_nobody_has_goes_to_the_distribution(qtbot, demo_window, page):
    page.show_deadlines()
    sheet = page.deadlines.sheets[0]
    qtbot.mouseClick(sheet.list.viewport(), LEFT, pos=sheet.list.visualRect(sheet.model.index(0, 0)).center())
    assert demo_window.window_model.page == "distribution"


def test_that_the_list_keeps_qts_rules(qtmodeltester, page):
    model = page.deadlines.sheets[0].model
    qtmodeltester.check(model)
    assert model.rowCount() > 0
