"""From one scenario to the other: what each assumption adds or takes away, and an S-curve of what can come out."""

from collections.abc import Sequence

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
    axes.barh(places[0], 0.0)
    axes.plot([base, base], [places[0] - _BAR / 2, places[0] + _BAR / 2], color=style.text, linewidth=2.4)
    for place, (_, change) in zip(places[1:-1], steps, strict=True):
        colour = style.up if change > 0 else style.down
        axes.barh(place, change, left=reached, height=_BAR, color=colour, alpha=0.85)
        sign = "+" if change > 0 else ""
        axes.annotate(
            sign + fixed(change, decimals, style),
            (max(reached, reached + change), place),
            (5, 0),
            textcoords="offset points",
            va="center",
            color=style.text,
            fontproperties=style.font,
        )
        axes.plot([reached + change] * 2, [place - 1, place + _BAR / 2], color=style.muted, linewidth=0.8)
        reached += change
    axes.plot([reached, reached], [places[-1] - _BAR / 2, places[-1] + _BAR / 2], color=style.text, linewidth=2.4)
    for place, value in ((places[0], base), (places[-1], reached)):
        axes.annotate(
            fixed(value, decimals, style),
            (value, place),
            (5, 0),
            textcoords="offset points",
            va="center",
            color=style.text,
            fontproperties=style.font,
        )
    values = [base, reached]
    running = base
    for _, change in steps:
        running += change
        values.append(running)
    spread = max(max(values) - min(values), 0.05)
    axes.set_xlim(min(values) - 0.12 * spread, max(values) + 0.3 * spread)
    axes.set_yticks(places, rows, fontproperties=style.font)
    ticks = [value for value in axes.get_xticks() if axes.get_xlim()[0] <= value <= axes.get_xlim()[1]]
    label_places(axes, ticks, [written(value, style) for value in ticks], style)
    dress(axes, style, grid="x")
    return figure
