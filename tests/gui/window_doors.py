"""Doors that open a small demo organisation from a real file, and a clock that stands still."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from caseload_planner.application.services import Services
from caseload_planner.bootstrap import FileDoors
from caseload_planner.domain.run_control import OnProgress, Progress

MONDAY = date(2026, 11, 23)


class StandingClock:
    """A clock that stands at nine o'clock on the Monday of the tests."""

    def now(self) -> datetime:
        return datetime(MONDAY.year, MONDAY.month, MONDAY.day, 9, tzinfo=UTC)

    def today(self) -> date:
        return MONDAY


class DemoDoors:
    """The real doors, but for the demo: a copy of a file made beforehand.

    Attributes
    ----------
    before_opening
        Called on the lane before the demo opens; a test may raise or wait in it.
    """

    def __init__(self, template: Path, folder: Path) -> None:
        self._real, self._template, self._folder = FileDoors(), template, folder
        self.before_opening: Callable[[], None] = lambda: None

    def open_demo(self, on_progress: OnProgress) -> Services:
        self.before_opening()
        on_progress(Progress("opening", 0, 1))
        path = self._folder / "demo.sqlite"
        shutil.copy(self._template, path)
        return replace(self.open_file(path), demo=True)

    def open_file(self, path: Path) -> Services:
        return replace(self._real.open_file(path), clock=StandingClock())

    def create_file(self, path: Path) -> Services:
        return replace(self._real.create_file(path), clock=StandingClock())

    def read_source(self, path: Path, mapping: Path | None = None):
        return self._real.read_source(path, mapping)

    def writer_for(self, target: Path):
        return self._real.writer_for(target)

    def back_up(self, path: Path, target: Path | None = None):
        return self._real.back_up(path, target)

    def copies_of(self, path: Path):
        return self._real.copies_of(path)

    def restore(self, path: Path, backup: Path):
        return self._real.restore(path, backup)
