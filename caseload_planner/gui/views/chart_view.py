"""A chart in a page: drawn beside the window's thread for the size, colours and screen that it is seen on."""

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from caseload_planner.gui.task_runner import Lane, Run, TaskRunner
from caseload_planner.gui.theme import colours_for
from caseload_planner.gui.viewmodels.establishment_pictures import Canvas

if TYPE_CHECKING:
    from caseload_planner.charts.picture import Picture

REDRAW_MS = 120
_numbers = itertools.count(1)
MakePicture = Callable[[Canvas], "Picture"]


class ChartView(QLabel):
    """Shows what it is given to draw, and draws it anew when its size changes.

    Parameters
    ----------
    least
        Smallest size in device-independent pixels.
    """

    def __init__(self, runner: TaskRunner, least: QSize) -> None:
        super().__init__()
        self._runner, self._least = runner, least
        self._topic = f"chart {next(_numbers)}"
        self._make: MakePicture | None = None
        self._timer = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._timer.timeout.connect(self._draw)
        self.setMinimumSize(least)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Ask for the least: the layout gives what there is."""
        return self._least

    def minimumSizeHint(self) -> QSize:
        """Be content with the least, whatever picture is shown now: it is drawn anew for what there is."""
        return self._least

    def show_chart(self, make: MakePicture | None, words: str) -> None:
        """Draw something else; the words are what a screen reader says of it."""
        self._make = make
        self.setAccessibleName(words)
        if make is None:
            self._runner.drop(self._topic)
            self.clear()
        else:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew once the size rests."""
        super().resizeEvent(event)
        if self._make is not None:
            self._timer.start()

    @Slot()
    def _draw(self) -> None:
        make = self._make
        if make is None or self.width() < self._least.width() or self.height() < self._least.height():
            return
        canvas = Canvas(colours_for(self.palette()), self.devicePixelRatioF(), self.width(), self.height())

        def work(_: Run) -> "Picture":
            return make(canvas)

        self._runner.start(Lane.EXPLAIN, work, topic=self._topic, on_done=self._on_picture)

    @Slot(object)
    def _on_picture(self, picture: "Picture") -> None:
        image = QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGBA8888)
        pixels = QPixmap.fromImage(image)
        pixels.setDevicePixelRatio(self.devicePixelRatioF())
        self.setPixmap(pixels)
