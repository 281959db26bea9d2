"""Draws every page of the window without a screen, from the demo organisation, in Dutch, light and dark."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QSettings, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from caseload_planner.application.import_files import found_organisation
from caseload_planner.application.plan_records import ScenarioState
from caseload_planner.application.services import Services
from caseload_planner.bootstrap import FileDoors
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.gui.app import make_window
from caseload_planner.gui.failures import FailureHook
from caseload_planner.gui.models.worker_facets import Facet
from caseload_planner.gui.settings import Settings
from caseload_planner.gui.theme import Theme
from caseload_planner.gui.translations import Language
from caseload_planner.gui.views.caseload.page import CaseloadPage
from caseload_planner.gui.views.distribution.page import DistributionPage
from caseload_planner.gui.views.look import Look
from caseload_planner.gui.views.main_window import MainWindow
from caseload_planner.gui.views.team_d.page import TeamDPage

sys.path.insert(0, str(Path(__file__).parent))
from frame_pictures import FRAME_DRAWN
from staffing_pictures import STAFFING_DRAWN

PROJECT = Path(__file__).resolve().parent.parent
SIZE = (1366, 768)
ON = date(2026, 11, 23)
"""The Monday of all pictures."""
LOW_CEILING = 1250
MOST_COLOURS = 256
GIVE_UP_AFTER_MS = 120_000


class PictureClock:
    """A clock that stands still, so that pictures do not change by themselves."""

    def now(self) -> datetime:
        """Give nine o'clock."""
        return datetime(ON.year, ON.month, ON.day, 9, tzinfo=UTC)

    def today(self) -> date:
        """Give the Monday."""
        return ON


