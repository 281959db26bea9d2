"""Bars over weeks: what somebody carries against her working norm, what is above it in another colour."""

from PySide6.QtCore import QLineF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from caseload_planner.gui.models.receiver_weeks import WEEKS_ROLE, AnyIndex, ReceiverWeeks
from caseload_planner.gui.theme import ROW_HEIGHT, Colours, Space, colours_for
from caseload_planner.gui.views.cell_delegates import paint_row

LEAST_WIDTH = 160
LEAST_BAR = 1.5
HEADROOM = 1.06


class ReceiverWeeksDelegate(QStyledItemDelegate):
    """Paints the last column of the receivers."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Ask for room for half a year."""
        return QSize(LEAST_WIDTH, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a bar for every week, and the norm across them."""
        colours = colours_for(option.palette)
        painter.save()
        paint_row(painter, option, colours)
        row = index.data(WEEKS_ROLE)
        if isinstance(row, ReceiverWeeks) and row.loads:
            box = QRectF(option.rect).adjusted(Space.S, 5, -Space.S, -4)
            paint_weeks(painter, box, row, colours)
        painter.restore()


def paint_weeks(painter: QPainter, box: QRectF, row: ReceiverWeeks, colours: Colours) -> None:
    """Paint the weeks into a box."""
    top = max(*row.loads, *row.norms, 1) * HEADROOM
    step = box.width() / len(row.loads)
    wide = max(LEAST_BAR, step - 1.5)
    for number, (load, norm) in enumerate(zip(row.loads, row.norms, strict=True)):
        left = box.left() + number * step
        high, line = box.height() * load / top, box.height() * norm / top
        low = min(high, line)
        painter.fillRect(QRectF(left, box.bottom() - low, wide, low), QColor(colours.bar_load))
        if load > norm:
            painter.fillRect(QRectF(left, box.bottom() - high, wide, high - line), QColor(colours.bar_over_norm))
        painter.setPen(QPen(QColor(colours.bar_line), 1.2))
        painter.drawLine(QLineF(left, box.bottom() - line, left + step, box.bottom() - line))
