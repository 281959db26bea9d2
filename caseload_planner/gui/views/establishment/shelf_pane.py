"""The shelf at the left: the base, drafts and frozen scenarios, and what can be done with them."""

from pathlib import Path

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QInputDialog,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
)

from caseload_planner.application.plan_records import ScenarioState
from caseload_planner.application.ready_scenarios import ready_keys
from caseload_planner.application.scenario_shelf import BASE_ID
from caseload_planner.gui.establishment_texts import ready_text, scenario_name
from caseload_planner.gui.icons import icon
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.establishment_page import EstablishmentPageModel
from caseload_planner.gui.views.labels import frame, icon_button, label

SHELF_WIDTH, LIST_HEIGHT = 200, 120
_KEY = Qt.ItemDataRole.UserRole


class ShelfPane(QFrame):
    """Follows the page's viewmodel."""

    cluster_asked = Signal()

    def __init__(self, model: EstablishmentPageModel) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setFixedWidth(SHELF_WIDTH)
        self._model = model
        colours = colours_for(self.palette())
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Scenarios"))
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(LIST_HEIGHT)
        self.add = icon_button("add", self.tr("New scenario"), colours.text)
        self.copy = QPushButton(self.tr("Copy"))
        self.freeze = QPushButton(self.tr("Freeze"))
        self.more = icon_button("more", self.tr("More"), colours.text)
        self._menu = QMenu(self)
        self._ready_menu = QMenu(self)
        self._lay_out()
        self._fill_menus()
        self.list.currentItemChanged.connect(self._on_current)
        self.add.clicked.connect(self._on_add)
        self.copy.clicked.connect(model.duplicate)
        self.freeze.clicked.connect(model.freeze)
        self.more.clicked.connect(self._on_more)
        model.shelf_changed.connect(self.refresh)
        model.scenario_changed.connect(self._refresh_buttons)
        model.progress_changed.connect(self._refresh_buttons)
        self.refresh()

    def _lay_out(self) -> None:
        for button in (self.add, self.copy, self.freeze, self.more):
            button.setAutoDefault(False)
            button.setProperty("role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(label(self.tr("Scenarios"), "heading"))
        column.addWidget(self.list, 1)
        column.addWidget(frame("rule"))
        for button in (self.add, self.copy, self.freeze, self.more):
            column.addWidget(button)

    def _fill_menus(self) -> None:
        for key in ready_keys():
            action = QAction(ready_text(key), self._ready_menu)
            action.setData(key)
            self._ready_menu.addAction(action)
        self._ready_menu.triggered.connect(self._on_ready)
        colours = colours_for(self.palette())
        self._rename = self._menu.addAction(self.tr("Rename…"), self._on_rename)
        self._menu.addAction(icon("export", colours.text), self.tr("Save as file (TOML)…"), self._on_export)
        self._menu.addAction(icon("import", colours.text), self.tr("Read from file (TOML)…"), self._on_import)
        self._remove = self._menu.addAction(self.tr("Remove"), self._model.remove)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Computing cluster…"), self.cluster_asked.emit)

    def refresh(self) -> None:
        """Show the shelf as it is now."""
        blocker = QSignalBlocker(self.list)
        self.list.clear()
        colours = colours_for(self.palette())
        for entry in self._model.entries:
            item = QListWidgetItem(scenario_name(entry.scenario.name))
            item.setData(_KEY, entry.id)
            if entry.state is ScenarioState.FROZEN:
                item.setIcon(icon("pin", colours.muted))
                item.setToolTip(self.tr("Frozen: with its figures, as it was."))
            elif entry.state is ScenarioState.BASE:
                item.setIcon(icon("home", colours.muted))
                item.setToolTip(self.tr("What others are compared with."))
            else:
                item.setIcon(icon("document", colours.muted))
            self.list.addItem(item)
            if entry.id == self._model.selected:
                self.list.setCurrentItem(item)
        blocker.unblock()
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        model = self._model
        for row in range(self.list.count()):
            if self.list.item(row).data(_KEY) == model.selected and self.list.currentRow() != row:
                with QSignalBlocker(self.list):
                    self.list.setCurrentRow(row)
        draft = model.selected != BASE_ID and not model.frozen
        self.freeze.setEnabled(model.may_freeze)
        missing = self.tr("The base changes with you; copy it first.") if model.selected == BASE_ID else ""
        if model.run is not None and model.run.outcome.stopped:
            missing = missing or self.tr("It was stopped halfway; let it run to the end first.")
        self.freeze.setToolTip(missing or self.tr("Keep this scenario with its figures, as it is now."))
        self.copy.setToolTip(self.tr("A new scenario that begins as this one."))
        self._remove.setEnabled(draft)
        self._rename.setEnabled(draft)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._model.select(str(item.data(_KEY)))

    def _on_add(self) -> None:
        self._ready_menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _on_more(self) -> None:
        self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _on_ready(self, action: QAction) -> None:
        self._model.add_ready(str(action.data()))

    def _on_rename(self) -> None:
        dialog = QInputDialog(self)
        dialog.setLabelText(self.tr("Name of the scenario"))
        dialog.setTextValue(self._model.scenario.name)
        dialog.textValueSelected.connect(self._model.rename)
        dialog.open()

    def _on_export(self) -> None:
        dialog = QFileDialog(self, self.tr("Save scenario"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Scenarios (*.toml)"))
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(self._on_export_chosen)
        dialog.open()

    def _on_import(self) -> None:
        dialog = QFileDialog(self, self.tr("Read scenario"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Scenarios (*.toml)"))
        dialog.fileSelected.connect(self._on_import_chosen)
        dialog.open()

    def _on_export_chosen(self, chosen: str) -> None:
        self._model.keeping.save_file(self._model.scenario, Path(chosen))

    def _on_import_chosen(self, chosen: str) -> None:
        self._model.keeping.open_file(Path(chosen))
