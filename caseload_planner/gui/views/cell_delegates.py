"""Delegates of the tables: the row behind a cell, text with a tone, and chips.

`CellDelegate` paints one line of text (``DisplayRole``, `TONE_ROLE`, `STRONG_ROLE`); `ChipsDelegate` paints what
`CHIPS_ROLE` gives, and says by a number how many did not fit. `paint_row` and `paint_chips` serve other delegates.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from caseload_planner.gui.icons import pixmap
from caseload_planner.gui.models.chips import CHIPS_ROLE, STRONG_ROLE, TONE_ROLE, TOTAL_ROLE, Chip, Tone
from caseload_planner.gui.theme import ROW_HEIGHT, Colours, Space, TypeSize, Weight, colours_for, font_of

AnyIndex = QModelIndex | QPersistentModelIndex
CHIP_HEIGHT = 20
CHIP_ICON = 13
_State = QStyle.StateFlag


def tone_colours(tone: Tone, colours: Colours) -> tuple[str, str]:
    """Give the text and the tint of a tone."""
    return {  # Qt hands a tone back as the plain string that it is
        Tone.PLAIN: (colours.text, colours.sunken),
        Tone.MUTED: (colours.muted, colours.sunken),
        Tone.ACCENT: (colours.accent_text, colours.accent_soft),
        Tone.GOOD: (colours.good, colours.good_soft),
        Tone.WARN: (colours.warn, colours.warn_soft),
        Tone.DANGER: (colours.danger, colours.danger_soft),
    }[Tone(tone)]


def paint_row(painter: QPainter, option: QStyleOptionViewItem, colours: Colours, *, total: bool = False) -> None:
    """Paint what lies behind a cell: the row's ground, the line under it, and the mark of the current row."""
    ground = colours.sunken if total else colours.surface
    if option.state & _State.State_Selected:
        ground = colours.selection
    elif option.state & _State.State_MouseOver and not total:
        ground = colours.window
    painter.fillRect(option.rect, QColor(ground))
    painter.setPen(QPen(QColor(colours.line), 1))
    bottom = option.rect.bottom()
    painter.drawLine(option.rect.left(), bottom, option.rect.right(), bottom)


def paint_chips(painter: QPainter, box: QRectF, chips: tuple[Chip, ...], colours: Colours) -> None:
    """Paint chips from the left of a box; those that do not fit become ``+2``."""
    font = font_of(TypeSize.SMALL)
    metrics = QFontMetricsF(font)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    left = box.left()
    for place, chip in enumerate(chips):
        width = chip_width(chip, metrics)
        rest = len(chips) - place - 1
        if left + width + (28 if rest else 0) > box.right() and place:
            painter.setPen(QColor(colours.muted))
            painter.drawText(QPointF(left, box.center().y() + metrics.capHeight() / 2), f"+{rest + 1}")
            break
        _paint_chip(painter, QRectF(left, box.center().y() - CHIP_HEIGHT / 2, width, CHIP_HEIGHT), chip, colours)
        left += width + Space.XS
    painter.restore()


def chip_width(chip: Chip, metrics: QFontMetricsF) -> float:
    """Give the width of a chip in device-independent pixels."""
    return metrics.horizontalAdvance(chip.text) + 2 * Space.S + (CHIP_ICON + 3 if chip.icon else 0)


def edge_of(tint: str, text: str, colours: Colours) -> QPen:
    """Give the pen around a tinted shape: none, but for a tint that would be lost on the row that is looked at."""
    return QPen(QColor(text), 1) if tint == colours.selection else QPen(Qt.PenStyle.NoPen)


def _paint_chip(painter: QPainter, box: QRectF, chip: Chip, colours: Colours) -> None:
    text, tint = tone_colours(chip.tone, colours)
    painter.setPen(edge_of(tint, text, colours))
    painter.setBrush(QColor(tint))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), CHIP_HEIGHT / 2, CHIP_HEIGHT / 2)
    left = box.left() + Space.S
    if chip.icon:
        painter.drawPixmap(QPointF(left - 2, box.center().y() - CHIP_ICON / 2), pixmap(chip.icon, text, CHIP_ICON))
        left += CHIP_ICON + 3
    painter.setPen(QColor(text))
    inner = QRectF(left, box.top(), box.right() - left, box.height())
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, chip.text)


class CellDelegate(QStyledItemDelegate):
    """Paints one line of text on its row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row and the text, shortened at its end where it does not fit."""
        colours = colours_for(option.palette)
        strong = bool(index.data(STRONG_ROLE))
        painter.save()
        paint_row(painter, option, colours, total=bool(index.data(TOTAL_ROLE)))
        painter.setPen(QColor(tone_colours(index.data(TONE_ROLE) or Tone.PLAIN, colours)[0]))
        font = font_of(TypeSize.BODY, Weight.MEDIUM if strong else Weight.REGULAR)
        painter.setFont(font)
        box = QRectF(option.rect).adjusted(Space.S, 0, -Space.S, 0)
        text = QFontMetricsF(font).elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, box.width())
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or 0)
        painter.drawText(box, alignment | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Give the width of the text and the height of a row."""
        metrics = QFontMetricsF(font_of(TypeSize.BODY, Weight.MEDIUM))
        return QSize(round(metrics.horizontalAdvance(str(index.data() or ""))) + 2 * Space.S + 2, ROW_HEIGHT)


class WrappingDelegate(CellDelegate):
    """Paints text over as many lines as fit in its row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row and the text."""
        colours = colours_for(option.palette)
        painter.save()
        paint_row(painter, option, colours)
        painter.setPen(QColor(colours.text))
        painter.setFont(font_of())
        box = QRectF(option.rect).adjusted(Space.S, 0, -Space.S, 0)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box, flags, str(index.data() or ""))
        painter.restore()


class ChipsDelegate(QStyledItemDelegate):
    """Paints the chips of a cell, or its text where it has none."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row and the chips."""
        colours = colours_for(option.palette)
        painter.save()
        paint_row(painter, option, colours, total=bool(index.data(TOTAL_ROLE)))
        box = QRectF(option.rect).adjusted(Space.S, 0, -Space.S, 0)
        chips = index.data(CHIPS_ROLE)
        if chips:
            paint_chips(painter, box, chips, colours)
        elif index.data():
            painter.setFont(font_of(TypeSize.SMALL))
            painter.setPen(QColor(colours.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Ask for the width of all chips."""
        metrics = QFontMetricsF(font_of(TypeSize.SMALL))
        chips: tuple[Chip, ...] = index.data(CHIPS_ROLE) or ()
        wide = sum(chip_width(chip, metrics) + Space.XS for chip in chips)
        return QSize(round(wide) + 2 * Space.S, ROW_HEIGHT)
