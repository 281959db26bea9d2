"""How quick the Caseload page is with 1,000 workers and 13,000 measures: to open, to sort, to scroll, to look at one.

Each figure is what the window's thread is kept busy, so that a busy machine does not count; what the lanes do beside it
is not in it. The longest pause by the clock, which has the lanes in it, stands beside as `longest pause, ms`.
"""

import itertools
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from caseload_planner.application.import_files import found_organisation
from caseload_planner.bootstrap import FileDoors
from caseload_planner.demo.organisation import DEFAULT_SEED, demo_organisation
from caseload_planner.demo.places import DemoSize
from caseload_planner.gui.app import close_down, make_window
from caseload_planner.gui.failures import FailureHook
from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.gui.models.worker_facets import Facet
from caseload_planner.gui.settings import Settings
from caseload_planner.gui.views.caseload.page import CaseloadPage
from caseload_planner.gui.views.look import Look
from caseload_planner.gui.views.main_window import MainWindow

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"),
    pytest.mark.benchmark(timer=time.thread_time),
]

MONDAY = date(2026, 11, 23)
PAGE_OPENS_WITHIN_S = 0.300
FRAME_WITHIN_S = 0.050
LONGEST_STEP_S = 0.100
TICK_MS = 10


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    services = FileDoors().create_file(tmp_path_factory.mktemp("large") / "organisation.sqlite")
    found_organisation(services.store, demo_organisation(DemoSize.LARGE, DEFAULT_SEED, MONDAY, services.norms))
    services.close()
    return services.path


@pytest.fixture
def window(qtbot: QtBot, file: Path, tmp_path: Path, qapp: object) -> Iterator[MainWindow]:
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.page = "caseload"
    look = Look(qapp)
    look.apply(settings)
    made = make_window(FileDoors(), settings, look, FailureHook())
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    made.window_model.take(FileDoors().open_file(file))
    made.window_model.session.scope.set_date(MONDAY)
    runner = made.window_model.session.runner
    qtbot.waitUntil(lambda: "caseload" in made.pages and made.pages["caseload"].model.ready, timeout=60_000)
    qtbot.waitUntil(lambda: not runner.busy, timeout=60_000)
    yield made
    close_down(made)
    look.take_off()


@pytest.fixture
def page(window: MainWindow) -> CaseloadPage:
    found = window.pages["caseload"]
    assert isinstance(found, CaseloadPage)
    assert found.model.table.workers_in_all >= 1000
    return found


def painted(page: CaseloadPage) -> None:
    """Paint what is due now."""
    page.table.viewport().repaint()
    QApplication.processEvents()


def test_opening_the_page_once_data_is_there(window: MainWindow, qtbot: QtBot, benchmark: BenchmarkFixture) -> None:
    made: list[CaseloadPage] = []

    def build() -> None:
        page = CaseloadPage(window.window_model)
        page.resize(1266, 690)
        page.show()
        page.table.viewport().repaint()
        made.append(page)

    benchmark.pedantic(build, rounds=8, warmup_rounds=1)
    for page in made:
        qtbot.addWidget(page)
    qtbot.waitUntil(lambda: not window.window_model.session.runner.busy, timeout=60_000)
    assert benchmark.stats.stats.median < PAGE_OPENS_WITHIN_S


def test_sorting_by_every_column(page: CaseloadPage, benchmark: BenchmarkFixture) -> None:
    columns = itertools.cycle(Column)

    def sort() -> None:
        page.table.sort_by(next(columns))
        painted(page)

    benchmark.pedantic(sort, rounds=2 * len(Column), warmup_rounds=2)
    assert benchmark.stats.stats.median < FRAME_WITHIN_S


def test_scrolling_page_by_page(page: CaseloadPage, benchmark: BenchmarkFixture) -> None:
    bar = page.table.verticalScrollBar()
    places = itertools.cycle(range(0, bar.maximum(), 7))

    def scroll() -> None:
        bar.setValue(next(places))
        painted(page)

    benchmark.pedantic(scroll, rounds=100, warmup_rounds=3)
    assert benchmark.stats.stats.median < FRAME_WITHIN_S


def test_typing_in_the_search_and_narrowing(page: CaseloadPage, benchmark: BenchmarkFixture) -> None:
    steps = itertools.cycle(["a", "an", "ann", ""])

    def narrow() -> None:
        page.toolbar.search.setText(next(steps))
        page.toolbar.facets.chosen.emit(frozenset({Facet.OVER_NORM}))
        painted(page)
        page.toolbar.facets.chosen.emit(frozenset())

    benchmark.pedantic(narrow, rounds=20, warmup_rounds=1)
    assert benchmark.stats.stats.median < FRAME_WITHIN_S


class Ticks:
    """Listens to a timer of the window: how long it had to wait by the clock, and for work of its own thread."""

    def __init__(self) -> None:
        self._ticks: list[tuple[float, float]] = []
        self._timer = QTimer(interval=TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    def _on_tick(self) -> None:
        self._ticks.append((time.perf_counter(), time.thread_time()))

    def listen(self, work: Callable[[], None]) -> tuple[float, float]:
        """Give the longest pause by the clock and the longest piece of work, in seconds."""
        self._timer.start()
        work()
        self._timer.stop()
        pairs = list(itertools.pairwise(self._ticks))
        return max(b[0] - a[0] for a, b in pairs), max(b[1] - a[1] for a, b in pairs)


def test_the_longest_step_while_looking_at_one_after_the_other(
    qtbot: QtBot, page: CaseloadPage, benchmark: BenchmarkFixture
) -> None:
    runner = page.model.session.runner
    page.model.select(page.model.table.line(0).worker)
    qtbot.waitUntil(lambda: not runner.busy, timeout=60_000)  # the charts are imported now

    def look() -> None:
        for row in range(1, 12):
            page.model.select(page.model.table.line(row).worker)
            qtbot.waitUntil(lambda: not runner.busy, timeout=60_000)

    pause, step = benchmark.pedantic(Ticks().listen, args=(look,), rounds=1)
    benchmark.extra_info["longest pause, ms"] = round(1000 * pause)
    benchmark.extra_info["longest step, ms"] = round(1000 * step)
    assert step < LONGEST_STEP_S


def test_the_longest_step_while_another_date_is_worked_out(
    qtbot: QtBot, page: CaseloadPage, benchmark: BenchmarkFixture
) -> None:
    session = page.model.session

    def go() -> None:
        session.scope.set_date(date(2026, 11, 30))
        qtbot.waitUntil(lambda: not session.runner.busy, timeout=60_000)

    pause, step = benchmark.pedantic(Ticks().listen, args=(go,), rounds=1)
    benchmark.extra_info["longest pause, ms"] = round(1000 * pause)
    benchmark.extra_info["longest step, ms"] = round(1000 * step)
    assert step < LONGEST_STEP_S
