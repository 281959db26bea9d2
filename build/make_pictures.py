"""Draws every page of the window without a screen, from the demo organisation, in Dutch, light and dark."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from caseload_planner.application.plan_records import PlanState, ScenarioState
from caseload_planner.application.services import Services
from caseload_planner.bootstrap import FileDoors
from caseload_planner.gui.app import end_lanes, make_window
from caseload_planner.gui.collecting import Collecting
from caseload_planner.gui.failures import FailureHook
from caseload_planner.gui.settings import Settings
from caseload_planner.gui.theme import Theme
from caseload_planner.gui.translations import Language
from caseload_planner.gui.views.look import Look
from caseload_planner.gui.views.main_window import MainWindow

sys.path.insert(0, str(Path(__file__).parent))
from caseload_pictures import CASELOAD_DRAWN
from distribution_pictures import DISTRIBUTION_DRAWN, FULL_WEEK
from frame_pictures import FRAME_DRAWN
from picture_organisations import organisations
from picture_waiting import at_rest
from staffing_pictures import STAFFING_DRAWN
from team_d_pictures import TEAM_D_DRAWN

PROJECT = Path(__file__).resolve().parent.parent
SIZE = (1366, 768)
MOST_COLOURS = 256


def with_dialogs(window: MainWindow) -> QPixmap:
    """Give a picture of the window with the dialog that stands above it, in its middle."""
    whole = window.grab()
    for dialog in window.findChildren(QWidget):
        if dialog.isVisible() and dialog.isWindow():
            popup = dialog.windowType() is Qt.WindowType.Popup
            painter = QPainter(whole)
            if not popup:
                painter.fillRect(whole.rect(), QColor(0, 0, 0, 90))
            middle = (whole.rect().center() - dialog.rect().center()) + QPoint(0, 10)
            at = window.mapFromGlobal(dialog.pos()) if popup else middle
            painter.drawPixmap(at, dialog.grab())
            painter.setPen(QColor(128, 128, 128))
            painter.drawRect(dialog.rect().translated(at))
            painter.end()
    return whole


def save(window: MainWindow, target: Path) -> None:
    """Save a window as a small PNG."""
    if not with_dialogs(window).save(str(target)):
        raise SystemExit(f"{target} cannot be written")
    with Image.open(target) as grabbed:
        picture = grabbed.convert("RGB")
    picture.quantize(MOST_COLOURS, kmeans=2, dither=Image.Dither.NONE).save(target, optimize=True)
    print(f"{target.name}: {target.stat().st_size // 1024} kB")


DRAWN: dict[str, Callable[[MainWindow], None]] = {
    **CASELOAD_DRAWN,
    **DISTRIBUTION_DRAWN,
    **TEAM_D_DRAWN,
    **FRAME_DRAWN,
    **STAFFING_DRAWN,
}


def forget_drafts(services: Services) -> None:
    """Let every picture begin without the drafts and plans of the one before: they share a file."""
    with services.store.write() as unit:
        for draft in unit.open_drafts.all():
            unit.open_drafts.discard(draft.on, draft.teams)
        for scenario in unit.scenarios.all():
            if scenario.state is ScenarioState.DRAFT:
                unit.scenarios.remove(scenario.id)
        for plan in unit.wind_downs.all(PlanState.ACCEPTED):
            unit.wind_downs.settle(
                plan.id, PlanState.WITHDRAWN, settled_by="Anna de Wit", settled_at=services.clock.now()
            )
        unit.commit()


def draw(name: str, window: MainWindow, services: Services) -> None:
    """Bring a window to what a picture shows; the welcome is what it shows by itself."""
    window.resize(*SIZE)
    window.show()
    forget_drafts(services)
    if name != "welcome":
        window.window_model.take(services)
        at_rest(window)
        DRAWN[name](window)
    at_rest(window)


@contextmanager
def drawn(name: str, look: Look, theme: Theme, language: Language, services: Services) -> Iterator[MainWindow]:
    """Give a window that shows a picture, with settings of its own."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
        settings.language, settings.theme = language, theme
        look.apply(settings)
        # As in the program: a lane that collected the window before, while this one works, would take Qt along.
        collecting = Collecting()
        window = make_window(FileDoors(), settings, look, FailureHook())
        draw(name, window, services)
        yield window
        window.hide()
        end_lanes(window)
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        collecting.end()


def make_look() -> Look:
    """Make the application, without a screen and without anything that blinks."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication(["make_pictures"])
    application.setCursorFlashTime(0)
    return Look(application)


def draw_all(names: list[str], themes: list[Theme], language: Language, target: Path) -> None:
    """Draw pictures into a folder, each from a window and settings of its own."""
    look = make_look()
    target.mkdir(parents=True, exist_ok=True)
    with organisations() as (usual, full):
        for theme, name in product(themes, names):
            with drawn(name, look, theme, language, full if name in FULL_WEEK else usual) as window:
                save(window, target / f"{name}-{theme}.png")


def main() -> int:
    """Draw what is asked for."""
    names = [*DRAWN, "welcome"]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=names, nargs="*", default=names, help="which pictures; all when left out")
    parser.add_argument("--target", type=Path, default=PROJECT / "resources" / "pictures")
    parser.add_argument("--theme", choices=[*Theme], nargs="*", default=[Theme.LIGHT, Theme.DARK])
    parser.add_argument("--language", choices=[*Language], default=Language.DUTCH)
    arguments = parser.parse_args()
    themes = [Theme(theme) for theme in arguments.theme]
    draw_all(arguments.only, themes, Language(arguments.language), arguments.target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
