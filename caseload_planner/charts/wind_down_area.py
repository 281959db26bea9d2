"""What leavers carry, falling week by week to nothing: one band a person."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from caseload_planner.charts.week_axes import WeekAxes, dress_weeks

FONT_POINTS = 8.5
POINTS_AN_INCH = 72
PLOT_SHARES = (0.86, 0.78)
"""Which part of the picture's width and height is left for the weeks, at the least."""
LETTER_POINTS = 0.56 * FONT_POINTS
"""How wide a letter of a name is, on average."""
LINE_POINTS = 1.1 * FONT_POINTS
HEADROOM = 1.08
REST_HATCH = "////"
REST_NAMED_AT = 0.66
"""How high what finds nobody is named, as a share of the height: above where the area has fallen to by then."""
REST_NAMED_BEFORE = 1.6
"""Weeks before the end at which what finds nobody is named: the line of the last day stands there."""


@dataclass(frozen=True, slots=True)
class AreaBand:
    """A leaver: her name, her hundredths in each week, and the first week in which she was to carry nothing."""

    name: str
    loads: tuple[int, ...]
    nil_from: int | None = None


@dataclass(frozen=True, slots=True)
class AreaLabels:
    """The words of the chart.

    Attributes
    ----------
    weeks
        A label for each week; only some are drawn.
    points, steps
        The unit at the axis, and the name of the curve that was drawn.
    left_over
        What finds nobody in the last week, with its unit.
    """

    weeks: tuple[str, ...]
    points: str
    steps: str
    left_over: str
    decimal_comma: bool


@dataclass(frozen=True, slots=True)
class AreaColours:
    """Colours of the chart as ``#rrggbb``; bands go from `band` to `background`."""

    background: str
    text: str
    muted: str
    line: str
    band: str
    steps: str


@dataclass(frozen=True, slots=True)
class PlotBox:
    """Where the weeks are in the picture, as shares of its width and height from the upper left."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Scale:
    """What a typographic point is of the two axes."""

    weeks_a_point: float
    load_a_point: float


def area_figure(
    bands: Sequence[AreaBand],
    steps: Sequence[int] | None,
    labels: AreaLabels,
    colours: AreaColours,
    *,
    size_inches: tuple[float, float],
    font_family: str,
) -> Figure:
    """Draw the bands as stairs on each other, the first leaver to go on top.

    Parameters
    ----------
    bands
        At least one, all with the same count of weeks.
    steps
        The most that all of them together may carry in each week, or None.
    """
    font = FontProperties(family=font_family, size=FONT_POINTS)
    figure = Figure(figsize=size_inches, facecolor=colours.background, layout="constrained")
    axes = figure.add_subplot(facecolor=colours.background)
    count = len(labels.weeks)
    places = np.arange(count + 1)
    below = np.zeros(count + 1)
    total = sum(np.array(band.loads, dtype=float) / 100 for band in bands)
    top = max(float(np.max(total)), *((value / 100 for value in steps) if steps else (1.0,)), 1.0) * HEADROOM
    wide, high = (share * side * POINTS_AN_INCH for share, side in zip(PLOT_SHARES, size_inches, strict=True))
    scale = _Scale(weeks_a_point=count / wide, load_a_point=top / high)
    for number, band in enumerate(bands):
        loads = np.array([*band.loads, band.loads[-1]], dtype=float) / 100
        shade = _shade(colours, number, len(bands))
        axes.fill_between(places, below, below + loads, step="post", color=shade, linewidth=0)
        axes.step(places, below + loads, where="post", color=colours.background, linewidth=1.0)
        _hatch(axes, band, places, below, loads, colours)
        _name(axes, band, loads, below, scale, colours, font)
        below += loads
    axes.step(places, below, where="post", color=colours.band, linewidth=2)
    if labels.left_over:
        _name_rest(axes, float(below[-1]), labels, colours, font)
    if steps is not None:
        _draw_steps(axes, steps, labels, colours, font)
    axes.set_xlim(0, count)
    axes.set_ylim(0, top)
    axes.set_ylabel(labels.points, fontproperties=font, color=colours.muted)
    dress_weeks(
        axes, labels.weeks, WeekAxes(colours.muted, colours.line, font, labels.decimal_comma, 4, 5, (1, 2, 5, 10))
    )
    return figure


def _hatch(
    axes: Axes, band: AreaBand, places: np.ndarray, below: np.ndarray, loads: np.ndarray, colours: AreaColours
) -> None:
    """Mark what a leaver still has when she was to carry nothing: it finds nobody."""
    if band.nil_from is None or not loads[band.nil_from :].any():
        return
    of = slice(band.nil_from, None)
    axes.fill_between(
        places[of],
        below[of],
        (below + loads)[of],
        step="post",
        facecolor=colours.background,
        edgecolor=colours.text,
        hatch=REST_HATCH,
        linewidth=0,
    )


def _name_rest(axes: Axes, rest: float, labels: AreaLabels, colours: AreaColours, font: FontProperties) -> None:
    """Say how much finds nobody, where the area has left room, with a line to it."""
    axes.annotate(
        labels.left_over,
        (len(labels.weeks) - 0.5, rest),
        (1 - REST_NAMED_BEFORE / len(labels.weeks), REST_NAMED_AT),
        textcoords="axes fraction",
        ha="right",
        va="bottom",
        color=colours.text,
        fontproperties=font,
        arrowprops={"arrowstyle": "-", "color": colours.muted, "shrinkA": 2, "shrinkB": 0},
    )


def plot_box(figure: Figure) -> PlotBox:
    """Say where the weeks are; only after the figure was drawn."""
    box = figure.axes[0].get_position()
    return PlotBox(left=box.x0, right=box.x1, top=1 - box.y1, bottom=1 - box.y0)


def _shade(colours: AreaColours, number: int, count: int) -> str:
    """Go from the full colour of the bands towards the background, light enough for words."""
    share = 0.30 + 0.45 * (number / max(1, count - 1))
    band, ground = np.array(to_rgb(colours.band)), np.array(to_rgb(colours.background))
    return to_hex(tuple(band * (1 - share) + ground * share))


def _name(
    axes: Axes,
    band: AreaBand,
    loads: np.ndarray,
    below: np.ndarray,
    scale: _Scale,
    colours: AreaColours,
    font: FontProperties,
) -> None:
    """Write a name where its band is thick enough for it from its first letter to its last; else leave it out."""
    weeks = max(1, math.ceil((len(band.name) * LETTER_POINTS + 2 * FONT_POINTS) * scale.weeks_a_point))
    for week in range(len(loads) - weeks):
        low = float(np.max(below[week : week + weeks]))
        high = float(np.min((below + loads)[week : week + weeks]))
        if high - low >= LINE_POINTS * scale.load_a_point:
            axes.annotate(
                band.name,
                (week, (low + high) / 2),
                (6, 0),
                textcoords="offset points",
                va="center_baseline",
                color=colours.text,
                fontproperties=font,
                annotation_clip=True,
            )
            return


def _draw_steps(
    axes: Axes, steps: Sequence[int], labels: AreaLabels, colours: AreaColours, font: FontProperties
) -> None:
    values = [value / 100 for value in steps]
    axes.step(range(len(values) + 1), [*values, values[-1]], where="post", color=colours.steps, linewidth=1.6)
    axes.annotate(
        labels.steps,
        (len(values) * 0.5, values[len(values) // 2]),
        (4, 4),
        textcoords="offset points",
        va="bottom",
        color=colours.steps,
        fontproperties=font,
    )
