"""The frame: first start, pages, language, theme, files, failures."""

import os
import re
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QMessageBox

from caseload_planner.domain.errors import DatabaseUnusableError
from caseload_planner.gui.failures import FailureHook
from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.gui.theme import DARK, Theme, colours_for
from caseload_planner.gui.translations import Language
from caseload_planner.gui.viewmodels.tiles import TileKey
from caseload_planner.gui.views.about_dialog import AboutDialog

LEFT = Qt.MouseButton.LeftButton


def texts(widget) -> list[str]:
    """Give every visible text in a widget."""
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    return [part.text().strip() for part in parts if part.text() and part.isVisible()]


def caseload_ready(window) -> bool:
    """Whether the Caseload page shows its rows."""
    return "caseload" in window.pages and window.pages["caseload"].model.ready


def boxes(window) -> list[QMessageBox]:
    """Give the message boxes that are open."""
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_that_the_first_start_shows_three_doors_in_dutch(window):
    shown = texts(window.welcome)
    assert {"Kijk rond in het voorbeeld", "Begin met je eigen bestanden", "Open een bestand"} <= set(shown)


def test_that_who_has_most_room_is_seen_in_two_clicks_from_the_first_start(qtbot, window):
    qtbot.mouseClick(window.welcome.demo, LEFT)
    qtbot.waitUntil(lambda: caseload_ready(window), timeout=20_000)
    page = window.pages["caseload"]
    qtbot.mouseClick(page.tiles.cards[TileKey.ROOM], LEFT)
    most = max(page.model.session.overview.workers, key=lambda row: row.first_room)
    assert page.model.table.index(0, Column.NAME).data() == most.name


def test_that_the_doors_are_closed_while_one_opens(qtbot, window, doors):
    with qtbot.waitSignal(window.window_model.session.opened, timeout=20_000):
        qtbot.mouseClick(window.welcome.demo, LEFT)
        assert not window.welcome.demo.isEnabled()


def test_that_a_file_that_cannot_be_opened_is_said_in_words_and_the_welcome_stays(qtbot, window, doors):
    def refuse():
        raise DatabaseUnusableError("The file is damaged.", why="damaged", path="maandag.sqlite")

    doors.before_opening = refuse
    with qtbot.waitSignal(window.window_model.failed):
        window.window_model.open_demo()
    assert "beschadigd" in boxes(window)[0].text()
    assert boxes(window)[0].informativeText() == "maandag.sqlite"
    assert window.welcome.isVisible()
    assert window.welcome.demo.isEnabled()


def test_that_a_bug_is_shown_with_the_reference_that_is_logged_and_nothing_personal(
    qtbot, window, doors, settings, look, caplog
):
    hook = FailureHook()
    hook.happened.connect(window._on_bug)
    with pytest.raises(ValueError, match="Jasmijn") as caught:
        int("Jasmijn Popelkamp")
    hook.on_exception(caught.type, caught.value, caught.tb)
    reference = re.search(r"reference ([0-9A-F]{6})", caplog.text).group(1)
    assert reference in boxes(window)[0].text()
    assert "Jasmijn" not in caplog.text
    assert re.search(r"ValueError at test_main_window\.py:\d+ test_that_a_bug", caplog.text)


def test_that_the_header_says_the_date_the_week_and_the_norm(demo_window):
    header = demo_window.header
    assert header.date.edit.date() == QDate(2026, 11, 23)
    assert header.date.week.text() == "week 48"
    assert "12,80" in header.norm.text()
    assert "14,30" in header.norm.text()


def test_that_another_date_makes_every_figure_of_that_day(qtbot, demo_window):
    session = demo_window.window_model.session
    with qtbot.waitSignal(session.caseload_changed, timeout=20_000):
        demo_window.header.date.edit.setDate(QDate(2026, 5, 4))
    assert session.overview.on.isoformat() == "2026-05-04"
    assert demo_window.header.date.week.text() == "week 19"


def test_that_a_team_is_chosen_from_the_menu_of_the_header(qtbot, demo_window):
    session, chooser = demo_window.window_model.session, demo_window.header.scope
    team = next(iter(session.organisation.teams.values()))
    action = next(a for a in chooser.menu().actions() if a.text().strip() in {team.name, team.location})
    with qtbot.waitSignal(session.caseload_changed, timeout=20_000):
        action.trigger()
    assert chooser.text().strip() == action.text().strip()
    assert action.isChecked()


def test_that_the_language_changes_at_once_and_is_remembered(qtbot, demo_window):
    qtbot.mouseClick(demo_window.header.look.language, LEFT)
    qtbot.waitUntil(lambda: not demo_window.window_model.session.runner.busy, timeout=20_000)
    assert demo_window.window_model.settings.language is Language.ENGLISH
    qtbot.waitUntil(lambda: "Points per contracted fte" in texts(demo_window), timeout=20_000)
    assert "Punten per contract-fte" not in texts(demo_window)
    qtbot.mouseClick(demo_window.header.look.language, LEFT)
    qtbot.waitUntil(lambda: "Punten per contract-fte" in texts(demo_window), timeout=20_000)


