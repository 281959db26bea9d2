"""Klopt niet: somebody says so in the drawer, the leader answers, and nobody forgets it in between."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.gui.models.worker_facets import Facet
from caseload_planner.gui.viewmodels.tiles import TileKey
from caseload_planner.gui.views.caseload.case_card import CaseCardView
from caseload_planner.gui.views.caseload.dispute_dialog import DisputeDialog
from caseload_planner.gui.views.caseload.tile_line import TileRoom

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, demo_window):
    """The Caseload page with a worker in the drawer."""
    page = demo_window.pages["caseload"]
    page.model.select(max(page.model.session.overview.workers, key=lambda row: row.load).worker)
    qtbot.waitUntil(lambda: bool(page.drawer.findChildren(CaseCardView)), timeout=20_000)
    return page


def first_card(page) -> CaseCardView:
    """Give the card of her first case."""
    measure = page.model.detail.cases[0].measure
    return next(card for card in page.drawer.findChildren(CaseCardView) if card.measure == measure)


def fill_in(qtbot, page, text: str, name: str) -> None:
    """Click on the button of the first card, fill the dialog in with the keyboard, and confirm."""
    qtbot.mouseClick(first_card(page).button, LEFT)
    (dialog,) = page.findChildren(DisputeDialog)
    assert not dialog.done_button.isEnabled()
    qtbot.keyClicks(dialog.text, text)
    dialog.name.clear()
    qtbot.keyClicks(dialog.name, name)
    with qtbot.waitSignal(page.model.rows_changed, timeout=20_000):
        qtbot.mouseClick(dialog.done_button, LEFT)
    runner = page.model.session.runner
    qtbot.waitUntil(lambda: not runner.busy and not page.findChildren(DisputeDialog), timeout=20_000)


def shown_in(widget) -> str:
    """Give every text in a widget."""
    return " | ".join(part.text() for part in widget.findChildren(QLabel))


def test_that_what_is_said_stands_at_the_case_the_name_and_the_tile_until_it_is_answered(qtbot, page):
    assert not page.tiles.cards[TileKey.DISPUTES].isVisible()
    worker = page.model.selected
    fill_in(qtbot, page, "Dit gezin telt dubbel", "Ada Den")
    assert "“Dit gezin telt dubbel” (Ada Den, 23 nov)" in shown_in(first_card(page))
    row = page.model.table.row_of(worker)
    assert page.model.table.line(row).chips[0].text == "Klopt niet? 1"
    assert page.tiles.cards[TileKey.DISPUTES].isVisible()
    fill_in(qtbot, page, "Klopt, is hersteld in WIJZ", "Bea Berk")
    assert "Antwoord: Klopt, is hersteld in WIJZ (Bea Berk, 23 nov)" in shown_in(first_card(page))
    assert not page.tiles.cards[TileKey.DISPUTES].isVisible()


def test_that_the_tile_shows_who_waits_for_an_answer(qtbot, page):
    worker = page.model.selected
    fill_in(qtbot, page, "Dit klopt niet", "Ada Den")
    qtbot.mouseClick(page.tiles.cards[TileKey.DISPUTES], LEFT)
    assert page.model.table.facets == {Facet.DISPUTED}
    assert [page.model.table.line(row).worker for row in range(page.model.table.rowCount())] == [worker]


def test_that_a_percent_sign_in_what_somebody_wrote_stays(qtbot, page):
    fill_in(qtbot, page, "Ik doe %2 keer zoveel, 100%1", "Ada Den")
    assert "“Ik doe %2 keer zoveel, 100%1” (Ada Den, 23 nov)" in shown_in(first_card(page))


def test_that_who_wrote_last_is_filled_in_the_next_time(qtbot, page):
    fill_in(qtbot, page, "Dit klopt niet", "Ada Den")
    qtbot.mouseClick(first_card(page).button, LEFT)
    (dialog,) = page.findChildren(DisputeDialog)
    assert dialog.name.text() == "Ada Den"
    dialog.reject()


def test_that_a_dialog_that_is_not_filled_in_keeps_nothing_and_says_what_is_missing(qtbot, page):
    qtbot.mouseClick(first_card(page).button, LEFT)
    (dialog,) = page.findChildren(DisputeDialog)
    qtbot.keyClicks(dialog.text, "   ")
    assert dialog.done_button.toolTip() == "Schrijf eerst een zin."
    dialog.accept()
    dialog.reject()
    qtbot.waitUntil(lambda: not page.model.session.runner.busy)
    with page.model.session.services.store.read() as unit:
        assert unit.disputes.all() == ()


def test_that_the_drawer_says_what_she_took_of_what_asks_most(qtbot, page):
    taken = page.model.detail.taken
    page.drawer.tabs.setCurrentIndex(2)
    shown = shown_in(page.drawer.tabs.widget(2))
    assert taken.summary
    assert taken.summary in shown
    assert all(fact.value in shown for fact in taken.cases)


def test_that_a_copied_table_holds_the_mark(qtbot, page):
    fill_in(qtbot, page, "Dit klopt niet", "Ada Den")
    row = page.model.table.row_of(page.model.selected)
    assert page.model.sheet([row], [Column.MARKS]).rows[0][0].startswith("Klopt niet? 1")


def test_that_a_seventh_tile_costs_no_tile_its_note(qtbot, page):
    page.window().resize(1366, 768)
    fill_in(qtbot, page, "Dit gezin telt dubbel", "Ada Den")
    cards = [card for card in page.tiles.cards.values() if card.isVisible()]
    assert len(cards) == 7
    for card in cards:
        assert card.width() >= card.width_for(TileRoom.ALL)
        assert len([part for part in card.findChildren(QLabel) if part.isVisible() and part.text()]) == 3
