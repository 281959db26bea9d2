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

from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.import_flow import ImportFlow, ImportStep
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.failure_dialog import show_error
from caseload_planner.gui.views.importing.preview import ImportPreview
from caseload_planner.gui.views.labels import icon_label, label, primary_button

DIALOG_SIZE = (900, 600)


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
        self.resize(*DIALOG_SIZE)
        self.preview = ImportPreview(window.settings.language)
        self._wait = QWidget()
        self._waiting = label("", "heading")
        self._steps = QStackedWidget()
        self.folder = QPushButton(self.tr("Choose a folder…"))
        self.workbook = QPushButton(self.tr("Choose a workbook or CSV file…"))
        self.back = QPushButton(self.tr("Choose again"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.write = primary_button(self.tr("Import"))
        self._lay_out()
        self.folder.clicked.connect(self._on_folder)
        self.workbook.clicked.connect(self._on_workbook)
        self.back.clicked.connect(flow.start_again)
        self.cancel.clicked.connect(self.reject)
        self.write.clicked.connect(self._on_write)
        flow.step_changed.connect(self._on_step)
        flow.failed.connect(self._on_failed)
        self._on_step()

    def _lay_out(self) -> None:
        for page in (self._choose_page(), self._waiting_page(), self.preview):
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

    def _choose_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setSpacing(Space.M)
        layout.addStretch(1)
        for widget in (
            icon_label("import", 40, Tone.ACCENT),
            label(self.tr("What do you want to import?"), "title"),
            label(
                self.tr(
                    "A folder with teams.csv, workers.csv, measures.csv and so on, or one Excel workbook with a sheet "
                    "for each. You see first what would change; nothing is written until you agree."
                ),
                "muted",
                wrap=True,
            ),
        ):
            layout.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.folder)
        row.addWidget(self.workbook)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(2)
        return page

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
        done, previewing = flow.step is ImportStep.DONE, flow.step is ImportStep.PREVIEW
        self.back.setVisible(previewing)
        self.write.setVisible(previewing and not flow.rejected and not flow.nothing_new)
        self.write.setText(self.tr("Import anyway") if flow.needs_confirmation else self.tr("Import"))
        self.cancel.setText(self.tr("Close") if done or flow.rejected else self.tr("Cancel"))
        for button in (self.back, self.cancel, self.folder, self.workbook):
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
        self.flow.look_at(Path(chosen))

    def _on_write(self) -> None:
        self.flow.write()

    def _on_failed(self, error: object) -> None:
        show_error(self, error)
