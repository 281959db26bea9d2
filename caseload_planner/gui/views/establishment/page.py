"""The Formatie page: the shelf, the assumptions, and what the years to come bring."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QPushButton, QTabWidget, QVBoxLayout, QWidget

from caseload_planner.application.cluster_runs import Cluster
from caseload_planner.application.run_scenario import FrozenMark
from caseload_planner.gui import formatting
from caseload_planner.gui.commands import Command, CommandGroup
from caseload_planner.gui.establishment_texts import scenario_name
from caseload_planner.gui.icons import icon
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.establishment_page import EstablishmentPageModel
from caseload_planner.gui.viewmodels.establishment_questions import EstablishmentQuestions
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.establishment.cards_pane import CardsPane
from caseload_planner.gui.views.establishment.cluster_dialog import ClusterDialog
from caseload_planner.gui.views.establishment.compare_tab import CompareTab
from caseload_planner.gui.views.establishment.course_tab import CourseTab
from caseload_planner.gui.views.establishment.shelf_pane import ShelfPane
from caseload_planner.gui.views.establishment.sizing_tab import SizingTab
from caseload_planner.gui.views.labels import ElidedLabel, icon_button, label
from caseload_planner.gui.views.page import Page

MODEL_KEY, QUESTIONS_KEY = "establishment", "establishment questions"
STOP_KEY, UNDO_KEY, REDO_KEY = "Esc", "Ctrl+Z", "Ctrl+Shift+Z"
ROOM_FOR_COLUMNS, LEAST_WIDTH = 1100, 560
"""Widths of the page in device-independent pixels: with three columns, and with one."""


class _Tabs(QTabWidget):
    """Tabs that take the height there is: their charts shrink before the page scrolls."""

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the page, not from the texts."""
        return False


