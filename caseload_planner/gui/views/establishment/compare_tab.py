"""Two scenarios beside each other: inputs first, then results, and what moved the result."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.gui.establishment_texts import scenario_name
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.establishment_comparison import Row, input_rows, result_rows
from caseload_planner.gui.viewmodels.establishment_page import EstablishmentPageModel
from caseload_planner.gui.viewmodels.establishment_pictures import Canvas, waterfall_picture
from caseload_planner.gui.viewmodels.establishment_questions import EstablishmentQuestions
from caseload_planner.gui.viewmodels.establishment_sentences import week_words
from caseload_planner.gui.views.establishment.course_tab import ChartCard
from caseload_planner.gui.views.labels import label

_CHART = QSize(260, 120)
_TABLE_HEIGHT = 120


class CompareTab(QWidget):
    """Follows the page's runs."""

    def __init__(self, model: EstablishmentPageModel, questions: EstablishmentQuestions) -> None:
        super().__init__()
        self._model, self._questions = model, questions
        self.other = QComboBox()
        self.other.setAccessibleName(self.tr("Compare with"))
        self.sentence = label("", "muted", wrap=True)
        self.table = _table()
        self.table.setAccessibleName(self.tr("What differs"))
        self.explain = QPushButton(self.tr("What makes the difference"))
        self.explain.setAutoDefault(False)
        self.chart = ChartCard(model, _CHART)
        self._lay_out()
        self.other.activated.connect(self._on_other)
        self.explain.clicked.connect(questions.explain)
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        model.shelf_changed.connect(self._fill)
        model.run_changed.connect(self.refresh)
        questions.waterfall_changed.connect(self._on_waterfall)
        self._fill()
        self.refresh()
        self._on_waterfall()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(Space.S)
        first.addWidget(label(self.tr("Compare with"), "muted"))
        first.addWidget(self.other)
        first.addStretch(1)
        first.addWidget(self.explain)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(first)
        column.addWidget(self.sentence)
        column.addWidget(self.table, 3)
        column.addWidget(self.chart, 2)

    def _fill(self) -> None:
        self.other.clear()
        for entry in self._model.entries:
            self.other.addItem(scenario_name(entry.scenario.name), entry.id)
        self.other.setCurrentIndex(self.other.findData(self._model.compared))

    def _on_other(self, place: int) -> None:
        self._model.compare_with(str(self.other.itemData(place)))

    def refresh(self) -> None:
        """Show what differs now."""
        comparison, run = self._questions.comparison, self._model.run
        self.explain.setEnabled(comparison is not None and bool(comparison.inputs or not comparison.same_futures))
        if comparison is None or run is None:
            self.table.hide()
            self.sentence.setText(self.tr("Choose a scenario on the shelf, or another one here, to see what differs."))
            return
        self.table.show()
        when = week_words(run.outcome, comparison.week)
        if comparison.same_futures:
            words = self.tr("Results in %1. Both have the same futures, so that a difference is no chance.")
        else:
            words = self.tr(
                "Results in %1. The two do not have the same data and futures, so part of a difference comes from that."
            )
        self.sentence.setText(words.replace("%1", when))
        beside = self._model.beside
        other = "" if beside is None else scenario_name(beside.scenario.name)
        self.table.setHorizontalHeaderLabels(["", other, scenario_name(run.scenario.name), self.tr("difference")])
        self._show_rows(input_rows(comparison), result_rows(comparison))

    def _show_rows(self, inputs: list[Row], results: list[Row]) -> None:
        sections = ((self.tr("Assumptions that differ"), inputs), (self.tr("Results that differ"), results))
        self.table.clearSpans()
        self.table.setRowCount(sum(1 + max(1, len(rows)) for _, rows in sections))
        place = 0
        for heading, rows in sections:
            self._put(place, (heading, "", "", ""), strong=True)
            self.table.setSpan(place, 0, 1, 4)
            place += 1
            for row in rows or [(self.tr("nothing"), "", "", "")]:
                self._put(place, row, strong=False)
                place += 1
        self.table.resizeRowsToContents()

    def _put(self, place: int, row: Row, *, strong: bool) -> None:
        for column, text in enumerate(row):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setToolTip(text)
            if strong:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            self.table.setItem(place, column, item)

    def _on_waterfall(self) -> None:
        found, run, beside = self._questions.waterfall, self._model.run, self._model.beside
        self.chart.setVisible(found is not None)
        if found is None or run is None or beside is None:
            return
        names = scenario_name(beside.scenario.name), scenario_name(run.scenario.name)

        def make(canvas: Canvas) -> object:
            return waterfall_picture(found, names, canvas)

        sentence = self.tr("Load per deployable fte at the end, on average.")
        self.chart.show_series(self.tr("What makes the difference"), sentence, make)  # type: ignore[arg-type]  # a picture


def _table() -> QTableWidget:
    table = QTableWidget(0, 4)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
