"""A sparkline: the weeks behind as a firm line, those to come dotted, today a dot, the working norm a thin line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from caseload_planner.gui.models.chips import TOTAL_ROLE
from caseload_planner.gui.models.course import COURSE_ROLE, Course
from caseload_planner.gui.theme import ROW_HEIGHT, Colours, Space, colours_for
from caseload_planner.gui.views.cell_delegates import paint_row

HEIGHT = 22
"""Height of a sparkline in device-independent pixels."""
LEAST_WIDTH = 76
DOT = 2.6
_LINE = 1.6


def paint_course(painter: QPainter, rect: QRectF, course: Course, colours: Colours) -> None:
    """Draw a sparkline in the middle of a rectangle, between its own lowest and highest value.

    Parameters
    ----------
    painter
        Its state is left as it was.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(rect.left() + DOT, rect.center().y() - HEIGHT / 2, rect.width() - 2 * DOT, HEIGHT)
    bottom = course.bottom
    span = course.top - bottom
    step = box.width() / max(1, len(course.loads) - 1)

    def at(place: int, value: int) -> QPointF:
        return QPointF(box.left() + place * step, box.bottom() - box.height() * (value - bottom) / span)

    def line(values: tuple[int, ...], begins: int = 0) -> QPolygonF:
        return QPolygonF([at(begins + place, value) for place, value in enumerate(values)])

    painter.setPen(QPen(QColor(colours.line_strong), 1))
    painter.drawPolyline(line(course.norms))
    over = course.loads[course.now] > course.norms[course.now]
    firm = QColor(colours.bar_over_norm if over else colours.bar_load)
    painter.setPen(QPen(firm, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(line(course.loads[: course.now + 1]))
    painter.setPen(QPen(firm, _LINE, Qt.PenStyle.DotLine))
    painter.drawPolyline(line(course.loads[course.now :], course.now))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(firm)
    painter.drawEllipse(at(course.now, course.loads[course.now]), DOT, DOT)
    painter.restore()


class CourseDelegate(QStyledItemDelegate):
    """Paints the cells of a column of sparklines."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row's background and the sparkline on it."""
        colours = colours_for(option.palette)
        paint_row(painter, option, colours, total=bool(index.data(TOTAL_ROLE)))
        course = index.data(COURSE_ROLE)
        if isinstance(course, Course):
            paint_course(painter, QRectF(option.rect).adjusted(Space.S, 0, -Space.S, 0), course, colours)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for enough width to see where it goes."""
        return QSize(LEAST_WIDTH, ROW_HEIGHT)
