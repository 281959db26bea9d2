"""Importing through the window: look first, agree, done."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox

from caseload_planner.gui.viewmodels.import_flow import ImportStep
from caseload_planner.gui.views.importing.dialog import ImportDialog, open_import_dialog
from tests.exchange.foreign_exports import cases_of, put_csv

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(demo_window):
    """The import dialog over the demo organisation."""
    opened = open_import_dialog(demo_window.window_model, demo_window)
    assert opened is not None
    return opened


@pytest.fixture
def source(demo_window, doors, tmp_path) -> Path:
    """An export of what is open, to change and to import again."""
    folder = tmp_path / "bron"
    doors.writer_for(folder)(demo_window.window_model.session.organisation, folder)
    return folder


def rewrite(path: Path, change) -> None:
    """Change the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        names, rows = reader.fieldnames, change(list(reader))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def look_at(qtbot, dialog, source: Path) -> None:
    """Choose a source and wait for the preview."""
    dialog.flow.look_at(source)
    qtbot.waitUntil(lambda: dialog.flow.step is ImportStep.PREVIEW, timeout=30_000)


def shown(widget) -> str:
    """Give every visible text."""
    return " | ".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


def test_that_the_same_data_again_is_nothing_new_and_cannot_be_imported(qtbot, dialog, source):
    look_at(qtbot, dialog, source)
    assert "niets nieuws" in shown(dialog)
    assert not dialog.write.isVisible()


def test_that_new_data_is_shown_first_and_written_after_agreement(qtbot, dialog, source, demo_window):
    def rename(rows):
        rows[0]["name"] = "Nieuwe Naam"
        return rows

    rewrite(source / "workers.csv", rename)
    look_at(qtbot, dialog, source)
    session = demo_window.window_model.session
    assert "Dit zou er veranderen" in shown(dialog)
    assert "Nieuwe Naam" not in {worker.name for worker in session.organisation.workers.values()}
    with qtbot.waitSignal(session.caseload_changed, timeout=20_000):
        qtbot.mouseClick(dialog.write, LEFT)
    assert dialog.flow.step is ImportStep.DONE
    assert "Nieuwe Naam" in {worker.name for worker in session.organisation.workers.values()}


def test_that_problems_name_file_row_column_value_and_remedy_and_nothing_can_be_written(qtbot, dialog, source):
    def spoil(rows):
        rows[2]["fte"] = "veel"
        return rows

    rewrite(source / "contracts.csv", spoil)
    look_at(qtbot, dialog, source)
    model = dialog.preview.table.model()
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells[:4] == ["contracts.csv", "4", "fte", "veel"]
    assert all(cells[4:])
    assert not dialog.write.isVisible()
    assert "niets geïmporteerd" in shown(dialog)


def test_that_losing_many_measures_asks_first(qtbot, dialog, source):
    kept = set()

    def halve(rows):
        left = [row for row in rows if row["closed_on"] or int(row["measure"][1:]) % 2]
        kept.update(row["measure"] for row in left)
        return left

    rewrite(source / "measures.csv", halve)
    rewrite(source / "assignments.csv", lambda rows: [row for row in rows if row["measure"] in kept])
    look_at(qtbot, dialog, source)
    assert dialog.write.text() == "Toch importeren"
    assert "Is de bron volledig?" in shown(dialog)


def test_that_a_source_that_cannot_be_read_leads_back_to_choosing(qtbot, dialog, tmp_path):
    with qtbot.waitSignal(dialog.flow.failed, timeout=20_000):
        dialog.flow.look_at(tmp_path / "bestaat-niet")
    assert dialog.flow.step is ImportStep.CHOOSE
    assert dialog.source.folder.isVisible()


def test_that_choosing_again_drops_what_was_read(qtbot, dialog, source):
    look_at(qtbot, dialog, source)
    qtbot.mouseClick(dialog.back, LEFT)
    assert dialog.flow.step is ImportStep.CHOOSE
    assert dialog.flow.report is None


def test_that_a_first_import_makes_the_users_own_file(qtbot, window):
    window.welcome.importing.click()
    qtbot.waitUntil(lambda: window.window_model.session.services is not None, timeout=20_000)
    from caseload_planner.gui.views.importing.dialog import ImportDialog

    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)), timeout=20_000)
    qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=20_000)
    assert window.window_model.session.organisation.workers == {}


