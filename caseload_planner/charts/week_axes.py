"""The look that charts over weeks share: few ticks, quiet lines, numbers as the language writes them."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.ticker import MaxNLocator

from caseload_planner.charts.chart_dress import quiet


@dataclass(frozen=True, slots=True)
class WeekAxes:
    """How the axes look.

    Attributes
    ----------
    muted, line
        Colours of words and of lines as ``#rrggbb``.
    every_weeks
        How many weeks are between two that are named.
    most_ticks, steps
        How many values are named at the most, and which multiples they may be.
    """

    muted: str
    line: str
    font: FontProperties
    decimal_comma: bool
    every_weeks: int
    most_ticks: int
    steps: tuple[int, ...]


def dress_weeks(axes: Axes, weeks: Sequence[str], look: WeekAxes) -> None:
    """Write some of the weeks below and some values beside; to be done when the limits stand."""
    ticks = range(0, len(weeks), look.every_weeks)
    axes.set_xticks([place + 0.5 for place in ticks], [weeks[place] for place in ticks], fontproperties=look.font)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=look.most_ticks, steps=list(look.steps)))
    values = [value for value in axes.get_yticks() if 0 <= value <= axes.get_ylim()[1]]
    texts = [number_text(value, comma=look.decimal_comma) for value in values]
    axes.set_yticks(values, texts, fontproperties=look.font)
    quiet(axes, words=look.muted, lines=look.line)


def number_text(value: float, *, comma: bool) -> str:
    """Write a number as short as can be, with a comma or a point."""
    text = f"{value:g}"
    return text.replace(".", ",") if comma else text
