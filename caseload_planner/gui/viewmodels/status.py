"""What the status line says: the file, whether it is the demo, the open draft, and what can be undone."""

from PySide6.QtCore import QObject, Signal


class StatusModel(QObject):
    """State of the status line; the Verdeling page fills draft and undo.

    API for pages: `set_draft("3 cases placed, not decided yet")`, `set_undo("Pin M12 with W3")`, with an empty text for
    nothing; `say("Saved")` for a message that goes by itself.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = ""
        self.demo = False
        self.draft = ""
        self.undo = ""

    def set_file(self, label: str, *, demo: bool) -> None:
        """Say which file is open."""
        self.file, self.demo, self.draft, self.undo = label, demo, "", ""
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

    def say(self, words: str) -> None:
        """Show a message for some seconds."""
        self.said.emit(words)
