"""Everything that a user sees is Dutch, and English as second."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from caseload_planner.application.caseload_rows import Mark
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.organisation import Role
from caseload_planner.gui import texts
from caseload_planner.gui.translations import Language
from caseload_planner.locations import resources_folder
from tests.builders import NORM

PROJECT = Path(__file__).resolve().parents[2]
DUTCH = resources_folder() / "i18n" / "caseload_planner_nl.ts"
ENGLISH = resources_folder() / "i18n" / "caseload_planner_en.ts"


def messages(path: Path) -> dict[tuple[str, str], ET.Element]:
    """Give the messages of a Linguist file by context and source."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 (our own file)
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


@pytest.fixture(scope="module")
def found_in_code(tmp_path_factory) -> dict[tuple[str, str], ET.Element]:
    """Every text that Linguist finds in the window's code now."""
    target = tmp_path_factory.mktemp("found") / "found.ts"
    files = [str(path) for path in (PROJECT / "caseload_planner" / "gui").rglob("*.py")]
    program = Path(sys.executable).parent / "pyside6-lupdate"
    subprocess.run([str(program), *files, "-ts", str(target)], check=True, capture_output=True)
    return messages(target)


def test_that_every_text_in_the_code_has_a_place_in_the_dutch_file(found_in_code):
    assert sorted(set(found_in_code) - set(messages(DUTCH))) == []


@pytest.mark.parametrize("path", [DUTCH, ENGLISH], ids=["nl", "en"])
def test_that_no_translation_is_unfinished(path):
    unfinished = [
        key
        for key, message in messages(path).items()
        if message.find("translation").get("type") == "unfinished"
        or not "".join(message.find("translation").itertext()).strip()
    ]
    assert unfinished == []


def test_that_translations_keep_the_places_of_their_figures():
    broken = []
    for key, message in messages(DUTCH).items():
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        wanted = set(re.findall(r"%(?:\d|L?n)", key[1]))
        broken += [key for form in forms if set(re.findall(r"%(?:\d|L?n)", form)) != wanted]
    assert broken == []


def test_that_plain_english_texts_with_a_count_know_one_and_many(found_in_code):
    counted = {key for key, message in found_in_code.items() if message.get("numerus") == "yes"}
    assert counted <= set(messages(ENGLISH))


SOLVER_WORDS = ("infeasible", "objective", "constraint", "solver", "optimum", "optimaal", "doelfunctie", "restrictie")


def test_that_no_text_speaks_as_a_solver():
    shown = [
        " ".join((*key, *message.find("translation").itertext())).lower() for key, message in messages(DUTCH).items()
    ]
    assert [text for text in shown if any(word in text for word in SOLVER_WORDS)] == []


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (texts.role_text, Role),
        (texts.measure_type_text, MeasureType),
        (texts.measure_type_short, MeasureType),
        (texts.factor_text, NORM.factors),
        (texts.mark_text, Mark),
        (texts.mark_explained, Mark),
        (texts.position_text, Position),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_that_every_code_has_a_word_of_its_own_in_both_languages(look, settings, words, codes):
    for language in Language:
        settings.language = language
        look.apply(settings)
        said = [words(str(code)) for code in codes]
        assert len(set(said)) == len(said)
        assert not any("_" in word for word in said)


def test_that_a_code_without_a_word_is_shown_as_it_is(look):
    assert texts.factor_text("own_factor") == "own factor"


def test_that_qts_own_buttons_are_dutch(look):
    from PySide6.QtCore import QCoreApplication

    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"