def wait_until(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    loop, timer = QEventLoop(), QTimer(interval=20)
    limit = QTimer(singleShot=True, interval=GIVE_UP_AFTER_MS)
    timer.timeout.connect(lambda: loop.exit(1) if holds() else None)
    limit.timeout.connect(loop.quit)
    timer.start()
    limit.start()
    if not loop.exec():
        raise SystemExit("the window did not come to rest")


def at_rest(window: MainWindow) -> None:
    """Wait until no work is under way and everything is drawn."""
    wait_until(lambda: not window.window_model.session.runner.busy)
    for _ in range(3):
        QCoreApplication.processEvents()


@contextmanager
def demo_services(folder: Path, *, full_week: bool = False, size: DemoSize = DemoSize.NORMAL) -> Iterator[Services]:
    """Make the demo organisation as it stands on the Monday, in a file of its own."""
    place = folder / ("full" if full_week else "usual")
    place.mkdir()
    services = FileDoors().create_file(place / "demo.sqlite")
    organisation = demo_organisation(size, DEFAULT_SEED, ON, services.norms)
    if full_week:
        norms = tuple(replace(norm, ceiling=LOW_CEILING) for norm in organisation.norms.norms)
        organisation = replace(organisation, norms=replace(organisation.norms, norms=norms))
    found_organisation(services.store, organisation)
    yield replace(services, clock=PictureClock(), demo=True)


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


def caseload_page(window: MainWindow) -> CaseloadPage:
    """Bring the Caseload page to the front."""
    window.window_model.show_page("caseload")
    page = window.pages["caseload"]
    if not isinstance(page, CaseloadPage):
        raise TypeError("the Caseload page is another one than these pictures know")
    return page


def verdeling_page(window: MainWindow) -> DistributionPage:
    """Bring the Verdeling page to the front, its board ready."""
    window.window_model.show_page("distribution")
    page = window.pages["distribution"]
    if not isinstance(page, DistributionPage):
        raise TypeError("the Verdeling page is another one than these pictures know")
    at_rest(window)
    return page


def draw_welcome(window: MainWindow) -> None:
    """Show the three doors."""
    window.window_model.session.services = None
    window.rebuild()


def draw_caseload(window: MainWindow) -> None:
    """Show the Caseload page."""
    caseload_page(window)


def draw_by_team(window: MainWindow) -> None:
    """Show the Caseload page by team."""
    caseload_page(window).toolbar.grouped.setChecked(True)


def draw_drawer(window: MainWindow) -> None:
    """Show the drawer of the fullest worker with several kinds of cases."""
    model = caseload_page(window).model
    rows = [model.table.line(row) for row in range(model.table.workers_shown)]
    drawn = [line for line in rows if line.bar is not None and Facet.OVER_NORM in line.facets and not line.chips]
    fullest = max(drawn, key=lambda line: line.bar.current if line.bar is not None else 0)
    model.select(fullest.worker)
    at_rest(window)


def draw_forecast(window: MainWindow) -> None:
    """Show the coming weeks of the same worker."""
    draw_drawer(window)
    caseload_page(window).drawer.tabs.setCurrentIndex(1)


def draw_agreements(window: MainWindow) -> None:
    """Show time and agreements of somebody on leave."""
    page = caseload_page(window)
    rows = [page.model.table.line(row) for row in range(page.model.table.workers_shown)]
    page.model.select(max(rows, key=lambda line: (len(line.chips), line.worker)).worker)
    at_rest(window)
    page.drawer.tabs.setCurrentIndex(2)


def draw_deadlines(window: MainWindow) -> None:
    """Show what is late or nearly, and what nobody wrote down."""
    page = caseload_page(window)
    page.show_deadlines()
    at_rest(window)
    page.deadlines.tabs.setCurrentIndex(1)


def draw_narrowed(window: MainWindow) -> None:
    """Show who has room only, on a small window with somebody in the drawer."""
    page = caseload_page(window)
    window.resize(1024, 640)
    page.toolbar.facets.chosen.emit(frozenset({Facet.ROOM}))
    page.model.select(page.model.table.line(3).worker)
    at_rest(window)


def draw_verdeling(window: MainWindow) -> None:
    """Show the Verdeling page with a proposal, and why the first case went where it did."""
    model = verdeling_page(window).model
    model.propose()
    at_rest(window)
    if model.board is not None:
        placed = [measure for measure in model.board.queue if measure in model.draft.placements]
        model.look_at_case(placed[0])


def draw_why_not(window: MainWindow) -> None:
    """Show why the same case did not go to the third of the list."""
    draw_verdeling(window)
    at_rest(window)
    model = verdeling_page(window).model
    worker, measure = model.people.line(2).worker, model.measure or ""
    model.look_at_worker(worker)
    wait_until(lambda: model.answers.exactly(measure, worker, model.position) is not None)


def draw_left_over(window: MainWindow) -> None:
    """Show a week that does not fit, and what would help a case that is left over."""
    model = verdeling_page(window).model
    model.propose()
    at_rest(window)
    if model.board is not None:
        left = [measure for measure in model.board.queue if measure not in model.draft.placements]
        model.look_at_case(left[0])
        wait_until(lambda: model.answers.unlocks_of(left[0]) is not None)


def draw_unsafe(window: MainWindow) -> None:
    """Show what is not safe to distribute in such a week."""
    page = verdeling_page(window)
    page.model.propose()
    at_rest(window)
    page.dialogs.show_shortage()


def draw_alternatives(window: MainWindow) -> None:
    """Show how it stands now, alternatives and the draft."""
    draw_verdeling(window)
    at_rest(window)
    page = verdeling_page(window)
    page.dialogs.show_comparison()
    page.model.alternatives.start()
    wait_until(lambda: page.model.alternatives.found is not None)


def draw_meeting(window: MainWindow) -> None:
    """Show the meeting at the second case, the first one agreed on."""
    draw_verdeling(window)
    at_rest(window)
    page = verdeling_page(window)
    page.toggle_meeting()
    page.model.meeting.agree("")


def draw_deciding(window: MainWindow) -> None:
    """Show the last look before deciding."""
    draw_verdeling(window)
    at_rest(window)
    verdeling_page(window).dialogs.ask_decision()


def team_d_page(window: MainWindow) -> TeamDPage:
    """Bring the Team D page to the front."""
    window.window_model.show_page("team_d")
    page = window.pages["team_d"]
    if not isinstance(page, TeamDPage):
        raise TypeError("the Team D page is another one than these pictures know")
    at_rest(window)
    return page


def draw_team_d(window: MainWindow) -> None:
    """Show a plan for team D over half a year."""
    page = team_d_page(window)
    page.model.planning.plan()
    at_rest(window)
    wait_until(lambda: page.model.drawing.picture is not None)


def draw_team_d_left(window: MainWindow) -> None:
    """Show what finds nobody, and when it can be nil."""
    draw_team_d(window)
    page = team_d_page(window)
    page.view.tabs.setCurrentIndex(1)
    page.model.planning.find_nil()
    at_rest(window)


def draw_team_d_steps(window: MainWindow) -> None:
    """Show the curve under which each stays."""
    draw_team_d(window)
    team_d_page(window).ask_steps()


def draw_team_d_compare(window: MainWindow) -> None:
    """Show a plan in even steps beside the one before."""
    draw_team_d(window)
    page = team_d_page(window)
    page.model.question.set_even(even=True)
    page.model.planning.plan()
    at_rest(window)
    before = next(
        one.id for one in page.model.choices if page.model.draft is not None and one.id != page.model.draft.id
    )
    page.model.compare(before)
    at_rest(window)


DRAWN: dict[str, Callable[[MainWindow], None]] = {
    "caseload": draw_caseload,
    "caseload-teams": draw_by_team,
    "caseload-drawer": draw_drawer,
    "caseload-forecast": draw_forecast,
    "caseload-agreements": draw_agreements,
    "caseload-deadlines": draw_deadlines,
    "caseload-narrow": draw_narrowed,
    "verdeling": draw_verdeling,
    "verdeling-waarom-niet": draw_why_not,
    "verdeling-past-niet": draw_left_over,
    "verdeling-niet-veilig": draw_unsafe,
    "verdeling-overleg": draw_meeting,
    "verdeling-alternatieven": draw_alternatives,
    "vaststellen": draw_deciding,
    "team-d": draw_team_d,
    "team-d-past-niet": draw_team_d_left,
    "team-d-trap": draw_team_d_steps,
    "team-d-vergelijken": draw_team_d_compare,
    **FRAME_DRAWN,
    **STAFFING_DRAWN,
}
FULL_WEEK = frozenset({"verdeling-past-niet", "verdeling-niet-veilig"})
"""Pictures of a week that does not fit: the ceiling is lower there."""


def forget_drafts(services: Services) -> None:
    """Let every picture begin without the draft of the one before: they share a file."""
    with services.store.write() as unit:
        for draft in unit.open_drafts.all():
            unit.open_drafts.discard(draft.on, draft.teams)
        for scenario in unit.scenarios.all():
            if scenario.state is ScenarioState.DRAFT:
                unit.scenarios.remove(scenario.id)
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
def organisations(size: DemoSize = DemoSize.NORMAL) -> Iterator[tuple[Services, Services]]:
    """Make the usual week and the one that does not fit, in files of their own."""
    with (
        tempfile.TemporaryDirectory() as folder,
        demo_services(Path(folder), size=size) as usual,
        demo_services(Path(folder), full_week=True, size=size) as full,
    ):
        yield usual, full
        usual.close()
        full.close()


@contextmanager
def drawn(name: str, look: Look, theme: Theme, language: Language, services: Services) -> Iterator[MainWindow]:
    """Give a window that shows a picture, with settings of its own."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
        settings.language, settings.theme = language, theme
        look.apply(settings)
        window = make_window(FileDoors(), settings, look, FailureHook())
        draw(name, window, services)
        yield window
        window.hide()
        window.window_model.session.runner.shut_down()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


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
