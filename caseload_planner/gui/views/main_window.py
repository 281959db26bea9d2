"""The window: rail, header, page and status line around whatever is open."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from caseload_planner.application.export_files import ExportReport
from caseload_planner.gui.failures import FailureHook
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.about_dialog import AboutDialog
from caseload_planner.gui.views.failure_dialog import show_bug, show_error
from caseload_planner.gui.views.file_menu import FileMenu
from caseload_planner.gui.views.header import Header
from caseload_planner.gui.views.look import Look
from caseload_planner.gui.views.page import Page
from caseload_planner.gui.views.page_list import PageEntry, page_entries
from caseload_planner.gui.views.rail import Rail
from caseload_planner.gui.views.status_line import StatusLine
from caseload_planner.gui.views.welcome import Welcome

SMALLEST = (1024, 640)
FIRST_SIZE = (1366, 728)


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
        self._import_next = False
        self.file_menu: FileMenu | None = None
        self._entries: tuple[PageEntry, ...] = ()
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        if not window.settings.geometry.isEmpty():
            self.restoreGeometry(window.settings.geometry)
        window.page_changed.connect(self._on_page)
        window.look_changed.connect(self._on_look)
        window.failed.connect(self._on_failed)
        window.exported.connect(self._on_exported)
        window.import_asked.connect(self._on_import)
        window.session.opened.connect(self._on_opened)
        window.opening_changed.connect(self._on_opening)
        hook.happened.connect(self._on_bug)
        search = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        search.activated.connect(self._on_search)
        self.rebuild()

    def rebuild(self) -> None:
        """Build every view anew, in the language and theme of now; viewmodels stay."""
        self.pages = {}
        self._entries = page_entries()
        if self.file_menu is not None:
            self.file_menu.remove()
        self.file_menu = FileMenu(self.window_model, self)
        self.file_menu.import_asked.connect(self._on_import)
        self.file_menu.about_asked.connect(self._on_about)
        self.welcome = Welcome(self.window_model)
        self.welcome.import_asked.connect(self._on_import)
        self.welcome.file_asked.connect(self.file_menu.ask_file)
        self._outer = QStackedWidget()
        self._outer.addWidget(self.welcome)
        self._outer.addWidget(self._make_frame(self.file_menu.menu))
        before = self.centralWidget()
        self.setCentralWidget(self._outer)
        if before is not None:
            before.deleteLater()
        self._on_opened()

    @Slot()
    def _on_opening(self) -> None:
        """Show the pages when there is something for them, or will be in a moment; else the welcome."""
        inside = self.window_model.session.services is not None or self.window_model.starting
        self._outer.setCurrentIndex(1 if inside else 0)
        if inside and (not self.pages or self.page is not self.pages.get(self.window_model.page)):
            self._on_page(self.window_model.page)

    def _make_frame(self, menu: QMenu) -> QWidget:
        self.rail = Rail(self._entries)
        self.rail.chosen.connect(self.window_model.show_page)
        self.header = Header(self.window_model, menu)
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

    @Slot()
    def _on_opened(self) -> None:
        services = self.window_model.session.services
        self.setWindowTitle("Caseload Planner" if services is None else f"{services.label} – Caseload Planner")
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
            self.pages[entry.key] = page
            self._stack.addWidget(page)
        self.rail.show_page(entry.key)
        self._stack.setCurrentWidget(self.pages[entry.key])
        self.pages[entry.key].on_shown()

    @property
    def page(self) -> Page | None:
        """The page in front; None while the welcome is."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    @Slot()
    def _on_search(self) -> None:
        if self.page is not None:
            self.page.focus_search()

    @Slot()
    def _on_look(self) -> None:
        self._look.apply(self.window_model.settings)
        self.rebuild()

    @Slot()
    def _on_import(self) -> None:
        if self.window_model.session.services is None:
            self._import_next = True
            self.window_model.open_own_file()
            return
        # Imported when asked for, so that the window appears at once.
        from caseload_planner.gui.views.importing.dialog import open_import_dialog

        open_import_dialog(self.window_model, self)

    @Slot()
    def _on_about(self) -> None:
        AboutDialog(self).open()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._import_next = False
        show_error(self, error)

    @Slot(str)
    def _on_bug(self, reference: str) -> None:
        show_bug(self, reference)

    @Slot(object)
    def _on_exported(self, report: ExportReport) -> None:
        rows = sum(report.rows.values())
        self.window_model.status.say(self.tr("Exported: %Ln rows.", "", rows))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember place and size, and let work under way stop."""
        self.window_model.settings.geometry = self.saveGeometry()
        super().closeEvent(event)
