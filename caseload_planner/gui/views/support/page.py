"""The Ondersteuners page: what support workers free, what a point costs, and what assistants become."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.establishment_pictures import Canvas, curve_picture
from caseload_planner.gui.viewmodels.support_page import COSTS, SupportPageModel
from caseload_planner.gui.viewmodels.support_sentences import (
    caseload_sentence,
    option_words,
    price_words,
    relief_sentence,
    saturation_sentence,
    stream_sentence,
)
from caseload_planner.gui.viewmodels.window import WindowModel
from caseload_planner.gui.views.chart_view import ChartView
from caseload_planner.gui.views.labels import label
from caseload_planner.gui.views.number_field import LevelSlider, NumberField
from caseload_planner.gui.views.page import Page
from caseload_planner.gui.views.support.tasks_table import TasksTable
from caseload_planner.staffing.support_assumptions import HIGH, LIKELY, LOW

MOST_FTE, STEP = 30.0, 0.1
LEFT_WIDTH = 576
ROOM_FOR_COLUMNS, LEAST_WIDTH = 1100, 600
"""Widths of the page in device-independent pixels: with two columns, and with one."""
QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's word for no limit."""
_CHART = QSize(300, 130)
_MOST_COST, _COST_STEP = 500_000.0, 1000.0
_COST_WIDTH = 110
_PRICE_STRETCH = (6, 4, 3, 6)


