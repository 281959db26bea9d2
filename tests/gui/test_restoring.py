"""A backup is put back from the menu, or where a damaged file is told of; what was there is kept."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from caseload_planner.application.changes import OrganisationChanges
from caseload_planner.bootstrap import FileDoors
from caseload_planner.gui.views.restore_dialog import RestoreDialog
from tests.gui.distribution.distribution_steps import propose
from tests.gui.test_main_window import boxes, texts

LEFT = Qt.MouseButton.LeftButton
KIND, FILE = 1, 4


def settled(qtbot, window) -> None:
    qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=30_000)


def back_up(qtbot, window) -> Path:
    with qtbot.waitSignal(window.window_model.copies.backed_up, timeout=20_000) as made:
        window.commands.actions["backup"].trigger()
    return made.args[0].path


def team_name(window) -> str:
    return next(iter(window.window_model.session.organisation.teams.values())).name


def rename_team(qtbot, window, name: str) -> None:
    """Write something in the file and have the window read it."""
    session = window.window_model.session
    team = next(iter(session.organisation.teams.values()))
    with session.file.store.write() as unit:
        unit.apply(OrganisationChanges(teams=(replace(team, name=name),)))
        unit.commit()
    session.reload()
    settled(qtbot, window)
    assert team_name(window) == name


def ask(qtbot, window) -> RestoreDialog:
    window.commands.actions["restore"].trigger()
    return listed(qtbot, window)


def listed(qtbot, window) -> RestoreDialog:
    (dialog,) = [one for one in window.findChildren(RestoreDialog) if one.isVisible()]
    settled(qtbot, window)
    return dialog


def column(dialog: RestoreDialog, number: int) -> list[str]:
    return [dialog.model.data(dialog.model.index(row, number)) for row in range(dialog.model.rowCount())]


def restore(qtbot, window, dialog: RestoreDialog) -> None:
    with qtbot.waitSignal(window.window_model.put_back, timeout=30_000):
        qtbot.mouseClick(dialog.restore, LEFT)
    settled(qtbot, window)


def test_that_what_was_backed_up_comes_back_and_can_be_taken_back_itself(qtbot, demo_window):
    was = team_name(demo_window)
    copy = back_up(qtbot, demo_window)
    rename_team(qtbot, demo_window, "Team van nu")
    dialog = ask(qtbot, demo_window)
    assert column(dialog, FILE) == [copy.name]
    assert "Sinds deze back-up is er 1 keer iets veranderd. Dat komt niet mee." in texts(dialog)
    restore(qtbot, demo_window, dialog)
    assert team_name(demo_window) == was
    assert any(text.startswith("De back-up is teruggezet. Wat er stond, is bewaard als") for text in _said(demo_window))
    assert demo_window.pages["caseload"].model.ready

    again = ask(qtbot, demo_window)
    row = column(again, KIND).index("wat er eerder stond")
    again.table.selectRow(row)
    restore(qtbot, demo_window, again)
    assert team_name(demo_window) == "Team van nu"


def _said(window) -> list[str]:
    return texts(window.status_line)


def test_that_nothing_happens_before_somebody_says_so(qtbot, demo_window):
    back_up(qtbot, demo_window)
    rename_team(qtbot, demo_window, "Team van nu")
    dialog = ask(qtbot, demo_window)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settled(qtbot, demo_window)
    assert team_name(demo_window) == "Team van nu"


def test_that_without_a_backup_it_says_so_and_asks_for_another_file(qtbot, demo_window, tmp_path):
    dialog = ask(qtbot, demo_window)
    path = demo_window.window_model.session.file.path
    said = "Naast demo.sqlite staat geen back-up. Kies er een op een andere plek, bijvoorbeeld op een stick."
    assert said in texts(dialog)
    assert not dialog.restore.isEnabled()
    assert dialog.restore.toolTip() == "Kies eerst wat er terugkomt."
    was = team_name(demo_window)
    elsewhere = FileDoors().back_up(path, tmp_path / "op een stick.sqlite").path
    rename_team(qtbot, demo_window, "Team van nu")
    qtbot.mouseClick(dialog.other, LEFT)
    (chooser,) = dialog.findChildren(QFileDialog)
    with qtbot.waitSignal(demo_window.window_model.put_back, timeout=30_000):
        chooser.fileSelected.emit(str(elsewhere))
    settled(qtbot, demo_window)
    assert team_name(demo_window) == was


@pytest.mark.parametrize("what", ["changed", "itself"])
def test_that_a_refusal_leaves_everything_as_it_is_and_open(qtbot, demo_window, what):
    copy = back_up(qtbot, demo_window)
    rename_team(qtbot, demo_window, "Team van nu")
    path = demo_window.window_model.session.file.path
    if what == "changed":
        copy.write_bytes(copy.read_bytes()[:-1] + b"x")
    with qtbot.waitSignal(demo_window.window_model.failed, timeout=30_000):
        demo_window.window_model.restore(path, copy if what == "changed" else path)
    settled(qtbot, demo_window)
    words = {
        "changed": "Deze back-up is niet meer wat hij was toen hij werd gemaakt. "
        "Kies een andere; er is niets veranderd.",
        "itself": "Dit is het bestand zelf. Kies er een back-up van.",
    }
    assert [box.text() for box in boxes(demo_window)] == [words[what]]
    assert team_name(demo_window) == "Team van nu"
    rename_team(qtbot, demo_window, "Team daarna")


def test_that_a_draft_stands_in_what_is_kept(qtbot, demo_window):
    back_up(qtbot, demo_window)
    rename_team(qtbot, demo_window, "Team van nu")
    demo_window.window_model.show_page("distribution")
    settled(qtbot, demo_window)
    page = demo_window.pages["distribution"]
    propose(qtbot, page)
    drawn = page.model.draft.placements
    assert drawn
    restore(qtbot, demo_window, ask(qtbot, demo_window))
    assert demo_window.page is demo_window.pages["distribution"]
    assert not demo_window.pages["distribution"].model.draft.placements

    again = ask(qtbot, demo_window)
    again.table.selectRow(column(again, KIND).index("wat er eerder stond"))
    restore(qtbot, demo_window, again)
    qtbot.waitUntil(lambda: bool(demo_window.pages["distribution"].model.draft.placements), timeout=20_000)
    assert demo_window.pages["distribution"].model.draft.placements == drawn


def test_that_a_damaged_file_offers_its_backups(qtbot, window, demo_file, tmp_path):
    path = tmp_path / "jeugd.sqlite"
    shutil.copy(demo_file, path)
    copy = FileDoors().back_up(path).path
    damaged = path.read_bytes()[:5000]
    path.write_bytes(damaged)
    with qtbot.waitSignal(window.window_model.failed, timeout=20_000):
        window.window_model.open_file(path)
    (box,) = boxes(window)
    assert "beschadigd" in box.text()
    (button,) = [one for one in box.buttons() if one.text() == "Back-up terugzetten…"]
    qtbot.mouseClick(button, LEFT)
    dialog = listed(qtbot, window)
    assert column(dialog, FILE) == [copy.name]
    restore(qtbot, window, dialog)
    qtbot.waitUntil(lambda: window.window_model.session.caseload is not None, timeout=20_000)
    assert window.window_model.session.file.path == path
    kept = [found for found in path.parent.iterdir() if ".before-restore." in found.name]
    assert [found.read_bytes() for found in kept] == [damaged]


def test_that_other_failures_offer_no_backup(qtbot, window, tmp_path):
    path = tmp_path / "brief.sqlite"
    path.write_text("geen database")
    with qtbot.waitSignal(window.window_model.failed, timeout=20_000):
        window.window_model.open_file(path)
    (box,) = boxes(window)
    assert [box.standardButton(one) for one in box.buttons()] == [QMessageBox.StandardButton.Close]


def test_that_a_file_of_another_window_is_not_replaced(qtbot, window, demo_file, tmp_path):
    path = tmp_path / "jeugd.sqlite"
    shutil.copy(demo_file, path)
    copy = FileDoors().back_up(path).path
    with FileDoors().open_file(path).store as store:
        with qtbot.waitSignal(window.window_model.failed, timeout=30_000):
            window.window_model.restore(path, copy)
        assert [box.text() for box in boxes(window)] == [
            "Het bestand is ook ergens anders open. Sluit het daar eerst; er is niets veranderd."
        ]
        with store.read() as unit:
            assert unit.snapshot().workers
