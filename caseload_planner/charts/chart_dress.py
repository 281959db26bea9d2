"""What the charts of scenarios share: colours, ticks and a quiet frame."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ticker import MaxNLocator

TEXT_POINTS = 8.5


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Colours as ``#rrggbb``, the typeface, the size and the decimal sign of a chart.

    Attributes
    ----------
    main, other
        Of what the chart is about, and of what it is compared with.
    up, down
        Of steps that raise and that lower.
    """

    background: str
    text: str
    muted: str
    grid: str
    main: str
    other: str
    up: str
    down: str
    font_family: str
    size_inches: tuple[float, float]
    decimal_comma: bool

    @property
    def font(self) -> FontProperties:
        """The typeface of words in the chart."""
        return FontProperties(family=self.font_family, size=TEXT_POINTS)


def empty_figure(style: ChartStyle) -> tuple[Figure, Axes]:
    """Make a figure with one pair of axes."""
    figure = Figure(figsize=style.size_inches, facecolor=style.background, layout="constrained")
    return figure, figure.add_subplot(facecolor=style.background)


def dress(axes: Axes, style: ChartStyle, *, grid: Literal["x", "y"] = "y") -> None:
    """Leave only what is read, in the colours of a style; see `quiet`."""
    quiet(axes, words=style.muted, lines=style.grid, grid=grid)


def quiet(axes: Axes, *, words: str, lines: str, grid: Literal["x", "y"] = "y") -> None:
    """Leave only what is read: faint lines across, and the line at the bottom."""
    axes.tick_params(colors=words, length=0)
    axes.grid(visible=True, axis=grid, color=lines, linewidth=0.8)
    axes.set_axisbelow(True)
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_color(lines)


def number_values(axes: Axes, style: ChartStyle, *, bins: int = 5) -> None:
    """Write the values at the left as people here do."""
    axes.yaxis.set_major_locator(MaxNLocator(nbins=bins, steps=[1, 2, 2.5, 5, 10]))
    low, high = axes.get_ylim()
    values = [float(value) for value in axes.get_yticks() if low <= value <= high]
    axes.set_yticks(values, [written(value, style) for value in values], fontproperties=style.font)


def label_places(axes: Axes, places: Sequence[float], words: Sequence[str], style: ChartStyle) -> None:
    """Write words under places."""
    axes.set_xticks(list(places), list(words), fontproperties=style.font)


def written(value: float, style: ChartStyle) -> str:
    """Write a number with as many decimals as it needs, two at most."""
    text = f"{value:.2f}".rstrip("0").rstrip(".") or "0"
    text = "0" if text == "-0" else text.replace("-", "\u2212")
    return text.replace(".", ",") if style.decimal_comma else text


def fixed(value: float, decimals: int, style: ChartStyle) -> str:
    """Write a number with so many decimals."""
    text = f"{value:.{decimals}f}".replace("-", "\u2212")
    return text.replace(".", ",") if style.decimal_comma else text
