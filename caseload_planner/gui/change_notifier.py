"""Tells the pages what a write changed, so that only those reload."""

from PySide6.QtCore import QObject, Signal

from caseload_planner.application.changes import ChangeSet


class ChangeNotifier(QObject):
    """One for a window; whoever wrote calls `publish` on the window's thread with the ChangeSet of its use case."""

    changed = Signal(object)
    """With the ChangeSet."""

    def publish(self, changes: ChangeSet) -> None:
        """Tell everybody, unless nothing changed."""
        if changes.anything:
            self.changed.emit(changes)
