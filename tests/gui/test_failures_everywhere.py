"""Whatever slot fails: a dialog with a reference number, one only, and a file that is as it was."""

import hashlib
import re
import sys
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from caseload_planner.gui.app import close_down, make_window
from caseload_planner.gui.failures import FailureHook

REFERENCE = r"[0-9A-F]{6}"


class BrokenOnPurposeError(Exception):
    """A bug that a test put in; with somebody's name in it, as bugs have."""


def break_it(*_arguments, **_named):
    raise BrokenOnPurposeError("Jasmijn Popelkamp")


PLACES = {
    "the rows of the caseload": (
        "caseload_planner.gui.viewmodels.caseload_page.worker_lines",
        lambda window: window.window_model.session.reload(),
    ),
    "the figures of another day": (
        "caseload_planner.gui.viewmodels.session.caseload_on",
        lambda window: window.window_model.session.scope.set_date(date(2026, 5, 4)),
    ),
    "the search of Ctrl+K": (
        "caseload_planner.gui.viewmodels.finder.fit",
        lambda window: (window.show_finder(), window.findChild(finder()).field.setText("jas")),
    ),
    "the norm card": (
        "caseload_planner.gui.views.norm_card.NormCard._lines",
        lambda window: window.header.norm.click(),
    ),
    "the date of the header": (
        "caseload_planner.gui.viewmodels.scope.Scope.set_date",
        lambda window: window.header.date.later.click(),
    ),
    "the list of steps": (
        "caseload_planner.gui.views.status_line.StatusLine.open_history",
        lambda window: window.commands.actions["history"].trigger(),
    ),
    "an export": (
        "caseload_planner.gui.viewmodels.window.export_files",
        lambda window: window.window_model.export_to(window.window_model.session.file.path.with_name("uit.xlsx")),
    ),
    "the board of the Verdeling": (
        "caseload_planner.gui.viewmodels.distribution_page.make_board",
        lambda window: window.window_model.show_page("distribution"),
    ),
    "the manual": (
        "caseload_planner.gui.views.manual_window.chapters_in",
        lambda window: window.show_manual(),
    ),
    "another theme": (
        "caseload_planner.gui.views.look.palette_of",
        lambda window: window.commands.actions["theme dark"].trigger(),
    ),
}


def finder():
    from caseload_planner.gui.views.finder_dialog import FinderDialog

    return FinderDialog


@pytest.fixture
def hooked(qtbot, doors, settings, look, monkeypatch):
    """A window on the demo whose bugs reach its own hook, as in the program."""
    hook = FailureHook()
    window = make_window(doors, settings, look, hook)
    qtbot.addWidget(window)
    window.show()
    window.window_model.open_demo()
    qtbot.waitUntil(lambda: "caseload" in window.pages and window.pages["caseload"].model.ready, timeout=20_000)
    qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=20_000)
    monkeypatch.setattr(sys, "excepthook", hook.on_exception)
    yield window
    close_down(window)


def content_of(services) -> str:
    with services.store.read() as unit:
        return hashlib.sha256(repr(unit.snapshot()).encode()).hexdigest()


def boxes(window):
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


@pytest.mark.parametrize("place", PLACES)
def test_that_a_bug_ends_in_one_dialog_with_a_number_and_an_unharmed_file(
    qtbot, qtlog, hooked, place, monkeypatch, caplog
):
    broken, act = PLACES[place]
    services = hooked.window_model.session.file
    before = content_of(services)
    with monkeypatch.context() as patched:
        patched.setattr(broken, break_it)
        try:
            act(hooked)
        except BrokenOnPurposeError:
            sys.excepthook(*sys.exc_info())  # called by the test itself and not by Qt: hand it over as Qt does
        qtbot.waitUntil(lambda: bool(boxes(hooked)), timeout=20_000)
    shown = boxes(hooked)
    assert len(shown) == 1
    assert shown[0].icon() is QMessageBox.Icon.Critical
    number = re.search(REFERENCE, shown[0].text())
    assert number is not None
    assert f"reference {number.group()}" in caplog.text
    assert "Jasmijn" not in caplog.text
    assert "Jasmijn" not in shown[0].text()
    assert content_of(services) == before
    assert services.store.verify_audit().first_bad is None
    for box in boxes(hooked):
        box.reject()
    hooked.window_model.session.reload()
    qtbot.waitUntil(lambda: hooked.window_model.session.caseload is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not hooked.window_model.session.runner.busy, timeout=20_000)
    assert hooked.isEnabled()


def test_that_bugs_that_follow_each_other_share_a_dialog(qtbot, window):
    for number in range(30):
        window.failures.show_bug(f"{number:06X}")
    assert len(boxes(window)) == 1
    assert "000000" in boxes(window)[0].text()
    assert "00001D" not in boxes(window)[0].text()
    qtbot.keyClick(boxes(window)[0], Qt.Key.Key_Escape)
    window.failures.show_bug("00001D")
    assert "00001D" in boxes(window)[0].text()
