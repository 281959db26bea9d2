"""The three panes beside each other, sharing the width as it comes and goes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from caseload_planner.gui.theme import Space
from caseload_planner.gui.views.distribution.pane_fit import (
    LEAST_CASES,
    LEAST_EXPLANATION,
    LEAST_PEOPLE,
    WANTED_CASES,
    WANTED_EXPLANATION,
    fitted_panes,
)


class Panes(QSplitter):
    """Cases, people and explanation; a handle that was moved says how wide its side wants to be."""

    def __init__(self, cases: QWidget, people: QWidget, explanation: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._cases, self._explanation = WANTED_CASES, WANTED_EXPLANATION
        self.setProperty("role", "panes")
        self.setHandleWidth(Space.M)
        self.setChildrenCollapsible(False)
        least = (LEAST_CASES, LEAST_PEOPLE, LEAST_EXPLANATION)
        for pane, width in zip((cases, people, explanation), least, strict=True):
            pane.setMinimumWidth(width)
            self.addWidget(pane)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._on_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        fitted = fitted_panes(self.width() - 2 * self.handleWidth(), self._cases, self._explanation)
        self.setSizes([fitted.cases, fitted.people, fitted.explanation])

    def _on_moved(self, _place: int, handle: int) -> None:
        sizes = self.sizes()
        if handle == 1:
            self._cases = sizes[0]
        else:
            self._explanation = sizes[2]
