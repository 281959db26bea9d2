"""How soon the window is there, and how long it stands still during a proposal.

``CASELOAD_PLANNER_ORGANISATION`` may name an interchange folder to measure with; the demo organisation otherwise.
"""

import itertools
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from caseload_planner.application.import_files import found_organisation, import_files
from caseload_planner.application.services import Services
from caseload_planner.bootstrap import FileDoors
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.exchange.reading import read_source
from caseload_planner.gui.app import close_down, make_window
from caseload_planner.gui.failures import FailureHook
from caseload_planner.gui.settings import Settings
from caseload_planner.gui.views.look import Look
from caseload_planner.gui.views.main_window import MainWindow

MONDAY = date(2026, 11, 23)
TICK_MS = 20
STARTER = Path(__file__).parent / "window_start.py"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    services = FileDoors().create_file(tmp_path_factory.mktemp("window") / "organisation.sqlite")
    folder = os.environ.get("CASELOAD_PLANNER_ORGANISATION")
    if folder is None:
        found_organisation(services.store, demo_organisation(DemoSize.NORMAL, DEFAULT_SEED, MONDAY, services.norms))
    else:
        import_files(services.store, read_source(Path(folder)), clock=services.clock, default_norms=services.norms)
    services.close()
    return services.path


def test_from_the_command_to_the_first_window(benchmark: BenchmarkFixture, file: Path, tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}

    def start() -> str:
        command = [sys.executable, str(STARTER), "--db", str(file)]
        started = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        running.append(started)
        return started.stdout.readline() if started.stdout is not None else ""

    running: list[subprocess.Popen[str]] = []
    assert benchmark.pedantic(start, setup=lambda: _end(running), rounds=5, warmup_rounds=1).strip() == "shown"
    _end(running)


def _end(running: list[subprocess.Popen[str]]) -> None:
    """Wait for the windows before, so that they do not get in the way of the next."""
    while running:
        with running.pop() as ended:
            assert ended.wait(timeout=60) == 0


@pytest.fixture
def window(qtbot: QtBot, file: Path, tmp_path: Path, qapp: object) -> Iterator[MainWindow]:
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    look = Look(qapp)
    look.apply(settings)
    made = make_window(FileDoors(), settings, look, FailureHook())
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    services: Services = FileDoors().open_file(file)
    made.window_model.take(services)
    made.window_model.session.scope.set_date(MONDAY)
    made.window_model.show_page("distribution")
    model = made.pages["distribution"].model
    runner = made.window_model.session.runner
    # As the program does once the window has been there for a moment; nobody proposes sooner.
    made.window_model.session.warm_up()
    qtbot.waitUntil(lambda: model.board is not None and not runner.busy, timeout=60_000)
    yield made
    close_down(made)
    look.take_off()


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
def test_longest_pause_during_a_proposal(qtbot: QtBot, window: MainWindow, benchmark: BenchmarkFixture) -> None:
    model = window.pages["distribution"].model
    ticks: list[float] = []
    timer = QTimer(interval=TICK_MS)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))

    def propose() -> None:
        timer.start()
        model.propose()
        qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=120_000)
        timer.stop()

    benchmark.pedantic(propose, rounds=1)

    pauses = [later - earlier for earlier, later in itertools.pairwise(ticks)]
    assert model.draft.placements
    benchmark.extra_info["longest pause, ms"] = round(1000 * max(pauses))
