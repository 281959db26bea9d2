"""Choices of the leader that cannot stand together are named, each with the button that takes it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from caseload_planner.application.import_files import found_organisation
from caseload_planner.bootstrap import FileDoors
from caseload_planner.domain.measures import Wanted
from caseload_planner.gui.views.distribution.shortage_dialog import ShortageDialog
from tests.builders import a_measure, a_worker, an_organisation
from tests.gui.distribution.distribution_steps import open_dialog, words_of


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory):
    """A duo that W1 and W2 can only take together."""
    services = FileDoors().create_file(tmp_path_factory.mktemp("two") / "two.sqlite")
    organisation = an_organisation([a_worker("W1"), a_worker("W2")], [a_measure("N1", duo=Wanted.REQUIRED)])
    found_organisation(services.store, organisation)
    services.close()
    return services.path


@pytest.fixture
def stuck(qtbot, page):
    """N1 pinned on W1 while W2 is excluded, and a proposal that could do nothing with that."""
    model = page.model
    model.look_at_worker("W2")
    model.changes.toggle_exclusion()
    model.changes.place("W1", measure="N1")
    assert model.draft.pinned == {"N1"}
    with qtbot.waitSignal(model.search.found, timeout=30_000):
        qtbot.keyClick(page.intake.list, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: bool(model.conflicts.lines()), timeout=30_000)
    return page


def button(widget, words: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.text() == words)


def test_that_choices_that_do_not_go_together_are_named_at_the_case_and_on_the_page_of_what_is_not_safe(qtbot, stuck):
    assert stuck.model.measure == "N1"
    qtbot.waitUntil(lambda: "gaan niet samen" in words_of(stuck.inspector))
    said = words_of(stuck.inspector)
    assert "Je hebt N1 vastgezet bij Naam W1." in said
    assert "Je sluit Naam W2 uit voor N1." in said
    stuck.dialogs.show_shortage()
    dialog = open_dialog(qtbot, ShortageDialog)
    assert "Je hebt N1 vastgezet bij Naam W1." in words_of(dialog)
    dialog.reject()


def test_that_allowing_somebody_again_places_the_case_with_the_pin_as_it_was(qtbot, stuck):
    qtbot.waitUntil(lambda: "gaan niet samen" in words_of(stuck.inspector))
    with qtbot.waitSignal(stuck.model.search.found, timeout=30_000):
        qtbot.mouseClick(button(stuck.inspector, "Toestaan en opnieuw voorstellen"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "N1" in stuck.model.draft.placements)
    placement = stuck.model.draft.placements["N1"]
    assert (placement.first, placement.second) == ("W1", "W2")
    assert "N1" in stuck.model.draft.pinned
    assert stuck.model.conflicts.lines() == ()


def test_that_undoing_the_proposal_takes_the_conflict_away(stuck):
    stuck.model.changes.undo()
    assert "N1" in stuck.model.draft.pinned
    assert stuck.model.conflicts.lines() == ()


def test_that_the_conflict_is_named_again_when_the_proposal_is_redone(qtbot, stuck):
    stuck.model.changes.undo()
    stuck.model.changes.redo()
    qtbot.waitUntil(lambda: bool(stuck.model.conflicts.lines()), timeout=30_000)
    assert {line.words for line in stuck.model.conflicts.lines()[0].choices} == {
        "Je hebt N1 vastgezet bij Naam W1.",
        "Je sluit Naam W2 uit voor N1.",
    }


def test_that_the_conflict_is_named_in_a_draft_that_is_found_again(qtbot, stuck, restarted):
    again = restarted().model
    qtbot.waitUntil(lambda: bool(again.conflicts.lines()), timeout=30_000)
    pin, exclusion = again.conflicts.lines()[0].choices
    assert pin.words == "Je hebt N1 vastgezet bij Naam W1."
    with qtbot.waitSignal(again.search.found, timeout=30_000):
        exclusion.take_back()
    qtbot.waitUntil(lambda: "N1" in again.draft.placements)
    assert again.draft.pinned == {"N1"}
