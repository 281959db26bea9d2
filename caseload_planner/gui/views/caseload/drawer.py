"""The drawer of one worker: how full she is; her cases and their weights, what is to come, what is agreed."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.load_bar import LoadBar
from caseload_planner.gui.theme import Space, colours_for
from caseload_planner.gui.viewmodels.caseload_page import CaseloadPageModel
from caseload_planner.gui.viewmodels.forecast_picture import CHART_HEIGHT
from caseload_planner.gui.viewmodels.worker_detail import WorkerDetail
from caseload_planner.gui.viewmodels.worker_facts import Fact
from caseload_planner.gui.views.caseload.case_card import CaseCardView
from caseload_planner.gui.views.caseload.chip_strip import ChipStrip
from caseload_planner.gui.views.labels import label
from caseload_planner.gui.views.load_bar import paint_load_bar

DRAWER_WIDTHS = (330, 428)
"""Narrowest and widest, in device-independent pixels."""
DRAWER_SHARE = 0.4
"""Share of the page that the drawer takes between these."""
CHART_MARGIN = 44
"""What stands beside the chart in the drawer: margins and the scroll bar."""
FACT_LABEL_WIDTH = 124


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
    """Shows the `detail` of a `CaseloadPageModel`: who, how full, and three tabs."""

    closed = Signal()
    dispute_asked = Signal(object)
    """With the `CaseCard` that somebody says is not right, or whose question she answers."""

    def __init__(self, model: CaseloadPageModel) -> None:
        super().__init__()
        self._model = model
        self.setProperty("role", "card")
        self.setFixedWidth(DRAWER_WIDTHS[1])
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(Space.L, Space.M, Space.XS, Space.XS)
        self._outer.setSpacing(Space.S)
        self._wanted: str | None = None
        self._cards: dict[str, CaseCardView] = {}
        self._chart = QLabel()
        self._header = QWidget()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("What to see of her"))
        self._outer.addWidget(self._header)
        self._outer.addWidget(self.tabs, 1)
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
            self._draw_chart()

    def fit_to(self, page_width: int) -> None:
        """Take a share of the page, so that the table beside it keeps what matters."""
        narrowest, widest = DRAWER_WIDTHS
        width = max(narrowest, min(widest, round(page_width * DRAWER_SHARE)))
        if width != self.width():
            self.setFixedWidth(width)
            if self._model.detail is not None and not self.isHidden():
                self._draw_chart()

    def _draw_chart(self) -> None:
        width = self.width() - CHART_MARGIN
        self._chart.setFixedSize(width, CHART_HEIGHT)
        self._model.draw_forecast(colours_for(self.palette()), self.devicePixelRatioF(), width)

    def look_for(self, measure: str | None) -> None:
        """Bring a case into sight once the drawer of its worker is there."""
        self._wanted = measure
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        card = self._cards.get(self._wanted or "")
        scroll = self.tabs.widget(0)
        if card is None or not isinstance(scroll, QScrollArea):
            return
        self._wanted = None
        self.tabs.setCurrentIndex(0)
        scroll.ensureWidgetVisible(card)
        card.setFocus()

    def _show_detail(self, detail: WorkerDetail) -> None:
        header = self._header_of(detail)
        self._outer.replaceWidget(self._header, header)
        self._header.deleteLater()
        self._header = header
        shown = max(0, self.tabs.currentIndex())
        while self.tabs.count():
            before = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if before is not None:
                before.deleteLater()
        self._add_tab(self._cases_of(detail), self.tr("Cases (%1)").replace("%1", str(len(detail.cases))))
        self._add_tab(self._ahead_of(detail), self.tr("Coming weeks"))
        self._add_tab(self._agreements_of(detail), self.tr("Time and agreements"))
        self.tabs.setCurrentIndex(shown)
        self.setAccessibleName(f"{detail.name}, {detail.bar_words}")
        if self._wanted is not None:  # the places of the cards are known once the window has laid them out
            QTimer.singleShot(0, self, self._bring_into_sight)

    def _add_tab(self, scroll: QScrollArea, name: str) -> None:
        scroll.setAccessibleName(name)
        self.tabs.addTab(scroll, name)

    def _cases_of(self, detail: WorkerDetail) -> QScrollArea:
        layout = QVBoxLayout()
        layout.setSpacing(0)
        if not detail.cases:
            layout.addWidget(label(self.tr("She carries no cases on this date."), "muted", wrap=True))
        self._cards = {card.measure: CaseCardView(card) for card in detail.cases}
        for view in self._cards.values():
            view.asked.connect(self.dispute_asked)
            layout.addWidget(view)
        return _scrolled(layout)

    def _ahead_of(self, detail: WorkerDetail) -> QScrollArea:
        layout = QVBoxLayout()
        layout.addWidget(label(self.tr("Her caseload in the next 26 weeks"), "strong"))
        self._chart = QLabel()
        self._chart.setFixedSize(self.width() - CHART_MARGIN, CHART_HEIGHT)
        self._chart.setAccessibleName(detail.ahead_words)
        layout.addWidget(self._chart)
        layout.addWidget(label(detail.ahead_words, wrap=True))
        words = self.tr("Counts expected ends, phases, hours and leave as they are known now; no new cases.")
        layout.addWidget(label(words, "small", wrap=True))
        if self._model.picture is not None:
            self._on_picture()
        return _scrolled(layout)

    def _agreements_of(self, detail: WorkerDetail) -> QScrollArea:
        layout = QVBoxLayout()
        layout.addWidget(label(self.tr("From contract to deployable"), "strong"))
        layout.addLayout(_facts(detail.deployable))
        layout.addSpacing(Space.L)
        layout.addWidget(label(self.tr("Leave and agreements"), "strong"))
        layout.addLayout(_facts(detail.agreements))
        layout.addSpacing(Space.L)
        layout.addWidget(label(self.tr("Taking turns with what asks most"), "strong"))
        layout.addWidget(label(detail.taken.summary, wrap=True))
        layout.addLayout(_facts(detail.taken.cases))
        return _scrolled(layout)

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
            grid.addWidget(ChipStrip(detail.chips), 2, 0, 1, 2)
        grid.addWidget(LoadBarWidget(detail.bar, detail.bar_words), 3, 0, 1, 2)
        grid.addWidget(_figures(detail.figures), 4, 0, 1, 2)
        return header

    def _on_picture(self) -> None:
        picture = self._model.picture
        if picture is None:
            return
        image = QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGBA8888)
        pixels = QPixmap.fromImage(image)
        pixels.setDevicePixelRatio(self.devicePixelRatioF())
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


def _facts(facts: tuple[Fact, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, FACT_LABEL_WIDTH)
    grid.setHorizontalSpacing(Space.L)
    grid.setVerticalSpacing(Space.XS)
    for row, fact in enumerate(facts):
        grid.addWidget(label(fact.label, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(fact.value, "fact", fact.tone, wrap=True), row, 1)
    return grid


def _scrolled(layout: QVBoxLayout) -> QScrollArea:
    """Put what may be long into a tab that scrolls by keyboard too."""
    layout.setContentsMargins(0, Space.S, Space.M, Space.S)
    layout.addStretch(1)
    body = QWidget()
    body.setLayout(layout)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    scroll.setWidget(body)
    return scroll
