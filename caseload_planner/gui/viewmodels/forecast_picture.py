"""Draws the forecast of a worker in the compute lane; matplotlib is imported there, when it is first needed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from caseload_planner.domain.forecast import WeekAhead
from caseload_planner.gui import formatting
from caseload_planner.gui.theme import FONT_FAMILY, Colours
from caseload_planner.locations import resources_folder

if TYPE_CHECKING:
    from caseload_planner.charts.picture import Picture

translate = QCoreApplication.translate
CHART_HEIGHT = 176
"""In device-independent pixels; the width is that of the drawer."""
_DOTS_PER_INCH = 96


def forecast_picture(ahead: tuple[WeekAhead, ...], colours: Colours, scale: float, width: int) -> "Picture":
    """Draw the forecast.

    Parameters
    ----------
    scale
        Device pixel ratio of the screen.
    width
        In device-independent pixels.
    """
    # Imported here: matplotlib takes about a second, and the window must appear at once.
    from caseload_planner.charts.forecast_chart import ChartColours, ForecastLabels, forecast_figure
    from caseload_planner.charts.picture import draw, register_fonts

    register_fonts(resources_folder() / "fonts")
    labels = ForecastLabels(
        load=translate("Forecast", "her cases"),
        working=translate("Forecast", "working norm"),
        ceiling=translate("Forecast", "ceiling"),
        weeks=tuple(formatting.week(week.on) for week in ahead),
        decimal_comma=QLocale().decimalPoint() == ",",
    )
    figure = forecast_figure(
        ahead,
        labels,
        ChartColours(
            background=colours.surface,
            text=colours.text,
            muted=colours.muted,
            line=colours.line,
            load=colours.bar_load,
            over=colours.bar_over_norm,
        ),
        size_inches=(width / _DOTS_PER_INCH, CHART_HEIGHT / _DOTS_PER_INCH),
        font_family=FONT_FAMILY,
    )
    return draw(figure, dots_per_inch=_DOTS_PER_INCH * scale)
