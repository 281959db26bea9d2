"""What the status line says: the file, whether it is the demo, its last backup, the open draft, what can be undone."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup


class StatusModel(QObject):
    """State of the status line; the Verdeling page fills draft and undo.

    API for pages: `set_draft("3 cases placed, not decided yet")`, `set_undo("Pin M12 with W3")`, with an empty text for
    nothing; `set_history(group)` for the list of steps; `say("Saved")` for a message that goes by itself.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = ""
        self.place = ""
        self.demo = False
        self.backup = ""
        self.draft = ""
        self.undo = ""
        self.presenting = False
        self.history: QUndoGroup | None = None

    def set_file(self, label: str, *, demo: bool, place: str = "") -> None:
        """Say which file is open and where it is."""
        self.file, self.demo, self.place, self.backup = label, demo, place, ""
        self.draft = self.undo = ""
        self.changed.emit()

    def set_backup(self, day: str) -> None:
        """Say of which day the last verified backup is."""
        if day != self.backup:
            self.backup = day
            self.changed.emit()

    def set_draft(self, words: str) -> None:
        """Say that there is a draft that was not decided; empty for none."""
        if words != self.draft:
            self.draft = words
            self.changed.emit()

    def set_undo(self, words: str) -> None:
        """Say which step Ctrl+Z takes back; empty for none."""
        if words != self.undo:
            self.undo = words
            self.changed.emit()

    def set_presenting(self, *, on: bool) -> None:
        """Say that names are hidden."""
        self.presenting = on
        self.changed.emit()

    def set_history(self, history: QUndoGroup | None) -> None:
        """Give the steps that the list of the status line shows and goes to."""
        self.history = history
        self.changed.emit()

    def say(self, words: str) -> None:
        """Show a message for some seconds."""
        self.said.emit(words)
