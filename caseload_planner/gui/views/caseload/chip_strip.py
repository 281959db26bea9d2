"""Chips on one line that never make their place wider: what does not fit is counted, and said in the tooltip."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseload_planner.gui.models.chips import Chip
from caseload_planner.gui.theme import colours_for
from caseload_planner.gui.views.cell_delegates import CHIP_HEIGHT, paint_chips


class ChipStrip(QWidget):
    """Paints chips from the left."""

    def __init__(self, chips: tuple[Chip, ...]) -> None:
        super().__init__()
        self._chips = chips
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(chip.text for chip in chips))
        self.setToolTip("\n".join(": ".join(part for part in (chip.text, chip.explained) if part) for chip in chips))

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(60, CHIP_HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chips."""
        painter = QPainter(self)
        paint_chips(painter, QRectF(self.rect()), self._chips, colours_for(self.palette()))
        painter.end()
