"""How a source is read: as files of this program, or by a mapping that says how another system writes."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from caseload_planner.gui.theme import Space
from caseload_planner.gui.views.labels import label

ASK = "ask"


class MappingChoice(QWidget):
    """None, one that was used before, or a file to be chosen.

    Parameters
    ----------
    known
        Mappings that were used before, the latest first; they may be gone by now.
    """

    changed = Signal()

    def __init__(self, known: Sequence[Path]) -> None:
        super().__init__()
        self.choices = QComboBox()
        self.choices.setAccessibleName(self.tr("Read as"))
        self.choices.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choices.addItem(self.tr("files of this program"), None)
        for path in known:
            self._add(path)
        self.choices.addItem(self.tr("export of another system: choose a mapping…"), ASK)
        self._now = 0
        self.choices.activated.connect(self._on_activated)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        words = label(self.tr("Read as"), "strong")
        words.setToolTip(self.tr("Says how the export of another system is read. The manual has an example."))
        row.addWidget(words)
        row.addWidget(self.choices, 1)

    @property
    def path(self) -> Path | None:
        """The mapping that is chosen; None for files of this program."""
        chosen = self.choices.itemData(self._now)
        return Path(chosen) if chosen else None

    def choose(self, path: Path | None) -> None:
        """Take a mapping, or none."""
        place = 0 if path is None else self.choices.findData(str(path))
        if place < 0 and path is not None:
            place = self._add(path, self.choices.count() - 1)
        self._now = place
        self.choices.setCurrentIndex(place)
        self.changed.emit()

    def _add(self, path: Path, place: int | None = None) -> int:
        place = self.choices.count() if place is None else place
        self.choices.insertItem(place, self.tr("mapping %1").replace("%1", path.stem), str(path))
        self.choices.setItemData(place, str(path), Qt.ItemDataRole.ToolTipRole)
        return place

    def _on_activated(self, place: int) -> None:
        if self.choices.itemData(place) != ASK:
            self._now = place
            self.changed.emit()
            return
        self.choices.setCurrentIndex(self._now)
        dialog = QFileDialog(self, self.tr("Choose a mapping"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Mappings (*.toml)"))
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, chosen: str) -> None:
        self.choose(Path(chosen))
