"""What a user is asked when a window closes and something does not stand in the file yet."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from caseload_planner.gui.texts import error_text
from caseload_planner.gui.viewmodels.closing import Closing


class ClosingQuestion(QObject):
    """One question at a time above a window: wait, or close without the last changes."""

    def __init__(self, closing: Closing, window: QWidget) -> None:
        super().__init__(window)
        self._closing, self._window = closing, window
        self._box: QMessageBox | None = None
        closing.slow.connect(self._on_slow)
        closing.failed.connect(self._on_failed)
        closing.ready.connect(self._on_ready)

    @Slot()
    def _on_slow(self) -> None:
        words = self.tr("The last changes are still being written. The window closes by itself when that is done.")
        self._ask(words, "")

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        words = self.tr("The last changes could not be written to the file. If you close now, they are gone.")
        self._ask(words, error_text(error))

    def _ask(self, words: str, why: str) -> None:
        self._put_away()
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Not everything was written yet"))
        box.setText(words)
        box.setInformativeText(why)
        stay = box.addButton(self.tr("Do not close"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(self.tr("Close without the last changes"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        stay.clicked.connect(self._closing.stay)
        leave.clicked.connect(self._closing.give_up)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._box = box
        box.finished.connect(self._on_answered)
        box.open()

    @Slot()
    def _on_answered(self) -> None:
        self._box = None

    @Slot()
    def _on_ready(self) -> None:
        self._put_away()
        self._window.close()

    def _put_away(self) -> None:
        box, self._box = self._box, None
        if box is not None:
            box.finished.disconnect(self._on_answered)
            box.close()