class EstablishmentPage(Page):
    """Three columns; the right one has the course of the futures, a comparison, and how many people it takes."""

    def __init__(self, window: WindowModel) -> None:
        super().__init__()
        self._window = window
        self.model = window.page_model(MODEL_KEY, lambda: EstablishmentPageModel(window.session))
        self.questions = window.page_model(QUESTIONS_KEY, lambda: EstablishmentQuestions(self.model))
        self.shelf, self.cards = ShelfPane(self.model), CardsPane(self.model)
        self.course = CourseTab(self.model)
        self.compare = CompareTab(self.model, self.questions)
        self.sizing = SizingTab(self.model, self.questions)
        self.tabs = _Tabs()
        self.name = ElidedLabel("title")
        self.words = label("", "muted")
        self.progress = QProgressBar()
        colours = colours_for(self.palette())
        self.undo = icon_button("undo", "", colours.text)
        self.redo = icon_button("redo", "", colours.text)
        self.stop = QPushButton(self.tr("Stop"))
        self.report = QPushButton(self.tr("Report…"))
        self._use_cluster()
        self._narrow = False
        self._lay_out()
        self._connect()
        self._on_scenario()
        self._on_progress()

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.course, self.tr("Course"))
        self.tabs.addTab(self.compare, self.tr("Compare"))
        self.tabs.addTab(self.sizing, self.tr("How many people"))
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        self.progress.setAccessibleName(self.tr("How far the futures are"))
        self.report.setIcon(icon("document", colours_for(self.palette()).text))
        for button, words, keys in (
            (self.undo, self.tr("Undo"), UNDO_KEY),
            (self.redo, self.tr("Redo"), REDO_KEY),
        ):
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})")
        for button in (self.undo, self.redo, self.stop, self.report):
            button.setAutoDefault(False)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(self.name, 1)
        for widget in (self.words, self.progress, self.stop, self.undo, self.redo, self.report):
            top.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(Space.XS)
        right.addLayout(top)
        right.addWidget(self.tabs, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._row.setSpacing(Space.M)
        self._row.addWidget(self.shelf)
        self._row.addWidget(self.cards)
        self._row.addLayout(right, 1)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the right column only: the others become tabs where there is no room beside it."""
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put shelf and assumptions beside the results, or among their tabs."""
        super().resizeEvent(event)
        narrow = self.width() < ROOM_FOR_COLUMNS
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            had_keys = any(pane.isAncestorOf(self.focusWidget()) for pane in (self.shelf, self.cards))
            self.tabs.insertTab(0, self.cards, self.tr("Assumptions"))
            self.tabs.insertTab(0, self.shelf, self.tr("Scenarios"))
            if had_keys:
                self.tabs.tabBar().setFocus()
            return
        for place, pane in enumerate((self.shelf, self.cards)):
            self.tabs.removeTab(self.tabs.indexOf(pane))
            self._row.insertWidget(place, pane)
            pane.show()

    def _connect(self) -> None:
        model = self.model
        model.scenario_changed.connect(self._on_scenario)
        model.progress_changed.connect(self._on_progress)
        model.run_changed.connect(self._on_progress)
        model.failed.connect(self._window.failed)
        model.keeping.saved.connect(self._on_saved)
        self.questions.failed.connect(self._window.failed)
        self.questions.saved.connect(self._on_saved)
        self.shelf.cluster_asked.connect(self.ask_cluster)
        model.shelf_changed.connect(self._on_steps)
        self.stop.clicked.connect(self._on_stop)
        self.undo.clicked.connect(model.undo)
        self.redo.clicked.connect(model.redo)
        self.report.clicked.connect(self.ask_report)
        self.answer_to_keys(self._window.status.say)

    def begins_with(self) -> QWidget:
        """Give the shelf the keys; where it is a tab among others, those tabs."""
        return self.tabs.tabBar() if self._narrow else self.shelf.list

    def on_shown(self) -> None:
        """Read the shelf and throw the first futures when the page first comes to the front."""
        self.model.show()

    def commands(self) -> tuple[Command, ...]:
        """Give what can be done here."""
        page = CommandGroup.PAGE
        return (
            Command(key="scenario_copy", name=self.tr("Copy scenario"), run=self.model.duplicate, group=page),
            Command(key="scenario_freeze", name=self.tr("Freeze scenario"), run=self.model.freeze, group=page),
            Command(key="scenario_compare", name=self.tr("Compare scenarios"), run=self.show_comparison, group=page),
            Command(key="scenario_size", name=self.tr("How many people are needed"), run=self.show_sizing, group=page),
            Command(key="scenario_report", name=self.tr("Report of the scenario…"), run=self.ask_report, group=page),
            *self._step_commands(),
        )

    def _step_commands(self) -> tuple[Command, ...]:
        page, model = CommandGroup.PAGE, self.model

        def nothing_to_undo() -> str:
            return "" if model.may_undo else self.tr("There is no step to take back.")

        def nothing_to_redo() -> str:
            return "" if model.may_redo else self.tr("No step was taken back.")

        undo, redo, stop = self.tr("Undo"), self.tr("Redo"), self.tr("Stop")
        return (
            Command(
                key="scenario_undo",
                name=undo,
                run=model.undo,
                group=page,
                keys=(UNDO_KEY,),
                missing=nothing_to_undo,
                held=True,
            ),
            Command(
                key="scenario_redo",
                name=redo,
                run=model.redo,
                group=page,
                keys=(REDO_KEY,),
                missing=nothing_to_redo,
                held=True,
            ),
            Command(key="scenario_stop", name=stop, run=self._on_stop, group=page, keys=(STOP_KEY,)),
        )

    def show_comparison(self) -> None:
        """Go to the comparison."""
        self.tabs.setCurrentWidget(self.compare)

    def show_sizing(self) -> None:
        """Go to how many people it takes."""
        self.tabs.setCurrentWidget(self.sizing)

    def ask_cluster(self) -> None:
        """Ask on which cluster to work."""
        dialog = ClusterDialog(*self._window.settings.cluster, self)
        dialog.accepted.connect(self._on_cluster)
        self._cluster_dialog = dialog
        dialog.open()

    def _on_cluster(self) -> None:
        self._window.settings.cluster = self._cluster_dialog.place
        self._use_cluster()

    def _use_cluster(self) -> None:
        address, keys = self._window.settings.cluster
        self.model.futures.cluster = Cluster(address, Path(keys) if keys else None) if address else None

    def ask_report(self) -> None:
        """Ask where the report comes."""
        dialog = QFileDialog(self, self.tr("Report of the scenario"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("PDF (*.pdf)"), self.tr("Excel workbooks (*.xlsx)")])
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self._on_report_chosen)
        dialog.open()

    def _on_report_chosen(self, chosen: str) -> None:
        self.questions.report(Path(chosen))

    def _on_scenario(self) -> None:
        self.name.setText(scenario_name(self.model.scenario.name))
        self._on_steps()

    def _on_steps(self) -> None:
        self.undo.setEnabled(self.model.may_undo)
        self.redo.setEnabled(self.model.may_redo)

    def _on_progress(self) -> None:
        progress, run = self.model.progress, self.model.run
        self.progress.setVisible(progress is not None)
        self.stop.setVisible(progress is not None)
        self.report.setEnabled(run is not None and progress is None)
        if progress is not None:
            self.progress.setRange(0, max(1, progress.of))
            self.progress.setValue(progress.part)
            self.words.setText("")
        elif run is not None:
            words = self.tr("%1 futures, %2 weeks").replace("%1", str(run.outcome.replications))
            if run.outcome.stopped:
                words = self.tr("stopped: %1 futures, %2 weeks").replace("%1", str(run.outcome.replications))
            if run.frozen is not None:
                words = _frozen_words(run.frozen)
            self.words.setText(words.replace("%2", str(len(run.outcome.weeks))))

    def _on_stop(self) -> None:
        self.model.cancel()
        self.questions.cancel()

    def _on_saved(self, path: Path) -> None:
        self.words.setText(self.tr("%1 is saved").replace("%1", path.name))


def _frozen_words(mark: FrozenMark) -> str:
    """Say of which day the figures are, and whether they still come out."""
    if mark.same_figures:
        words = QCoreApplication.translate("EstablishmentPage", "frozen: the figures of %1")
    else:
        words = QCoreApplication.translate(
            "EstablishmentPage", "frozen on %1: this version of the program comes to other figures"
        )
    return words.replace("%1", formatting.day(mark.frozen_on))
