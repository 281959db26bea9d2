"""A menu of ticks that stays open, so that several can be set one after the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu


class StickyMenu(QMenu):
    """Closes with Escape, with a click beside it, and with an entry that is not a tick."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set a tick and stay."""
        action = self.activeAction()
        if action is not None and action.isEnabled() and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set a tick with space and stay; Enter sets it and closes."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isEnabled() and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)