def test_that_the_date_is_written_in_the_language_of_now(qtbot, demo_window):
    demo_window.window_model.session.scope.set_date(date(2026, 5, 4))
    qtbot.waitUntil(lambda: not demo_window.window_model.session.runner.busy, timeout=20_000)
    assert demo_window.header.date.edit.text() == "ma 4 mei 2026"
    qtbot.mouseClick(demo_window.header.look.language, LEFT)
    qtbot.waitUntil(lambda: not demo_window.window_model.session.runner.busy, timeout=20_000)
    assert demo_window.header.date.edit.text() == "Mon 4 May 2026"


def test_that_search_and_order_survive_a_change_of_language(qtbot, demo_window):
    page = demo_window.pages["caseload"]
    page.table.sort_by(Column.NAME)
    qtbot.keyClicks(page.search, "heerlen")
    qtbot.mouseClick(demo_window.header.look.language, LEFT)
    page = demo_window.pages["caseload"]
    assert page.search.text() == "heerlen"
    assert page.model.table.sort_column is Column.NAME


def test_that_the_dark_theme_reaches_what_is_painted(qtbot, demo_window):
    dark = next(action for action in demo_window.header.look.theme.menu().actions() if action.text() == "Donker")
    dark.trigger()
    assert demo_window.window_model.settings.theme is Theme.DARK
    assert colours_for(demo_window.pages["caseload"].table.palette()) is DARK


