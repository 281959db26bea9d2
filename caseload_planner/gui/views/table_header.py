"""The heading of a table: the arrow of the order stands beside the word, never on it."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from caseload_planner.gui.icons import pixmap
from caseload_planner.gui.theme import Space, TypeSize, Weight, colours_for, font_of

ARROW = 14
"""Room for the arrow in device-independent pixels."""
HEADER_HEIGHT = 34


class TableHeader(QHeaderView):
    """Paints the name of each column, in strong type where it is the order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(HEADER_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one heading."""
        colours = colours_for(self.palette())
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        painter.save()
        painter.fillRect(rect, QColor(colours.surface))
        painter.setPen(QPen(QColor(colours.line_strong), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = font_of(TypeSize.SMALL, Weight.STRONG if sorted_by else Weight.MEDIUM)
        painter.setFont(font)
        painter.setPen(QColor(colours.text if sorted_by else colours.muted))
        orientation = Qt.Orientation.Horizontal
        model = self.model()
        text = str(model.headerData(section, orientation, Qt.ItemDataRole.DisplayRole) or "")
        alignment = Qt.AlignmentFlag(
            model.headerData(section, orientation, Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        )
        box = QRectF(rect).adjusted(Space.S, 0, -Space.S, 0)
        painter.drawText(box, alignment | Qt.AlignmentFlag.AlignVCenter, text)
        if sorted_by:
            wide = QFontMetricsF(font).horizontalAdvance(text)
            right = bool(alignment & Qt.AlignmentFlag.AlignRight)
            left = box.right() - wide - ARROW if right else box.left() + wide + 2
            rising = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            arrow = pixmap("chevron_up" if rising else "chevron_down", colours.text, ARROW - 2)
            painter.drawPixmap(QPointF(left, box.center().y() - arrow.height() / arrow.devicePixelRatio() / 2), arrow)
        painter.restore()
