"""The chooser of what a proposal strives for first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox

from caseload_planner.gui.distribution_profile_texts import in_order, profile_explained, profile_name
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel


class ProfileChooser(QComboBox):
    """Each profile with a sentence; follows the page's viewmodel."""

    chosen = Signal(str)
    """With the name of the profile that the leader chose."""

    def __init__(self, model: DistributionPageModel) -> None:
        super().__init__()
        self._model = model
        self.setAccessibleName(self.tr("What a proposal strives for first"))
        self.activated.connect(self._on_activated)
        model.board_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Offer the profiles of the open file, the one in use chosen."""
        services = self._model.session.services
        names = in_order(services.profiles) if services is not None else ()
        if names != tuple(self.itemData(place) for place in range(self.count())):
            self.clear()
            for name in names:
                self.addItem(profile_name(name), name)
                self.setItemData(self.count() - 1, profile_explained(name), Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(self.findData(self._model.profile))
        self.setToolTip(profile_explained(self._model.profile))

    def _on_activated(self, place: int) -> None:
        self.chosen.emit(str(self.itemData(place)))
        self.setToolTip(profile_explained(self._model.profile))
