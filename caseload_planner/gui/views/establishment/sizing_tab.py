"""How many people it takes: the question in a line, the answer as a sentence and a curve."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from caseload_planner.gui.formatting import NARROW_SPACE
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.establishment_page import EstablishmentPageModel
from caseload_planner.gui.viewmodels.establishment_pictures import Canvas, sizing_picture
from caseload_planner.gui.viewmodels.establishment_questions import EstablishmentQuestions, sizing_sentence
from caseload_planner.gui.views.establishment.course_tab import ChartCard
from caseload_planner.gui.views.labels import label, primary_button
from caseload_planner.gui.views.number_field import NumberField
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.scenario import Onboards
from caseload_planner.staffing.sizing import Pace, SizingQuestion

_CHART = QSize(300, 160)
_SHORT = 9
"""Letters that a choice shows at least; its list shows the whole."""
_STRETCH = (6, 3, 3)
LAST_WEEKS = 26
START_CHANCE, START_FTE = 80.0, 0.89


class SizingTab(QWidget):
    """Asks the question and shows the newest answer."""

    def __init__(self, model: EstablishmentPageModel, questions: EstablishmentQuestions) -> None:
        super().__init__()
        self._model, self._questions = model, questions
        self.line, self.pace, self.place, self.onboarding = (QComboBox() for _ in range(4))
        self.chance, self.fte = NumberField(), NumberField()
        self.ask = primary_button(self.tr("Work out"))
        self.stop = QPushButton(self.tr("Stop"))
        self.answer = label("", "heading", wrap=True)
        self.chart = ChartCard(model, _CHART)
        self._fill()
        self._lay_out()
        self.ask.clicked.connect(self._on_ask)
        self.stop.clicked.connect(questions.cancel)
        questions.sizing_changed.connect(self.refresh)
        questions.progress_changed.connect(self._on_progress)
        model.shelf_changed.connect(self._fill_places)
        self.refresh()
        self._on_progress()

    def _fill(self) -> None:
        self.line.addItem(self.tr("funded norm, per contracted fte"), Series.LOAD_PER_FTE)
        self.line.addItem(self.tr("working norm, per deployable fte"), Series.LOAD_PER_DEPLOYABLE_FTE)
        self.pace.addItem(self.tr("all at once, now"), Pace.AT_ONCE)
        self.pace.addItem(self.tr("some each quarter"), Pace.PER_QUARTER)
        self.onboarding.addItem(self.tr("starters"), Onboards.STARTER)
        self.onboarding.addItem(self.tr("experienced"), Onboards.EXPERIENCED)
        self.chance.setRange(50, 99)
        self.chance.setDecimals(0)
        self.chance.setSingleStep(5)
        self.chance.setValue(START_CHANCE)
        self.chance.setSuffix(f"{NARROW_SPACE}%")
        self.fte.setRange(0.1, 1.2)
        self.fte.setSingleStep(0.05)
        self.fte.setValue(START_FTE)
        self._fill_places()

    def _fill_places(self) -> None:
        chosen = self.place.currentData()
        self.place.clear()
        self.place.addItem(self.tr("everywhere, by size"), "")
        organisation = self._model.session.organisation
        if organisation is not None:
            for region in sorted({team.region for team in organisation.teams.values()}):
                self.place.addItem(region, region)
            for team in organisation.teams.values():
                self.place.addItem(team.name, team.key)
        self.place.setCurrentIndex(max(0, self.place.findData(chosen)))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(Space.S)
        fields = (
            (self.tr("Hold which norm"), self.line),
            (self.tr("With which chance"), self.chance),
            (self.tr("When do they come"), self.pace),
            (self.tr("Where"), self.place),
            (self.tr("As"), self.onboarding),
            (self.tr("Fte each"), self.fte),
        )
        for number, (words, field) in enumerate(fields):
            row, column = divmod(number, 3)
            field.setAccessibleName(words)
            if isinstance(field, QComboBox):
                field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                field.setMinimumContentsLength(_SHORT)
            grid.addWidget(label(words, "small"), 2 * row, column)
            grid.addWidget(field, 2 * row + 1, column)
        grid.addWidget(self.ask, 1, 3)
        grid.addWidget(self.stop, 3, 3)
        for column, stretch in enumerate(_STRETCH):
            grid.setColumnStretch(column, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.S, 0, 0)
        layout.setSpacing(Space.M)
        layout.addLayout(grid)
        layout.addWidget(self.answer)
        layout.addWidget(self.chart, 1)
        layout.addStretch(0)

    def question(self) -> SizingQuestion:
        """Give what is asked now."""
        return SizingQuestion(
            series=Series(self.line.currentData()),
            chance=self.chance.value() / 100,
            pace=Pace(self.pace.currentData()),
            last_weeks=min(LAST_WEEKS, self._model.scenario.weeks),
            place=str(self.place.currentData() or ""),
            fte=round(self.fte.value(), 2),
            onboarding=Onboards(self.onboarding.currentData()),
        )

    def _on_ask(self) -> None:
        self._questions.size(self.question())

    def _on_progress(self) -> None:
        working = self._questions.progress is not None
        self.ask.setEnabled(not working)
        self.stop.setVisible(working)
        if working:
            self.answer.setText(self.tr("Working it out…"))

    def refresh(self) -> None:
        """Show the newest answer."""
        answer = self._questions.sizing
        self.chart.setVisible(answer is not None)
        if answer is None:
            words = self.tr("How many people are needed to hold the norm in the last half year of this scenario?")
            self.answer.setText(words)
            return
        sentence = sizing_sentence(answer, self._model)
        self.answer.setText(sentence)

        def make(canvas: Canvas) -> object:
            return sizing_picture(answer, canvas)

        heading = self.tr("Chance that the norm holds (in 100), by people hired")
        self.chart.show_series(heading, "", make)  # type: ignore[arg-type]  # a picture, imported when it is drawn
