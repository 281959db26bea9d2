"""What a user sees when something went wrong: known things in words, bugs with a reference number."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from caseload_planner.gui.texts import error_text, translate


def show_error(parent: QWidget | None, error: object) -> QMessageBox:
    """Say in words what went wrong and what to do; the dialog does not block."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("FailureDialog", "That did not work"))
    box.setText(error_text(error))
    return _opened(box)


def show_bug(parent: QWidget | None, reference: str) -> QMessageBox:
    """Say that the program made a mistake, with the number under which it stands in the log."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(translate("FailureDialog", "Something went wrong in the program"))
    box.setText(
        translate(
            "FailureDialog",
            "Your file is as it was before this step. Try again; if it happens again, pass on this number: %1",
        ).replace("%1", reference)
    )
    return _opened(box)


def _opened(box: QMessageBox) -> QMessageBox:
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
