"""A figure as pixels, drawn wherever it is called, so that a window can do it beside its own thread."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels row by row, four bytes each: red, green, blue, alpha."""

    width: int
    height: int
    rgba: bytes


@cache
def register_fonts(folder: Path) -> None:
    """Make the TrueType fonts of a folder known to the charts."""
    for path in sorted(folder.glob("*.ttf")):
        font_manager.fontManager.addfont(path)


def draw(figure: Figure, *, dots_per_inch: float) -> Picture:
    """Draw a figure.

    Parameters
    ----------
    dots_per_inch
        96 times the device pixel ratio of a screen.
    """
    figure.set_dpi(dots_per_inch)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib leaves its canvases untyped
    width, height = canvas.get_width_height()
    return Picture(width, height, bytes(canvas.buffer_rgba()))  # type: ignore[no-untyped-call]  # see above
