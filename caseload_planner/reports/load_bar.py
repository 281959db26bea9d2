"""A load before and after as a bar against working norm and ceiling."""

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from caseload_planner.distribution.proposal import LoadChange

BEFORE = HexColor("#7f97ad")
ADDED = HexColor("#1f6f8b")
NORM_LINE = HexColor("#1d2733")
CEILING_LINE = HexColor("#9a4b00")
GROUND = HexColor("#eef2f5")
HEIGHT = 7.0
TALLER = 1.5
"""How far a line stands out above and below the bar, in points of type."""


class LoadBar(Flowable):  # type: ignore[misc] # reportlab publishes no types
    """The bar of one worker; its full width is the ceiling, or the load where that is more.

    Parameters
    ----------
    width
        In points of type.
    """

    def __init__(self, load: LoadChange, width: float) -> None:
        super().__init__()
        self._load, self.width, self.height = load, width, HEIGHT + 2 * TALLER

    def wrap(self, *_: float) -> tuple[float, float]:
        """Give its size, whatever room there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw what she had, what the round adds, and both lines."""
        load, canvas = self._load, self.canv
        full = max(load.ceiling, load.capacity, load.after, 1)
        scale = self.width / full
        canvas.setFillColor(GROUND)
        canvas.rect(0, TALLER, self.width, HEIGHT, stroke=0, fill=1)
        canvas.setFillColor(BEFORE)
        canvas.rect(0, TALLER, load.before * scale, HEIGHT, stroke=0, fill=1)
        canvas.setFillColor(ADDED)
        canvas.rect(load.before * scale, TALLER, (load.after - load.before) * scale, HEIGHT, stroke=0, fill=1)
        for colour, line in ((NORM_LINE, load.capacity), (CEILING_LINE, load.ceiling)):
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(1)
            canvas.line(line * scale, 0, line * scale, self.height)
