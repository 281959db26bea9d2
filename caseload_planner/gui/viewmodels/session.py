"""The open file: its services, the snapshot in memory, and the caseload of the date of reference.

Pages read `organisation`, `caseload` and `overview` (frozen values, never None after `caseload_changed`) and listen to
the signals. Reading happens in the database lane, working out in the compute lane; the window only swaps references.

While presentation is on, `services` reads through a `PresentedStore`, so that no page can come upon a name; `file` is
always the real thing, for what goes out of the window (export, import).
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from caseload_planner.application.caseload_rows import CaseloadOverview, caseload_overview
from caseload_planner.application.changes import ChangeSet
from caseload_planner.application.explaining_process import ExplainingProcess
from caseload_planner.application.planning_process import PlanningProcess
from caseload_planner.application.presented_store import PresentedStore
from caseload_planner.application.pseudonyms import NameBook
from caseload_planner.application.services import Services
from caseload_planner.distribution.solve import warm_up
from caseload_planner.domain.caseload import Caseload, caseload_on
from caseload_planner.domain.organisation import Organisation
from caseload_planner.gui.change_notifier import ChangeNotifier
from caseload_planner.gui.task_runner import Lane, Run, TaskRunner
from caseload_planner.gui.viewmodels.scope import EVERYTHING, Scope


@dataclass(frozen=True, slots=True)
class _WorkedOut:
    """What the compute lane hands over."""

    caseload: Caseload
    overview: CaseloadOverview


class Session(QObject):
    """State of the open file, shared by all pages.

    Parameters
    ----------
    scope
        Teams and date; a change of it works the caseload out again.
    """

    opened = Signal()
    """Another file is open and its organisation is being read; or none is open any more."""
    organisation_changed = Signal()
    """There is a new snapshot; the caseload follows."""
    caseload_changed = Signal()
    """`caseload` and `overview` are new: other data, date or teams."""
    loading_changed = Signal()
    failed = Signal(object)
    """With the exception."""
    about_to_close = Signal()
    """The window closes as soon as everything stands in the file: hand over now what is not written yet."""

    def __init__(self, runner: TaskRunner, notifier: ChangeNotifier, scope: Scope) -> None:
        super().__init__()
        self.runner, self.notifier, self.scope = runner, notifier, scope
        self.services: Services | None = None
        self.file: Services | None = None
        self.presenting = self.closing = False
        self._book = NameBook()
        self.explaining, self.planning = ExplainingProcess(), PlanningProcess()
        self.organisation: Organisation | None = None
        self.caseload: Caseload | None = None
        self.overview: CaseloadOverview | None = None
        self._loading = False
        scope.date_changed.connect(self._work_out)
        scope.choice_changed.connect(self._work_out)
        notifier.changed.connect(self._on_changes)

    @property
    def loading(self) -> bool:
        """Whether rows are on their way."""
        return self._loading

    def open(self, services: Services) -> None:
        """Take over an open file and read it; the one before is closed."""
        before = self.file
        self.file, self._book = services, NameBook()
        self._take_services()
        self.organisation = self.caseload = self.overview = None
        self.scope.choose(EVERYTHING)
        self.scope.set_date(services.clock.today())
        if before is not None:
            self._close(before)
        self.opened.emit()
        self.reload()

    def let_go(self) -> Services | None:
        """Show nothing any more, and give what was open to be closed, once what is handed over now was written."""
        self.about_to_close.emit()
        for topic in ("snapshot", "caseload"):
            self.runner.drop(topic)
        before, self.file, self.services = self.file, None, None
        self.organisation = self.caseload = self.overview = None
        self._set_loading(loading=False)
        self.opened.emit()
        return before

    def present(self, *, on: bool) -> None:
        """Show everybody under a pseudonym from now on, or by name again."""
        if on != self.presenting:
            self.presenting, self._book.covering = on, True
            self._read_anew()

    def show_texts(self, *, on: bool) -> None:
        """Show while presenting what people wrote as well, without the names of workers, or cover it again."""
        if self.presenting and on is self._book.covering:
            self._book.covering = not on
            self._read_anew()

    @property
    def texts_shown(self) -> bool:
        """Whether what people wrote may be read: always, save under presentation."""
        return not (self.presenting and self._book.covering)

    def _read_anew(self) -> None:
        self._book.cover = self.tr("text hidden in presentation")
        self._take_services()
        # What is shown now may not stay until the new rows are there.
        self.organisation = self.caseload = self.overview = None
        self.reload()

    def shown_name(self, name: str) -> str:
        """Give a name that stands by itself as it may be shown: under its pseudonym while presentation is on."""
        return self._book.shown(name) if self.presenting else name

    def real_name(self, shown: str) -> str:
        """Give the name behind what `shown_name` gave, or somebody typed."""
        return self.real_text(shown)

    def shown_written(self, text: str) -> str:
        """Give what somebody wrote as it may be shown."""
        return self._book.written(text) if self.presenting else text

    def real_text(self, text: str) -> str:
        """Give what is written now with the names behind the pseudonyms in it."""
        return self._book.taken(text) if self.presenting else text

    def _take_services(self) -> None:
        file = self.file
        presented = file is not None and self.presenting
        self.services = (
            replace(file, store=PresentedStore(file.store, self._book)) if presented and file is not None else file
        )

    def _close(self, services: Services) -> None:
        def close(_: Run) -> None:
            services.close()

        self.runner.start(Lane.DATABASE, close, topic=f"close {services.label}", on_failed=self._on_failed)

    @Slot()
    def reload(self) -> None:
        """Read the snapshot again."""
        if self.services is None:
            return
        store = self.services.store

        def read(_: Run) -> Organisation:
            with store.read() as unit:
                return unit.snapshot()

        self._set_loading(loading=True)
        self.runner.start(Lane.DATABASE, read, topic="snapshot", on_done=self._on_snapshot, on_failed=self._on_failed)

    @Slot()
    def _work_out(self) -> None:
        organisation = self.organisation
        if organisation is None:
            return
        on, known = self.scope.on, self.caseload
        teams = self.scope.teams_in(organisation)

        def work(_: Run) -> _WorkedOut:
            same = known is not None and known.organisation is organisation and known.on == on
            caseload = known if same and known is not None else caseload_on(organisation, on)
            return _WorkedOut(caseload, caseload_overview(caseload, teams))

        self._set_loading(loading=True)
        self.runner.start(Lane.COMPUTE, work, topic="caseload", on_done=self._on_worked_out, on_failed=self._on_failed)

    @Slot(object)
    def _on_snapshot(self, organisation: Organisation) -> None:
        self.organisation = organisation
        self.organisation_changed.emit()
        self._work_out()

    @Slot(object)
    def _on_worked_out(self, worked_out: _WorkedOut) -> None:
        self.caseload, self.overview = worked_out.caseload, worked_out.overview
        self._set_loading(loading=False)
        self.caseload_changed.emit()

    @Slot()
    def warm_up(self) -> None:
        """Import the solver behind the window's back, so that the first proposal need not."""
        self.runner.start(Lane.COMPUTE, lambda _: warm_up(), topic="warm up")

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._set_loading(loading=False)
        self.failed.emit(error)

    @Slot(object)
    def _on_changes(self, changes: ChangeSet) -> None:
        if any((changes.teams, changes.workers, changes.measures, changes.assignments, changes.norms)):
            self.reload()

    def _set_loading(self, *, loading: bool) -> None:
        if loading != self._loading:
            self._loading = loading
            self.loading_changed.emit()
