"""Asks for the computing cluster: its address and the folder with its keys; empty means this computer."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QFormLayout, QLineEdit, QPushButton, QWidget

from caseload_planner.application.cluster_runs import KEY_FILES
from caseload_planner.gui.views.labels import label

_WIDTH = 460


class ClusterDialog(QDialog):
    """Two fields; `accepted` once both are as somebody wants them."""

    def __init__(self, address: str, keys: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Computing cluster"))
        self.setMinimumWidth(_WIDTH)
        self.address, self.keys = QLineEdit(address), QLineEdit(keys)
        self.address.setPlaceholderText("tls://HOST:8786")
        words = self.tr(
            "Leave the address empty to work on this computer. Only numbers are sent, over an encrypted line."
        )
        browse = QPushButton(self.tr("Choose folder…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(label(words, "muted", wrap=True))
        form.addRow(self.tr("Address"), self.address)
        form.addRow(self.tr("Folder with keys"), self.keys)
        form.addRow("", browse)
        form.addRow("", label(", ".join(KEY_FILES), "small"))
        form.addRow(buttons)

    @property
    def place(self) -> tuple[str, str]:
        """Address and folder as they are filled in."""
        return self.address.text().strip(), self.keys.text().strip()

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder with keys"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.keys.setText)
        dialog.open()
