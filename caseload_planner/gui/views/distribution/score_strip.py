"""The live score in one line above the panes: five figures, and how far each is from the proposal."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from caseload_planner.gui.theme import Space
from caseload_planner.gui.viewmodels.distribution_page import DistributionPageModel
from caseload_planner.gui.viewmodels.distribution_score import FIGURES, ScoreLine, score_lines
from caseload_planner.gui.views.labels import label, set_tone


class ScoreStrip(QFrame):
    """Follows the page's viewmodel, a moment after the last of several changes."""

    def __init__(self, model: DistributionPageModel) -> None:
        super().__init__()
        self._model = model
        self.setProperty("role", "card")
        self.figures = {name: _Figure() for name in FIGURES}
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        layout.setSpacing(Space.L)
        self.heading = label("", "strong")
        layout.addWidget(self.heading)
        for figure in self.figures.values():
            layout.addWidget(figure)
        layout.addStretch(1)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        for changed in (model.draft_changed, model.board_changed, model.previewed):
            changed.connect(self._later.start)
        self.refresh()

    def refresh(self) -> None:
        """Say the figures of now."""
        model, board = self._model, self._model.board
        lines = () if board is None else score_lines(board, model.draft, model.preview)
        previewing = model.preview is not None
        self.heading.setText(self.tr("If you do this") if previewing else self.tr("Draft"))
        for figure, line in zip(self.figures.values(), lines, strict=False):
            figure.show_line(line)
        self._fit()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the figures that there is room for, the first ones first."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the first figure only."""
        edges, first = self._row.contentsMargins(), next(iter(self.figures.values()))
        words = self.heading.sizeHint().width() + self._row.spacing() + first.sizeHint().width()
        return QSize(edges.left() + words + edges.right(), super().minimumSizeHint().height())

    def _fit(self) -> None:
        edges, between = self._row.contentsMargins(), self._row.spacing()
        room = self.width() - edges.left() - edges.right() - self.heading.sizeHint().width()
        left_out = []
        for figure in self.figures.values():
            room -= between + figure.sizeHint().width()
            figure.setVisible(room >= 0)
            if room < 0:
                left_out.append(figure.accessibleName())
        self.setToolTip(" · ".join(left_out))


class _Figure(QWidget):
    """A title, its figure, and the difference where there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.figure = label("", "small"), label("", "strong")
        self.difference = label("", "chip")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.XS)
        for widget in (self.title, self.figure, self.difference):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_line(self, line: ScoreLine) -> None:
        """Show a figure."""
        self.title.setText(line.title)
        self.figure.setText(line.figure)
        self.difference.setText(f"{line.difference} · {line.beside}" if line.beside else line.difference)
        self.difference.setVisible(bool(line.difference))
        set_tone(self.difference, line.tone)
        self.setToolTip(line.explained)
        self.setAccessibleName(" ".join((line.title, line.figure, line.difference, line.beside)).strip())
