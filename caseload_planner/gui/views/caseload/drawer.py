"""The drawer of one worker: how she stands, her cases and how each weighs, what is to come, what is agreed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.load_bar import LoadBar
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.caseload_page import CaseloadPageModel
from caseload_planner.gui.viewmodels.forecast_picture import CHART_HEIGHT, CHART_WIDTH
from caseload_planner.gui.viewmodels.worker_detail import WorkerDetail
from caseload_planner.gui.viewmodels.worker_facts import Fact
from caseload_planner.gui.views.caseload.case_card import CaseCardView
from caseload_planner.gui.views.labels import chip_row, label, rule
from caseload_planner.gui.views.load_bar import paint_load_bar

DRAWER_WIDTH = 428


class LoadBarWidget(QWidget):
    """One load bar as a widget."""

    def __init__(self, bar: LoadBar, words: str) -> None:
        super().__init__()
        self._bar = bar
        self.setToolTip(words)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Ask for a low, wide strip."""
        return QSize(200, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        paint_load_bar(painter, QRectF(self.rect()).adjusted(1, 0, -2, 0), self._bar, colours_for(self.palette()))
        painter.end()


class WorkerDrawer(QFrame):
    """Shows the `detail` of a `CaseloadPageModel`."""

    closed = Signal()

    def __init__(self, model: CaseloadPageModel) -> None:
        super().__init__()
        self._model = model
        self.setProperty("role", "drawer")
        self.setFixedWidth(DRAWER_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(Space.L, Space.M, Space.S, Space.S)
        outer.addLayout(self._head)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        outer.addWidget(self._scroll, 1)
        self._chart = QLabel()
        self._header: QWidget | None = None
        model.detail_changed.connect(self.refresh)
        model.picture_changed.connect(self._on_picture)

    def refresh(self) -> None:
        """Show who is selected now; hidden while nobody is."""
        if self._model.selected is None:
            self.hide()
            return
        self.show()
        detail = self._model.detail
        if detail is not None:
            self._show_detail(detail)
            self._model.draw_forecast(colours_for(self.palette()), self.devicePixelRatioF())

    def _show_detail(self, detail: WorkerDetail) -> None:
        if self._header is not None:
            self._head.removeWidget(self._header)
            self._header.deleteLater()
        self._header = self._header_of(detail)
        self._head.addWidget(self._header)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(Space.L, 0, Space.L, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(LoadBarWidget(detail.bar, detail.bar_words))
        layout.addWidget(_figures(detail.figures))
        layout.addWidget(rule())
        layout.addWidget(label(self.tr("Cases (%1)").replace("%1", str(len(detail.cases))), "heading"))
        if not detail.cases:
            layout.addWidget(label(self.tr("She carries no cases on this date."), "muted", wrap=True))
        for card in detail.cases:
            layout.addWidget(CaseCardView(card))
        self._add_forecast(layout, detail)
        self._add_facts(layout, self.tr("From contract to deployable"), detail.deployable)
        self._add_facts(layout, self.tr("Leave and agreements"), detail.agreements)
        layout.addStretch(1)
        self._scroll.setWidget(body)
        self.setAccessibleName(f"{detail.name}, {detail.bar_words}")

    def _header_of(self, detail: WorkerDetail) -> QWidget:
        header = QWidget()
        grid = QGridLayout(header)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.addWidget(label(detail.name, "title"), 0, 0)
        close = QToolButton()
        close.setIcon(icon("close", colours_for(self.palette()).text))
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.closed)
        grid.addWidget(close, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(label(detail.subtitle, "small", wrap=True), 1, 0, 1, 2)
        if detail.chips:
            grid.addWidget(chip_row(detail.chips), 2, 0, 1, 2)
        return header

    def _add_forecast(self, layout: QVBoxLayout, detail: WorkerDetail) -> None:
        layout.addWidget(rule())
        layout.addWidget(label(self.tr("The next 26 weeks"), "heading"))
        self._chart = QLabel()
        self._chart.setFixedSize(CHART_WIDTH, CHART_HEIGHT)
        self._chart.setAccessibleName(detail.ahead_words)
        layout.addWidget(self._chart)
        layout.addWidget(label(detail.ahead_words, "small", wrap=True))
        if self._model.picture is not None:
            self._on_picture()

    def _add_facts(self, layout: QVBoxLayout, heading: str, facts: tuple[Fact, ...]) -> None:
        layout.addWidget(rule())
        layout.addWidget(label(heading, "heading"))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        for row, fact in enumerate(facts):
            grid.addWidget(label(fact.label, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(fact.value, "fact", fact.tone, wrap=True), row, 1)
        layout.addLayout(grid)

    def _on_picture(self) -> None:
        picture = self._model.picture
        if picture is None:
            return
        image = QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGBA8888)
        pixels = QPixmap.fromImage(image)
        pixels.setDevicePixelRatio(picture.width / CHART_WIDTH)
        self._chart.setPixmap(pixels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


def _figures(facts: tuple[Fact, ...]) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, Space.S)
    for fact in facts:
        cell = QVBoxLayout()
        cell.setSpacing(0)
        cell.addWidget(label(fact.label, "small"))
        cell.addWidget(label(fact.value, "fact-figure", fact.tone))
        layout.addLayout(cell, 1)
    return row
