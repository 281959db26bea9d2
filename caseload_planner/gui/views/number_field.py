"""Fields and sliders that a scrolling wheel leaves alone: it scrolls the page, unless they were chosen first."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QSlider

_MARGIN_PX = 5
"""Qt leaves padding of a style sheet out of the line inside a spin box."""


class NumberField(QDoubleSpinBox):
    """A number to type or to step, told about when it is whole and not at every digit."""

    def __init__(self) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(_MARGIN_PX, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only where the field was chosen."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class LevelSlider(QSlider):
    """A slider from left to right."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move only where the slider was chosen."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
