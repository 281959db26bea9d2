"""A tinted shape stays visible on the row that is looked at."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from caseload_planner.gui.models.chips import Chip, Tone
from caseload_planner.gui.theme import Theme, colours_of
from caseload_planner.gui.views.cell_delegates import paint_chips, tone_colours
from tests.gui.test_theme import contrast

LEAST_CONTRAST = 3.0
"""Of WCAG 1.4.11 for what is not text."""


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("tone", Tone)
def test_that_a_chip_is_seen_on_the_row_that_is_looked_at(qapp, theme, tone):
    colours = colours_of(theme)
    picture = QImage(120, 24, QImage.Format.Format_RGB32)
    picture.fill(QColor(colours.selection))
    painter = QPainter(picture)
    paint_chips(painter, QRectF(4, 0, 110, 24), (Chip("SNS", tone),), colours)
    painter.end()
    seen = {picture.pixelColor(20, y).name() for y in range(24)}
    _, tint = tone_colours(tone, colours)
    if tint == colours.selection:
        assert max(contrast(colour, colours.selection) for colour in seen) >= LEAST_CONTRAST
    else:
        assert tint in seen
