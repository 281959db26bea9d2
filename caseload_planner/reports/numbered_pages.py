"""What stands on every page of a document: its number of how many, the program, and a watermark."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from caseload_planner import __version__
from caseload_planner.reports.fonts import Typeface

QUIET = HexColor("#5b6875")
WATERMARK = HexColor("#c0392b")
WATERMARK_STRENGTH = 0.08
WATERMARK_SIZE = 130
WATERMARK_SHARE = 0.95
"""Of the width of the page that its word may take along the slope; a longer word is written smaller."""
MARGIN = 14 * mm + 6
"""The margin of the content: that of the page, and what a frame keeps free inside it."""
FOOT = 9 * mm


@dataclass(frozen=True, slots=True)
class PageFrame:
    """Texts around the content: at the left of the footer, and across the page where there is a watermark."""

    face: Typeface
    left: str
    watermark: str = ""


class NumberedPages(Canvas):  # type: ignore[misc] # reportlab publishes no types
    """A canvas that keeps its pages until it knows how many there are."""

    frame: PageFrame

    @classmethod
    def inside(cls, frame: PageFrame) -> Callable[..., "NumberedPages"]:
        """Give what makes such a canvas with a frame, as a document template wants it."""

        def make(*positional: Any, **named: Any) -> "NumberedPages":
            canvas = cls(*positional, **named)
            canvas.frame = frame
            return canvas

        return make

    def __init__(self, *positional: Any, **named: Any) -> None:
        super().__init__(*positional, **named)
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - the name that reportlab calls
        """Keep the page."""
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Finish every page with its number, and write the document."""
        pages = self._kept
        for number, page in enumerate(pages, start=1):
            self.__dict__.update(page)
            self._finish_page(number, len(pages))
            Canvas.showPage(self)
        Canvas.save(self)

    def _finish_page(self, number: int, of: int) -> None:
        width, height = self._pagesize
        frame = self.frame
        self.setFont(frame.face.regular, 7.5)
        self.setFillColor(QUIET)
        self.drawString(MARGIN, FOOT, f"Caseload Planner {__version__} · {frame.left}")
        self.drawRightString(width - MARGIN, FOOT, f"pagina {number} van {of}")
        if frame.watermark:
            self.saveState()
            self.setFillColor(WATERMARK, alpha=WATERMARK_STRENGTH)
            room = WATERMARK_SHARE * width
            natural = self.stringWidth(frame.watermark, frame.face.bold, WATERMARK_SIZE)
            size = WATERMARK_SIZE * min(1, room / natural)
            self.setFont(frame.face.bold, size)
            self.translate(width / 2, height / 2)
            self.rotate(28)
            self.drawCentredString(0, -size / 3, frame.watermark)
            self.restoreState()
