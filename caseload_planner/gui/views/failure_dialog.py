"""What a user sees when something went wrong: known things in words, bugs with a reference number."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from caseload_planner.domain.errors import DatabaseUnusableError, PlannerError
from caseload_planner.gui.texts import error_text, translate

MOST_REFERENCES = 5
"""So many references stand in one dialog; the log has them all."""


def show_error(parent: QWidget | None, error: object) -> QMessageBox | None:
    """Say in words what went wrong and what to do; the dialog does not block.

    A bug is told by `FailureDialogs` with its number, and not a second time here.
    """
    if not isinstance(error, PlannerError):
        return None
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("FailureDialog", "That did not work"))
    box.setText(error_text(error))
    path = error.figures.get("path")
    if path:
        box.setInformativeText(str(path))
    return _opened(box)


class FailureDialogs(QObject):
    """Shows failures above a window; bugs that follow each other share one dialog, so that none buries the window."""

    restore_asked = Signal(object)
    """With the path of a damaged file in whose place a backup is to come."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._bugs: QMessageBox | None = None
        self._references: list[str] = []

    def show_error(self, error: object) -> None:
        """Say in words what went wrong and what to do; of a damaged file a backup can be put back at once."""
        box = show_error(self._window, error)
        if box is None or not isinstance(error, DatabaseUnusableError) or error.figures.get("why") != "damaged":
            return
        words = translate("FailureDialog", "Restore a backup…")
        restore = box.addButton(words, QMessageBox.ButtonRole.ActionRole)
        restore.clicked.connect(partial(self._on_restore, Path(str(error.figures["path"]))))

    def _on_restore(self, path: Path, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (Qt's own signature)
        self.restore_asked.emit(path)

    def show_bug(self, reference: str) -> None:
        """Say that the program made a mistake, with the number under which it stands in the log."""
        if self._bugs is None:
            self._references = []
            box = QMessageBox(self._window)
            box.setIcon(QMessageBox.Icon.Critical)
            box.setWindowTitle(translate("FailureDialog", "Something went wrong in the program"))
            box.finished.connect(self._on_finished)
            self._bugs = box
            self._add(reference)
            _opened(box)
        else:
            self._add(reference)

    def _add(self, reference: str) -> None:
        if self._bugs is None or len(self._references) >= MOST_REFERENCES:
            return
        self._references.append(reference)
        words = translate(
            "FailureDialog",
            "Your file is as it was before this step. Try again; if it happens again, pass on this number: %1",
        )
        self._bugs.setText(words.replace("%1", ", ".join(self._references)))
        self._bugs.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def _on_finished(self) -> None:
        self._bugs = None


def _opened(box: QMessageBox) -> QMessageBox:
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    parent = box.parentWidget()
    if parent is not None:  # keys go to the window again, also where no window manager gives it back
        box.finished.connect(parent.window().activateWindow)
    box.open()
    return box
