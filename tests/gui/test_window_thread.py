"""Nothing slow on the window's thread: no database, solver, chart or interchange work."""

import importlib
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import Qt

from caseload_planner.gui.viewmodels.import_flow import ImportStep
from caseload_planner.gui.views.importing.dialog import open_import_dialog

SLOW_PLACES = (
    "caseload_planner/persistence/",
    "caseload_planner/exchange/",
    "caseload_planner/charts/",
    "caseload_planner/solving/",
    "caseload_planner/distribution/solve",
    "caseload_planner/domain/caseload.py",
    "caseload_planner/domain/forecast.py",
    "caseload_planner/domain/load_course.py",
    "caseload_planner/application/load_weeks.py",
    "caseload_planner/application/deadline_rows.py",
    "caseload_planner/application/fairness_rows.py",
    "caseload_planner/reports/",
    "sqlalchemy/",
    "ortools/",
    "matplotlib/",
)
QUICK = frozenset({"load", "room", "first_room", "may_be_first", "shares", "sns_measures", "capacities"})
"""Questions to a caseload that is worked out already."""


@contextmanager
def watching_this_thread() -> Iterator[list[str]]:
    """Collect the slow functions that are called on this thread."""
    called: list[str] = []

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event != "call":
            return
        code = frame.f_code
        file = code.co_filename.replace("\\", "/")
        if any(place in file for place in SLOW_PLACES) and code.co_name not in QUICK and code.co_name[0] != "<":
            called.append(f"{file.rpartition('/')[2]}:{code.co_name}")

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        yield called
    finally:
        sys.setprofile(before)


def test_that_opening_looking_and_importing_do_nothing_slow_on_the_windows_thread(qtbot, window, doors, tmp_path):
    model = window.window_model
    importlib.import_module("caseload_planner.gui.views.caseload.page")  # bodies of classes are no work
    assert threading.current_thread() is threading.main_thread()
    with watching_this_thread() as called:
        qtbot.mouseClick(window.welcome.demo, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "caseload" in window.pages and window.pages["caseload"].model.ready, timeout=30_000)
        page = window.pages["caseload"]
        with qtbot.waitSignal(page.model.picture_changed, timeout=60_000):
            page.model.select(page.model.table.line(0).worker)
        with qtbot.waitSignal(model.exported, timeout=30_000):
            model.export_to(tmp_path / "uit")
        dialog = open_import_dialog(model, window)
        dialog.flow.look_at(tmp_path / "uit")
        qtbot.waitUntil(lambda: dialog.flow.step is ImportStep.PREVIEW, timeout=30_000)
        window.grab()
    assert called == []


def test_that_the_watch_sees_slow_work(services):
    with watching_this_thread() as called, services.store.read() as unit:
        unit.snapshot()
    assert called


def test_that_the_window_starts_without_its_heavy_packages():
    heavy = ("ortools", "matplotlib", "sqlalchemy", "alembic", "pandas", "numpy", "pydantic", "holidays", "reportlab")
    code = (
        "import sys, caseload_planner.gui.app, caseload_planner.gui.views.caseload.page, caseload_planner.bootstrap;"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