class SupportPage(Page):
    """Tasks and costs at the left; the slider and what comes of it at the right."""

    def __init__(self, window: WindowModel) -> None:
        super().__init__()
        self._window = window
        self.model = window.page_model("support", lambda: SupportPageModel(window.session))
        self.slider, self.number = LevelSlider(), NumberField()
        self.relief, self.caseload = label("", "heading", wrap=True), label("", "notice", Tone.ACCENT, wrap=True)
        self.saturation, self.stream = label("", "", wrap=True), label("", "", wrap=True)
        self.chart = ChartView(window.session.runner, _CHART)
        self.tasks = TasksTable(self.model)
        self.costs = {name: NumberField() for name in COSTS}
        self.example = QPushButton(self.tr("Fill in an example"))
        self.variants = QButtonGroup(self)
        self._prices: list[tuple[QLabel, ...]] = []
        self._narrow = False
        self._prepare()
        self._lay_out()
        self._connect()
        self._on_assumed()
        self._on_answer()

    def _prepare(self) -> None:
        self.slider.setRange(0, round(MOST_FTE / STEP))
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(self.tr("Support workers in fte"))
        self.number.setRange(0, MOST_FTE)
        self.number.setDecimals(1)
        self.number.setSingleStep(STEP)
        self.number.setSuffix(self.tr(" fte"))
        self.number.setAccessibleName(self.tr("Support workers in fte"))
        self._show_fte()
        names = (self.tr("Support worker"), self.tr("Caseworker"), self.tr("Seconded"))
        for field, name in zip(self.costs.values(), names, strict=True):
            field.setRange(0, _MOST_COST)
            field.setDecimals(0)
            field.setSingleStep(_COST_STEP)
            field.setGroupSeparatorShown(True)
            field.setPrefix("€ ")
            field.setSpecialValueText(self.tr("not filled in"))
            field.setMinimumWidth(_COST_WIDTH)
            field.setAccessibleName(self.tr("Yearly cost of one fte: %1").replace("%1", name))
        self.example.setAutoDefault(False)
        self.example.setProperty("role", "small")

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._row.setSpacing(Space.M)
        self._left_area = self._left()
        self._row.addWidget(self._left_area)
        self._row.addWidget(self._right(), 1)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of one column: they stand under each other where there is no room beside."""
        least = super().minimumSizeHint()
        return QSize(LEAST_WIDTH, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns beside or under each other."""
        super().resizeEvent(event)
        narrow = self.width() < ROOM_FOR_COLUMNS
        if narrow == self._narrow:
            return
        self._narrow = narrow
        directions = QHBoxLayout.Direction
        self._row.setDirection(directions.BottomToTop if narrow else directions.LeftToRight)
        inside = self._left_area.widget()
        self._left_area.setMinimumHeight(inside.sizeHint().height() if narrow and inside is not None else 0)
        self._left_area.setMinimumWidth(0 if narrow else LEFT_WIDTH)
        self._left_area.setMaximumWidth(QWIDGETSIZE_MAX if narrow else LEFT_WIDTH)

    def _left(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.XS, 0)
        column.setSpacing(Space.M)
        tasks = _card(self.tr("Tasks that can move"))
        words = self.tr("Provisional figures, to be calibrated: change what you know better.")
        tasks.column.addWidget(label(words, "small", wrap=True))
        tasks.column.addLayout(self._variants())
        tasks.column.addWidget(self.tasks)
        column.addWidget(tasks)
        costs = _card(self.tr("Yearly cost of one fte"))
        costs.column.addWidget(label(self.tr("Yours to fill in; nothing is assumed."), "small", wrap=True))
        grid = QGridLayout()
        grid.setSpacing(Space.S)
        names = (self.tr("Support worker"), self.tr("Caseworker"), self.tr("Seconded"))
        for column_number, (field, name) in enumerate(zip(self.costs.values(), names, strict=True)):
            grid.addWidget(label(name, "small"), 0, column_number)
            grid.addWidget(field, 1, column_number)
        costs.column.addLayout(grid)
        costs.column.addWidget(self.example, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(costs)
        stream = _card(self.tr("From assistant to registered caseworker"))
        stream.column.addWidget(self.stream)
        source = self.tr("17 of 37 were registered within a year at another organisation; the range follows from that.")
        stream.column.addWidget(label(source, "small", wrap=True))
        column.addWidget(stream)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFixedWidth(LEFT_WIDTH)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _variants(self) -> QHBoxLayout:
        """Make the choice of which end of the ranges the table shows."""
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        for variant, words in ((LOW, self.tr("Low")), (LIKELY, self.tr("Likely")), (HIGH, self.tr("High"))):
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setChecked(variant == LIKELY)
            button.setProperty("role", "toggle")
            self.variants.addButton(button, variant)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        slide = QHBoxLayout()
        slide.setSpacing(Space.M)
        slide.addWidget(label(self.tr("Support workers (ondersteuners)"), "strong"))
        slide.addWidget(self.slider, 1)
        slide.addWidget(self.number)
        column.addLayout(slide)
        column.addWidget(self.relief)
        column.addWidget(self.caseload)
        chart = _card(self.tr("Relief in points, by fte of support workers"))
        chart.column.addWidget(self.saturation)
        chart.column.addWidget(self.chart, 1)
        column.addWidget(chart, 1)
        prices = _card(self.tr("What a point costs, over two years"))
        prices.column.addLayout(self._price_grid())
        words = self.tr("For people who come, empty weeks and onboarding count; for support, the weeks of learning.")
        prices.column.addWidget(label(words, "small", wrap=True))
        column.addWidget(prices)
        return right

    def _price_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        heads = ("", self.tr("points a year"), self.tr("cost a year"), self.tr("per point"))
        for column, words in enumerate(heads):
            grid.addWidget(label(words, "small", wrap=True), 0, column)
            grid.setColumnStretch(column, _PRICE_STRETCH[column])
        for row in range(1, 1 + len(COSTS)):
            cells = tuple(label("", wrap=True) for _ in heads)
            for column, cell in enumerate(cells):
                grid.addWidget(cell, row, column)
            self._prices.append(cells)
        return grid

    def _connect(self) -> None:
        model = self.model
        self.slider.valueChanged.connect(self._on_slider)
        self.number.valueChanged.connect(self._on_number)
        self.example.clicked.connect(model.take_example)
        self.variants.idClicked.connect(self.tasks.choose)
        for field in self.costs.values():
            field.valueChanged.connect(self._on_cost)
        model.assumed.connect(self._on_assumed)
        model.answered.connect(self._on_answer)
        model.failed.connect(self._window.failed)

    def begins_with(self) -> QWidget:
        """Begin at the question: how many support workers."""
        return self.slider

    def on_shown(self) -> None:
        """Read the base and work it out."""
        self.model.show()

    def _show_fte(self) -> None:
        with QSignalBlocker(self.slider), QSignalBlocker(self.number):
            self.slider.setValue(round(self.model.fte / STEP))
            self.number.setValue(self.model.fte)

    def _on_slider(self, place: int) -> None:
        self.model.choose_fte(place * STEP)
        self._show_fte()

    def _on_number(self, value: float) -> None:
        self.model.choose_fte(value)
        self._show_fte()

    def _on_cost(self) -> None:
        for name, field in self.costs.items():
            self.model.change_cost(name, field.value() or None)

    def _on_assumed(self) -> None:
        for name, field in self.costs.items():
            with QSignalBlocker(field):
                field.setValue(getattr(self.model.support, name) or 0.0)

    def _on_answer(self) -> None:
        answer = self.model.answer
        if answer is None:
            self.relief.setText(self.tr("Working it out…"))
            self.caseload.hide()
            return
        self.caseload.show()
        self.relief.setText(relief_sentence(answer))
        self.caseload.setText(caseload_sentence(answer))
        self.saturation.setText(saturation_sentence(answer))
        self.stream.setText(stream_sentence(answer))
        for cells, price in zip(self._prices, answer.prices, strict=True):
            words = (option_words(price.option), *price_words(price))
            for cell, text in zip(cells, words, strict=True):
                cell.setText(text)
        along = [fte for fte, _ in answer.curve]
        low, likely, high = ([points[n] for _, points in answer.curve] for n in (LOW, LIKELY, HIGH))
        marks = [(answer.now.fte, self.tr("now")), (answer.asked[0].fte, self.tr("asked"))]
        if answer.saturation_fte is not None:
            marks.append((answer.saturation_fte, self.tr("nothing more")))
        name = self.tr("fte of support workers")

        def make(canvas: Canvas) -> object:
            return curve_picture((along, likely, low, high), marks, name, canvas)

        self.chart.show_chart(make, saturation_sentence(answer))  # type: ignore[arg-type]  # a picture


class _Card(QFrame):
    """A card with a heading."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self.column.setSpacing(Space.XS)
        self.column.addWidget(label(heading, "strong"))


def _card(heading: str) -> _Card:
    return _Card(heading)
