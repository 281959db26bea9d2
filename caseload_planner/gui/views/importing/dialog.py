"""The import dialog."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.import_flow import ImportFlow, ImportStep
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.dialog_size import fit_above
from caseload_planner.gui.views.failure_dialog import show_error
from caseload_planner.gui.views.importing.preview import ImportPreview
from caseload_planner.gui.views.importing.source_page import SourcePage
from caseload_planner.gui.views.labels import label, primary_button

DIALOG_SIZE = (900, 600)
"""What a desktop puts above a dialog, in device-independent pixels."""


def open_import_dialog(window: WindowModel, parent: QWidget) -> "ImportDialog | None":
    """Open the dialog for the file that is open; None where no file is open yet."""
    services = window.session.file
    if services is None:
        return None
    dialog = ImportDialog(ImportFlow(window.session, services, window.doors), window, parent)
    dialog.open()
    return dialog


class ImportDialog(QDialog):
    """Choose a source, look at what it would change, agree, done."""

    def __init__(self, flow: ImportFlow, window: WindowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = flow
        flow.setParent(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import"))
        fit_above(self, DIALOG_SIZE, parent or self)
        self.preview = ImportPreview(window.settings.language)
        self._wait = QWidget()
        self._waiting = label("", "heading")
        self._steps = QStackedWidget()
        self._settings = window.settings
        self.source = SourcePage(window.settings.recent_sources)
        self.back = QPushButton(self.tr("Choose again"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.write = primary_button(self.tr("Import"))
        self._lay_out()
        self.source.folder_asked.connect(self._on_folder)
        self.source.workbook_asked.connect(self._on_workbook)
        self.source.chosen.connect(self._on_source)
        self.source.manual_asked.connect(self._on_manual)
        self.back.clicked.connect(flow.start_again)
        self.cancel.clicked.connect(self.reject)
        self.write.clicked.connect(self._on_write)
        flow.step_changed.connect(self._on_step)
        flow.failed.connect(self._on_failed)
        self._on_step()
        self.source.folder.setFocus()

    def _lay_out(self) -> None:
        for page in (self.source, self._waiting_page(), self.preview):
            self._steps.addWidget(page)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.write)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.L)
        layout.addWidget(self._steps, 1)
        layout.addLayout(buttons)

    def _waiting_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addStretch(1)
        layout.addWidget(self._waiting)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        layout.addWidget(bar)
        layout.addStretch(2)
        return page

    def _on_step(self) -> None:
        flow = self.flow
        self._waiting.setText(
            self.tr("Reading and checking") if flow.step is ImportStep.READING else self.tr("Writing")
        )
        self._steps.setCurrentIndex(
            {ImportStep.CHOOSE: 0, ImportStep.READING: 1, ImportStep.WRITING: 1}.get(flow.step, 2)
        )
        if flow.step in {ImportStep.PREVIEW, ImportStep.DONE}:
            self.preview.show_flow(flow)
            if flow.path is not None:
                self._settings.remember_source(flow.path, flow.mapping)
        done, previewing = flow.step is ImportStep.DONE, flow.step is ImportStep.PREVIEW
        self.back.setVisible(previewing)
        self.write.setVisible(previewing and not flow.rejected and not flow.nothing_new)
        self.write.setText(self.tr("Import anyway") if flow.needs_confirmation else self.tr("Import"))
        self.cancel.setText(self.tr("Close") if done or flow.rejected else self.tr("Cancel"))
        for button in (self.back, self.cancel):
            button.setAutoDefault(False)
        self.write.setDefault(True)
        if self.write.isVisible():
            self.write.setFocus()
        self.cancel.setEnabled(flow.step is not ImportStep.WRITING)

    def _on_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_workbook(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a workbook or CSV file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Workbooks and CSV (*.xlsx *.csv *.toml)"))
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, chosen: str) -> None:
        self._on_source(Path(chosen))

    def _on_source(self, path: Path) -> None:
        self.flow.look_at(path, self.source.mapping.path)

    def _on_manual(self) -> None:
        from caseload_planner.gui.views.manual_window import show_manual

        show_manual(self._settings.language, "data", self)

    def _on_write(self) -> None:
        self.flow.write()

    def _on_failed(self, error: object) -> None:
        show_error(self, error)