def drop(area, *paths: Path):
    """Drop files on a widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, copy, left, none = QPoint(5, 5), Qt.DropAction.CopyAction, LEFT, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(area, QDragEnterEvent(at, copy, data, left, none))
    QApplication.sendEvent(area, QDropEvent(QPointF(at), copy, data, left, none))


def test_that_a_folder_that_is_dropped_is_looked_at(qtbot, dialog, source):
    drop(dialog.source.drop, source)
    qtbot.waitUntil(lambda: dialog.flow.step is ImportStep.PREVIEW, timeout=30_000)
    assert "niets nieuws" in shown(dialog)


def test_that_it_fits_a_small_laptop_at_150_per_cent(qtbot, dialog, source):
    assert dialog.minimumSizeHint().height() <= 442
    assert dialog.minimumSizeHint().width() <= 911
    look_at(qtbot, dialog, source)
    assert dialog.minimumSizeHint().height() <= 442


def test_that_two_things_dropped_at_once_are_left_alone(dialog, source, tmp_path):
    drop(dialog.source.drop, source, tmp_path)
    assert dialog.flow.step is ImportStep.CHOOSE


def test_that_the_first_step_names_every_file_that_can_be_read(dialog, source):
    names = {path.stem for path in source.iterdir()}
    assert names <= {part.text() for part in dialog.source.findChildren(QLabel)}


def test_that_a_source_that_was_read_stands_ready_the_next_time(qtbot, dialog, source, demo_window):
    look_at(qtbot, dialog, source)
    again = open_import_dialog(demo_window.window_model, demo_window)
    assert [button.text() for button in again.source.recent] == [source.name]
    qtbot.mouseClick(again.source.recent[0], LEFT)
    qtbot.waitUntil(lambda: again.flow.step is ImportStep.PREVIEW, timeout=30_000)


def test_that_a_source_that_cannot_be_read_is_not_remembered(qtbot, dialog, tmp_path, demo_window):
    with qtbot.waitSignal(dialog.flow.failed, timeout=30_000):
        dialog.source.chosen.emit(tmp_path / "weg")
    assert demo_window.window_model.settings.recent_sources == ()


def test_that_a_first_import_shows_no_columns_of_nothing_and_leads_into_the_table(
    qtbot, window, services, doors, tmp_path
):
    source = tmp_path / "bron"
    with services.store.read() as unit:
        doors.writer_for(source)(unit.snapshot(), source)
    window.activateWindow()
    qtbot.mouseClick(window.welcome.importing, LEFT)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(ImportDialog)), timeout=20_000)
    dialog = next(one for one in window.findChildren(ImportDialog) if one.isVisible())
    look_at(qtbot, dialog, source)
    qtbot.waitUntil(lambda: "Nieuw" in shown(dialog))
    assert "Gesloten" not in shown(dialog)
    qtbot.mouseClick(dialog.write, LEFT)
    qtbot.waitUntil(lambda: dialog.flow.step is ImportStep.DONE, timeout=30_000)
    qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=30_000)
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(window.pages["caseload"].table.hasFocus, timeout=5_000)


@pytest.fixture
def export(demo_window, tmp_path) -> Path:
    """The assignments of what is open as another system exports them, and nothing else."""
    _, assignments = cases_of(demo_window.window_model.session.organisation)
    return put_csv(tmp_path / "export" / "toewijzingen.csv", assignments).parent


@pytest.fixture
def mapping(tmp_path) -> Path:
    """How that export is read."""
    path = tmp_path / "zaaksysteem.toml"
    path.write_text(
        """
name = "zaaksysteem"
[[parts]]
part = "assignments"
source = "toewijzingen.csv"
[parts.columns]
measure = { column = "Zaaknr", prefix = "M", digits = 6 }
worker = { column = "Persnr", prefix = "W", digits = 4 }
from = "Van"
until = "T/m"
[parts.columns.position]
column = "Rol"
values = { "Eerste contactpersoon" = "first", "Tweede contactpersoon" = "second", "Loopt mee" = "incoming" }
""",
        encoding="utf-8",
    )
    return path


def test_that_an_export_of_another_system_is_read_by_its_mapping_and_both_stand_ready_again(
    qtbot, dialog, export, mapping, demo_window
):
    choices = dialog.source.mapping.choices
    assert [choices.itemText(place) for place in range(choices.count())] == [
        "bestanden van dit programma",
        "export van een ander systeem: kies een koppeling…",
    ]
    choices.activated.emit(1)
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(mapping))
    chooser.close()
    assert choices.currentText() == "koppeling zaaksysteem"
    assert "De bestanden of bladen die de koppeling noemt" in shown(dialog)
    dialog.source.chosen.emit(export)
    qtbot.waitUntil(lambda: dialog.flow.step is ImportStep.PREVIEW, timeout=30_000)
    assert "niets nieuws" in shown(dialog)
    dialog.close()
    again = open_import_dialog(demo_window.window_model, demo_window)
    assert "met koppeling zaaksysteem" in shown(again)
    qtbot.mouseClick(again.source.recent[0], LEFT)
    qtbot.waitUntil(lambda: again.flow.step is ImportStep.PREVIEW, timeout=30_000)
    assert again.flow.mapping == mapping


def test_that_without_its_mapping_an_export_says_what_to_choose(qtbot, dialog, export):
    dialog.source.chosen.emit(export)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QMessageBox)), timeout=30_000)
    (box,) = dialog.findChildren(QMessageBox)
    assert "koppeling" in box.text()


def test_that_a_mapping_that_is_wrong_says_where(qtbot, dialog, export, mapping):
    mapping.write_text(mapping.read_text(encoding="utf-8").replace('from = "Van"', ""), encoding="utf-8")
    dialog.source.mapping.choose(mapping)
    dialog.source.chosen.emit(export)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QMessageBox)), timeout=30_000)
    (box,) = dialog.findChildren(QMessageBox)
    assert box.text() == "De koppeling kan niet worden gebruikt. Verbeter daarin: parts.1"
    assert box.informativeText() == str(mapping)


def test_that_who_turns_back_from_choosing_a_mapping_keeps_what_was_chosen(qtbot, dialog, mapping):
    dialog.source.mapping.choose(mapping)
    choices = dialog.source.mapping.choices
    choices.activated.emit(choices.count() - 1)
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.reject()
    assert dialog.source.mapping.path == mapping
    assert choices.currentText() == "koppeling zaaksysteem"
