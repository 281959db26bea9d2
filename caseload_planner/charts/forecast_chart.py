"""A worker's load in the weeks to come against her working norm and ceiling."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from caseload_planner.charts.week_axes import WeekAxes, dress_weeks
from caseload_planner.domain.forecast import WeekAhead


@dataclass(frozen=True, slots=True)
class ForecastLabels:
    """The words and the numbers' decimal sign of the chart.

    Attributes
    ----------
    weeks
        A label for each week; only some are drawn.
    """

    load: str
    working: str
    ceiling: str
    weeks: tuple[str, ...]
    decimal_comma: bool


@dataclass(frozen=True, slots=True)
class ChartColours:
    """Colours of a chart as ``#rrggbb``."""

    background: str
    text: str
    muted: str
    line: str
    load: str
    over: str


def forecast_figure(
    weeks: Sequence[WeekAhead],
    labels: ForecastLabels,
    colours: ChartColours,
    *,
    size_inches: tuple[float, float],
    font_family: str,
) -> Figure:
    """Draw the forecast as steps, one a week.

    Parameters
    ----------
    weeks
        At least one week, in order; values in hundredths of a point.
    size_inches
        Width and height.
    """
    font = FontProperties(family=font_family, size=8.5)
    figure = Figure(figsize=size_inches, facecolor=colours.background, layout="constrained")
    axes = figure.add_subplot(facecolor=colours.background)
    places = range(len(weeks) + 1)
    load = _steps(week.load for week in weeks)
    working = _steps(week.working for week in weeks)
    ceiling = _steps(week.ceiling for week in weeks)
    axes.fill_between(places, load, step="post", color=colours.load, alpha=0.28, linewidth=0)
    over = [max(one, norm) for one, norm in zip(load, working, strict=True)]
    axes.fill_between(places, working, over, step="post", color=colours.over, alpha=0.55, linewidth=0)
    axes.step(places, load, where="post", color=colours.load, linewidth=2)
    axes.step(places, working, where="post", color=colours.text, linewidth=1.4)
    axes.step(places, ceiling, where="post", color=colours.muted, linewidth=1.2, linestyle=(0, (4, 2)))
    top = max(*load, *ceiling, 1.0)
    axes.set_ylim(0, top * 1.18)
    axes.set_xlim(0, len(weeks))
    _name_lines(axes, labels, colours, (load, working, ceiling), font)
    look = WeekAxes(colours.muted, colours.line, font, labels.decimal_comma, 6, 4, (1, 2, 4, 5, 10))
    dress_weeks(axes, labels.weeks, look)
    return figure


def _steps(hundredths: Iterable[int]) -> list[float]:
    """Give points at the beginning of each week, and at the end of the last."""
    points = [value / 100 for value in hundredths]
    return [*points, points[-1]]


def _name_lines(
    axes: Axes,
    labels: ForecastLabels,
    colours: ChartColours,
    lines: tuple[list[float], list[float], list[float]],
    font: FontProperties,
) -> None:
    """Name the lines in the margin at their end, ceiling upwards and norm downwards, so that the words never meet."""
    _, working, ceiling = lines
    end = len(working) - 1
    beside: dict[str, Any] = {"textcoords": "offset points", "annotation_clip": False, "fontproperties": font}
    axes.annotate(labels.ceiling, (end, ceiling[-1]), (4, -3), va="bottom", color=colours.muted, **beside)
    axes.annotate(labels.working, (end, working[-1]), (4, 3), va="top", color=colours.text, **beside)
    axes.annotate(labels.load, (0.3, 0), (2, 4), va="bottom", color=colours.text, **beside)
