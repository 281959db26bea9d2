"""What the futures look like: a large chart of the load and three small ones, each with its sentence."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from caseload_planner.gui.establishment_texts import scenario_name, series_text
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.establishment_page import EstablishmentPageModel
from caseload_planner.gui.viewmodels.establishment_pictures import (
    Canvas,
    ends_somewhere,
    fan_picture,
    s_curve_picture,
)
from caseload_planner.gui.viewmodels.establishment_sentences import (
    course_sentence,
    end_sentence,
    load_sentence,
    team_d_sentence,
    waiting_sentence,
)
from caseload_planner.gui.views.chart_view import ChartView, MakePicture
from caseload_planner.gui.views.establishment.full_height_tab import FullHeightTab
from caseload_planner.gui.views.labels import label
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.outcomes import Outcome

LOADS = (Series.LOAD_PER_FTE, Series.LOAD_PER_DEPLOYABLE_FTE)
COURSES = (Series.RUNNING_MEASURES, Series.DEPLOYABLE_FTE)
_LARGE, _LITTLE = QSize(320, 130), QSize(130, 84)
_LINE = 18
"""Least height of a sentence; it takes the lines that it needs where there is room."""


class ChartCard(QFrame):
    """A heading, a sentence and a chart."""

    def __init__(self, model: EstablishmentPageModel, least: QSize) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.heading = label("", "strong")
        self.sentence = label("", "muted", wrap=True)
        self.chart = ChartView(model.session.runner, least)
        self.sentence.setMinimumHeight(_LINE)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.column.setSpacing(Space.XS)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.sentence)
        self.column.addWidget(self.chart, 1)

    def show_series(self, heading: str, sentence: str, make: MakePicture | None) -> None:
        """Show a series."""
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.chart.show_chart(make, f"{heading}. {sentence}")


class CourseTab(FullHeightTab):
    """Follows the page's runs."""

    def __init__(self, model: EstablishmentPageModel) -> None:
        super().__init__()
        self._model = model
        self.large = ChartCard(model, _LARGE)
        self.small = tuple(ChartCard(model, _LITTLE) for _ in range(len(COURSES) + 1))
        self._chosen: Series = LOADS[0]
        self._choices = QButtonGroup(self)
        self._legend = label("", "small", wrap=True)
        self.at_end = QToolButton()
        self._lay_out()
        self.at_end.toggled.connect(self.refresh)
        self._choices.idClicked.connect(self._on_choice)
        model.run_changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(Space.XS)
        for number, series in enumerate(LOADS):
            button = QToolButton()
            button.setText(series_text(series.value))
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setProperty("role", "toggle")
            self._choices.addButton(button, number)
            choice.addWidget(button)
        choice.addStretch(1)
        self.at_end.setText(self.tr("Chances at the end"))
        self.at_end.setToolTip(self.tr("How likely each outcome is in the last week, from the lowest to the highest."))
        self.at_end.setCheckable(True)
        self.at_end.setProperty("role", "toggle")
        choice.addWidget(self.at_end)
        self.large.column.insertLayout(0, choice)
        self.large.heading.hide()
        self.large.column.addWidget(self._legend)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for card in self.small:
            row.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.large, 3)
        column.addLayout(row, 2)

    def _on_choice(self, number: int) -> None:
        self._chosen = LOADS[number]
        self.refresh()

    def refresh(self) -> None:
        """Show the newest run."""
        run, beside = self._model.run, self._model.beside
        if run is None:
            self.large.show_series("", self.tr("The futures are being thrown."), None)
            return
        outcome, other = run.outcome, None if beside is None else beside.outcome
        series = self._chosen
        ends = self.at_end.isChecked()
        sentence = end_sentence(outcome, series) if ends else load_sentence(outcome, series)
        make = _end_maker(outcome, series) if ends else _maker(outcome, other, series)
        self.large.show_series(series_text(series.value), sentence, make)
        self._legend.setText(self._legend_words())
        self._legend.setVisible(not ends)
        for one, card in zip((*COURSES, self._third), self.small, strict=True):
            card.show_series(series_text(one.value), self._sentence(outcome, one), _maker(outcome, other, one))
        self.fit()

    @property
    def _third(self) -> Series:
        """Who waits, where a limit lets anybody wait; else how team D goes."""
        run = self._model.run
        limited = run is not None and run.scenario.waiting.limit is not None
        return Series.WAITING if limited else Series.TEAM_D_FTE

    @staticmethod
    def _sentence(outcome: Outcome, series: Series) -> str:
        if series is Series.WAITING:
            return waiting_sentence(outcome, limited=True)
        if series is Series.TEAM_D_FTE:
            return team_d_sentence(outcome)
        return course_sentence(outcome, series, 0 if series is Series.RUNNING_MEASURES else 1)

    def _legend_words(self) -> str:
        words = self.tr("Line: the middle. Bands: half, 8 in 10 and 9 in 10 of the futures.")
        if self._third is not Series.WAITING and self._model.run is not None:
            words = f"{words} {waiting_sentence(self._model.run.outcome, limited=False)}"
        beside = self._model.beside
        if beside is not None:
            dashed = self.tr("Dashed: the middle of %1.").replace("%1", scenario_name(beside.scenario.name))
            words = f"{words} {dashed}"
        return words


def _end_maker(outcome: Outcome, series: Series) -> MakePicture | None:
    if not ends_somewhere(outcome, series):
        return None  # the sentence beside it says that the norm holds in no future

    def make(canvas: Canvas) -> object:
        return s_curve_picture(outcome, series, canvas)

    return make  # type: ignore[return-value]  # see below


def _maker(outcome: Outcome, other: Outcome | None, series: Series) -> MakePicture:
    def make(canvas: Canvas) -> object:
        return fan_picture(outcome, other, series, canvas)

    return make  # type: ignore[return-value]  # a picture, whose module is imported when it is drawn
