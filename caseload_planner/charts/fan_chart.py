"""What many futures look like: the middle, and bands that hold half, 8 in 10 and 9 in 10 of them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from caseload_planner.charts.chart_dress import ChartStyle, dress, empty_figure, label_places, number_values

BAND_STRENGTHS = (0.14, 0.16, 0.20)
TICK_EVERY_WEEKS = 13
WORD_INCHES = 0.95
"""Room for a month and a year under the chart."""
_ROOM = 0.08


@dataclass(frozen=True, slots=True)
class Fan:
    """One series of one place.

    Attributes
    ----------
    low_to_high
        The futures at 5, 10, 25, 50, 75, 90 and 95 in 100, each by week.
    line, line_name
        The line of the norm by week, where there is one.
    other_middle
        The middle of the scenario that it is compared with.
    week_words
        A word for each week; only some are written.
    """

    low_to_high: Sequence[Sequence[float]]
    week_words: Sequence[str]
    line: Sequence[float] | None = None
    line_name: str = ""
    other_middle: Sequence[float] | None = None


def fan_figure(fan: Fan, style: ChartStyle) -> Figure:
    """Draw a fan."""
    figure, axes = empty_figure(style)
    draw_fan(axes, fan, style)
    return figure


def draw_fan(axes: Axes, fan: Fan, style: ChartStyle) -> None:
    """Draw a fan on axes that are there."""
    weeks = range(len(fan.week_words))
    for outer, strength in enumerate(BAND_STRENGTHS):
        low, high = fan.low_to_high[outer], fan.low_to_high[-1 - outer]
        axes.fill_between(weeks, list(low), list(high), color=style.main, alpha=strength, linewidth=0)
    if fan.other_middle is not None:
        axes.plot(weeks, list(fan.other_middle), color=style.other, linewidth=1.6, linestyle=(0, (5, 2)))
    axes.plot(weeks, list(fan.low_to_high[3]), color=style.main, linewidth=2.2)
    if fan.line is not None:
        axes.step(weeks, list(fan.line), where="post", color=style.text, linewidth=1.4)
    _limits(axes, fan)
    if fan.line is not None:
        axes.annotate(
            fan.line_name,
            (len(fan.line) - 1, fan.line[-1]),
            (-3, -3),
            textcoords="offset points",
            color=style.text,
            fontproperties=style.font,
            ha="right",
            va="top",
        )
    words = max(2, int(style.size_inches[0] / WORD_INCHES))
    quarters = -(-len(fan.week_words) // TICK_EVERY_WEEKS)
    ticks = list(range(0, len(fan.week_words), TICK_EVERY_WEEKS * -(-quarters // words)))
    label_places(axes, ticks, [fan.week_words[tick] for tick in ticks], style)
    number_values(axes, style)
    dress(axes, style)


def _limits(axes: Axes, fan: Fan) -> None:
    """Leave room above and below; the values are far from nothing, so that the chart need not begin there."""
    values = [value for row in (fan.low_to_high[0], fan.low_to_high[-1]) for value in row]
    values += list(fan.line or ()) + list(fan.other_middle or ())
    # A load per fte is no number in weeks without any fte.
    values = [value for value in values if math.isfinite(value)] or [0.0]
    low, high = min(values), max(values)
    spread = max(high - low, 0.02 * max(1.0, abs(high)))
    bottom = low - (2 if fan.line is not None else 1) * _ROOM * spread
    axes.set_ylim(max(0.0, bottom) if low >= 0 else bottom, high + 2 * _ROOM * spread)
    axes.set_xlim(0, max(1, len(fan.week_words) - 1))
