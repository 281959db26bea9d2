"""What stands around a page: it scrolls where the window is too small, so that nothing is cut off."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from caseload_planner.gui.views.page import Page

LEAST = QSize(320, 240)


class PageFrame(QScrollArea):
    """Gives a page all the room there is, and never less than it needs."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.setProperty("role", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)

    def minimumSizeHint(self) -> QSize:
        """Ask for little: the rest scrolls."""
        return LEAST
