"""Asks for files: which one to open, where a new one or an export comes, which backup comes back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.restore_dialog import RestoreDialog


class FileDialogs(QObject):
    """Opens a dialog of the system and does what is chosen; none of them blocks."""

    def __init__(self, window: WindowModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._parent = window, parent

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

    def ask_backup_folder(self) -> None:
        """Ask for the folder in which a backup comes, such as one on a stick."""
        dialog = QFileDialog(self._parent, self.tr("Backup in another folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_backup)
        dialog.open()

    def ask_restore(self) -> None:
        """Ask which backup comes in the place of the open file."""
        file = self._window.session.file
        if file is not None:
            self.show_restore(file.path)

    @Slot(object)
    def show_restore(self, path: Path) -> None:
        """Ask which backup comes in the place of a file, open or not."""
        session = self._window.session
        is_open = session.file is not None and session.file.path == path.absolute()
        revision = session.organisation.revision if is_open and session.organisation is not None else None
        dialog = RestoreDialog(self._window.copies, path, revision, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self._window.restore, path))
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

    def _on_backup(self, chosen: str) -> None:
        self._window.copies.back_up(Path(chosen))

    def _on_export(self, chosen: str) -> None:
        self._window.export_to(Path(chosen))
