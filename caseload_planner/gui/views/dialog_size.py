"""How large a dialog is: as wanted, and no larger than the window that it stands above."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

TITLE_HEIGHT = 32
"""What its title takes above it, in device-independent pixels."""


def fit_above(dialog: QDialog, wanted: tuple[int, int], parent: QWidget) -> None:
    """Give a dialog its size in device-independent pixels: a window that fills a small screen leaves no more.

    A dialog that is its own parent stands above no window; it keeps to the screen.
    """
    room = dialog.screen().availableSize() if parent is dialog else parent.window().size()
    dialog.resize(QSize(*wanted).boundedTo(QSize(room.width(), room.height() - TITLE_HEIGHT)))
