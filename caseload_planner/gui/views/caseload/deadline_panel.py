"""The panel of deadlines: first contact, first talk, plan; what is late, nearly due, or not written down."""

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from caseload_planner.gui.icons import icon
from caseload_planner.gui.models.deadline_list import DEADLINE_ROLE, AnyIndex, DeadlineLine, DeadlineListModel
from caseload_planner.gui.theme import Space, TypeSize, Weight, colours_for, font_of
from caseload_planner.gui.viewmodels.caseload_deadlines import DeadlineSheet
from caseload_planner.gui.viewmodels.caseload_page import CaseloadPageModel
from caseload_planner.gui.views.cell_delegates import chip_width, paint_chips, paint_row
from caseload_planner.gui.views.labels import label

LINE_HEIGHT = 50
"""Height of a row of two lines in device-independent pixels."""


class DeadlineDelegate(QStyledItemDelegate):
    """Paints a `DeadlineLine`: what it is with how it stands, and below it which one, of whom, and its last day."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        colours = colours_for(option.palette)
        line: DeadlineLine = index.data(DEADLINE_ROLE)
        painter.save()
        paint_row(painter, option, colours)
        box = QRectF(option.rect).adjusted(Space.S, Space.XS, -Space.S, -Space.XS)
        above = QRectF(box.left(), box.top(), box.width(), box.height() / 2)
        below = above.translated(0, above.height())
        wide = chip_width(line.chip, QFontMetricsF(font_of(TypeSize.SMALL)))
        paint_chips(painter, QRectF(above.right() - wide, above.top(), wide, above.height()), (line.chip,), colours)
        self._text(painter, above.adjusted(0, 0, -wide - Space.S, 0), line.title, colours.text, strong=True)
        self._text(painter, below, line.place, colours.muted, strong=False)
        painter.restore()

    @staticmethod
    def _text(painter: QPainter, box: QRectF, text: str, colour: str, *, strong: bool) -> None:
        font = font_of(TypeSize.BODY, Weight.MEDIUM) if strong else font_of(TypeSize.SMALL)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Ask for two lines."""
        return QSize(200, LINE_HEIGHT)


class DeadlineSheetView(QWidget):
    """One deadline: how it went, and the measures that have it before them; Enter or a click opens one."""

    opened = Signal(object)
    """With a `DeadlineLine`."""

    def __init__(self) -> None:
        super().__init__()
        self.summary, self.unknown = label("", wrap=True), label("", "small", wrap=True)
        self.nothing = label(self.tr("No case is late or nearly late."), "muted", wrap=True)
        self.model = DeadlineListModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(DeadlineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._on_opened)
        self.list.activated.connect(self._on_opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.S, Space.S, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.summary)
        layout.addWidget(self.unknown)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)

    def show_sheet(self, sheet: DeadlineSheet) -> None:
        """Show other measures."""
        self.summary.setText(sheet.summary)
        self.unknown.setText(sheet.unknown)
        self.unknown.setVisible(bool(sheet.unknown))
        self.model.set_lines(sheet.lines)
        self.list.setVisible(bool(sheet.lines))
        self.nothing.setVisible(not sheet.lines and sheet.recorded)
        self.list.setAccessibleName(sheet.name)

    def _on_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.model.line(index.row()))


class DeadlinePanel(QFrame):
    """Shows the deadlines of a `CaseloadPageModel` in a tab each."""

    closed = Signal()
    opened = Signal(object)
    """With the `DeadlineLine` that somebody wants to see."""

    def __init__(self, model: CaseloadPageModel) -> None:
        super().__init__()
        self._model = model
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Deadlines"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Which deadline"))
        self.sheets: list[DeadlineSheetView] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.XS, Space.XS)
        layout.setSpacing(Space.S)
        layout.addLayout(self._header())
        layout.addWidget(self.tabs, 1)
        model.deadlines_changed.connect(self.refresh)
        self.hide()

    def _header(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(self.tr("Deadlines"), "title"), 0, 0)
        close = QToolButton()
        close.setIcon(icon("close", colours_for(self.palette()).text))
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.closed)
        grid.addWidget(close, 0, 1)
        words = self.tr("Cases that came in during the last 13 weeks, counted from the day they were reported.")
        grid.addWidget(label(words, "small", wrap=True), 1, 0, 1, 2)
        return grid

    def refresh(self) -> None:
        """Show the deadlines as they are now; the tab that is looked at stays."""
        for place, sheet in enumerate(self._model.deadlines):
            if place == len(self.sheets):
                view = DeadlineSheetView()
                view.opened.connect(self.opened)
                self.sheets.append(view)
                self.tabs.addTab(view, sheet.name)
            self.tabs.setTabText(place, sheet.name)
            self.sheets[place].show_sheet(sheet)

    def begin(self) -> None:
        """Show itself, and take the keys to the list that is looked at."""
        self.show()
        if self.sheets:
            at = self.sheets[self.tabs.currentIndex()].list
            (at if at.isVisible() else self.tabs.tabBar()).setFocus()
            if at.model().rowCount() and not at.currentIndex().isValid():
                at.setCurrentIndex(at.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
