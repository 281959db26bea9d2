"""A tie is told as a tie, and what a disputed weight would change is told in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from caseload_planner.application.steadiness_rows import ChangedRow, RobustnessRow, TieRow
from caseload_planner.domain.assignment import Position
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.viewmodels.distribution_firmness import steadiness_sentences, tie_sentences
from tests.gui.distribution.distribution_steps import propose, words_of


def tie(name: str, position=Position.FIRST, swapped_with=None) -> TieRow:
    return TieRow(
        measure="M1",
        position=position,
        has_it="W1",
        has_it_name="Anna",
        as_good=name,
        as_good_name=name,
        swapped_with=swapped_with,
    )


@pytest.fixture(autouse=True)
def dutch(look):
    """Sentences in Dutch."""


def test_that_ties_name_everybody_who_is_as_good_in_each_place():
    first, second = tie_sentences([tie("Bo"), tie("Cem", swapped_with="M2"), tie("Dirk", Position.SECOND)])
    assert first.text == "Even goed: Bo, Cem (in ruil voor M2)."
    assert second.text == "Even goed als tweede contactpersoon: Dirk."


def test_that_many_ties_are_counted_after_the_first_few():
    (sentence,) = tie_sentences([tie(name) for name in ("A", "B", "C", "D", "E", "F")])
    assert sentence.text == "Even goed: A, B, C, D, en nog 2 anderen."


def test_that_no_tie_is_said_as_well():
    assert tie_sentences([])[0].text == "Niemand anders is even goed voor deze zaak."


def test_that_a_weight_that_changes_nothing_and_one_that_does_are_told_apart():
    moved = ChangedRow(measure="M2", first_before="W1", second_before=None, first_after="W2", second_after="W3")
    stands, changes = steadiness_sentences(
        [
            RobustnessRow(
                measure="M1", weight=100, other_weight=90, stands=True, because=None, proven=True, changed=()
            ),
            RobustnessRow(
                measure="M1", weight=100, other_weight=110, stands=False, because="H8", proven=True, changed=(moved,)
            ),
        ],
        {"W2": "Bo", "W3": "Cem"}.get,
    )
    assert (stands.text, stands.tone) == ("Verandert niet als de zaak 0,90 weegt.", Tone.GOOD)
    assert changes.text == "Verandert als de zaak 1,10 weegt: M2 naar Bo + Cem."
    assert changes.source


def test_that_the_window_tells_ties_by_itself_and_another_weight_when_asked(qtbot, page):
    propose(qtbot, page)
    key = page.model.measure
    qtbot.waitUntil(lambda: page.model.answers.ties_of(key) is not None, timeout=30_000)
    told = tie_sentences(page.model.answers.ties_of(key))[0].text
    qtbot.waitUntil(lambda: told in words_of(page.inspector))
    what_if = next(
        button for button in page.inspector.findChildren(QPushButton) if button.text().startswith("En als de zaak")
    )
    qtbot.mouseClick(what_if, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.answers.steadiness_of(key) is not None, timeout=60_000)
    qtbot.waitUntil(lambda: "als de zaak" in words_of(page.inspector))
    assert told in words_of(page.inspector)
    assert page.model.measure == key