def test_that_ctrl_f_goes_to_the_search_of_the_page(qtbot, demo_window):
    qtbot.keyClick(demo_window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert demo_window.pages["caseload"].search.hasFocus()


def test_that_alt_and_a_figure_switch_pages(qtbot, demo_window):
    for number, key in enumerate(demo_window.rail.buttons, start=1):
        with qtbot.waitSignal(demo_window.window_model.page_changed):
            qtbot.keyClick(demo_window, Qt.Key.Key_0 + number, Qt.KeyboardModifier.AltModifier)
        assert demo_window.window_model.page == key
        assert demo_window.rail.buttons[key].isChecked()


def test_that_the_status_line_names_the_file_and_marks_the_demo(demo_window):
    shown = texts(demo_window.status_line)
    assert "demo.sqlite" in shown
    assert "voorbeeld: verzonnen mensen" in shown


def test_that_pages_fill_draft_and_undo_of_the_status_line(demo_window):
    status = demo_window.window_model.status
    status.set_draft("3 zaken geplaatst")
    status.set_undo("M12 vastzetten")
    shown = texts(demo_window.status_line)
    assert "3 zaken geplaatst" in shown
    assert "Ongedaan maken: M12 vastzetten" in shown


def test_that_a_file_opened_before_is_offered_again(qtbot, demo_window, settings):
    path = demo_window.window_model.session.services.path
    assert settings.recent_files == (path,)


def test_that_a_recent_file_that_is_gone_is_forgotten(qtbot, window, settings, tmp_path):
    gone = tmp_path / "weg.sqlite"
    settings.remember_file(gone)
    with qtbot.waitSignal(window.window_model.failed):
        window.window_model.open_file(gone)
    assert settings.recent_files == ()


def test_that_place_and_size_are_remembered(qtbot, window, settings):
    window.resize(1200, 700)
    window.close()
    assert not settings.geometry.isEmpty()


def test_that_an_export_says_that_it_is_done(qtbot, demo_window, tmp_path):
    target = tmp_path / "uit.xlsx"
    with qtbot.waitSignal(demo_window.window_model.exported, timeout=20_000):
        demo_window.window_model.export_to(target)
    assert target.stat().st_size > 0
    assert any("geëxporteerd" in text for text in texts(demo_window.status_line))


def test_that_a_backup_says_that_it_is_done_and_of_which_day_it_is(qtbot, demo_window):
    window = demo_window.window_model
    assert not any("back-up" in text for text in texts(demo_window.status_line))
    with qtbot.waitSignal(window.copies.backed_up, timeout=20_000) as made:
        demo_window.commands.actions["backup"].trigger()
    copy = made.args[0]
    assert copy.path.parent == window.session.file.path.parent
    assert f"Back-up gemaakt: {copy.path.name}" in texts(demo_window.status_line)
    qtbot.waitUntil(lambda: any(text.startswith("back-up:") for text in texts(demo_window.status_line)))
    with qtbot.waitSignal(window.copies.backed_up, timeout=20_000) as again:
        demo_window.commands.actions["backup"].trigger()
    assert (again.args[0].new, again.args[0].path) == (False, copy.path)


def test_that_a_backup_goes_to_another_folder_and_says_where_that_cannot_be(qtbot, demo_window, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    demo_window.commands.actions["backup elsewhere"].trigger()
    (chooser,) = demo_window.findChildren(QFileDialog)
    with qtbot.waitSignal(demo_window.window_model.copies.backed_up, timeout=20_000) as made:
        chooser.fileSelected.emit(str(stick))
    chooser.close()
    assert made.args[0].path.parent == stick
    with qtbot.waitSignal(demo_window.window_model.failed, timeout=20_000):
        demo_window.window_model.copies.back_up(tmp_path / "weg" / "kopie.sqlite")
    qtbot.waitUntil(lambda: bool(demo_window.findChildren(QMessageBox)))


@pytest.mark.parametrize("theme", Theme)
def test_that_the_whole_window_is_drawn_without_a_complaint_of_qt(qtbot, demo_window, theme):
    demo_window.window_model.use_theme(theme)
    picture = demo_window.grab().toImage()
    assert picture.width() >= 1366


def test_that_a_shortcut_of_the_menu_stays_one_after_a_change_of_look(qtbot, demo_window):
    demo_window.window_model.use_theme(Theme.DARK)
    demo_window.window_model.use_theme(Theme.LIGHT)
    shortcuts = [action.shortcut().toString() for action in demo_window.actions() if not action.shortcut().isEmpty()]
    assert sorted(shortcuts) == sorted(set(shortcuts))
    assert "Ctrl+O" in shortcuts


def test_that_about_says_version_and_licence(qtbot, window):
    window.commands.actions["about"].trigger()
    dialog = window.findChild(AboutDialog)
    said = " ".join(texts(dialog))
    assert "Versie" in said
    assert "EUPL" in said
    dialog.reject()


def test_that_a_message_in_the_status_line_goes_by_itself(qtbot, demo_window):
    demo_window.window_model.status.say("Bewaard")
    assert "Bewaard" in texts(demo_window.status_line)
    demo_window.status_line._timer.timeout.emit()
    assert "Bewaard" not in texts(demo_window.status_line)


def test_that_the_file_that_the_program_was_started_with_is_awaited_on_the_pages(qtbot, window):
    window.window_model.start_with(None)
    assert not window.welcome.isVisible()
    assert window.page is not None
    qtbot.waitUntil(lambda: caseload_ready(window), timeout=20_000)


def test_that_the_welcome_comes_back_when_that_file_cannot_be_opened(qtbot, window, tmp_path):
    with qtbot.waitSignal(window.window_model.failed):
        window.window_model.start_with(tmp_path / "weg.sqlite")
    assert window.welcome.isVisible()
    assert "er niet meer" in boxes(window)[0].text()


def test_that_the_status_line_says_when_the_last_backup_was_made(qtbot, demo_window):
    path = demo_window.window_model.session.file.path
    older, newer = (path.with_name(f"demo.schema-1.{day}.sqlite") for day in ("2026-03-02", "2026-11-20"))
    for copy, moment in ((older, datetime(2026, 3, 2, 9, tzinfo=UTC)), (newer, datetime(2026, 11, 20, 12, tzinfo=UTC))):
        copy.touch()
        os.utime(copy, (moment.timestamp(), moment.timestamp()))
    demo_window.window_model.open_file(path)
    qtbot.waitUntil(lambda: "back-up: 20 nov 2026" in texts(demo_window.status_line), timeout=20_000)


def test_that_the_draft_in_the_status_line_speaks_the_new_language_on_every_page(qtbot, demo_window):
    window = demo_window.window_model
    window.show_page("distribution")
    qtbot.waitUntil(lambda: demo_window.page.model.board is not None and not window.session.runner.busy, timeout=20_000)
    with qtbot.waitSignal(demo_window.page.model.search.found, timeout=30_000):
        demo_window.page.model.propose()
    window.show_page("caseload")
    assert any("niet vastgesteld" in text for text in texts(demo_window.status_line)), texts(demo_window.status_line)
    window.use_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: any("not decided yet" in text for text in texts(demo_window.status_line)))
    said = " ".join(texts(demo_window.status_line))
    assert "niet vastgesteld" not in said
    assert "Undo: Proposal" in said


def test_that_no_date_can_be_looked_at_of_which_nothing_is_known(qtbot, demo_window):
    bar, scope = demo_window.header.date, demo_window.window_model.session.scope
    assert bar.edit.maximumDate() == QDate(2036, 12, 31)
    assert bar.edit.minimumDate() == QDate(2000, 1, 1)
    scope.set_date(date(2036, 12, 29))
    for _ in range(3):
        qtbot.mouseClick(bar.later, LEFT)
    assert scope.on == date(2036, 12, 31)
    qtbot.waitUntil(lambda: not demo_window.window_model.session.runner.busy, timeout=30_000)
