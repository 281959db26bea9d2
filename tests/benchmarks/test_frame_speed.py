"""How soon pages, lists and Ctrl+K answer with 1,000 workers and 13,000 measures.

The window is drawn without a screen; what is measured is everything that happens on its thread until it is drawn.
"""

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from caseload_planner.application.import_files import found_organisation
from caseload_planner.bootstrap import FileDoors
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.gui.app import close_down, make_window
from caseload_planner.gui.failures import FailureHook
from caseload_planner.gui.settings import Settings
from caseload_planner.gui.theme import Theme
from caseload_planner.gui.viewmodels.finder import Finder
from caseload_planner.gui.views.look import Look
from caseload_planner.gui.views.main_window import MainWindow

MONDAY = date(2026, 11, 23)
OPEN_WITHIN_MS, FRAME_WITHIN_MS = 300, 50
pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    services = FileDoors().create_file(tmp_path_factory.mktemp("large") / "large.sqlite")
    found_organisation(services.store, demo_organisation(DemoSize.LARGE, DEFAULT_SEED, MONDAY, services.norms))
    services.close()
    return services.path


@pytest.fixture
def window(qtbot: QtBot, file: Path, tmp_path: Path, qapp: object) -> Iterator[MainWindow]:
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    look = Look(qapp)
    look.apply(settings)
    made = make_window(FileDoors(), settings, look, FailureHook())
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    made.window_model.take(FileDoors().open_file(file))
    made.window_model.session.scope.set_date(MONDAY)
    rest(qtbot, made)
    for key in made.rail.buttons:  # the first time imports the page
        made.window_model.show_page(key)
        rest(qtbot, made)
    yield made
    close_down(made)
    look.take_off()


def rest(qtbot: QtBot, window: MainWindow) -> None:
    for _ in range(3):
        qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=300_000)
        QCoreApplication.processEvents()


def milliseconds(act: Callable[[], object]) -> float:
    """Give how long something keeps the window's thread at work, until it is drawn; whatever else the machine does."""
    begun = time.thread_time()
    act()
    QCoreApplication.processEvents()
    return 1000 * (time.thread_time() - begun)


def test_that_every_page_opens_in_time(qtbot: QtBot, window: MainWindow) -> None:
    """Built anew, as after a change of language, and gone back to."""
    took: dict[str, tuple[float, float]] = {}
    keys = list(window.rail.buttons)
    for key in keys:
        window.window_model.page = key
        built = milliseconds(window.rebuild)
        rest(qtbot, window)
        window.window_model.show_page(next(other for other in keys if other != key))
        rest(qtbot, window)
        took[key] = (built, milliseconds(lambda key=key: window.window_model.show_page(key)))
        rest(qtbot, window)
    for key, (built, shown) in took.items():
        print(f"{key}: built anew {built:.0f} ms, gone back to {shown:.0f} ms")  # noqa: T201 (for whoever runs it)
    assert {key: times for key, times in took.items() if max(times) > OPEN_WITHIN_MS} == {}


def test_that_every_list_scrolls_in_time(qtbot: QtBot, window: MainWindow) -> None:
    slow = {}
    for key in window.rail.buttons:
        window.window_model.show_page(key)
        rest(qtbot, window)
        for view in window.pages[key].findChildren(QAbstractItemView):
            bar = view.verticalScrollBar()
            if not view.isVisible() or bar.maximum() == 0:
                continue
            steps = [bar.maximum() * part // 20 for part in range(1, 21)]
            frames = sorted(milliseconds(lambda bar=bar, at=at: bar.setValue(at)) for at in steps)
            print(f"{key} {type(view).__name__}: median {frames[10]:.0f} ms, slowest {frames[-1]:.0f} ms")  # noqa: T201
            if frames[-1] > FRAME_WITHIN_MS:
                slow[f"{key} {type(view).__name__}"] = frames[-1]
    assert slow == {}


def test_that_ctrl_k_answers_in_time(window: MainWindow) -> None:
    caseload = window.window_model.session.caseload
    begun = time.thread_time()
    finder = Finder(caseload, window.commands.commands)
    made = 1000 * (time.thread_time() - begun)
    slowest = 0.0
    for typed in ("j", "ja", "jas", "jas dal", "1", "12", "1234", "verd", "zzz"):
        begun = time.thread_time()
        finder.find(typed)
        slowest = max(slowest, 1000 * (time.thread_time() - begun))
    print(f"list made in {made:.0f} ms, slowest answer {slowest:.0f} ms")  # noqa: T201
    assert made <= OPEN_WITHIN_MS
    assert slowest <= FRAME_WITHIN_MS


def test_that_another_theme_comes_in_time(qtbot: QtBot, window: MainWindow) -> None:
    took = milliseconds(lambda: window.window_model.use_theme(Theme.DARK))
    print(f"another theme {took:.0f} ms")  # noqa: T201
    assert took <= 2 * OPEN_WITHIN_MS
