"""Every key that a page answers to stands in its book of commands, and the other way round."""

import pytest
from PySide6.QtGui import QShortcut

PAGES = ("caseload", "distribution", "team_d", "establishment", "support")


@pytest.mark.parametrize("key", PAGES)
def test_that_the_keys_of_a_page_are_those_of_its_commands(qtbot, demo_window, key):
    demo_window.window_model.show_page(key)
    qtbot.waitUntil(lambda: not demo_window.window_model.session.runner.busy, timeout=60_000)
    page = demo_window.pages[key]
    heard = sorted(shortcut.key().toString() for shortcut in page.findChildren(QShortcut))
    told = sorted(keys for command in page.commands() for keys in command.keys)
    assert heard == told
    assert len(heard) == len(set(heard))


def test_that_a_key_that_cannot_do_anything_says_what_is_missing(qtbot, demo_window):
    demo_window.window_model.show_page("establishment")
    qtbot.waitUntil(lambda: not demo_window.window_model.session.runner.busy, timeout=60_000)
    page = demo_window.pages["establishment"]
    undo = next(one for one in page.findChildren(QShortcut) if one.key().toString() == "Ctrl+Z")
    undo.activated.emit()
    assert demo_window.status_line._message.text() == "Er is geen stap om terug te nemen."
