"""Paint the cells of the list of people: number key, name with team, load bar with the draft, and what a case does."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from caseload_planner.gui.icons import pixmap
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.models.distribution_candidates import (
    CANDIDATE_ROLE,
    DIMMED_ROLE,
    ICON_NAME_ROLE,
    SUBTITLE_ROLE,
    CandidateLine,
    Standing,
)
from caseload_planner.gui.models.load_bar import LOAD_BAR_ROLE, LoadBar
from caseload_planner.gui.theme import Colours, Space, TypeSize, Weight, colours_for, font_of
from caseload_planner.gui.views.cell_delegates import CHIP_HEIGHT, paint_row, tone_colours
from caseload_planner.gui.views.distribution.case_delegate import paint_text
from caseload_planner.gui.views.load_bar import paint_load_bar

AnyIndex = QModelIndex | QPersistentModelIndex
PERSON_HEIGHT = 46
KEY_SIZE = 20
ICON = 14
DIMMED = 0.45
_TOP = 6
_CENTRE = Qt.AlignmentFlag.AlignCenter


class _PersonDelegate(QStyledItemDelegate):
    """Paints the row, then what a kind of cell shows."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the cell."""
        colours = colours_for(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row(painter, option, colours)
        self.paint_inside(painter, QRectF(option.rect), index, colours)
        painter.restore()

    def paint_inside(self, painter: QPainter, box: QRectF, index: AnyIndex, colours: Colours) -> None:
        """Draw what stands in the cell."""
        raise NotImplementedError

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Ask for two lines."""
        return QSize(40, PERSON_HEIGHT)


class KeyDelegate(_PersonDelegate):
    """The figure key that gives the case to somebody; a check where she has it."""

    def paint_inside(self, painter: QPainter, box: QRectF, index: AnyIndex, colours: Colours) -> None:
        """Draw a key cap."""
        line = index.data(CANDIDATE_ROLE)
        centre = box.center()
        if isinstance(line, CandidateLine) and line.place:
            at = QPointF(centre.x() - 9, centre.y() - 9)
            painter.drawPixmap(at, pixmap("check_circle", colours.accent, 18))
            return
        text = str(index.data() or "")
        if text:
            cap = QRectF(centre.x() - KEY_SIZE / 2, centre.y() - KEY_SIZE / 2, KEY_SIZE, KEY_SIZE)
            painter.setPen(QPen(QColor(colours.line_strong), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            paint_text(painter, cap, text, colours.muted, font_of(TypeSize.SMALL), _CENTRE)


class NameDelegate(_PersonDelegate):
    """A name with the team under it."""

    def paint_inside(self, painter: QPainter, box: QRectF, index: AnyIndex, colours: Colours) -> None:
        """Draw both lines."""
        dimmed = bool(index.data(DIMMED_ROLE))
        upper, lower = _halves(box)
        name = font_of(TypeSize.BODY, Weight.REGULAR if dimmed else Weight.MEDIUM)
        paint_text(painter, upper, str(index.data()), colours.muted if dimmed else colours.text, name)
        paint_text(painter, lower, str(index.data(SUBTITLE_ROLE) or ""), colours.muted, font_of(TypeSize.SMALL))


class PersonBarDelegate(_PersonDelegate):
    """The load bar; it stands back where a rule keeps her from the case."""

    def paint_inside(self, painter: QPainter, box: QRectF, index: AnyIndex, colours: Colours) -> None:
        """Draw the bar."""
        bar = index.data(LOAD_BAR_ROLE)
        if isinstance(bar, LoadBar):
            painter.setOpacity(DIMMED if index.data(DIMMED_ROLE) else 1.0)
            paint_load_bar(painter, box.adjusted(Space.S, 0, -Space.S, 0), bar, colours)
            painter.setOpacity(1.0)


class EffectDelegate(_PersonDelegate):
    """``82 → 91 %`` with the room left, or the rule in the way, in words."""

    def paint_inside(self, painter: QPainter, box: QRectF, index: AnyIndex, colours: Colours) -> None:
        """Draw the figure and the words under it."""
        line = index.data(CANDIDATE_ROLE)
        if not isinstance(line, CandidateLine):
            return
        upper, lower = _halves(box)
        _paint_effect(painter, upper, line, colours)
        words = tone_colours(_words_tone(line), colours)[0]
        name = str(index.data(ICON_NAME_ROLE) or "")
        if name:
            painter.drawPixmap(QPointF(lower.left(), lower.center().y() - ICON / 2), pixmap(name, words, ICON))
            lower = lower.adjusted(ICON + 4, 0, 0, 0)
        paint_text(painter, lower, line.words, words, font_of(TypeSize.SMALL))

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Ask for the width of the words."""
        metrics = QFontMetricsF(font_of(TypeSize.SMALL))
        line = index.data(CANDIDATE_ROLE)
        words = line.words if isinstance(line, CandidateLine) else ""
        return QSize(round(metrics.horizontalAdvance(words)) + ICON + 3 * Space.S, PERSON_HEIGHT)


def _paint_effect(painter: QPainter, box: QRectF, line: CandidateLine, colours: Colours) -> None:
    """Paint what the case does to her load: a chip where it changes it, else only how it stands."""
    text, tint = tone_colours(line.effect_tone, colours)
    figure = font_of(TypeSize.BODY, Weight.MEDIUM if line.standing is not Standing.BLOCKED else Weight.REGULAR)
    if line.changes:
        wide = QFontMetricsF(figure).horizontalAdvance(line.effect) + 2 * Space.S
        pill = QRectF(box.left(), box.center().y() - CHIP_HEIGHT / 2, min(wide, box.width()), CHIP_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint))
        painter.drawRoundedRect(pill, CHIP_HEIGHT / 2, CHIP_HEIGHT / 2)
        box = pill.adjusted(Space.S, 0, 0, 0)
    paint_text(painter, box, line.effect, text, figure)


def _words_tone(line: CandidateLine) -> Tone:
    if line.place:
        return Tone.ACCENT
    return {Standing.FREE: Tone.MUTED, Standing.ASKS_REASON: Tone.WARN, Standing.BLOCKED: Tone.MUTED}[line.standing]


def _halves(box: QRectF) -> tuple[QRectF, QRectF]:
    inner = box.adjusted(Space.S, _TOP, -Space.XS, -_TOP)
    half = inner.height() / 2
    return (
        QRectF(inner.left(), inner.top(), inner.width(), half),
        QRectF(inner.left(), inner.top() + half, inner.width(), half),
    )
