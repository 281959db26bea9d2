"""Paints load bars: fixed | current | draft (hatched), the working-norm line, the ceiling tick, and what passes them.

`paint_load_bar(painter, rect, bar, colours)` draws one into any rectangle; `LoadBarDelegate` does it for item views
whose model gives a `LoadBar` under `LOAD_BAR_ROLE` (and words under ``AccessibleTextRole``). The norm line stands at
70 % of the width for everybody, so that lines under each other make one line. What passes the working norm or the
ceiling changes colour, and lies right of the line or the tick; a bar that runs off the scale ends in an arrow head.
"""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from caseload_planner.gui.models.chips import TOTAL_ROLE
from caseload_planner.gui.models.load_bar import LOAD_BAR_ROLE, LoadBar
from caseload_planner.gui.theme import ROW_HEIGHT, Colours, Space, colours_for
from caseload_planner.gui.views.cell_delegates import paint_row

NORM_LINE_AT = 0.70
"""Share of the width at which the working norm stands."""
BAR_HEIGHT = 14
MINIMUM_WIDTH = 140
DRAFT_TINT = 0.3
LEAST_DRAFT = 5.0
"""Width in device-independent pixels under which a draft would be lost."""
_CORNER = 3.0


@dataclass(frozen=True, slots=True)
class _Scale:
    """Turns hundredths into places in the rectangle."""

    left: float
    width: float
    full: int

    def at(self, hundredths: int) -> float:
        share = 0.0 if self.full <= 0 else NORM_LINE_AT * hundredths / self.full
        return self.left + self.width * min(1.0, max(0.0, share))

    def runs_off(self, hundredths: int) -> bool:
        return self.full > 0 and NORM_LINE_AT * hundredths / self.full > 1.0


def paint_load_bar(painter: QPainter, rect: QRectF, bar: LoadBar, colours: Colours) -> None:
    """Draw a bar in the middle of a rectangle.

    Parameters
    ----------
    painter
        Its state is left as it was.
    rect
        Where, in the painter's coordinates; the bar takes the whole width and `BAR_HEIGHT` of the height.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(rect.left(), rect.center().y() - BAR_HEIGHT / 2, rect.width(), BAR_HEIGHT)
    scale = _Scale(box.left(), box.width(), bar.norm_line or max(bar.end, 1))
    outline = QPainterPath()
    outline.addRoundedRect(box, _CORNER, _CORNER)
    painter.fillPath(outline, QColor(colours.bar_track))
    painter.setClipPath(outline)
    _paint_parts(painter, box, bar, scale, colours)
    painter.setClipping(False)
    _paint_lines(painter, box, bar, scale, colours)
    if scale.runs_off(bar.end):
        _paint_arrow(painter, box, colours)
    painter.restore()


def _paint_parts(painter: QPainter, box: QRectF, bar: LoadBar, scale: _Scale, colours: Colours) -> None:
    def fill(from_: int, to: int, brush: QBrush) -> None:
        if to > from_:
            left = scale.at(from_)
            painter.fillRect(QRectF(left, box.top(), scale.at(to) - left, box.height()), brush)

    def solid(from_: int, to: int) -> None:
        ceiling = bar.ceiling_tick
        norm = min(bar.norm_line, ceiling)
        fill(from_, min(to, norm), QBrush(QColor(colours.bar_load)))
        fill(max(from_, norm), min(to, ceiling), QBrush(QColor(colours.bar_over_norm)))
        fill(max(from_, ceiling), to, QBrush(QColor(colours.bar_over_ceiling)))

    kept = bar.fixed + bar.current + min(0, bar.draft)
    fill(0, bar.fixed, QBrush(QColor(colours.bar_fixed)))
    solid(bar.fixed, kept)
    if bar.draft:
        begins, ends = kept, kept + abs(bar.draft)
        hatch = QBrush(QColor(colours.bar_draft), Qt.BrushStyle.BDiagPattern)
        tint = QColor(colours.bar_draft)
        tint.setAlphaF(DRAFT_TINT)
        fill(begins, ends, QBrush(QColor(colours.surface)))
        fill(begins, ends, QBrush(tint))
        fill(begins, ends, hatch)
        _outline_draft(
            painter, QRectF(scale.at(begins), box.top(), scale.at(ends) - scale.at(begins), box.height()), colours
        )


def _outline_draft(painter: QPainter, part: QRectF, colours: Colours) -> None:
    """Draw an edge around the draft, at least wide enough to be seen from across a table."""
    wide = part.adjusted(0, 0, max(0.0, LEAST_DRAFT - part.width()), 0)
    painter.setPen(QPen(QColor(colours.bar_draft), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(wide.adjusted(1, 1, -1, -1))


def _paint_lines(painter: QPainter, box: QRectF, bar: LoadBar, scale: _Scale, colours: Colours) -> None:
    if bar.norm_line:
        at = round(scale.at(bar.norm_line)) + 0.5
        painter.setPen(QPen(QColor(colours.bar_line), 1.5))
        painter.drawLine(QPointF(at, box.top() - 3), QPointF(at, box.bottom() + 3))
    if bar.ceiling_tick and bar.ceiling_tick != bar.norm_line and not scale.runs_off(bar.ceiling_tick):
        at = round(scale.at(bar.ceiling_tick)) + 0.5
        painter.setPen(QPen(QColor(colours.bar_line), 1.5))
        painter.drawLine(QPointF(at, box.top() - 3), QPointF(at, box.top() + 3))
        painter.drawLine(QPointF(at, box.bottom() - 3), QPointF(at, box.bottom() + 3))


def _paint_arrow(painter: QPainter, box: QRectF, colours: Colours) -> None:
    tip, back = box.right() + 1, box.right() - 7
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.surface))
    painter.drawRect(QRectF(back - 2, box.top() - 1, tip - back + 3, box.height() + 2))
    painter.setBrush(QColor(colours.bar_over_ceiling))
    head = [QPointF(back, box.top()), QPointF(tip, box.center().y()), QPointF(back, box.bottom())]
    painter.drawPolygon(QPolygonF(head))


class LoadBarDelegate(QStyledItemDelegate):
    """Paints the cells of a column of load bars."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row's background and the bar on it."""
        colours = colours_for(option.palette)
        paint_row(painter, option, colours, total=bool(index.data(TOTAL_ROLE)))
        bar = index.data(LOAD_BAR_ROLE)
        if isinstance(bar, LoadBar):
            inner = QRectF(option.rect).adjusted(Space.S, 0, -Space.M, 0)
            paint_load_bar(painter, inner, bar, colours)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Ask for enough width to read a bar."""
        return QSize(MINIMUM_WIDTH, ROW_HEIGHT)
