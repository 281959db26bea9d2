"""Draws the charts of Formatie and Ondersteuners in a lane; matplotlib is imported there, when it is first needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from caseload_planner.gui import formatting
from caseload_planner.gui.establishment_texts import driver_text
from caseload_planner.gui.theme import FONT_FAMILY, Colours
from caseload_planner.locations import resources_folder
from caseload_planner.staffing.futures import Series
from caseload_planner.staffing.outcomes import LINE_OF, QUANTILES, Outcome
from caseload_planner.staffing.sizing import SizingAnswer
from caseload_planner.staffing.waterfall import Waterfall

if TYPE_CHECKING:
    from caseload_planner.charts.chart_dress import ChartStyle
    from caseload_planner.charts.picture import Picture

translate = QCoreApplication.translate
_DOTS_PER_INCH = 96
_MIDDLE = QUANTILES.index(0.5)


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a picture is drawn for: colours, device pixel ratio, and size in device-independent pixels."""

    colours: Colours
    scale: float
    width: int
    height: int


def _style(canvas: Canvas) -> "ChartStyle":
    # Imported here: matplotlib takes about a second, and the window must appear at once.
    from caseload_planner.charts.chart_dress import ChartStyle
    from caseload_planner.charts.picture import register_fonts

    register_fonts(resources_folder() / "fonts")
    colours = canvas.colours
    return ChartStyle(
        background=colours.surface,
        text=colours.text,
        muted=colours.muted,
        grid=colours.line,
        main=colours.bar_load,
        other=colours.bar_over_norm,
        up=colours.bar_over_norm,
        down=colours.bar_load,
        font_family=FONT_FAMILY,
        size_inches=(canvas.width / _DOTS_PER_INCH, canvas.height / _DOTS_PER_INCH),
        decimal_comma=QLocale().decimalPoint() == ",",
    )


def fan_picture(outcome: Outcome, beside: Outcome | None, series: Series, canvas: Canvas) -> "Picture":
    """Draw the futures of a series, with the middle of another scenario where there is one beside it."""
    from caseload_planner.charts.fan_chart import Fan, fan_figure
    from caseload_planner.charts.picture import draw

    line_name = ""
    if series in LINE_OF:
        funded = LINE_OF[series] == "funded"
        line_name = translate("Futures", "funded norm") if funded else translate("Futures", "working norm")
    other = None
    if beside is not None and len(beside.weeks) == len(outcome.weeks):
        other = beside.series[series].quantiles[_MIDDLE, 0].tolist()
    fan = Fan(
        low_to_high=outcome.series[series].quantiles[:, 0].tolist(),
        week_words=[_short_week(outcome, week) for week in range(len(outcome.weeks))],
        line=outcome.line(series).tolist() if series in LINE_OF else None,
        line_name=line_name,
        other_middle=other,
    )
    return draw(fan_figure(fan, _style(canvas)), dots_per_inch=_DOTS_PER_INCH * canvas.scale)


def _short_week(outcome: Outcome, week: int) -> str:
    """Write a month with its year: two years of weeks are read as months."""
    return formatting.month(outcome.days[week])


def ends_somewhere(outcome: Outcome, series: Series) -> bool:
    """Whether a series is a number in the last week of any future: with nobody to carry there is no load per fte."""
    return bool(outcome.s_curve(series, len(outcome.weeks) - 1)[0].size)


def s_curve_picture(outcome: Outcome, series: Series, canvas: Canvas) -> "Picture":
    """Draw the chance (in 100) that a series ends at or under each value, with the norm; it has to end somewhere."""
    last = len(outcome.weeks) - 1
    ends, at_or_under = outcome.s_curve(series, last)
    values, chances = ends.tolist(), at_or_under.tolist()
    marks = []
    if series in LINE_OF:
        funded = LINE_OF[series] == "funded"
        name = translate("Futures", "funded norm") if funded else translate("Futures", "working norm")
        line = float(outcome.line(series)[last])
        marks.append((line, name))
        if line < values[0]:
            values, chances = [line, *values], [0.0, *chances]
        elif line > values[-1]:
            values, chances = [*values, line], [*chances, chances[-1]]
    along = translate("Futures", "points per fte, and how many of 100 futures end at that or less")
    return curve_picture((values, [100 * chance for chance in chances], None, None), marks, along, canvas)


def waterfall_picture(found: Waterfall, names: tuple[str, str], canvas: Canvas) -> "Picture":
    """Draw what each assumption moved."""
    from caseload_planner.charts.picture import draw
    from caseload_planner.charts.waterfall_chart import waterfall_figure

    steps = [(driver_text(step.driver), step.change) for step in found.steps]
    figure = waterfall_figure(names, found.base, steps, _style(canvas))
    return draw(figure, dots_per_inch=_DOTS_PER_INCH * canvas.scale)


def sizing_picture(answer: SizingAnswer, canvas: Canvas) -> "Picture":
    """Draw the chance that the line holds by how many people are hired."""
    people = [float(number) for number, _ in answer.tried]
    chances = [chance * 100 for _, chance in answer.tried]
    marks = [] if answer.people is None else [(float(answer.people), translate("Sizing", "enough"))]
    along = translate("Sizing", "people hired")
    return curve_picture((people, chances, None, None), marks, along, canvas, worked_out=True)


def curve_picture(
    curve: tuple[Sequence[float], Sequence[float], Sequence[float] | None, Sequence[float] | None],
    marks: Sequence[tuple[float, str]],
    along_name: str,
    canvas: Canvas,
    *,
    worked_out: bool = False,
) -> "Picture":
    """Draw a curve: along, likely, low and high; with a dot for each value where they were worked out one by one."""
    from caseload_planner.charts.picture import draw
    from caseload_planner.charts.range_curve_chart import RangeCurve, range_curve_figure

    along, likely, low, high = curve
    figure = range_curve_figure(RangeCurve(along, likely, low, high, marks, along_name, worked_out), _style(canvas))
    return draw(figure, dots_per_inch=_DOTS_PER_INCH * canvas.scale)
