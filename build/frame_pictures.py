"""Steps that bring a window to what the pictures of the frame show: search, keys, norm, steps, manual, presentation."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from picture_waiting import at_rest

from caseload_planner.gui.views.case_sheet import CaseSheet
from caseload_planner.gui.views.finder_dialog import FinderDialog
from caseload_planner.gui.views.importing.dialog import ImportDialog
from caseload_planner.gui.views.main_window import MainWindow

SMALL_SCREEN = (911, 442)
"""What 1366 x 768 leaves at 150 %, beside a title and a task bar."""


def draw_finder(window: MainWindow) -> None:
    """Show what Ctrl+K finds for a few letters."""
    window.window_model.show_page("caseload")
    window.show_finder()
    dialog = window.findChild(FinderDialog)
    if dialog is not None:
        dialog.field.setText("ve")


def draw_keys(window: MainWindow) -> None:
    """Show the keys of the Verdeling page."""
    window.window_model.show_page("distribution")
    at_rest(window)
    window.show_keys()


def draw_norm(window: MainWindow) -> None:
    """Show the norm in words."""
    window.window_model.show_page("caseload")
    window.header.norm.open_card()


def draw_presentation(window: MainWindow) -> None:
    """Show the Caseload page under pseudonyms."""
    window.window_model.show_page("caseload")
    at_rest(window)
    window.window_model.toggle_presentation()


def draw_future(window: MainWindow) -> None:
    """Show the Caseload page of a week to come."""
    window.window_model.show_page("caseload")
    at_rest(window)
    window.header.date.later.click()


def draw_steps(window: MainWindow) -> None:
    """Show the steps of a draft."""
    window.window_model.show_page("distribution")
    at_rest(window)
    model = window.page.model  # type: ignore[union-attr]
    model.propose()
    at_rest(window)
    model.look_at_case(next(iter(model.draft.placements)))
    model.changes.toggle_pin()
    model.changes.take_off()
    at_rest(window)
    window.show_history()


def draw_manual(window: MainWindow) -> None:
    """Show the manual at the chapter about the norm."""
    window.window_model.show_page("caseload")
    window.show_manual()


def draw_about(window: MainWindow) -> None:
    """Show what this program is."""
    window.commands.actions["about"].trigger()  # type: ignore[union-attr]


def draw_case_sheet(window: MainWindow) -> None:
    """Show a case that is over."""
    session = window.window_model.session
    if session.organisation is not None:
        over = next(key for key, one in session.organisation.measures.items() if one.closed_on is not None)
        CaseSheet(session.organisation, over, window).open()


def draw_small_caseload(window: MainWindow) -> None:
    """Show the Caseload page on a small laptop at 150 %."""
    window.resize(*SMALL_SCREEN)
    window.window_model.show_page("caseload")


def draw_small_verdeling(window: MainWindow) -> None:
    """Show the Verdeling page on a small laptop at 150 %."""
    window.resize(*SMALL_SCREEN)
    window.window_model.show_page("distribution")


def draw_closing(window: MainWindow) -> None:
    """Show what is asked where the last step is not in the file yet."""
    window.window_model.show_page("caseload")
    window.window_model.closing.slow.emit()


def draw_cluster(window: MainWindow) -> None:
    """Show where it is asked on which cluster to work."""
    window.window_model.show_page("establishment")
    at_rest(window)
    window.pages["establishment"].ask_cluster()  # type: ignore[attr-defined]


def draw_import(window: MainWindow) -> None:
    """Show where an import begins."""
    window.commands.actions["import"].trigger()  # type: ignore[union-attr]


def draw_import_again(window: MainWindow) -> None:
    """Show it where sources were read before, one of them by a mapping."""
    settings = window.window_model.settings
    settings.remember_source(Path("/srv/planning/jeugdzorg-maasland"))
    settings.remember_source(Path("/srv/exports/zaken-week-47"), Path("/srv/planning/koppeling-zaaksysteem.toml"))
    draw_import(window)
    dialog = next(one for one in window.findChildren(ImportDialog) if one.isVisible())
    dialog.source.mapping.choose(Path("/srv/planning/koppeling-zaaksysteem.toml"))


def draw_restore(window: MainWindow) -> None:
    """Show the backups of the file, one of them from before another came back."""
    file = window.window_model.session.file
    if file is not None:
        replaced = file.path.with_name(f"{file.path.stem}.before-restore.2026-11-20{file.path.suffix}")
        shutil.copy(file.path, replaced)
        a_week_ago = time.time() - 7 * 24 * 3600
        os.utime(replaced, (a_week_ago, a_week_ago))
    window.window_model.copies.back_up()
    at_rest(window)
    window.commands.actions["restore"].trigger()  # type: ignore[union-attr]


def draw_bug(window: MainWindow) -> None:
    """Show what a mistake of the program looks like."""
    window.failures.show_bug("3F09A1")


FRAME_DRAWN: dict[str, Callable[[MainWindow], None]] = {
    "zoeken": draw_finder,
    "toetsen": draw_keys,
    "norm": draw_norm,
    "presentatie": draw_presentation,
    "toekomst": draw_future,
    "stappen": draw_steps,
    "handleiding": draw_manual,
    "over": draw_about,
    "zaak": draw_case_sheet,
    "klein-caseload": draw_small_caseload,
    "klein-verdeling": draw_small_verdeling,
    "importeren": draw_import,
    "importeren-opnieuw": draw_import_again,
    "sluiten": draw_closing,
    "rekencluster": draw_cluster,
    "fout": draw_bug,
    "terugzetten": draw_restore,
}
