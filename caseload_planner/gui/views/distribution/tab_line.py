"""Tabs in a line, or a chooser in their place where they do not all fit."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTabBar, QWidget

from caseload_planner.gui.theme import Space


class TabLine(QWidget):
    """Shows either `tabs` or `chooser`; both stand at the same tab.

    Parameters
    ----------
    tabs
        The name of each tab and the key that brings it to the front.
    spoken
        What a screen reader says of the line.
    """

    def __init__(self, tabs: Iterable[tuple[str, str]], spoken: str) -> None:
        super().__init__()
        self.tabs, self.chooser = QTabBar(), QComboBox()
        for name, key in tabs:
            self.tabs.setTabToolTip(self.tabs.addTab(name), key)
            self.chooser.addItem(name)
            self.chooser.setItemData(self.chooser.count() - 1, key, Qt.ItemDataRole.ToolTipRole)
        for widget in (self.tabs, self.chooser):
            widget.setAccessibleName(spoken)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setProperty("role", "narrow")
        self.tabs.setUsesScrollButtons(True)  # so that they never ask for their whole width
        self._room_around_chooser = QHBoxLayout(self)
        self._room_around_chooser.setSpacing(0)
        self._room_around_chooser.addWidget(self.tabs, 1)
        self._room_around_chooser.addWidget(self.chooser, 1)
        self.tabs.currentChanged.connect(self.chooser.setCurrentIndex)
        self.chooser.activated.connect(self._on_chosen)
        self._fit()

    @property
    def in_line(self) -> bool:
        """Whether there is room for every tab beside the others."""
        return not self.tabs.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for now."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another style or font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._fit()

    def _fit(self) -> None:
        fits = self.tabs.sizeHint().width() <= self.width()
        around = 0 if fits else Space.S
        self._room_around_chooser.setContentsMargins(around, around, around, around)
        self.tabs.setVisible(fits)
        self.chooser.setVisible(not fits)

    @Slot(int)
    def _on_chosen(self, place: int) -> None:
        self.tabs.setCurrentIndex(place)
