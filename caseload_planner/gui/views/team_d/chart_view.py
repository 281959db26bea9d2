"""The falling area with its last day, which can be drawn to another week."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseload_planner.domain.calendar import monday_of
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.theme import Space, TypeSize, Weight, colours_for, font_of
from caseload_planner.gui.viewmodels.team_d_page import TeamDPageModel

LEAST_HEIGHT = 200
NEAR = 12
"""Device-independent pixels from the line within which it can be taken."""
DRAWS_AFTER_MS = 120
FEWEST_WEEKS = 4
WEEK = timedelta(weeks=1)
BYTES_A_PIXEL = 4


class ChartView(QWidget):
    """Shows the picture of the page's plan; the line of the last day moves with the mouse and with the arrow keys."""

    until_asked = Signal(object)
    """With the date to which the line was drawn."""

    def __init__(self, model: TeamDPageModel) -> None:
        super().__init__()
        self._model, self._image = model, QImage()
        self._dragged: date | None = None
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._later = QTimer(self, singleShot=True, interval=DRAWS_AFTER_MS)
        self._later.timeout.connect(self._draw)
        model.drawing.changed.connect(self._on_picture)
        self.refresh()

    def refresh(self) -> None:
        """Draw the plan that is there now, and say it in words."""
        draft = self._model.draft
        if draft is not None:
            words = self.tr("What team D carries, week by week, to nothing on %1. The arrow keys move the last day.")
            self.setAccessibleName(with_values(words, formatting.day(self._until())))
        if draft is not None and self._model.drawing.picture is None:
            self._later.start()
        self.update()

    def _until(self) -> date:
        return self._dragged or self._model.question.until

    def _draw(self) -> None:
        if self.width() > 0 and self._model.draft is not None:
            size = (self.width(), self.height())
            self._model.drawing.draw(self._model.draft, colours_for(self.palette()), self.devicePixelRatioF(), size)

    def _on_picture(self) -> None:
        drawn = self._model.drawing.picture
        if drawn is None:
            return
        picture = drawn.picture
        line = picture.width * BYTES_A_PIXEL
        self._image = QImage(picture.rgba, picture.width, picture.height, line, QImage.Format.Format_RGBA8888).copy()
        self._image.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()

    # where a day is ---------------------------------------------------------------------------------------------------

    def _plot(self) -> QRectF:
        drawn = self._model.drawing.picture
        if drawn is None:
            return QRectF(self.rect())
        box, wide, high = drawn.box, self.width(), self.height()
        return QRectF(box.left * wide, box.top * high, (box.right - box.left) * wide, (box.bottom - box.top) * high)

    def _x_of(self, day: date) -> float:
        draft, drawn = self._model.draft, self._model.drawing.picture
        if draft is None or drawn is None:
            return 0.0
        plot = self._plot()
        weeks = (day - monday_of(draft.request.on)).days / 7
        return plot.left() + plot.width() * weeks / drawn.weeks

    def _day_at(self, x: float) -> date:
        draft, drawn, plot = self._model.draft, self._model.drawing.picture, self._plot()
        if draft is None or drawn is None:
            return self._model.question.until
        weeks = max(FEWEST_WEEKS, round((x - plot.left()) / plot.width() * drawn.weeks))
        return monday_of(draft.request.on) + weeks * WEEK

    # painting ---------------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture and the line of the last day."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._image.isNull() or self._model.draft is None or self._model.drawing.picture is None:
            painter.end()
            return
        painter.drawImage(QPointF(0, 0), self._image)
        self._paint_line(painter)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        colours, plot = colours_for(self.palette()), self._plot()
        x = min(max(self._x_of(self._until()), plot.left()), plot.right())
        pen = QPen(QColor(colours.accent), 2, Qt.PenStyle.SolidLine if self._dragged else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.setFont(font_of(TypeSize.SMALL, Weight.MEDIUM))
        words = with_values(self.tr("nil on %1"), formatting.day_short(self._until()))
        wide = painter.fontMetrics().horizontalAdvance(words) + 2 * Space.S
        box = QRectF(min(x - wide - 4, plot.right() - wide), plot.top() + 2, wide, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(box, 4, 4)
        painter.drawEllipse(QPointF(x, plot.top() + 12), 5, 5)
        painter.setPen(QColor(colours.on_accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw it again at the new size."""
        super().resizeEvent(event)
        if self._model.draft is not None:
            self._later.start()

    # moving the last day ----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the line."""
        if self._model.drawing.picture is not None and abs(event.position().x() - self._x_of(self._until())) <= NEAR:
            self._dragged = self._model.question.until

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the line along, or show that it can be."""
        if self._dragged is not None:
            self._dragged = self._day_at(event.position().x())
            self.update()
        near = self._model.drawing.picture is not None and abs(event.position().x() - self._x_of(self._until())) <= NEAR
        self.setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.ArrowCursor)
        self.setToolTip(self._said_at(event.position().x()))

    def _said_at(self, x: float) -> str:
        """Say what everybody carries in the week under the mouse; also for bands too thin for a name."""
        drawn, plot = self._model.drawing.picture, self._plot()
        if drawn is None or not plot.left() <= x < plot.right():
            return ""
        return drawn.said[min(drawn.weeks - 1, int((x - plot.left()) / plot.width() * drawn.weeks))]

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the line go."""
        if self._dragged is not None:
            day, self._dragged = self._dragged, None
            self.until_asked.emit(day)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the line by a week."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or self._model.draft is None:
            super().keyPressEvent(event)
            return
        self.until_asked.emit(self._model.question.until + step * WEEK)
