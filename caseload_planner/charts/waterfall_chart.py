"""From one scenario to the other: what each assumption adds or takes away, and an S-curve of what can come out."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from caseload_planner.charts.chart_dress import ChartStyle, dress, empty_figure, fixed, label_places, written

_BAR = 0.62


def waterfall_figure(
    names: tuple[str, str], base: float, steps: Sequence[tuple[str, float]], style: ChartStyle, *, decimals: int = 2
) -> Figure:
    """Draw steps from the base's value to the other's, lying down so that names fit.

    Parameters
    ----------
    names
        Of the base and of the other scenario.
    steps
        Name and change of each part, in order.
    """
    figure, axes = empty_figure(style)
    rows = [names[0], *(name for name, _ in steps), names[1]]
    places = list(range(len(rows)))[::-1]
    reached = base
    values = [base]
    axes.barh(places[0], 0.0)
    _end(axes, places[0], base, style, decimals)
    for place, (_, change) in zip(places[1:-1], steps, strict=True):
        colour = style.up if change > 0 else style.down
        axes.barh(place, change, left=reached, height=_BAR, color=colour, alpha=0.85)
        sign = "+" if change > 0 else ""
        _beside(axes, place, max(reached, reached + change), sign + fixed(change, decimals, style), style)
        reached += change
        axes.plot([reached] * 2, [place - 1, place + _BAR / 2], color=style.muted, linewidth=0.8)
        values.append(reached)
    _end(axes, places[-1], reached, style, decimals)
    spread = max(max(values) - min(values), 0.05)
    axes.set_xlim(min(values) - 0.12 * spread, max(values) + 0.3 * spread)
    axes.set_yticks(places, rows, fontproperties=style.font)
    ticks = [value for value in axes.get_xticks() if axes.get_xlim()[0] <= value <= axes.get_xlim()[1]]
    label_places(axes, ticks, [written(value, style) for value in ticks], style)
    dress(axes, style, grid="x")
    return figure


def _end(axes: Axes, place: int, value: float, style: ChartStyle, decimals: int) -> None:
    """Draw where a scenario stands: a line with its value."""
    axes.plot([value, value], [place - _BAR / 2, place + _BAR / 2], color=style.text, linewidth=2.4)
    _beside(axes, place, value, fixed(value, decimals, style), style)


def _beside(axes: Axes, place: int, value: float, words: str, style: ChartStyle) -> None:
    axes.annotate(
        words,
        (value, place),
        (5, 0),
        textcoords="offset points",
        va="center",
        color=style.text,
        fontproperties=style.font,
    )
