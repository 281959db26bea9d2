"""A curve with its range: relief by support fte, or the chance of every outcome (an S-curve)."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from caseload_planner.charts.chart_dress import ChartStyle, dress, empty_figure, label_places, number_values, written

_CLOSE_PART = 0.12
_LINE_POINTS = 14
"""From the name of a mark down to that of the next one, as they may stand near each other."""


@dataclass(frozen=True, slots=True)
class RangeCurve:
    """A likely value with low and high along a quantity.

    Attributes
    ----------
    marks
        Upright lines: place and name.
    worked_out
        Whether each value was worked out by itself: then it has a dot, and the line only joins them.
    """

    along: Sequence[float]
    likely: Sequence[float]
    low: Sequence[float] | None = None
    high: Sequence[float] | None = None
    marks: Sequence[tuple[float, str]] = ()
    along_name: str = ""
    worked_out: bool = False


def range_curve_figure(curve: RangeCurve, style: ChartStyle) -> Figure:
    """Draw the curve with its range and marks."""
    figure, axes = empty_figure(style)
    if curve.low is not None and curve.high is not None:
        axes.fill_between(
            list(curve.along), list(curve.low), list(curve.high), color=style.main, alpha=0.2, linewidth=0
        )
    dot = "o" if curve.worked_out else ""
    axes.plot(list(curve.along), list(curve.likely), color=style.main, linewidth=2.2, marker=dot, markersize=5)
    top = max([*curve.likely, *(curve.high or ())], default=1.0) or 1.0
    axes.set_ylim(0, top * 1.12)
    first, last = min(curve.along), max(curve.along)
    axes.set_xlim(first, last if last > first else first + 1.0)
    for row, (place, name) in enumerate(curve.marks):
        axes.axvline(place, color=style.text, linewidth=1.2, linestyle=(0, (4, 2)))
        right = place > (min(curve.along) + max(curve.along)) / 2 or _has_one_close_after(place, curve)
        axes.annotate(
            name,
            (place, top * 1.1),
            (-4 if right else 4, -row * _LINE_POINTS),
            textcoords="offset points",
            ha="right" if right else "left",
            va="top",
            color=style.text,
            fontproperties=style.font,
        )
    ticks = [value for value in axes.get_xticks() if min(curve.along) <= value <= max(curve.along)]
    label_places(axes, ticks, [written(value, style) for value in ticks], style)
    number_values(axes, style)
    axes.set_xlabel(curve.along_name, fontproperties=style.font, color=style.muted)
    dress(axes, style)
    return figure


def _has_one_close_after(place: float, curve: RangeCurve) -> bool:
    """Say whether the name of a mark would run over the line of the next one."""
    close = _CLOSE_PART * (max(curve.along) - min(curve.along))
    return any(0 < other - place < close for other, _ in curve.marks)
