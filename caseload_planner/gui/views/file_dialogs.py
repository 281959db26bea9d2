"""Asks for files: which one to open, where a new one or an export comes."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from caseload_planner.gui.viewmodels.window import WindowModel


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
        self._window.back_up(Path(chosen))

    def _on_export(self, chosen: str) -> None:
        self._window.export_to(Path(chosen))
