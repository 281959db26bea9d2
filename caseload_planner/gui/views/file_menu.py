"""The menu of the window: files, import and export, and what this program is."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from caseload_planner.gui.icons import icon
from caseload_planner.gui.theme import colours_for
from caseload_planner.gui.viewmodels.window import WindowModel


class FileMenu(QObject):
    """Makes the menu and does what it says; `import_asked` and `about_asked` are the window's to answer."""

    import_asked = Signal()
    about_asked = Signal()

    def __init__(self, window: WindowModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._parent = window, parent
        self.menu = QMenu(parent)
        self._add("demo", self.tr("Demo organisation"), window.open_demo)
        self._add("folder", self.tr("Open file…"), self.ask_file, QKeySequence.StandardKey.Open)
        self._add("file", self.tr("New file…"), self.ask_new_file, QKeySequence.StandardKey.New)
        self.menu.addSeparator()
        self.importing = self._add("import", self.tr("Import…"), self.import_asked.emit)
        self.export_folder = self._add("export", self.tr("Export as CSV folder…"), self.ask_folder)
        self.export_workbook = self._add("export", self.tr("Export as Excel workbook…"), self.ask_workbook)
        self.menu.addSeparator()
        self._add("info", self.tr("About this program"), self.about_asked.emit)
        window.session.opened.connect(self._on_opened)
        self._on_opened()

    def _add(self, name: str, text: str, slot: object, shortcut: QKeySequence.StandardKey | None = None) -> QAction:
        action = self.menu.addAction(icon(name, colours_for(self._parent.palette()).muted, 18), text)
        if shortcut is not None:
            action.setShortcut(shortcut)
            self._parent.addAction(action)
        action.triggered.connect(slot)
        return action

    def remove(self) -> None:
        """Take the menu and its shortcuts off the window; another one comes in its place."""
        for action in self.menu.actions():
            self._parent.removeAction(action)
        self.menu.deleteLater()
        self.deleteLater()

    def _on_opened(self) -> None:
        for action in (self.export_folder, self.export_workbook):
            action.setEnabled(self._window.session.services is not None)

    def ask_file(self) -> None:
        """Ask which file to open."""
        dialog = QFileDialog(self._parent, self.tr("Open file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Caseload Planner files (*.sqlite *.db)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def ask_new_file(self) -> None:
        """Ask where a new file comes."""
        dialog = self._saving(self.tr("New file"), self.tr("Caseload Planner files (*.sqlite)"), "sqlite")
        dialog.fileSelected.connect(self._on_new_file)
        dialog.open()

    def ask_workbook(self) -> None:
        """Ask where the workbook comes."""
        dialog = self._saving(self.tr("Export as Excel workbook"), self.tr("Excel workbooks (*.xlsx)"), "xlsx")
        dialog.fileSelected.connect(self._on_export)
        dialog.open()

    def ask_folder(self) -> None:
        """Ask for the folder of the export; an empty one, or one with an earlier export."""
        dialog = QFileDialog(self._parent, self.tr("Export as CSV folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.fileSelected.connect(self._on_export)
        dialog.open()

    def _saving(self, title: str, name_filter: str, ending: str) -> QFileDialog:
        dialog = QFileDialog(self._parent, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(name_filter)
        dialog.setDefaultSuffix(ending)
        return dialog

    def _on_file(self, chosen: str) -> None:
        self._window.open_file(Path(chosen))

    def _on_new_file(self, chosen: str) -> None:
        self._window.create_file(Path(chosen))

    def _on_export(self, chosen: str) -> None:
        self._window.export_to(Path(chosen))
