"""A tab as high at least as its charts and sentences need at its width; the page scrolls where there is less."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class FullHeightTab(QWidget):
    """Without this a layout lets sentences of two lines run over the chart below."""

    def fit(self) -> None:
        """Ask for the height that is needed at the width there is."""
        layout = self.layout()
        if layout is None:
            return
        wrapped = layout.hasHeightForWidth()
        needed = layout.totalMinimumHeightForWidth(self.width()) if wrapped else layout.totalMinimumSize().height()
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, as lines break elsewhere."""
        super().resizeEvent(event)
        self.fit()
