"""Every text on every page can be read: its colour against what lies behind it, as drawn, is at least WCAG AA."""

from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from caseload_planner.gui.theme import Theme

AA_TEXT = 4.5
SMOOTHED = 0.5
"""The edges of letters are mixed with the ground: thin letters never quite reach their own colour on the screen."""


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_in(picture: QImage) -> float:
    """Give the contrast between the commonest colour and the one that stands out most."""
    seen = Counter(picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height()))
    ground = luminance(QColor.fromRgb(seen.most_common(1)[0][0]))
    fronts = (luminance(QColor.fromRgb(pixel)) for pixel in seen)
    return max((max(one, ground) + 0.05) / (min(one, ground) + 0.05) for one in fronts)


def texts_of(window: QWidget):
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible() or not widget.isEnabled():
            continue
        if widget.text().strip() and widget.visibleRegion().boundingRect().height() > 8:
            yield widget


def hard_to_read(window: QWidget) -> list[str]:
    whole = window.grab().toImage()
    found = []
    for widget in texts_of(window):
        shown = widget.visibleRegion().boundingRect()
        place = widget.mapTo(window, shown.topLeft())
        picture = whole.copy(place.x() + 2, place.y() + 2, shown.width() - 4, shown.height() - 4)
        if picture.width() > 0 and picture.height() > 0 and contrast_in(picture) < AA_TEXT - SMOOTHED:
            found.append(f"{type(widget).__name__} {widget.text()!r}: {contrast_in(picture):.1f}")
    return found


@pytest.mark.parametrize("theme", Theme)
def test_that_every_text_of_every_page_can_be_read(qtbot, demo_window, theme):
    demo_window.window_model.use_theme(theme)
    for key in demo_window.rail.buttons:
        demo_window.window_model.show_page(key)
        qtbot.waitUntil(lambda: not demo_window.window_model.session.runner.busy, timeout=20_000)
        QCoreApplication.processEvents()
        assert "\n".join(hard_to_read(demo_window)) == "", key


@pytest.mark.parametrize("theme", Theme)
def test_that_the_focus_can_be_seen_on_everything_that_takes_it(qtbot, window, theme):
    """With and without the focus a widget looks different by more than a shade."""
    window.window_model.use_theme(theme)
    QCoreApplication.processEvents()
    unseen = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QAbstractButton):
            continue
        window.setFocus()
        before = widget.grab().toImage()
        widget.setFocus()
        QCoreApplication.processEvents()
        after = widget.grab().toImage()
        if widget.hasFocus() and differing(before, after) < 0.005:
            unseen.append(widget.accessibleName() or widget.text())
    assert unseen == []


def differing(one: QImage, other: QImage) -> float:
    """Give the share of the pixels that differ plainly."""
    points = [(x, y) for x in range(one.width()) for y in range(one.height())]
    plainly = sum(
        abs(luminance(QColor.fromRgb(one.pixel(x, y))) - luminance(QColor.fromRgb(other.pixel(x, y)))) > 0.04
        for x, y in points
    )
    return plainly / max(1, len(points))
