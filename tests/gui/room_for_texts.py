"""Finds texts that are cut off in a window, and a translator that makes every text longer."""

from PySide6.QtCore import QObject, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QTabBar,
    QToolButton,
    QWidget,
)

from caseload_planner.gui.views.labels import ElidedLabel

STRETCH = 0.4
ROUNDING = 2
"""Device-independent pixels that a layout may be short of by rounding."""


class Stretching(QTranslator):
    """Speaks as another translator does, in texts that are 40 % longer."""

    def __init__(self, inner: QTranslator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inner = inner

    def isEmpty(self) -> bool:  # noqa: N802 (of Qt)
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        said = self._inner.translate(context, source, disambiguation, n) or source
        letters = [letter for letter in said if letter.isalpha() or letter == " "]
        more = "".join(letters)[: round(len(said) * STRETCH)].strip()
        return f"{said}{more}" if " " not in said else f"{said} {more}"


def scrolls(widget: QWidget) -> bool:
    """Whether a widget stands in something that scrolls, so that what is outside can be brought into view."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def cut_off(window: QWidget) -> list[str]:
    """Name the visible texts that have less room than they need."""
    return [
        f"{type(widget).__name__} {widget.text()!r}: {_room(widget)}, needs {_needs(widget)}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton)
        and widget.isVisible()
        and widget.text()
        and not isinstance(widget, ElidedLabel)
        and not isinstance(widget.parentWidget(), QTabBar)
        and not _has_room(widget)
    ]


def _needs(widget: QLabel | QAbstractButton) -> tuple[int, int]:
    """Give the room that the text itself needs, and an icon beside it."""
    metrics = widget.fontMetrics()
    if isinstance(widget, QLabel) and widget.wordWrap():
        longest = max(metrics.horizontalAdvance(word) for word in widget.text().split())
        return longest, widget.heightForWidth(widget.width())
    wide = max(metrics.horizontalAdvance(line.replace("&", "")) for line in widget.text().split("\n"))
    beside = isinstance(widget, QAbstractButton) and not widget.icon().isNull()
    if isinstance(widget, QToolButton):
        style = Qt.ToolButtonStyle
        if widget.toolButtonStyle() is style.ToolButtonIconOnly:
            return 0, 0
        beside = beside and widget.toolButtonStyle() is style.ToolButtonTextBesideIcon
    return wide + (widget.iconSize().width() if beside else 0), metrics.height()


def _room(widget: QLabel | QAbstractButton) -> tuple[int, int]:
    """Give the room that can be seen of it, or be scrolled into view."""
    inside = widget.contentsRect() if isinstance(widget, QLabel) else widget.rect()
    if not scrolls(widget):
        inside = inside.intersected(widget.visibleRegion().boundingRect())
    return inside.width(), widget.height()


def _has_room(widget: QLabel | QAbstractButton) -> bool:
    wide, high = _needs(widget)
    room_wide, room_high = _room(widget)
    return room_wide >= wide - ROUNDING and room_high >= high - ROUNDING
