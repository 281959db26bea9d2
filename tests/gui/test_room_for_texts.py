"""Nothing is cut off on a small laptop at 125 and 150 %, on a large screen at 200 %, or with longer texts.

A scale of 150 % on 1366 x 768 leaves 911 x 512 device-independent pixels, a title and a task bar about 70 of them.
Every page of the rail is looked at, so that a new page is covered by being there.
"""

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QScrollArea

from caseload_planner.gui.translations import Language, Translations
from tests.gui.room_for_texts import Stretching, cut_off
from tests.gui.window_dialogs import each_dialog, make_ready

TITLE_AND_TASKS = 70
SIZES = {
    "1366x768 at 100 %": QSize(1366, 768 - TITLE_AND_TASKS),
    "1366x768 at 125 %": QSize(1093, 614 - TITLE_AND_TASKS),
    "1366x768 at 150 %": QSize(911, 512 - TITLE_AND_TASKS),
    "2732x1536 at 200 %": QSize(1366, 768 - TITLE_AND_TASKS),
}


def settle(qtbot, window):
    qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=20_000)
    for _ in range(3):
        QCoreApplication.processEvents()


def each_page(qtbot, window):
    for key in window.rail.buttons:
        window.window_model.show_page(key)
        settle(qtbot, window)
        yield key


@pytest.fixture
def stretched(demo_window, qtbot):
    """The window with every text 40 % longer."""
    translator = Stretching(Translations()._loaded(Language.DUTCH))
    QCoreApplication.installTranslator(translator)
    demo_window.rebuild()
    settle(qtbot, demo_window)
    yield demo_window
    QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_that_the_window_may_be_as_small_as_the_screen(qtbot, demo_window, size):
    for key in each_page(qtbot, demo_window):
        least = demo_window.minimumSizeHint().expandedTo(demo_window.minimumSize())
        assert least.width() <= size.width(), key
        assert least.height() <= size.height(), key


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_that_no_text_of_a_page_is_cut_off(qtbot, demo_window, size):
    demo_window.resize(size)
    for key in each_page(qtbot, demo_window):
        assert demo_window.size() == size
        assert "\n".join(cut_off(demo_window)) == "", key


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_that_longer_texts_are_not_cut_off(qtbot, stretched, size):
    stretched.resize(size)
    for key in each_page(qtbot, stretched):
        assert stretched.size() == size
        assert "\n".join(cut_off(stretched)) == "", key


def without_room(qtbot, window) -> dict[str, list[str]]:
    """Name by dialog what is cut off in it, or that it is larger than the screen."""
    make_ready(qtbot, window)
    found = {}
    for size in SIZES.values():
        window.resize(size)
        for name, dialog in each_dialog(qtbot, window):
            cut = cut_off(dialog)
            if dialog.width() > size.width() or dialog.height() > size.height():
                cut.append(f"{dialog.width()} x {dialog.height()} on {size.width()} x {size.height()}")
            found.setdefault(name, []).extend(cut)
    return {name: cut for name, cut in found.items() if cut}


def test_that_no_text_of_a_dialog_is_cut_off(qtbot, demo_window):
    assert without_room(qtbot, demo_window) == {}


def test_that_longer_texts_of_a_dialog_are_not_cut_off(qtbot, stretched):
    assert without_room(qtbot, stretched) == {}


def test_that_no_page_has_to_be_scrolled_sideways_at_150_percent(qtbot, demo_window):
    demo_window.resize(SIZES["1366x768 at 150 %"])
    for key in each_page(qtbot, demo_window):
        frame = demo_window.pages[key].parentWidget().parentWidget()
        assert isinstance(frame, QScrollArea)
        assert demo_window.pages[key].minimumSizeHint().width() <= frame.viewport().width(), key


def test_that_the_welcome_is_not_cut_off(qtbot, window):
    for size in SIZES.values():
        window.resize(size)
        QCoreApplication.processEvents()
        assert "\n".join(cut_off(window)) == ""


def test_that_the_rail_gives_up_its_words_before_the_page_its_room(qtbot, demo_window):
    demo_window.resize(1366, 700)
    assert not demo_window.rail.narrow
    demo_window.resize(1000, 700)
    assert demo_window.rail.narrow
    assert all(button.accessibleName() and button.toolTip() for button in demo_window.rail.buttons.values())


def test_that_a_rail_of_icons_is_remembered(qtbot, demo_window, settings):
    demo_window.resize(1366, 700)
    demo_window.rail.turn.click()
    assert demo_window.rail.narrow
    assert not settings.rail_wide
    demo_window.rebuild()
    assert demo_window.rail.narrow


def test_that_the_header_says_more_where_there_is_room(qtbot, demo_window):
    said = []
    for width in (900, 1366, 1900):
        demo_window.resize(width, 700)
        QCoreApplication.processEvents()
        said.append(demo_window.header.norm.text().strip())
    assert said[0] == "Norm"
    assert "12,80" in said[1]
    assert "gefinancierd" in said[2]
