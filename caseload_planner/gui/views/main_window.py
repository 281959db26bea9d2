"""The window: rail, header, page and status line around whatever is open."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.application.export_files import ExportReport
from caseload_planner.application.file_copies import KeptCopy, PutBack
from caseload_planner.gui.commands import Command, CommandBook
from caseload_planner.gui.failures import FailureHook
from caseload_planner.gui.viewmodels.finder import Finder, Found, FoundKind
from caseload_planner.gui.viewmodels.scope import ScopeChoice
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.about_dialog import AboutDialog
from caseload_planner.gui.views.case_sheet import CaseSheet
from caseload_planner.gui.views.closing_question import ClosingQuestion
from caseload_planner.gui.views.failure_dialog import FailureDialogs
from caseload_planner.gui.views.file_dialogs import FileDialogs
from caseload_planner.gui.views.frame_commands import FrameDoes, frame_commands
from caseload_planner.gui.views.header import Header
from caseload_planner.gui.views.look import Look
from caseload_planner.gui.views.main_menu import MainMenu
from caseload_planner.gui.views.notice import NoticePage
from caseload_planner.gui.views.page import Page
from caseload_planner.gui.views.page_frame import PageFrame
from caseload_planner.gui.views.page_list import PageEntry, page_entries
from caseload_planner.gui.views.rail import Rail
from caseload_planner.gui.views.status_line import StatusLine
from caseload_planner.gui.views.welcome import Welcome

SMALLEST = (860, 440)
"""What is left of 1366 x 768 at 150 %, beside a task bar and a title."""
FIRST_SIZE = (1366, 728)
NAMES_FROM_WIDTH = 1180
"""Width of the window in device-independent pixels from which the rail has words."""


class MainWindow(QMainWindow):
    """Shows the welcome until a file is open, then the pages; built anew when language or theme change.

    Parameters
    ----------
    window
        State and commands.
    look
        Puts language and theme on the application.
    hook
        Tells of bugs.
    """

    def __init__(self, window: WindowModel, look: Look, hook: FailureHook) -> None:
        super().__init__()
        self.window_model, self._look = window, look
        self.pages: dict[str, Page] = {}
        self._frames: dict[str, PageFrame] = {}
        self._import_next = False
        self.commands: CommandBook | None = None
        self.menu: MainMenu | None = None
        self._entries: tuple[PageEntry, ...] = ()
        self.failures = FailureDialogs(self)
        self.closing_question = ClosingQuestion(window.closing, self)
        self.files = FileDialogs(window, self)
        self._take_size()
        window.page_changed.connect(self._on_page)
        window.look_changed.connect(self._on_look)
        window.presentation_changed.connect(self._on_presentation)
        window.failed.connect(self._on_failed)
        window.exported.connect(self._on_exported)
        window.copies.backed_up.connect(self._on_backed_up)
        window.put_back.connect(self._on_put_back)
        self.failures.restore_asked.connect(self.files.show_restore)
        window.import_asked.connect(self._on_import)
        window.raised.connect(self.come_forward)
        window.session.opened.connect(self._on_opened)
        window.session.runner.busy_changed.connect(self._on_busy)
        window.opening_changed.connect(self._on_opening)
        hook.happened.connect(self._on_bug, Qt.ConnectionType.QueuedConnection)
        self.rebuild()

    def _take_size(self) -> None:
        self.setMinimumSize(*SMALLEST)
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(FIRST_SIZE[0], screen.width()), min(FIRST_SIZE[1], screen.height()))
        if not self.window_model.settings.geometry.isEmpty():
            self.restoreGeometry(self.window_model.settings.geometry)

    # building ---------------------------------------------------------------------------------------------------------

    def rebuild(self) -> None:
        """Build every view anew, in the language and theme of now; viewmodels stay."""
        self.pages, self._frames = {}, {}
        self._entries = page_entries()
        if self.commands is not None:
            self.commands.remove()
        if self.menu is not None:
            self.menu.deleteLater()
        self.commands = CommandBook(frame_commands(self.window_model, self.files, self._entries, self._does()), self)
        self.menu = MainMenu(self.window_model, self.commands, self)
        self.welcome = Welcome(self.window_model, self.commands)
        self._cover = NoticePage("present", self.tr("One moment"), self.tr("The names on every page are changing."))
        self._outer = QStackedWidget()
        self._outer.addWidget(self.welcome)
        self._outer.addWidget(self._make_frame(self.commands, self.menu))
        self._outer.addWidget(self._cover)
        before = self.centralWidget()
        self.setCentralWidget(self._outer)
        if before is not None:
            before.deleteLater()
        self._on_opened()
        self._fit_rail()

    def _does(self) -> FrameDoes:
        return FrameDoes(
            find=self.show_finder,
            find_on_page=self._on_search,
            import_files=self._on_import,
            manual=self.show_manual,
            keys=self.show_keys,
            about=self._on_about,
            history=self.show_history,
            rail=self._on_rail_turned,
            quit=self.close,
        )

    def _make_frame(self, commands: CommandBook, menu: MainMenu) -> QWidget:
        self.rail = Rail(self._entries)
        self.rail.chosen.connect(self.window_model.show_page)
        self.rail.turned.connect(self._on_rail_turned)
        self.header = Header(self.window_model, commands, menu)
        self.status_line = StatusLine(self.window_model.status, self.window_model.session.runner)
        self._stack = QStackedWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self._stack, 1)
        right.addWidget(self.status_line)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        return body

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the rail out where there is little room."""
        super().resizeEvent(event)
        self._fit_rail()

    def _fit_rail(self) -> None:
        room = self.width() >= NAMES_FROM_WIDTH and self.rail.fits_names(self.height())
        narrow = not (room and self.window_model.settings.rail_wide)
        if narrow != self.rail.narrow:
            self.rail.set_narrow(narrow=narrow)
        self.rail.turn.setVisible(room)

    @Slot()
    def _on_rail_turned(self) -> None:
        self.window_model.settings.rail_wide = not self.window_model.settings.rail_wide
        self._fit_rail()

    # following --------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_opening(self) -> None:
        """Show the pages when there is something for them, or will be in a moment; else the welcome."""
        inside = self.window_model.session.services is not None or self.window_model.starting
        self._outer.setCurrentIndex(1 if inside else 0)
        if inside and (not self.pages or self.page is not self.pages.get(self.window_model.page)):
            self._on_page(self.window_model.page)

    @Slot()
    def _on_opened(self) -> None:
        services = self.window_model.session.services
        self.setWindowTitle("Caseload Planner" if services is None else f"{services.label} – Caseload Planner")
        if self.commands is not None:
            self.commands.refresh()
        self._on_opening()
        if services is None:
            self.welcome.demo.setFocus()
        elif self._import_next:
            self._import_next = False
            self._on_import()

    @Slot(str)
    def _on_page(self, key: str) -> None:
        entry = next((entry for entry in self._entries if entry.key == key), self._entries[0])
        if entry.key not in self.pages:
            page = entry.build(self.window_model)
            self.pages[entry.key], self._frames[entry.key] = page, PageFrame(page)
            self._stack.addWidget(self._frames[entry.key])
        self.rail.show_page(entry.key)
        self._stack.setCurrentWidget(self._frames[entry.key])
        self.pages[entry.key].on_shown()
        self.pages[entry.key].enter()

    @property
    def page(self) -> Page | None:
        """The page in front; None while the welcome is."""
        shown = self._stack.currentWidget()
        return shown.page if isinstance(shown, PageFrame) else None

    @Slot()
    def _on_look(self) -> None:
        # What is there now goes first: dressing it once more would take longer than making it anew.
        self.pages, self._frames = {}, {}
        self.setCentralWidget(QWidget())
        self._look.apply(self.window_model.settings)
        self.window_model.words_changed.emit()
        self.rebuild()

    @Slot()
    def _on_presentation(self) -> None:
        """Cover everything until nothing of what was shown before is left."""
        if self.commands is not None:
            self.commands.refresh()
        if self.window_model.session.services is not None:
            self._outer.setCurrentWidget(self._cover)
            self._on_busy()

    @Slot()
    def _on_busy(self) -> None:
        if self.window_model.session.runner.busy or self.page is None:
            return
        if self._outer.currentWidget() is self._cover:
            self._outer.setCurrentIndex(1)
            self.page.on_shown()
            self.page.enter()
        elif self.page.hasFocus():  # what it begins with was not there yet
            self.page.enter()

    @Slot()
    def come_forward(self) -> None:
        """Stand above other windows: somebody opens this file a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # doing ------------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_search(self) -> None:
        if self.page is not None:
            self.page.focus_search()

    @Slot()
    def show_finder(self) -> None:
        """Search people, cases, commands and pages (Ctrl+K)."""
        from caseload_planner.gui.views.finder_dialog import FinderDialog

        if self.commands is not None:
            of_page = () if self.page is None else self.page.commands()
            finder = Finder(self.window_model.session.caseload, (*self.commands.commands, *of_page))
            FinderDialog(finder, self.show_found, self).open()

    def show_found(self, found: Found) -> None:
        """Show or do what was chosen in the finder."""
        if isinstance(found.target, Command):
            found.target.run()
        elif isinstance(found.target, ScopeChoice):
            self.window_model.session.scope.choose(found.target)
        elif found.kind is FoundKind.WORKER:
            self._show_worker(found.target)
        else:
            self._show_case(found.target)

    def _show_worker(self, worker: str, measure: str | None = None) -> None:
        caseload = self.window_model.session.caseload
        if caseload is None or worker not in caseload.carrying_workers:
            self.window_model.status.say(self.tr("On the date of reference this person carries no cases."))
            return
        self.window_model.look_where_worker_is(worker)
        self.window_model.show_page("caseload")
        if self.page is not None:
            self.page.show_worker(worker, measure)

    def _show_case(self, measure: str) -> None:
        """Go to whoever carries a case, to the Verdeling where nobody does, or show its sheet where it does not run."""
        caseload = self.window_model.session.caseload
        if caseload is None:
            return
        holders = caseload.holders.get(measure)
        if holders is None:
            CaseSheet(caseload.organisation, measure, self).open()
        elif holders.first is not None:
            self._show_worker(holders.first, measure)
        else:
            self.window_model.look_where_case_is(measure)
            self.window_model.show_page("distribution")
            if self.page is not None:
                self.page.show_case(measure)

    @Slot()
    def show_manual(self) -> None:
        """Open the manual at the page that is shown (F1)."""
        from caseload_planner.gui.views.manual_window import show_manual

        inside = self._outer.currentIndex() == 1
        show_manual(self.window_model.settings.language, self.window_model.page if inside else "start", self)

    @Slot()
    def show_keys(self) -> None:
        """Show every key that means something here."""
        from caseload_planner.gui.views.keys_dialog import KeysDialog

        if self.commands is not None:
            KeysDialog(self.commands.commands, () if self.page is None else self.page.commands(), self).open()

    @Slot()
    def show_history(self) -> None:
        """Open the list of steps that can be undone."""
        self.status_line.open_history()

    @Slot()
    def _on_import(self) -> None:
        if self.window_model.session.services is None:
            self._import_next = True
            self.window_model.open_own_file()
        elif not self.window_model.presenting:
            # Imported when asked for, so that the window appears at once.
            from caseload_planner.gui.views.importing.dialog import open_import_dialog

            open_import_dialog(self.window_model, self)

    @Slot()
    def _on_about(self) -> None:
        AboutDialog(self).open()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._import_next = False
        self.failures.show_error(error)

    @Slot(str)
    def _on_bug(self, reference: str) -> None:
        self.failures.show_bug(reference)

    @Slot(object)
    def _on_exported(self, report: ExportReport) -> None:
        rows = sum(report.rows.values())
        self.window_model.status.say(self.tr("Exported: %Ln rows.", "", rows))

    @Slot(object)
    def _on_backed_up(self, copy: KeptCopy) -> None:
        words = self.tr("Backup made: %1") if copy.new else self.tr("Nothing changed since this backup: %1")
        self.window_model.status.say(words.replace("%1", copy.path.name))

    @Slot(object)
    def _on_put_back(self, done: PutBack) -> None:
        if done.kept is None:
            self.window_model.status.say(self.tr("The backup was restored."))
        else:
            words = self.tr("The backup was restored. What was there is kept as %1.")
            self.window_model.status.say(words.replace("%1", done.kept.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does; Qt leaves that to dialogs."""
        button = self.focusWidget()
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat()
        if enter and isinstance(button, QPushButton | QToolButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember place and size, and close once everything stands in the file."""
        self.window_model.settings.geometry = self.saveGeometry()
        if self.window_model.closing.ask():
            super().closeEvent(event)
        else:
            event.ignore()
