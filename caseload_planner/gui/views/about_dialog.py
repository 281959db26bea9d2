"""What this program is, which version, and under which licence."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from caseload_planner.gui.theme import Space
from caseload_planner.gui.views.labels import label


class AboutDialog(QDialog):
    """A few lines about the program."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About this program"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(label("Caseload Planner", "title"))
        layout.addWidget(label(self.tr("Version %1").replace("%1", _version()), "muted"))
        layout.addWidget(
            label(
                self.tr(
                    "Distributes new measures over the workers of a certified institution. It weighs work, hours, "
                    "training and agreements, never people: the team leader decides."
                ),
                wrap=True,
            )
        )
        layout.addWidget(
            label(self.tr("Free software under the EUPL 1.2. Typeface: Inter (OFL 1.1)."), "small", wrap=True)
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(440)


def _version() -> str:
    try:
        return version("caseload-planner")
    except PackageNotFoundError:
        return "?"
