"""State and commands of the frame: which file is open, which page is shown, language and theme."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.export_files import ExportReport, export_files
from caseload_planner.application.file_copies import PutBack
from caseload_planner.application.services import Doors, Services
from caseload_planner.domain.errors import DatabaseUnusableError, PlannerError
from caseload_planner.domain.organisation import Organisation
from caseload_planner.domain.run_control import Progress
from caseload_planner.gui.one_window import OneWindow, call_window_of
from caseload_planner.gui.remembered_names import RememberedNames
from caseload_planner.gui.settings import Settings
from caseload_planner.gui.task_runner import Lane, Run
from caseload_planner.gui.theme import Theme
from caseload_planner.gui.translations import Language
from caseload_planner.gui.viewmodels.closing import Closing
from caseload_planner.gui.viewmodels.file_copies import FileCopies
from caseload_planner.gui.viewmodels.scope import EVERYTHING, scope_lines
from caseload_planner.gui.viewmodels.session import Session
from caseload_planner.gui.viewmodels.status import StatusModel
from caseload_planner.locations import default_database_path

PageModel = TypeVar("PageModel", bound=QObject)
Opened = TypeVar("Opened")


@dataclass(frozen=True, slots=True)
class _Restored:
    """The file as it is open after a backup was put back, or after that was refused."""

    services: Services
    done: PutBack | None
    refusal: PlannerError | None


class WindowModel(QObject):
    """One for a window; pages get at everything through it.

    Attributes
    ----------
    session
        The open file: organisation, caseload, scope, task runner and change notifier.
    status
        What the status line says.
    closing
        Lets the window close once everything stands in the file.
    copies
        Backups: makes them and finds them.
    opening, starting
        Whether a file is being opened, and whether it is the one that the program was started with.
    """

    page_changed = Signal(str)
    opening_changed = Signal()
    opening_progressed = Signal(object)
    look_changed = Signal()
    """Language or theme changed: build the views anew."""
    words_changed = Signal()
    """Another language is spoken now: say anew what outlives the views."""
    raised = Signal()
    """The window should stand above others: its file is opened a second time."""
    presentation_changed = Signal()
    """Names are hidden from now on, or shown again."""
    import_asked = Signal()
    """A page asks for the import dialog."""
    exported = Signal(object)
    put_back = Signal(object)
    """With the `PutBack`: a backup is in the place of the file, which is open now."""
    failed = Signal(object)

    def __init__(self, doors: Doors, session: Session, settings: Settings) -> None:
        super().__init__()
        self.doors, self.session, self.settings = doors, session, settings
        self.names = RememberedNames(settings, session)
        self.closing = Closing(session, self)
        self.one_window = OneWindow(self)
        self.one_window.called.connect(self.raised)
        self.status = StatusModel(self)
        self.copies = FileCopies(doors, session, self.status, self)
        self.page = settings.page or "caseload"
        self.opening = self.starting = False
        self._page_models: dict[str, QObject] = {}
        self._asked_path: Path | None = None
        self._scope_to_find = False
        self.copies.failed.connect(self.failed)
        session.failed.connect(self.failed)
        session.organisation_changed.connect(self._on_organisation)
        session.scope.choice_changed.connect(self._on_scope)

    # pages ------------------------------------------------------------------------------------------------------------

    def page_model(self, key: str, make: Callable[[], PageModel]) -> PageModel:
        """Give the viewmodel of a page, made the first time; it outlives the views."""
        if key not in self._page_models:
            model = make()
            model.setParent(self)
            self._page_models[key] = model
        return self._page_models[key]  # type: ignore[return-value]  # made by `make` under this key

    def show_page(self, key: str) -> None:
        """Go to another page."""
        self.page = self.settings.page = key
        self.page_changed.emit(key)

    # files ------------------------------------------------------------------------------------------------------------

    def open_demo(self) -> None:
        """Open the demo organisation, made first where it is not there yet."""
        doors = self.doors
        self._start_opening(lambda run: doors.open_demo(run.report), None, self._on_opened)

    def start_with(self, path: Path | None) -> None:
        """Open a file, or the demo where none is named, as the first thing: the pages stand ready for it meanwhile."""
        self.starting = True
        if path is None:
            self.open_demo()
        else:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open an existing file; one that another window has is left to that one, which comes to the front."""
        doors = self.doors
        if not self.one_window.claim(path):
            self._leave_to_other(path)
            return
        self._start_opening(lambda _: doors.open_file(path), path, self._on_opened)

    def create_file(self, path: Path) -> None:
        """Make a new, empty file and open it."""
        doors = self.doors
        self._start_opening(lambda _: doors.create_file(path), path, self._on_opened)

    def open_own_file(self) -> None:
        """Open the user's own file, made first where it is not there yet: the beginning of a first import."""
        doors = self.doors

        def open_it(_: Run) -> Services:
            path = default_database_path()
            return doors.open_file(path) if path.exists() else doors.create_file(path)

        self._start_opening(open_it, None, self._on_opened)

    def take(self, services: Services) -> None:
        """Show a file that is open already."""
        self.settings.remember_file(services.path)
        self.status.set_file(services.label, demo=services.demo, place=str(services.path))
        self._scope_to_find = True
        self.session.open(services)

    @Slot()
    def _on_organisation(self) -> None:
        """Look at the part that was looked at the last time, where it is still there."""
        services, organisation = self.session.services, self.session.organisation
        if not self._scope_to_find or services is None or organisation is None:
            return
        self._scope_to_find = False
        last = self.settings.scope_of(services.path)
        offered = {(line.choice.kind.value, line.choice.key): line.choice for line in scope_lines(organisation)}
        if last is not None and last in offered:
            self.session.scope.choose(offered[last])

    @Slot()
    def _on_scope(self) -> None:
        services, choice = self.session.services, self.session.scope.choice
        if services is not None and self.session.organisation is not None:
            self.settings.remember_scope(services.path, choice.kind.value, choice.key)

    def restore(self, path: Path, backup: Path) -> None:
        """Put a backup in the place of a file and open that; where it is open here, what it shows goes first."""
        doors = self.doors
        if not self.one_window.claim(path):
            self._leave_to_other(path)
            return
        file = self.session.file
        before = self.session.let_go() if file is not None and file.path == path.absolute() else None

        def put_back(_: Run) -> _Restored:
            if before is None:
                done = doors.restore(path, backup)
                return _Restored(doors.open_file(path), done, None)
            before.close()
            try:
                done = doors.restore(path, backup)
            except PlannerError as refusal:
                return _Restored(doors.open_file(path), None, refusal)
            return _Restored(doors.open_file(path), done, None)

        self.starting = self.starting or before is not None
        self._start_opening(put_back, path, self._on_restored)

    @Slot(object)
    def _on_restored(self, restored: "_Restored") -> None:
        self._on_opened(restored.services)
        if restored.refusal is None:
            self.put_back.emit(restored.done)
        else:
            self.failed.emit(restored.refusal)

    def _start_opening(
        self, open_it: Callable[[Run], Opened], path: Path | None, on_done: Callable[[Opened], None]
    ) -> None:
        self._asked_path = path
        self._set_opening(opening=True)
        self.session.runner.start(
            Lane.DATABASE,
            open_it,
            topic="open",
            on_done=on_done,
            on_failed=self._on_not_opened,
            on_progress=self._on_progress,
        )

    def _leave_to_other(self, path: Path) -> None:
        call_window_of(path)
        self._set_opening(opening=False)
        self.failed.emit(DatabaseUnusableError(f"{path} is open in another window.", why="elsewhere", path=str(path)))

    @Slot(object)
    def _on_opened(self, services: Services) -> None:
        if not self.one_window.claim(services.path):
            services.close()
            self._leave_to_other(services.path)
            return
        self.one_window.keep_only(services.path)
        self._set_opening(opening=False)
        self.take(services)

    @Slot(object)
    def _on_not_opened(self, error: Exception) -> None:
        self._set_opening(opening=False)
        if self._asked_path is not None:
            self.settings.forget_file(self._asked_path)
            if self.session.file is None or self.session.file.path != self._asked_path.absolute():
                self.one_window.let_go(self._asked_path)
        self.failed.emit(error)

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self.opening_progressed.emit(progress)

    def _set_opening(self, *, opening: bool) -> None:
        self.starting = self.starting and opening
        self.opening = opening
        self.opening_changed.emit()

    def export_to(self, target: Path) -> None:
        """Write the whole organisation to a folder or a workbook."""
        services, doors = self.session.file, self.doors
        if services is None:
            return

        def write(_: Run) -> ExportReport:
            return export_files(services.store, doors.writer_for(target), target)

        self.session.runner.start(
            Lane.DATABASE, write, must_finish=True, topic="export", on_done=self._on_exported, on_failed=self._on_failed
        )

    @Slot(object)
    def _on_exported(self, report: ExportReport) -> None:
        self.exported.emit(report)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    # look -------------------------------------------------------------------------------------------------------------

    def use_language(self, language: Language) -> None:
        """Speak another language from now on."""
        if language is not self.settings.language:
            self.settings.language = language
            self.look_changed.emit()

    def use_theme(self, theme: Theme) -> None:
        """Take another look from now on."""
        if theme is not self.settings.theme:
            self.settings.theme = theme
            self.look_changed.emit()

    @property
    def presenting(self) -> bool:
        """Whether everybody is shown under a pseudonym."""
        return self.session.presenting

    def toggle_presentation(self) -> None:
        """Hide names on the beamer, or show them again."""
        self.session.present(on=not self.presenting)
        self.status.set_presenting(on=self.presenting)
        self.presentation_changed.emit()

    @property
    def texts_shown(self) -> bool:
        """Whether what people wrote may be read."""
        return self.session.texts_shown

    def toggle_texts(self) -> None:
        """Show while presenting what people wrote, or cover it again."""
        self.session.show_texts(on=not self.texts_shown)
        self.presentation_changed.emit()

    # finding ----------------------------------------------------------------------------------------------------------

    def look_where_worker_is(self, worker: str) -> None:
        """Look at everything where a worker is outside the chosen teams."""
        organisation = self.session.organisation
        if organisation is not None:
            self._look_where(organisation, organisation.workers[worker].team)

    def look_where_case_is(self, measure: str) -> None:
        """Look at everything where a case is outside the chosen teams."""
        organisation = self.session.organisation
        if organisation is not None:
            self._look_where(organisation, organisation.measures[measure].team)

    def _look_where(self, organisation: Organisation, team: str) -> None:
        if not self.session.scope.choice.covers(organisation.teams[team]):
            self.session.scope.choose(EVERYTHING)
