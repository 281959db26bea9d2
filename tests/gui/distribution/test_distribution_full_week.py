"""A week that does not fit: what would help, and that it lands."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton

from caseload_planner.application import draft_questions
from caseload_planner.application.draft_questions import AskedAbout
from caseload_planner.gui.models.distribution_candidates import Standing
from caseload_planner.gui.viewmodels import distribution_answers, distribution_shortage
from caseload_planner.gui.viewmodels.distribution_case_lines import case_lines
from caseload_planner.gui.viewmodels.distribution_draft import with_placement
from caseload_planner.gui.viewmodels.distribution_inspector import why_not_section
from caseload_planner.gui.viewmodels.distribution_moves import broken_rules
from caseload_planner.gui.views.distribution.override_dialog import OverrideDialog
from caseload_planner.gui.views.distribution.shortage_dialog import ShortageDialog
from caseload_planner.gui.views.distribution.shortage_document import ShortagePage, page_html
from caseload_planner.rules.round import Placement
from tests.gui.distribution.distribution_steps import lines, open_dialog, propose, row_centre
from tests.gui.distribution.full_week import full_file


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory):
    return full_file(tmp_path_factory.mktemp("full"))


def words_of(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def left_over(page):
    return [key for key in page.model.board.queue if key not in page.model.draft.placements]


def look_at_left_over(qtbot, page):
    """Propose, look at the first case left over, and wait for what would help."""
    propose(qtbot, page)
    key = left_over(page)[0]
    page.model.look_at_case(key)
    qtbot.waitUntil(lambda: page.model.answers.unlocks_of(key) is not None, timeout=30_000)
    qtbot.waitUntil(lambda: "Wat zou helpen" in words_of(page.inspector))
    return key


def buttons(page, word):
    return [one for one in page.inspector.findChildren(QPushButton) if word in one.text()]


def test_that_a_case_left_over_says_that_help_is_being_looked_for_and_can_be_stopped(qtbot, page):
    propose(qtbot, page)
    key = left_over(page)[0]
    page.model.look_at_case(key)
    qtbot.waitUntil(lambda: "Zoeken wat zou helpen" in words_of(page.inspector))
    qtbot.mouseClick(buttons(page, "Stop")[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(buttons(page, "Zoek")))
    assert not page.model.answers.looking_for(AskedAbout(key))
    qtbot.mouseClick(buttons(page, "Zoek")[0], Qt.MouseButton.LeftButton)
    assert page.model.answers.looking_for(AskedAbout(key))


def test_that_what_would_help_names_ceiling_and_help_from_elsewhere(qtbot, page):
    key = look_at_left_over(qtbot, page)
    text = words_of(page.inspector)
    assert "wordt gevraagd" in text or "Plafond van" in text
    assert page.model.answers.unlocks_of(key)


def test_that_a_way_out_asks_a_reason_and_lands_as_a_pin(qtbot, page):
    key = look_at_left_over(qtbot, page)
    unlock = page.model.answers.unlocks_of(key)[0]
    qtbot.mouseClick(buttons(page, "met reden")[0], Qt.MouseButton.LeftButton)
    dialog = open_dialog(qtbot, OverrideDialog)
    qtbot.keyClicks(dialog.reason, "afgesproken met het team")
    qtbot.mouseClick(dialog.place, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: key in page.model.draft.placements, timeout=30_000)
    draft = page.model.draft
    assert draft.placements[key].first == unlock.first
    assert key in draft.pinned
    assert {rule for measure, _, rule in draft.reasons if measure == key} == {c.rule for c in unlock.changes}
    broken = {(b.measure, b.worker, b.rule) for b in broken_rules(page.model.board, draft)}
    assert broken <= set(draft.reasons)


def free_for_a_placed_case(page):
    for key in sorted(page.model.draft.placements):
        page.model.look_at_case(key)
        found = lines(page, Standing.FREE)
        if found:
            return found[0]
    raise AssertionError("nobody is free for a placed case")


def test_that_an_estimate_is_replaced_by_the_exact_answer(qtbot, page):
    propose(qtbot, page)
    free = free_for_a_placed_case(page)
    qtbot.mouseClick(page.people.table.viewport(), Qt.MouseButton.LeftButton, pos=row_centre(page, free.worker))
    model = page.model
    qtbot.waitUntil(
        lambda: model.answers.exactly(model.measure, free.worker, model.position) is not None, timeout=30_000
    )
    exact = model.answers.exactly(model.measure, free.worker, model.position)
    section = why_not_section(model.board, model.draft, model.measure, free.worker, model.position, exact)
    assert any("recies nagegaan" in sentence.text + sentence.source for sentence in section.sentences)
    qtbot.waitUntil(lambda: "recies nagegaan" in words_of(page.inspector))


def test_that_what_is_not_safe_to_distribute_stands_above_the_cases_with_its_figures(qtbot, page):
    assert not page.intake.left_over.isVisible()
    propose(qtbot, page)
    assert page.intake.left_over.isVisible()
    assert f"{len(left_over(page))} zaken niet veilig te verdelen" in page.intake.left_over.text()
    qtbot.mouseClick(page.intake.left_over, Qt.MouseButton.LeftButton)
    dialog = open_dialog(qtbot, ShortageDialog)
    qtbot.waitUntil(lambda: page.model.shortage.regions is not None, timeout=10_000)
    text = words_of(dialog)
    assert "Zuid" in text
    assert "fte meer nodig" in text
    assert "Schottenteam" in text
    assert all(key in text for key in left_over(page))
    assert "ruimte voor" in text
    assert "norm voor toewijzen" in text or "langer dan 7 dagen" in text
    dialog.reject()


def test_that_the_page_for_the_region_is_saved_as_a_pdf_and_refused_in_words_where_it_cannot_be(
    qtbot, page, tmp_path, monkeypatch
):
    propose(qtbot, page)
    qtbot.mouseClick(page.intake.left_over, Qt.MouseButton.LeftButton)
    dialog = open_dialog(qtbot, ShortageDialog)
    qtbot.waitUntil(dialog.save.isEnabled, timeout=10_000)
    target = tmp_path / "zuid.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert target.read_bytes().startswith(b"%PDF")
    regions = page.model.shortage.regions
    html = page_html(ShortagePage("Titel", "Uitleg", ("a", "b", "c", "d", "e")), regions)
    assert all(line.waiting in html and line.weeks in html for line in regions)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "weg" / "zuid.pdf"), ""))
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    open_dialog(qtbot, QMessageBox).close()
    dialog.reject()


def test_that_help_from_another_region_is_marked_as_asked(qtbot, page):
    propose(qtbot, page)
    board, draft = page.model.board, page.model.draft
    key = left_over(page)[0]
    organisation = board.round.caseload.organisation
    home = organisation.region_of_measure(key)
    other = next(worker for worker in board.rows if organisation.region_of_worker(worker) != home)
    lines_ = case_lines(board, with_placement(draft, Placement(key, other), pin=True))
    line = next(one for one in lines_ if one.measure == key)
    assert line.note.text == "gevraagd"


def test_that_nothing_is_explained_on_the_windows_thread(qtbot, page, monkeypatch):
    threads = []

    def watched(work):
        def run(*arguments, **keywords):
            threads.append(threading.current_thread())
            return work(*arguments, **keywords)

        return run

    monkeypatch.setattr(draft_questions, "unlocks", watched(draft_questions.unlocks))
    monkeypatch.setattr(distribution_shortage, "supply_and_demand", watched(distribution_shortage.supply_and_demand))
    look_at_left_over(qtbot, page)
    page.model.shortage.work_out(page.model.board, page.model.draft)
    qtbot.waitUntil(lambda: page.model.shortage.regions is not None, timeout=10_000)
    assert len(threads) == 2
    assert threading.main_thread() not in threads


def test_that_a_large_round_is_explained_in_a_process_of_its_own(qtbot, page, monkeypatch):
    monkeypatch.setattr(distribution_answers, "LARGE_FROM_PAIRS", 1)
    monkeypatch.setattr(draft_questions, "unlocks", None)
    look_at_left_over(qtbot, page)
    assert page.model.answers.unlocks_of(page.model.measure)
