"""A window on a small demo organisation in a real file of its own."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from caseload_planner.application.import_files import found_organisation
from caseload_planner.application.services import Services
from caseload_planner.bootstrap import FileDoors
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.gui.app import close_down, make_window
from caseload_planner.gui.change_notifier import ChangeNotifier
from caseload_planner.gui.collecting import Collecting
from caseload_planner.gui.failures import FailureHook
from caseload_planner.gui.settings import Settings
from caseload_planner.gui.task_runner import TaskRunner
from caseload_planner.gui.viewmodels.scope import Scope
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.gui.views.look import Look
from caseload_planner.gui.views.main_window import MainWindow
from tests.gui.window_doors import MONDAY, DemoDoors


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let tests with dialogs pass over what the platform without a screen says of every one of them."""
    here = Path(__file__).parent
    said = (
        "This plugin does not support propagateSizeHints",
        "This plugin does not support raise",
        "This plugin does not support grabbing",
    )
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(*said, extend=True))


@pytest.fixture(autouse=True)
def collecting(qapp: object) -> Iterator[Collecting]:
    """Cycles are collected on this thread only, as in the program: a lane must not delete Qt objects."""
    gc.freeze()  # what was there before the test need not be looked through after it
    made = Collecting(sets_aside=False)
    yield made
    made.end()


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small demo organisation in a file that tests copy."""
    services = FileDoors().create_file(tmp_path_factory.mktemp("demo") / "template.sqlite")
    found_organisation(services.store, demo_organisation(DemoSize.SMALL, DEFAULT_SEED, MONDAY, services.norms))
    services.close()
    return services.path


@pytest.fixture
def doors(demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DemoDoors:
    """Doors into the test's own folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return DemoDoors(demo_file, tmp_path)


@pytest.fixture
def services(doors: DemoDoors) -> Iterator[Services]:
    """The small demo organisation, open."""
    opened = doors.open_demo(lambda _: None)
    yield opened
    opened.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of the test's own."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def look(qapp: object, settings: Settings) -> Iterator[Look]:
    """The look of the application, in Dutch and light."""
    made = Look(qapp)
    made.apply(settings)
    yield made
    made.take_off()


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    """Two lanes that are at rest when the test ends."""
    made = TaskRunner()
    yield made
    assert made.shut_down()


@pytest.fixture
def session(runner: TaskRunner) -> Session:
    """A session without a file."""
    return Session(runner, ChangeNotifier(), Scope(MONDAY))


@pytest.fixture
def window(qtbot: QtBot, doors: DemoDoors, settings: Settings, look: Look) -> Iterator[MainWindow]:
    """The window at its welcome."""
    made = make_window(doors, settings, look, FailureHook())
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    close_down(made)


@pytest.fixture
def demo_window(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with the demo organisation, its Caseload page ready."""
    window.window_model.settings.page = "caseload"
    window.window_model.page = "caseload"
    window.window_model.open_demo()
    qtbot.waitUntil(lambda: "caseload" in window.pages and window.pages["caseload"].model.ready, timeout=20_000)
    qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=20_000)
    return window
