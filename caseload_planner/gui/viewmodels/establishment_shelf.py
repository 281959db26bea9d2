"""Reads and writes the shelf of scenarios beside the window's thread, and scenario files from and to disk."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.plan_records import ScenarioState
from caseload_planner.application.scenario_files import read_scenario_file, write_scenario_file
from caseload_planner.application.scenario_shelf import ShelfEntry, keep_scenario, shelf
from caseload_planner.application.services import Services
from caseload_planner.application.team_d_course import TeamDCourse, accepted_course
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.scenario_writing import write_scenario


@dataclass(frozen=True, slots=True)
class ShelfRead:
    """The shelf with the accepted plan of team D, as both may have changed on other pages."""

    entries: tuple[ShelfEntry, ...]
    course: TeamDCourse | None


class ShelfKeeping(QObject):
    """The shelf in the file; every answer comes as a signal on the window's thread."""

    read = Signal(object)
    """With a ShelfRead."""
    written = Signal(object)
    """With all entries, after a writing."""
    added = Signal(str, object)
    """With the key of a new scenario and all entries."""
    opened = Signal(object)
    """With the Scenario of a file."""
    saved = Signal(object)
    """With the path of a file."""
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._written = 0

    def look(self) -> None:
        """Read the shelf."""
        services = self._session.services
        if services is None:
            return

        def work(_: Run) -> ShelfRead:
            with services.store.read() as unit:
                course = accepted_course(unit)
            return ShelfRead(shelf(services), course)

        self._session.runner.start(
            Lane.DATABASE, work, topic="establishment shelf", on_done=self._on_read, on_failed=self._on_failed
        )

    def write(self, work: Callable[[Services], object]) -> None:
        """Do something to the shelf; where that fails it is read anew."""
        services = self._session.services
        if services is None:
            return

        def write(_: Run) -> tuple[ShelfEntry, ...]:
            work(services)
            return shelf(services)

        # Each writing has a topic of its own: a later one may not make an earlier one unheard.
        self._written += 1
        self._session.runner.start(
            Lane.DATABASE,
            write,
            topic=f"establishment write {self._written}",
            must_finish=True,
            on_done=self._on_written,
            on_failed=self._on_write_failed,
        )

    def add(self, scenario: Scenario) -> None:
        """Put a draft on the shelf."""
        services = self._session.services
        if services is None:
            return

        def keep(_: Run) -> tuple[str, tuple[ShelfEntry, ...]]:
            key = keep_scenario(services, None, scenario, ScenarioState.DRAFT)
            return key, shelf(services)

        self._session.runner.start(
            Lane.DATABASE,
            keep,
            must_finish=True,
            topic="establishment add",
            on_done=self._on_added,
            on_failed=self._on_failed,
        )

    def open_file(self, path: Path) -> None:
        """Read a scenario file."""

        def work(_: Run) -> Scenario:
            return read_scenario_file(path)

        self._session.runner.start(
            Lane.DATABASE,
            work,
            must_finish=True,
            topic="establishment import",
            on_done=self._on_opened,
            on_failed=self._on_failed,
        )

    def save_file(self, scenario: Scenario, path: Path) -> None:
        """Write a scenario file."""
        text = write_scenario(scenario)

        def work(_: Run) -> Path:
            write_scenario_file(path, text)
            return path

        self._session.runner.start(
            Lane.DATABASE,
            work,
            must_finish=True,
            topic="establishment export",
            on_done=self._on_saved,
            on_failed=self._on_failed,
        )

    @Slot(object)
    def _on_read(self, found: ShelfRead) -> None:
        self.read.emit(found)

    @Slot(object)
    def _on_written(self, entries: tuple[ShelfEntry, ...]) -> None:
        self.written.emit(entries)

    @Slot(object)
    def _on_added(self, added: tuple[str, tuple[ShelfEntry, ...]]) -> None:
        self.added.emit(*added)

    @Slot(object)
    def _on_opened(self, scenario: Scenario) -> None:
        self.opened.emit(scenario)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.saved.emit(path)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    @Slot(object)
    def _on_write_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        self.look()
