"""Paints a case of the queue: what it is and how long it waits, what it asks, and who has it in the draft."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from caseload_planner.gui.icons import pixmap
from caseload_planner.gui.models.distribution_cases import CASE_ROLE, CaseLine, PlacedName
from caseload_planner.gui.theme import Colours, Space, TypeSize, Weight, colours_for, font_of
from caseload_planner.gui.views.cell_delegates import edge_of, paint_chips, paint_row, tone_colours

AnyIndex = QModelIndex | QPersistentModelIndex
CASE_HEIGHT = 84
LINE = 23
AVATAR = 20
ICON = 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CaseDelegate(QStyledItemDelegate):
    """Paints a `CaseLine` in three lines."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the case."""
        line = index.data(CASE_ROLE)
        if not isinstance(line, CaseLine):
            return
        colours = colours_for(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row(painter, option, colours)
        box = QRectF(option.rect).adjusted(Space.M, Space.S - 1, -Space.M, -Space.S)
        self._paint_head(painter, QRectF(box.left(), box.top(), box.width(), LINE), line, colours)
        chips = QRectF(box.left(), box.top() + LINE, box.width() - 52, LINE)
        paint_chips(painter, chips, line.chips, colours)
        weight = QRectF(box.right() - 60, box.top() + LINE, 60, LINE)
        paint_text(painter, weight, line.weight, colours.text, font_of(TypeSize.BODY, Weight.MEDIUM), _RIGHT)
        self._paint_foot(painter, QRectF(box.left(), box.top() + 2 * LINE, box.width(), LINE), line, colours)
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRectF, line: CaseLine, colours: Colours) -> None:
        days = tone_colours(line.waiting.tone, colours)[0]
        small = font_of(TypeSize.SMALL, Weight.MEDIUM if line.waiting.icon else Weight.REGULAR)
        wide = QFontMetricsF(small).horizontalAdvance(line.waiting.text)
        paint_text(painter, box, line.waiting.text, days, small, _RIGHT)
        if line.waiting.icon:
            at = QPointF(box.right() - wide - ICON - 4, box.center().y() - ICON / 2)
            painter.drawPixmap(at, pixmap(line.waiting.icon, days, ICON))
        strong = font_of(TypeSize.BODY, Weight.STRONG)
        title = QFontMetricsF(strong).horizontalAdvance(line.title)
        paint_text(painter, box, line.title, colours.text, strong)
        left = title + Space.S
        rest = box.adjusted(left, 0, -(wide + ICON + Space.S), 0)
        paint_text(painter, rest, line.subtitle, colours.muted, font_of(TypeSize.SMALL))

    def _paint_foot(self, painter: QPainter, box: QRectF, line: CaseLine, colours: Colours) -> None:
        left, right = box.left(), box.right()
        if line.pin_words:
            # Hers is drawn whole and in the accent, that of the plan dashed and standing back.
            drawn = pixmap("pin", colours.accent, ICON) if line.pinned else pixmap("pin_plan", colours.muted, ICON)
            painter.drawPixmap(QPointF(right - ICON, box.center().y() - ICON / 2), drawn)
            right -= ICON + 4
        if line.placed:
            if line.note.text:
                right = _paint_note(painter, QRectF(left, box.top(), right - left, LINE), line, colours)
            for number, one in enumerate(line.placed):
                share = (right - left) / (len(line.placed) - number)
                left = _paint_placed(painter, QRectF(left, box.top(), share, LINE), one, colours)
        elif line.note.text:
            note = QRectF(left, box.top(), right - left, LINE)
            text = tone_colours(line.note.tone, colours)[0]
            if line.note.icon:
                at = QPointF(left, box.center().y() - ICON / 2)
                painter.drawPixmap(at, pixmap(line.note.icon, text, ICON))
                note.adjust(ICON + 5, 0, 0, 0)
            paint_text(painter, note, line.note.text, text, font_of(TypeSize.SMALL))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Ask for three lines."""
        return QSize(280, CASE_HEIGHT)


def _paint_note(painter: QPainter, box: QRectF, line: CaseLine, colours: Colours) -> float:
    """Paint the note at the right of the names, only its icon beside two; give where it begins."""
    font, text = font_of(TypeSize.SMALL), tone_colours(line.note.tone, colours)[0]
    words_shown = "" if line.note.icon and len(line.placed) > 1 else line.note.text
    wide = QFontMetricsF(font).horizontalAdvance(words_shown) + (ICON + 5 if line.note.icon else 0)
    begin = box.right() - min(wide + 2, box.width() / 2)
    if line.note.icon:
        painter.drawPixmap(QPointF(begin, box.center().y() - ICON / 2), pixmap(line.note.icon, text, ICON))
    words = QRectF(begin + (ICON + 5 if line.note.icon else 0), box.top(), box.right() - begin, box.height())
    words.setRight(box.right())
    paint_text(painter, words, words_shown, text, font)
    return begin - Space.S


def _paint_placed(painter: QPainter, box: QRectF, one: PlacedName, colours: Colours) -> float:
    """Paint a round mark with initials and the name; give where the next may begin."""
    circle = QRectF(box.left(), box.center().y() - AVATAR / 2, AVATAR, AVATAR)
    ground = colours.accent_soft if one.second else colours.accent
    painter.setPen(edge_of(ground, colours.accent_text, colours))
    painter.setBrush(QColor(ground))
    painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
    letters = colours.accent_text if one.second else colours.on_accent
    tiny = font_of(TypeSize.SMALL, Weight.STRONG)
    tiny.setPointSizeF(7.5)
    paint_text(painter, circle, one.initials, letters, tiny, Qt.AlignmentFlag.AlignCenter)
    font = font_of(TypeSize.SMALL, Weight.REGULAR if one.second else Weight.MEDIUM)
    name = QRectF(circle.right() + 5, box.top(), box.width() - AVATAR - 5 - Space.S, box.height())
    paint_text(painter, name, one.name, colours.text, font)
    return min(name.right(), name.left() + QFontMetricsF(font).horizontalAdvance(one.name)) + Space.M


def paint_text(
    painter: QPainter, box: QRectF, text: str, colour: str, font: QFont, alignment: Qt.AlignmentFlag = _LEFT
) -> None:
    """Paint one line of text, shortened at its end where it does not fit."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, alignment, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1))
