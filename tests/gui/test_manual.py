"""F1: the manual at the page, in the language of the window, whole in both languages."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel

from caseload_planner.gui.manual import chapter_of_page, chapters_in, help_folder
from caseload_planner.gui.translations import Language
from caseload_planner.gui.views.keys_dialog import KeysDialog
from caseload_planner.gui.views.manual_window import ManualWindow
from caseload_planner.gui.views.page_list import page_entries

SOLVER_WORDS = re.compile(
    r"\b(infeasible|constraint|objective|optimal|solver|branch|onoplosbaar|doelfunctie)\b", re.IGNORECASE
)


def links(text: str) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", text)


def test_that_both_languages_have_the_same_chapters():
    assert [one.key for one in chapters_in(Language.DUTCH)] == [one.key for one in chapters_in(Language.ENGLISH)]


@pytest.mark.parametrize("language", Language)
def test_that_every_chapter_has_a_title_and_its_links_and_pictures_are_there(language):
    for chapter in chapters_in(language):
        assert chapter.title, chapter.key
        for link in links(chapter.text):
            if not link.startswith("http"):
                assert (help_folder(language) / link).is_file(), (chapter.key, link)


@pytest.mark.parametrize("language", Language)
def test_that_the_manual_speaks_as_its_readers_do(language):
    assert [chapter.key for chapter in chapters_in(language) if SOLVER_WORDS.search(chapter.text)] == []


def test_that_every_page_has_a_chapter(look):
    for entry in page_entries():
        assert chapter_of_page(entry.key) != "start", entry.key


def test_that_f1_opens_the_chapter_of_the_page_in_a_window_of_its_own(qtbot, demo_window):
    for key in demo_window.rail.buttons:
        demo_window.window_model.show_page(key)
        qtbot.waitUntil(lambda: not demo_window.window_model.session.runner.busy, timeout=20_000)
        demo_window.activateWindow()
        qtbot.waitUntil(demo_window.isActiveWindow)
        qtbot.keyClick(demo_window, Qt.Key.Key_F1)
        manual = demo_window.findChild(ManualWindow)
        assert manual.isVisible()
        assert manual.isWindow()
        assert manual.chapter.key == chapter_of_page(key)
    assert len(demo_window.findChildren(ManualWindow)) == 1
    manual.close()


def test_that_f1_on_the_welcome_begins_at_the_beginning(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    manual = window.findChild(ManualWindow)
    assert manual.chapter.key == "start"
    manual.close()


def test_that_a_link_goes_to_its_chapter_and_search_finds_one(qtbot, window):
    window.show_manual()
    manual = window.findChild(ManualWindow)
    manual.text.anchorClicked.emit(QUrl("norm.md"))
    assert manual.chapter.key == "norm"
    qtbot.keyClicks(manual.search, "plafond")
    shown = [manual.contents.item(row).text() for row in range(manual.contents.count())]
    assert "De norm" in shown
    assert "Privacy" not in shown
    manual.close()


def test_that_the_pictures_of_a_chapter_are_loaded(qtbot, window):
    window.show_manual()
    manual = window.findChild(ManualWindow)
    manual.show_chapter("caseload")
    document = manual.text.document()
    loaded = document.resource(QTextDocument.ResourceType.ImageResource, QUrl("../../pictures/caseload-light.png"))
    assert loaded is not None
    manual.close()


def test_that_the_manual_speaks_the_language_of_now(qtbot, demo_window):
    demo_window.window_model.use_language(Language.ENGLISH)
    demo_window.show_manual()
    manual = next(one for one in demo_window.findChildren(ManualWindow) if one.isVisible())
    assert manual.chapter.title == "Caseload"
    assert "Who carries how much" in manual.text.toPlainText()
    manual.close()


def test_that_the_overview_names_every_key_of_the_frame(qtbot, demo_window):
    qtbot.keyClick(demo_window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    dialog = demo_window.findChild(KeysDialog)
    said = {part.text() for part in dialog.findChildren(QLabel)}
    for command in demo_window.commands.commands:
        if command.keys:
            assert any(command.keys[0] in text for text in said), command.key
    dialog.reject()


def test_that_no_two_commands_have_one_key_and_no_two_of_a_menu_one_letter(demo_window):
    for language in Language:
        demo_window.window_model.use_language(language)
        keys = [key for command in demo_window.commands.commands for key in command.keys]
        assert sorted(keys) == sorted(set(keys))
        letters = [
            found.group(1).lower()
            for action in demo_window.menu.actions()
            if (found := re.search(r"&(\w)", action.text()))
        ]
        assert sorted(letters) == sorted(set(letters)), language


@pytest.mark.parametrize("language", Language)
def test_that_every_key_in_the_manual_is_one_that_the_program_knows(qtbot, demo_window, language):
    demo_window.window_model.use_language(language)
    known = {keys for command in demo_window.commands.commands for keys in command.keys}
    for key in demo_window.rail.buttons:
        demo_window.window_model.show_page(key)
        qtbot.waitUntil(lambda: not demo_window.window_model.session.runner.busy, timeout=20_000)
        known |= {keys for command in demo_window.pages[key].commands() for keys in command.keys}
    told = {
        (chapter.key, found.replace("Links", "Left").replace("Rechts", "Right"))
        for chapter in chapters_in(language)
        for found in re.findall(r"\*\*((?:(?:Ctrl|Alt)\+(?:Shift\+)?[\w]+)|F\d+)\*\*", chapter.text)
    }
    own = {"Ctrl+C", "F10", "Alt+T", "Alt+Left", "Alt+Right", "Alt+N"}
    """Of a table, and of buttons in the header."""
    assert told
    assert [(chapter, keys) for chapter, keys in sorted(told) if keys not in known | own] == []
